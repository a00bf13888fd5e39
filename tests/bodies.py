"""Bodies of pages: what editors write by mistake, what is said of it, and what is right."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
FILES = {
    "about.md": b"---\norphan: true\n---\n\n# Titre\n",
    "events/e.png": PICTURE,
    "events/\xe9t\xe9 1.png": PICTURE,
    "events/a.txt": b"{org} `x`",
    "events/b.txt": b"```{include} c.txt\n```",
    "events/c.txt": b"\n```{include} b.txt\n```",
    "events/f.txt": b"un\n# Titre",
    "events/g.txt": b"mots\n" * 80_000,
    "events/d.txt": b"un *texte*",
}


def write_files(folder: Path) -> None:
    """Write the files that the pages of these tests name, and some that none may name."""
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    outside = folder.parent / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    (folder / "events" / "lien.txt").symlink_to(outside)


# What is written from line 3 of a page on, and the line and the words of each fault
MISTAKES: list[tuple[str, list[tuple[int, str]]]] = [
    # conflicts of git
    ("<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> x", [(3, "`<<<<<<<` is a mark of git")]),
    (
        "a\n\n<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> x\n\n<<<<<<< HEAD\n=======\n>>>>>>> x",
        [(5, "`<<<<<<<` is a mark of git"), (11, "`<<<<<<<` is a mark of git")],
    ),
    ("un\n\n=======\n\ndeux", [(5, "`=======` is a mark of git")]),
    ("un\n\n>>>>>>> autre", [(5, "`>>>>>>>` is a mark of git")]),
    ("||||||| base\nun", [(3, "`|||||||` is a mark of git")]),
    ("<<<<<<< HEAD\n{org} `x`\n||||||| a\n=======\n{org} `y`\n>>>>>>> x", [(3, "`<<"), (4, "th")]),
    ("un\x07", [(3, "there is an invisible character, U+0007")]),
    ("un \u202edeux", [(3, "there is an invisible character, U+202E")]),
    # references
    ("Voir {org} `unodc`.", [(3, "there is a space between `{org}` and its text")]),
    ("Voir\n{org}\n`unodc`.", [(4, "there is a space between `{org}` and its text")]),
    ("Voir {org}unodc.", [(3, "`{org}` is no reference without a text")]),
    ("Voir { org }`unodc`.", [(3, "`{org}` is no reference without a text")]),
    ("Un\ndeux {org}`unodc sans fin.", [(4, "the reference “{org}`” is not closed")]),
    ("Voir {org}'unodc'.", [(3, "`{org}` is no reference without a text")]),
    ("Voir :org:`unodc`.", [(3, "`:org:` is reStructuredText")]),
    ("Voir [org]`unodc`.", [(3, "a reference has its name in curly brackets")]),
    ("Voir org`unodc`.", [(3, "a reference has its name in curly brackets")]),
    ("Voir {orga}`unodc`.", [(3, "there is no reference or role `{orga}`; did you mean `org`?")]),
    ("- a\n- {orga}`unodc`", [(4, "there is no reference or role `{orga}`")]),
    ("> a\n> {org} `unodc`", [(4, "there is a space between")]),
    ("| a |\n|---|\n| {org} `x` |", [(5, "there is a space between")]),
    ("{org} `a` et {org} `b`", [(3, "there is a space between")]),
    ("{org} `a`\n{event}b", [(3, "there is a space"), (4, "`{event}` is no reference")]),
    # signs without a partner
    ("Un `mot.", [(3, "“`” has no partner")]),
    ("Un **mot.", [(3, "`**` has no partner")]),
    ("Un *mot.", [(3, "`*` has no partner")]),
    ("Un **« mot »**suite.", [(3, "`**` has no partner")]),
    ("[mot]{.language-ro", [(3, "`{.language-ro` belongs to nothing")]),
    ("mot {.language-ro}", [(3, "`{.language-ro}` belongs to nothing")]),
    ("{{ x }}", [(3, "`{{ x }}` belongs to nothing")]),
    ("mot[^9]", [(3, "the footnote `[^9]` has no text")]),
    ('[x]{onclick="a()"}', [(3, "the attribute `onclick` is not allowed")]),
    ('{onclick="a()"}\nmot', [(4, "the attribute `onclick` is not allowed")]),
    ("##Titre", [(3, "`##` is no heading")]),
    # directives
    ("```{note}\ntexte", [(3, "“```{note}” is not closed")]),
    (":::{recommendation} a\n\ntexte", [(3, "`:::{recommendation} a` is not closed")]),
    ("````{note}\ntexte\n```", [(3, "“````{note}” is not closed")]),
    ("- ```{note}\n  texte\n\nfin", [(3, "“```{note}” is not closed")]),
    ("texte\n\n:::\n\nfin", [(5, "`:::` closes nothing")]),
    ("texte\n\n```\n\nfin", [(5, "“```” is not closed")]),
    (":::{note}\n:::{note}\nx\n:::\n:::", [(4, "`:::{note}` is not closed")]),
    ("```{note\ntexte\n```", [(3, "“```{note” is no directive")]),
    (
        "```{phto\ntexte\n```",
        [(3, "“```{phto” is no directive: write ```{phto}; did you ")],
    ),
    ("```photo e.png\n```", [(3, "“```photo e.png” is no directive: write ```{photo}")]),
    (":::note\ntexte\n:::", [(3, "`:::note` is no directive: write :::{note}")]),
    ("``` {note}x\ntexte\n```", [(3, "“```{note}x” is no directive")]),
    (".. note:: texte", [(3, "`.. note::` is reStructuredText")]),
    ("```{phto} e.png\n```", [(3, "there is no directive `{phto}`; did you mean `photo`?")]),
    ("``{note}\ntexte\n``", [(3, "a directive has three backquotes or colons")]),
    ("::{note}\ntexte\n::", [(3, "`{note}` is no reference")]),
    ("texte\n\n    ```{note}\n    x\n    ```", [(5, "a directive begins at the left")]),
    (":::{note}\nun\n{org} `x`\n:::", [(5, "there is a space between")]),
    (":::{admonition} {org} `x`\nun\n:::", [(3, "there is a space between")]),
    # recommendations
    ("- a\n\n  :::{recommendation} a\n  x\n  :::", [(5, "a recommendation stands by itself")]),
    ("> :::{recommendation} a\n> x\n> :::", [(3, "a recommendation stands by itself")]),
    (
        "::::{recommendation} a\nx\n\n:::{recommendation} b\ny\n:::\n::::",
        [(6, "a recommendation stands by itself")],
    ),
    # headings
    ("# Deux", [(3, "this is a second title: a page has one; write `## …`")]),
    ("Deux\n====", [(3, "this is a second title")]),
    ("### Trois", [(3, "`###` stands under `#`: write `## …`")]),
    ("## Deux\n\n##### Cinq", [(5, "`#####` stands under `##`: write `### …`")]),
    ("##\n\ntexte", [(3, "the heading is empty")]),
    ("## ![](e.png)", [(3, "a heading is made of words")]),
    # HTML
    ("<div>\nx\n</div>", [(3, "`<div> x </div>`: HTML is not allowed")]),
    ("a <b>x</b> c\n<i>d</i>", [(3, "`<b>`: HTML is not"), (4, "`<i>`: HTML is not")]),
    ("<!-- note -->", [(3, "`<!-- note -->`: a comment is published")]),
    ("a <!-- note --> b", [(3, "`<!-- note -->`: a comment is published")]),
    (":::{note}\n<script>x</script>\n:::", [(4, "`<script>x</script>`: HTML is not allowed")]),
    (":::{admonition} <u>a</u>\nx\n:::", [(3, "`<u>`: HTML is not allowed")]),
    ("| a |\n|---|\n| <u>a</u> |", [(5, "`<u>`: HTML is not allowed")]),
    ("[<u>a</u>](https://a.org)", [(3, "`<u>`: HTML is not allowed")]),
    ("![<u>a</u>](e.png)", [(3, "`<u>`: HTML is not allowed")]),
    ("a <b", [(3, "`<b` looks like HTML")]),
    ("```{raw} html\n<b>\n```", [(3, "`{raw}`: raw HTML or LaTeX is not allowed")]),
    ("{raw}`<b>`", [(3, "`{raw}`: raw HTML or LaTeX is not allowed")]),
    ("```{eval-rst}\n.. raw:: html\n\n   <b>\n```", [(3, "`{eval-rst}`: reStructuredText is not")]),
    ("```{math}\n\\input{x}\n```", [(3, "`{math}`: there are no formulas")]),
    ("```{meta}\n:x: y\n```", [(3, "`{meta}`: the head of a page is made by the archive")]),
    ("```{productionlist}\n```", [(3, "`{productionlist}`: it has no use in the archive")]),
    ("```{brut} html\n<b>\n```", [(3, "`{brut}`: raw HTML or LaTeX is not allowed")]),
    ("```{toctree}\n2018-06-05-x\n```", [(3, "a table of contents stands on no page of a")]),
    ("```{record-toctree}\n```", [(3, "a table of contents stands on no page of a record")]),
    # files
    ("```{include} /etc/passwd\n```", [(3, "there is no file `etc/passwd`")]),
    ("```{include} ../../x\n```", [(3, "`../x` is outside the archive")]),
    ("```{include} ../conf.py\n```", [(3, "`conf.py` is no part of the content")]),
    ("```{include} lien.txt\n```", [(3, "`events/lien.txt` leads out of the archive")]),
    ("```{include} d.tx\n```", [(3, "there is no file `events/d.tx`; did you mean `d.txt`?")]),
    ("```{include} .\n```", [(3, "`events` is no file")]),
    ("```{include} b.txt\n```", [(3, "in events/c.txt, line 2: `events/b.txt` includes itself")]),
    ("```{include} 2018-06-05-x.md\n```", [(3, "there is no file `events/2018-06-05-x.md`")]),
    ("```{include} a.txt\n```", [(3, "in events/a.txt, line 1: there is a space between `{org}`")]),
    ("```{include} /about.md\n```", [(3, "in about.md, line 1: a page is not included")]),
    ("```{include} f.txt\n```", [(3, "in events/f.txt, line 2: a page is not included")]),
    ("```{include} g.txt\n```", [(3, "in events/g.txt, line 1: the page has 320000")]),
    ("```{literalinclude} ../../x\n```", [(3, "`../x` is outside the archive")]),
    ("```{csv-table}\n:file: x.csv\n```", [(3, "a table is written in the page")]),
    ("```{csv-table}\n---\nurl: http://x\n---\n```", [(3, "a table is written in the page")]),
    ("{download}`../../x`", [(3, "`../x` is outside the archive")]),
    ("{download}`mot <../conf.py>`", [(3, "`conf.py` is no part of the content")]),
    # pictures
    ("![x](rien.*)", [(3, "there is no file `events/rien.*`")]),
    ("![x](../../../*.*)", [(3, "`../../*.*` is outside the archive")]),
    ("![x](rien.png)", [(3, "there is no file `events/rien.png`")]),
    ("![x](E.PNG)", [(3, "there is no file `events/E.PNG`; did you mean `e.png`?")]),
    ("![x](https://a.org/x.png)", [(3, "the picture `https://a.org/x.png` is not in the archive")]),
    ("![x](//a.org/x.png)", [(3, "the picture `//a.org/x.png` is not in the archive")]),
    ("![x](data:image/png;base64,AA)", [(3, "the picture `data:image/png;base64,AA` is not in")]),
    ("![x]()", [(3, "the picture has no address")]),
    (
        "```{photo} ../../x.png\n:alt: a\n:credit: b\n```",
        [(3, "`../x.png` is outside the archive")],
    ),
    ("```{photo}\n```", [(3, "the picture has no address")]),
    ("```{figure} été 1.png\n```", [(3, "put a backslash before each space")]),
    ("```{image} e.png\n:target: javascript:a()\n```", [(3, "a link to `javascript:` is not")]),
    # links
    ("[x](javascript:a(1))", [(3, "a link to `javascript:` is not allowed")]),
    ("[x](JaVaScRiPt&#58;a(1))", [(3, "a link to `javascript:` is not allowed")]),
    ("[x](java&#10;script:a)", [(3, "a link to `javascript:` is not allowed")]),
    ("[x](java%0Ascript:a)", [(3, "a link to `javascript:` is not allowed")]),
    ("<javascript:a>", [(3, "a link to `javascript:` is not allowed")]),
    ("[x][r]\n\n[r]: javascript:a", [(5, "a link to `javascript:` is not allowed")]),
    ("[x](vbscript:a)", [(3, "a link to `vbscript:` is not allowed")]),
    ("[x](data:text/html,a)", [(3, "a link to `data:` is not allowed")]),
    ("[x](data:image/png;base64,AA)", [(3, "a link to `data:` is not allowed")]),
    ("[x](file:///etc/passwd)", [(3, "a link to `file:` is not allowed")]),
    ("[x](path:../x)", [(3, "a link to `path:` is not allowed")]),
    ("[x](https://a.org/a b)", [(3, "there is a space in the address `https://a.org/a b`")]),
    ("[x](<https://a.org/a b>)", [(3, "there is a space in the address `https://a.org/a b`")]),
    ("<https://a.org/a b>", [(3, "there is a space in the address `https://a.org/a b`")]),
    ("[x](//a.org)", [(3, "the address `//a.org` lacks its beginning")]),
    ("[x](https:///a)", [(3, "`https:///a` is no address")]),
    ("[x](abuot.md)", [(3, "there is no file `events/abuot.md`")]),
    ("[x](../abuot.md)", [(3, "there is no file `abuot.md`; did you mean `about.md`?")]),
    ("[x](../conf.py)", [(3, "`conf.py` is no part of the content")]),
    ("[x]()", [(3, "the link has no address")]),
    ("[](https://a.org)", [(3, "the link has no words")]),
    ("[x][rien]", [(3, "no line `[rien]: address` says where this link leads")]),
    ("[x](https://a.org", [(3, "the link `[x](https://a.org` is not complete")]),
    # too much
    ("[" * 10000, [(3, "10000 brackets are not closed")]),
    ("[^" * 9000, [(3, "9000 brackets are not closed")]),
    ("![" * 9000, [(3, "9000 brackets are not closed")]),
    (">" * 10000 + " x", [(3, "this is nested too deeply")]),
    ("> " * 30 + "x", [(3, "this is nested too deeply")]),
    ("\n".join("  " * depth + "- a" for depth in range(100)), [(3, "this is nested too deeply")]),
    ("*" * 3000 + "a" + "*" * 3000, [(3, "this is nested too deeply")]),
    ("mot " * 10000, [(3, "the line has 40000 characters")]),
    ("mots\n" * 80_000, [(1, "the page has 3200")]),
]

RIGHT = [
    "Texte {org}`l’Office <unodc>` et {org}`unodc`, `code`, ``a ` b``.",
    "[page](../about.md), [x](https://a.org/a_(b)?c=d&e#f), <https://a.org>.",
    "[mail](mailto:a@b.org), <a@b.org>, [x][r].\n\n[r]: https://a.org",
    "*a* **b** ***c*** [*x*]{.language-en} [y]{.language-ro}",
    "5 * 3, a < b, 10 > 9, a & b, C:\\x, 50 %, a_b_c, [sic], (c), a:b, 12:30, « : », x::y",
    "\\{org} \\`x\\` \\<b> \\*mot \\[x\\](y)",
    "> citation\n> suite\n\n1. un\n2. deux\n   - trois\n\n* quatre\n+ cinq",
    "| a | b |\n|---|---|\n| {org}`unodc` | \\| |",
    "mot[^1] et mot[^a]\n\n[^1]: Une note.\n[^a]: Deux\n    suite.",
    "```{event-list}\n:latest: 3\n```",
    "```{photo} e.png\n:alt: a\n:credit: b\n\nLégende {org}`unodc`.\n```",
    "```{photo} été 1.png\n:alt: a\n:credit: b\n```",
    "![a](e.png) ![b](été%201.png) ![c](<été 1.png>) ![d](/events/e.png)",
    "![a](e.*)",
    "```{figure} e.png\n:target: https://a.org\n```",
    "::::{note}\n:::{note}\nx\n:::\n::::",
    "````{note}\n```{note}\nx\n```\n````",
    ":::{recommendation} a-b\n:to: states\n\nTexte *a*.\n\n- un\n:::",
    "```text\n{org} `x` <b> *a\n```",
    "~~~\n<<<<<<<x\n~~~",
    "    code {org} `x`",
    "```{code-block} html\n<b>{org} `x`</b>\n```",
    "```{list-table}\n* - a\n  - b\n```",
    "```{csv-table}\na, b\n1, 2\n```",
    "```{include} d.txt\n```",
    "% un commentaire <b> {org} `x`\n\n(ancre)=\n## Titre\n\n+++\n\n---\n\nfin",
    "## Deux\n\n### Trois\n\n#### Quatre\n\n## Deux\n\nSoustitre\n---------",
    "## {org}`unodc` et `code`\n\n## 2018",
    "Ligne\\\nsuite",
    "&nbsp;&eacute;&#233; &lt;b&gt;",
    "| a | b | c | d | e |\n|---|---|---|---|---|\n" + "| x | y | z | t | u |\n" * 1000,
    "- a\n  - b\n    - c\n      - d\n        - e",
    "mots\n" * 5000,
]
