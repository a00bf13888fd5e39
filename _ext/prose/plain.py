"""Pages that are surely in order, which most are: they need no second look.

Parsing a page takes a fifth of the time in which it is read; these patterns take a hundredth.
Each begins with a fixed sign, for which Python's ``re`` looks quickly.
"""

from __future__ import annotations

import re
from itertools import pairwise

from catalogues.role_syntax import role_pattern
from records.kinds import KINDS
from texts.invisible import hidden_in

_NAMES = "|".join((*(kind.name for kind in KINDS), "rec", "source", "person"))
# What is in order by itself, and is taken away; what then still has a sign of markup is parsed.
_IN_ORDER = {
    "{": role_pattern(_NAMES, r"[^`\\{}<>\n]+(?:<[a-z0-9/-]+>)?") + "(?!`)",
    "\n{.": r"(?<=\n)\{\.[a-z-]+\}(?=\n)",
    "]{.language-": r"\[(\*?)[^*\[\]`{}<>\\\n]+\1\]\{\.language-[A-Za-z0-9_-]+\}",
    "](http": r"\[(?!\s*\])[^\[\]()`<>{}!*_\\\n]+\]\(https?://[a-z0-9][^\s()<>\\`{}]*\)",
    "*": r"\*{1,2}(?<![*\w]\*)(?<![*\w]\*\*)(?=\w)[^*\[\]`{}<>\\\n]*(?<=\w)\*{1,2}(?![*\w])",
    "```{event-list}": r"```\{event-list\}\n(?::latest: [1-9]\d*\n)?```(?=\n|$)",
}
_PATTERNS = [(sign, re.compile(pattern)) for sign, pattern in _IN_ORDER.items()]
_RECOMMENDATION = re.compile(
    r"\n:::\{recommendation\} [a-z0-9-]+\n:text: (?:known|aim-only)\n(?::to: [a-z, -]+\n)?"
    r"(?::concepts: [a-z, -]+\n)?(?::recalls: [a-z0-9, /-]+\n)?(?::repeats: [a-z0-9, /-]+\n)?"
    r"(?::follows-up: [a-z0-9, /-]+\n)?\n((?:\w[^\n]*\n){1,9}):::(?=\n|$)"
)
_NOTE = re.compile(r"\n:::\{editor-note\}\n((?=\w|- \w)(?:(?![:#>|`])[^\n]*\n)+):::(?=\n|$)")
# Signs within a line, and at the start of one
_SIGNS = (
    re.compile(r"[`{}\[\]<>\\|*~\t%&]"),
    re.compile(r":::|:[\w-]+:(?=\S)|==|\n(?:!!!|\?\?\?|[•▪◦●‣]|-[^\W\d_])"),
    re.compile(r"\n(?:\.\.|[ ]*[-=+_]+[ ]*(?=\n|$)| {4}| +#|#+(?![# ])|\s*\([^\n]*\)=)"),
)
_HEADING = re.compile(r"\n(#+) (?=[^\n]*\w)")
_LONGEST = 20_000  # characters; longer pages are looked at for their size


def is_plain(text: str, *, is_seminar: bool) -> bool:
    """Return whether *text* is surely in order: headings, paragraphs, lists and references."""
    if len(text) > _LONGEST or "![" in text:
        return False
    rest = f"\n{text.strip()}"
    if is_seminar and ":::" in rest:
        rest = _NOTE.sub(r"\n\1", _RECOMMENDATION.sub(r"\n\1", rest))
    for sign, pattern in _PATTERNS:
        if sign in rest:
            rest = pattern.sub("x", rest)
    is_bare = not any(sign.search(rest) for sign in _SIGNS) and not hidden_in(text)
    return is_bare and _are_in_order(rest)


def _are_in_order(text: str) -> bool:
    """Return whether the page begins with its one heading, and no level is left out."""
    levels = [len(signs) for signs in _HEADING.findall(text)]
    if not text.startswith("\n# ") or len(levels) != text.count("\n#"):
        return False  # no title first, or a heading without words
    return all(1 < level <= before + 1 for before, level in pairwise(levels))
