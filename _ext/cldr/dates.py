"""Dates as each language writes them, from CLDR (through Babel)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date

from cldr.digits import in_digits

if TYPE_CHECKING:
    from datetime import date


@cache
def day(value: date, *, locale: str) -> str:
    """Return *value* written out: ``5 juin 2018``, ``5 июня 2018 г.``."""
    found = _locale(locale)
    return _format(value, found.date_formats["long"].pattern, found)


@cache
def interval(start: date, end: date | None, *, locale: str) -> str:
    """Return the days from *start* to *end* written out: ``5–7 juin 2018``.

    CLDR has an interval with the month in full (skeleton ``yMMMMd``) for few languages; for the
    others its abridged one is taken and the name of the month written out.
    """
    if end is None or end == start:
        return day(start, locale=locale)
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    found = _locale(locale)
    formats = found.interval_formats
    first, last = formats.get("yMMMMd", formats["yMMMd"])[differs]
    return _format(start, _in_full(first), found) + _format(end, _in_full(last), found)


_locale = cache(Locale.parse)


def _in_full(pattern: str) -> str:
    return re.sub(r"LLL+|MMM+", lambda month: month[0][0] * 4, pattern)


def _format(value: date, pattern: str, locale: Locale) -> str:
    # French counts the first of a month (Lexique des règles typographiques en usage à
    # l'Imprimerie nationale, « Date »); CLDR leaves it at a plain 1.
    if value.day == 1 and locale.language == "fr":
        pattern = pattern.replace("d", "'1er'", 1)
    return in_digits(format_date(value, pattern, locale=locale), locale=str(locale))
