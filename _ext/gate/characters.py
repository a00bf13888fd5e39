"""What every translation must keep to, whatever it is made of: size, characters, spaces."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from gate.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = frozenset("\n\t")
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_HIDDEN_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f")  # letters without ink
_SIGN = re.compile(r"[\[\]()<>{}*_`!&\\#|+=~^:-]")  # what markup is made of
# Letters, digits and signs that everybody sees and that stand alone
VISIBLE = re.compile(
    "[\n\t -~\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e]*"
)
_FEW = 200
_STACK = 4  # accents on one letter; no language has more


def too_long(source: str, translation: str) -> Fault | None:
    """Return a fault if *translation* is so long that nobody can have meant it."""
    allowed = 20 * len(source) + 2000
    if len(translation) <= allowed:
        return None
    wrong = f"the translation has {len(translation)} characters for {len(source)} of the source"
    return Fault("size", wrong, "translate this message and nothing else")


def too_many_signs(source: str, translation: str) -> Fault | None:
    """Return a fault if *translation* is all signs: parsing such a text can take minutes."""
    if len(translation) <= _FEW:
        return None
    had, has = (len(_SIGN.findall(text)) for text in (source, translation))
    if has <= 4 * had + _FEW:
        return None
    wrong = f"the translation has {has} signs like []*_` for {had} of the source"
    return Fault("size", wrong, "translate this message and nothing else")


def hidden_characters(source: str, translation: str) -> Iterator[Fault]:
    """Yield the characters that a reader does not see: controls, zero-width, direction."""
    if VISIBLE.fullmatch(translation):
        return
    for char in sorted(set(translation) - set(source) - _KEPT):
        if unicodedata.category(char) in HIDDEN or char in _HIDDEN_LETTERS:
            name = unicodedata.name(char, "control character").lower()
            wrong = f"there is an invisible character, U+{ord(char):04X} ({name})"
            yield Fault("character", wrong, "take it out, or type the passage again")
    if _most_accents(translation) > _STACK:
        wrong = f"there are more than {_STACK} accents on one letter"
        yield Fault("character", wrong, "type the passage again")


def _most_accents(text: str) -> int:
    """Return how many combining characters stand in a row at most."""
    if not any(map(unicodedata.combining, set(text))):
        return 0
    most = run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        most = max(most, run)
    return most


def spaces_around(source: str, translation: str) -> Iterator[Fault]:
    """Yield a fault for a space that is lost or gained at the start or at the end."""
    if not translation.strip():
        yield Fault("space", "the translation is blank", "translate it, or leave it empty")
        return
    starts = (text[: len(text) - len(text.lstrip())] for text in (source, translation))
    ends = (text[len(text.rstrip()) :] for text in (source, translation))
    for place, (wanted, found) in (("start", starts), ("end", ends)):
        if wanted != found:
            wrong = f"the spaces at the {place} differ from those of the source"
            mend = "put the same there" if wanted else "take them out"
            yield Fault("space", wrong, mend)
