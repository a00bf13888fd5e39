"""Texts that would be something else than text, were a sink not to escape them.

Each is a heading, a paragraph and a text of the front matter, in a page of its own.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from support import small_project, write

if TYPE_CHECKING:
    from pathlib import Path

# What a page can hold: readers see these signs, and nothing is done that they say
HELD = {
    "quotes": '" onmouseover="alert(1)" x="',
    "apostrophes": "' onfocus='alert(1)' x='",
    "script": "<script>alert(1)</script>",
    "end-of-script": "</script><script>alert(1)//",
    "end-of-title": "</title></textarea></style><svg/onload=alert(1)>",
    "end-of-attribute": '"><img src=x onerror=alert(1)>',
    "comment": "<!-- x -- y --> z --!> <!--",
    "cdata": "<![CDATA[ x ]]> ]]>",
    "instruction": '<?xml version="1.0"?> <!DOCTYPE x [<!ENTITY y SYSTEM "/etc/passwd">]> &y;',
    "entities": "&lt;script&gt; &amp;amp; &#60;b&#62; &#x202E; &nbsp;",
    "half-entities": "&lt &copy &#60 & && &;",
    "break": "un <br> deux <br /> trois",
    "expression": "{{ 7*7 }} {{ project }} {{ [].__class__ }}",
    "statement": '{% include "conf.py" %} {% raw %} {% for x in y %}',
    "template-comment": "{# x #} <%= 7*7 %> ${7*7} #{7*7}",
    "pattern": "%s %d %r %%",
    "named-pattern": "%(x)s %(title)s %(count)s % 100 %",
    "braces": "{} {0} {x.__class__} {title!r}",
    "command-of-tex": r"\input{/etc/passwd} \write18{ls} \def\x{\x}\x",
    "backslashes": r"\ \\ \n \t \u202e \x07 \N{BELL} C:\new",
    "carets": "^^5cinput{x} ^^M ^ ^^^^0041",
    "signs-of-tex": "$ & # _ ~ { } % $$x$$ --- `` ''",
    "signs-of-the-index": '! @ | " a!b a@b a|b "c"',
    "formula": "=cmd|' /C calc'!A0",
    "formula-plus": "+1+cmd|' /C calc'!A0",
    "formula-minus": "-2+3+cmd|' /C calc'!A0",
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula-wide": "＝SUM(1+1)",
    "formula-behind": 'un;=1+1;+1, "deux";"=3"',
    "pipes": "a | b || c |",
    "hyphens": "un -- deux --- trois",
    "markup": "*x* **y** _z_ `code` [x](javascript:alert) ![x](y) {org}`x` [x]{.y}",
    "address": "javascript:alert(1) data:text/html,x //evil.example",
    "long": "mot " * 450 + "fin",
    "long-word": "x" * 1500,
    "astral": "😀 𝒳 \U0001f1eb\U0001f1f7",
    "other-way": "ביחד نص عربي",
    "marks": "e\u0301\u0302\u0303 می\u200cتوانند ab\u00adc",
}

# What no page can hold: named at its line, and taken out or refused
REFUSED = {
    "null": "un\x00deux",
    "bell": "un\x07deux",
    "escape": "un\x1b[2J\x1b]0;x\x07deux",
    "backspace": "un\x08\x08deux",
    "form-feed": "un\x0cdeux",
    "delete": "un\x7fdeux",
    "next-line": "un\x85deux",
    "control": "un\x9b2Jdeux",
    "no-character": "un\ufffedeux",
    "no-character-either": "un\uffffdeux",
}
# What turns the text around it: a name does without, a front matter refuses it
TURNING = {
    "override": "un\u202eexe.gpj",
    "embedding": "un\u202bdeux",
    "isolate": "un\u2066deux",
}
# What ends a line: a space in a name
BREAKING = {
    "newline": "un\ndeux",
    "return": "un\rdeux",
    "separator": "un\u2028deux",
    "paragraph": "un\u2029deux",
}


def markdown(text: str) -> str:
    """Return the Markdown that shows *text*."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def yaml(text: str) -> str:
    """Return *text* as YAML writes it: controls and half characters as escapes."""
    return f'"{"".join(map(_yaml, text))}"'


def _yaml(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08x}"


ORGANISATION = """---
type: ngo
abbreviation: {short}
url: https://example.org/
updated: 2026-01-01
---

# {heading}

{heading}
"""
EVENT = """---
type: seminar
start: 2001-01-01
city: {yaml}
venue: {yaml}
country: MD
organisers: [{name}]
partners: [{name}]
speakers:
  - {{name: {yaml}, function: {yaml}, organisation: {name}}}
titles:
  - {{lang: en, text: {yaml}}}
updated: 2026-01-01
sources:
  - {{id: page, kind: report, about: {yaml}, url: "https://example.org/?a=1&b=2", title: {yaml},
     publisher_name: {yaml}, lang: fr}}
---

# {heading}

{heading}

![{heading}](picture.png)

:::{{recommendation}} une
:text: aim-only
:to: judges

{heading}
:::
"""


def abbreviated(text: str) -> str:
    """Return the abbreviation of what is called *text*: the name is none, nor what has words."""
    return f"{text.upper()} 2"


def pages(texts: dict[str, str]) -> dict[str, str]:
    """Return an organisation and a seminar for each of *texts*."""
    found = {}
    for name, text in texts.items():
        short = yaml(abbreviated(text))
        words = {"yaml": yaml(text), "short": short, "heading": markdown(text), "name": name}
        found[f"glossary/organisations/{name}.md"] = ORGANISATION.format(**words)
        found[f"events/2001-01-01-{name}.md"] = EVENT.format(**words)
    return found


PLAIN = "mot"  # what is no other thing anywhere
TEXTS = {**HELD, "plain": PLAIN}
NAME = '"><script>alert(1)</script> {{ 7*7 }} %(x)s \\input{x} =1+1'
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
INDEX = f"""# {markdown(NAME)}

```{{toctree}}
events/index
glossary/organisations/index
```
"""
LISTS = {
    "events/index.md": "# Séminaires\n\n```{event-list}\n```\n\n```{record-toctree}\n```\n",
    "glossary/organisations/index.md": (
        "# Organisations\n\n```{record-list} org\n```\n\n```{record-toctree}\n```\n"
    ),
    "recommendations.md": "---\norphan: true\n---\n\n# Registre\n\n```{recommendation-list}\n```\n",
    "translation.md": "---\norphan: true\n---\n\n# État\n\n```{translation-status}\n```\n",
}


def hostile_project(target: Path) -> Path:
    """Make an archive in *target* whose pages, name and front matters are TEXTS."""
    project = small_project(target, {"index.md": INDEX, **LISTS, **pages(TEXTS)})
    (project / "events/picture.png").write_bytes(PICTURE)
    conf = (project / "conf.py").read_text("utf-8")
    conf = re.sub(r"(?m)^project = .*", lambda _: f"project = {NAME!r}", conf)
    conf = re.sub(r'(?m)^    "(en|ro)": .*\n', "", conf)
    write(project / "conf.py", f"{conf}\nsmartquotes = False\n")
    return project
