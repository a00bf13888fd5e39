"""Stars, backquotes and brackets, which come in pairs; and a sentence, which has words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from catalogues.role_syntax import has_words
from catalogues.rule import Rule, Sign
from catalogues.rules.tags import TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

_NOTE = re.compile(r"#\s*noqa\s*\Z")  # for Sphinx, which takes it out (sphinx.transforms.i18n)
# A run of stars between a sign of punctuation and a letter neither opens nor closes anything
# (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run)
_CLOSING = re.compile(r"(?P<sign>[^\w\s*\\])(?P<stars>\*{1,3})(?=\w)")
_OPENING = re.compile(r"(?<=\w)(?P<stars>\*{1,3})(?P<sign>[^\w\s*\\])")
_MEANT = frozenset('"\\{}`$^')  # what ends an attribute, starts a command or a placeholder


def _beside_letters(markdown: str) -> str | None:
    """Return how to mend stars that stand between a letter and a sign, as in ``**«a»**b``."""
    opening, closing = _OPENING.search(markdown), _CLOSING.search(markdown)
    found = closing or opening
    if found is None:
        return None
    stars = found["stars"]
    quote = _quoted_between(markdown, found)
    if quote is not None:
        first, last = quote
        right, signs = f"{first}{stars}…{stars}{last}", f"the signs {first} {last}"
    elif found is closing:
        right, signs = f"{stars}…{stars}{found['sign']}", f"the sign {found['sign']}"
    else:
        right, signs = f"{found['sign']}{stars}…{stars}", f"the sign {found['sign']}"
    return (
        f"stars do not work between a sign and a letter: put {signs} outside of them, `{right}`, "
        "or a space where your language has one"
    )


def _quoted_between(markdown: str, found: re.Match[str]) -> tuple[str, str] | None:
    """Return the first and the last sign of what stands between the stars *found* and the others.

    None unless both are signs, as quotation marks are.
    """
    stars, at = re.escape(found["stars"]), found.start("stars")
    pair = re.compile(rf"{stars}([^\w\s*]).{{0,400}}?([^\w\s*]){stars}", re.DOTALL)
    for whole in pair.finditer(markdown):
        if at in {whole.start(), whole.end() - len(found["stars"])}:
            return whole[1], whole[2]
    return None


def _breaks(source: Structure, translation: Structure) -> Iterator[Wrong]:
    if translation.breaks > source.breaks:
        yield "there is a hard line break", "take it out; the source has none"


def _of_pages(source: Structure, translation: Structure) -> Iterator[Wrong]:
    if _is_balanced(source.written) and not _is_balanced(translation.written):
        wrong = "a bracket is not closed, or not opened"
        yield wrong, "write brackets in pairs; a link is `[words](address)`"
    if _NOTE.search(translation.written):
        yield "`# noqa` at the end is a note for programs", "take it out"
    if has_words(source.visible) and not (has_words(translation.visible) or translation.roles):
        yield "there is not a single word", "translate it, or leave it empty"


def _is_balanced(text: str) -> bool:
    """Return whether square and curly brackets come in pairs."""
    return text.count("[") == text.count("]") and text.count("{") == text.count("}")


def _of_interface(source: str, translation: str) -> Iterator[Wrong]:
    outside = (TAG.sub("", text) for text in (source, translation))
    had, has = (Counter(char for char in text if char in _MEANT) for text in outside)
    for char in sorted(has - had):
        wrong = f"the sign {char} is not in the source"
        yield wrong, "take it out; quotes may be « », „ ” or “ ”"


RULE = Rule(
    name="markup",
    finding="a star, backquote or bracket is left over, or there is no word",
    mend="each has its partner: `*words*`, `[words](address)`",
    structure=_breaks,
    prose=_of_pages,
    counted="the markup",
    signs=(
        Sign(re.compile(r"`+"), "a backquote"),
        Sign(
            re.compile(r"\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|~~+"),
            "a sign of emphasis",
            mend=_beside_letters,
        ),
    ),
    interface=_of_interface,
    skips_words=True,
)
