"""Digits as a locale writes them: CLDR's default numbering system, which ICU has digit by digit."""

from __future__ import annotations

from functools import cache

from icu import (
    Locale,
    Measure,
    MeasureFormat,
    MeasureUnit,
    NumberFormat,
    NumberingSystem,
    UMeasureFormatWidth,
)

_MEGABYTE = 1_000_000


def in_digits(text: str, *, locale: str) -> str:
    """Return *text*, made for readers, with the digits of *locale*: ``٢٠١٨`` for ``ar_EG``."""
    return text.translate(_digits(locale))


def percent(share: int, *, locale: str) -> str:
    """Return a *share* of a hundred as *locale* writes it: ``42 %``, ``%42``, ``٤٢٪``."""
    return str(NumberFormat.createPercentInstance(Locale(locale)).format(share / 100))


def megabytes(size: int, *, locale: str) -> str:
    """Return a *size* in bytes as *locale* writes it, on one line: ``3,4 Mo``; at least 0.1."""
    measure = Measure(max(0.1, round(size / _MEGABYTE, 1)), MeasureUnit.createMegabyte())
    words = MeasureFormat(Locale(locale), UMeasureFormatWidth.SHORT).formatMeasure(measure)
    return str(words).replace(" ", "\N{NO-BREAK SPACE}")


@cache
def _digits(locale: str) -> dict[int, int]:
    system = NumberingSystem.createInstance(Locale(locale))
    if system.isAlgorithmic():  # Roman numerals and the like, of which CLDR makes no default
        return {}
    return str.maketrans("0123456789", system.getDescription())
