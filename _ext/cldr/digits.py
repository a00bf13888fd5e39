"""Digits as a locale writes them: CLDR's default numbering system, which ICU has digit by digit."""

from __future__ import annotations

from functools import cache

from icu import Locale, NumberFormat, NumberingSystem


def in_digits(text: str, *, locale: str) -> str:
    """Return *text*, made for readers, with the digits of *locale*: ``٢٠١٨`` for ``ar_EG``."""
    return text.translate(_digits(locale))


def percent(share: int, *, locale: str) -> str:
    """Return a *share* of a hundred as *locale* writes it: ``42 %``, ``%42``, ``٤٢٪``."""
    return str(NumberFormat.createPercentInstance(Locale(locale)).format(share / 100))


@cache
def _digits(locale: str) -> dict[int, int]:
    system = NumberingSystem.createInstance(Locale(locale))
    if system.isAlgorithmic():  # Roman numerals and the like, of which CLDR makes no default
        return {}
    return str.maketrans("0123456789", system.getDescription())
