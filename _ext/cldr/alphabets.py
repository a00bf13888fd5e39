"""The letters of a language, from CLDR (through ICU)."""

from __future__ import annotations

from functools import cache

import icu

from cldr.locale_codes import known_locale


def has_letters_of(word: str, *, language: str) -> bool:
    """Return whether *language* writes with each letter of *word*; true where it is not known."""
    letters = _letters(language)
    return letters is None or all(letter in letters for letter in word.lower() if letter.isalpha())


@cache
def _letters(language: str) -> icu.UnicodeSet | None:
    """Return the exemplar characters (UTS #35, part 2), those of borrowed words left out."""
    locale = known_locale(language)
    if locale is None:
        return None
    kind = icu.ULocaleDataExemplarSetType.ES_STANDARD
    return icu.LocaleData(str(locale)).getExemplarSet(0, kind)
