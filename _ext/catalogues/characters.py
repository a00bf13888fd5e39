"""What every translation must keep to, whatever it is made of: size, characters, spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from catalogues.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = frozenset("\n\t")
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Default_Ignorable_Code_Point of the Unicode Character Database (DerivedCoreProperties.txt, 16.0)
# as far as the general category does not tell; and letters and signs without ink
_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
    "\u2800\ufffc\U00016fe4\U0001d159]"
)
# Prepended_Concatenation_Mark (PropList.txt, 16.0): of the category of controls, and seen by all
_AROUND_NUMBERS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")

_SIGN = re.compile(r"[\[\]()<>{}*_`!&\\#|+=~^:$%@\"'-]")  # what markup is made of
# Letters, digits and signs that everybody sees and that stand alone
VISIBLE = re.compile(
    "[\n\t -~\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e]*"
)
_FEW = 200
_MANY = 1_000  # signs; parsing such a text takes a tenth of a second
_LONGEST = 20_000  # characters; the longest paragraph of the archive has a tenth of it
_SPACES = re.compile(r"\s{40}")
_STACK = 4  # marks on one letter; no language has more

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


def too_long(source: str, translation: str) -> Fault | None:
    """Return a fault if *translation* is so long that nobody can have meant it."""
    allowed = min(20 * len(source) + 2000, _LONGEST)
    if len(translation) > allowed:
        wrong = f"the translation has {len(translation)} characters for {len(source)} of the source"
        return Fault("size", wrong, "translate this message and nothing else")
    if len(source) > _LONGEST:
        return Fault("size", f"the message has {len(source)} characters", "run `make update-po`")
    if len(translation) > _FEW and _SPACES.search(translation) and not _SPACES.search(source):
        return Fault("size", "there are 40 spaces or more in a row", "leave one of them")
    return None


def too_many_signs(source: str, translation: str) -> Fault | None:
    """Return a fault if *translation* is all signs: parsing such a text can take minutes."""
    if len(translation) <= _FEW and len(source) <= _MANY:
        return None
    had, has = signs(source), signs(translation)
    if has > 4 * had + _FEW or has > _MANY:
        wrong = f"the translation has {has} signs like []*_` for {had} of the source"
        return Fault("size", wrong, "translate this message and nothing else")
    if had > _MANY:
        return Fault("size", f"the message has {had} signs like []*_`", "run `make update-po`")
    return None


def signs(text: str) -> int:
    """Return how many signs *text* has that markup is made of: the cost of parsing it."""
    return len(_SIGN.findall(text))


def hidden_characters(source: str, translation: str) -> Iterator[Fault]:
    """Yield the characters that a reader does not see: controls, zero-width, direction.

    What the spelling of a language needs may stand where it needs it, and nowhere else.
    """
    if VISIBLE.fullmatch(translation):
        return
    for char in sorted(set(translation) - set(source) - _KEPT):
        if is_hidden(char) and not _is_needed(char, translation):
            name = unicodedata.name(char, "control character").lower()
            wrong = f"there is an invisible character, U+{ord(char):04X} ({name})"
            yield Fault("character", wrong, "take it out, or type the passage again")
    if _highest_stack(translation) > max(_STACK, _highest_stack(source)):
        wrong = f"there are more than {_STACK} accents on one letter"
        yield Fault("character", wrong, "type the passage again")


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


def _highest_stack(text: str) -> int:
    """Return how many marks stand on one letter at most, whatever their combining class."""
    if VISIBLE.fullmatch(text):
        return 0
    most = run = 0
    for char in text:
        run = run + 1 if char > "\u02ff" and unicodedata.category(char)[0] == "M" else 0
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
