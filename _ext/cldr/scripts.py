"""The script in which a language is written, from CLDR (through ICU)."""

from __future__ import annotations

from functools import cache

from icu import Locale, LocaleData

# Those that the book has letters of (seminars.book)
PRINTED = frozenset({"Latn", "Cyrl", "Grek", "Geor", "Armn"})
_ENGLISH = Locale("en")


@cache
def script(locale: str) -> str:
    """Return the script of *locale*, ``Cyrl``: its own, or else the likely one.

    UTS #35, Likely Subtags; the codes are those of ISO 15924. It is "" where nobody knows.
    """
    return str(_likely(locale).getScript())


def letters(locale: str) -> frozenset[str]:
    """Return the letters that words of *locale* are written with (UTS #35, exemplarCharacters)."""
    return frozenset(LocaleData(_likely(locale).getName()).getExemplarSet())


def script_name(locale: str) -> str:
    """Return the English name of the script of *locale*: ``Cyrillic``."""
    return str(_likely(locale).getDisplayScript(_ENGLISH))


def _likely(locale: str) -> Locale:
    found = Locale.createCanonical(locale)
    found.addLikelySubtags()
    return found
