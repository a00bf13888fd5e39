"""Characters that a reader does not see, and where the spelling of a language needs one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Default_Ignorable_Code_Point of the Unicode Character Database (DerivedCoreProperties.txt, 16.0)
# as far as the general category does not tell; and letters and signs without ink
_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
    "\u2800\ufffc\U00016fe4\U0001d159]"
)
# Prepended_Concatenation_Mark (PropList.txt, 16.0): of the category of controls, and seen by all
_AROUND_NUMBERS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")

# Letters, digits and signs that everybody sees and that stand alone
VISIBLE = re.compile(
    "[\n\t -~\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e]*"
)

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_NON_JOINER = "\N{ZERO WIDTH NON-JOINER}"
_JOINER = "\N{ZERO WIDTH JOINER}"
_VIRAMA = 9  # a combining class (Unicode Standard, table 3-13)
# Scripts whose letters join or form clusters, which a joiner controls (Unicode Standard, 23.2)
_JOINING = frozenset(
    {"ARABIC", "SYRIAC", "MANDAIC", "MANICHAEAN", "NKO", "ADLAM", "MONGOLIAN", "DEVANAGARI"}
    | {"BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM"}
    | {"SINHALA", "MYANMAR", "KHMER", "TIBETAN", "BALINESE", "JAVANESE", "MEETEI"}
)
_DIRECTION = frozenset("\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})  # bidirectional classes of letters (UAX #9)


_KEPT = frozenset("\n\t")


def hidden_in(text: str, *, besides: str = "") -> list[str]:
    """Return the characters of *text* that a reader does not see, sorted; those *besides* may be.

    What the spelling of a language needs may stand where it needs it, and nowhere else.
    """
    if VISIBLE.fullmatch(text):
        return []
    others = sorted(set(text) - set(besides) - _KEPT)
    return [char for char in others if is_hidden(char) and not _is_needed(char, text)]


def is_hidden(char: str) -> bool:
    """Return whether a reader does not see *char*."""
    if char in _AROUND_NUMBERS:
        return False
    return unicodedata.category(char) in HIDDEN or _IGNORABLE.match(char) is not None


def _is_needed(char: str, text: str) -> bool:
    """Return whether *char* stands in *text* only where the spelling of a language has it."""
    if char in _DIRECTION:
        letters = filter(str.isalpha, text)  # the marks themselves are of these classes
        return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in letters)
    needed = _NEEDED.get(char)
    if needed is None:
        return False
    places = (place for place, other in enumerate(text) if other == char)
    return all(needed(text[place - 1 : place], text[place + 1 : place + 2]) for place in places)


def _hyphenates(before: str, after: str) -> bool:
    """Return whether a soft hyphen has a place between two characters; there may be none."""
    return before.isalpha() and after.isalpha()


def _parts(before: str, after: str) -> bool:
    """Return whether a non-joiner has a place there.

    It keeps a letter from joining what stands before, a word of Latin letters or a reference too,
    as in the Persian plural; in scripts of India it shows the sign that takes a vowel away.
    """
    if not _is_seen(before) or (after and is_hidden(after)):
        return False
    return _joins(after) or (unicodedata.combining(before) == _VIRAMA and _joins(before))


def _connects(before: str, after: str) -> bool:
    """Return whether a joiner has a place there: it gives the form that would join another."""
    return _joins(before) and not (after and is_hidden(after))


_NEEDED = {_SOFT_HYPHEN: _hyphenates, _NON_JOINER: _parts, _JOINER: _connects}


def _is_seen(char: str) -> bool:
    return bool(char) and not char.isspace() and not is_hidden(char)


@lru_cache(maxsize=256)
def _joins(char: str) -> bool:
    """Return whether *char* is a letter, or a mark on one, of a script that joins its letters."""
    is_letter = bool(char) and unicodedata.category(char)[0] in "LM"
    return is_letter and unicodedata.name(char, "").split(" ")[0].split("-")[0] in _JOINING
