"""Letters and digits as readers type them who have only those of ASCII on their keyboards."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

from icu import Transliterator, UnicodeSet, UnicodeSetIterator

_LETTERS = "[[:Script=Latin:]&[:L:]&[:^Changes_When_Lowercased=Yes:]]"
_SCHWA = {"ə": "e"}  # of Azerbaijani, which Latin-ASCII leaves as it is
# Scripts that put no spaces between words (UAX #14, classes ID and SA)
_UNSPACED = ("Han", "Hira", "Kana", "Bopo", "Thai", "Laoo", "Khmr", "Mymr")
_WIDE = "[[:P:]&[[:East_Asian_Width=W:][:East_Asian_Width=F:]]]"


@cache
def written_out() -> dict[str, str]:
    """Return what stands for each letter and digit that Unicode itself does not take apart.

    ``œ`` is ``oe``, ``ł`` is ``l``, ``٣`` is ``3``; of an accent nothing need be said, for it goes
    with the decomposition (NFKD). Letters are those of CLDR's transliteration Latin-ASCII, in
    small ones only.
    """
    to_ascii = Transliterator.createInstance("Latin-ASCII")
    letters = {
        char: to_ascii.transliterate(base).lower()
        for char in UnicodeSetIterator(UnicodeSet(_LETTERS))
        if not (base := _without_accents(char)).isascii()
    }
    digits = {
        char: str(unicodedata.decimal(char))
        for char in map(chr, range(sys.maxunicode + 1 >> 4))  # the first plane: others are signs
        if char.isdecimal() and not _without_accents(char).isascii()
    }
    plain = {char: text for char, text in letters.items() if text.isascii() and text.isalpha()}
    return plain | _SCHWA | digits


def _without_accents(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char)
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def unspaced() -> tuple[str, str]:
    """Return two classes of a regular expression, for scripts without spaces between words.

    The first has their letters; the second all behind which a word may begin, marks on letters and
    the punctuation of these scripts among them.
    """
    scripts = "".join(f"[:scx={name}:]" for name in _UNSPACED)
    letters = f"[[{scripts}]&[:L:]]"
    return _class(letters), _class(f"[{letters}[[{scripts}]&[:M:]]{_WIDE}]")


def _class(pattern: str) -> str:
    """Return the characters of ICU's *pattern* as a class of Python's."""
    found = UnicodeSet(pattern)
    ranges = (
        (found.getRangeStart(number), found.getRangeEnd(number))
        for number in range(found.getRangeCount())
    )
    return "[" + "".join(f"{first}-{last}" for first, last in ranges) + "]"


def in_latin(letters: str) -> dict[str, str]:
    """Return what stands in Latin script, without accents, for each of *letters* of another one."""
    to_latin = Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
    found = {letter: to_latin.transliterate(letter) for letter in sorted({*letters})}
    return {
        letter: latin
        for letter, latin in found.items()
        if latin != letter and latin.isascii() and latin.isalpha()
    }
