"""Dates as each language writes them, from CLDR (through Babel).

A date may be a day, a month or a year (EDTF level 0, which is ISO 8601-1 with reduced precision,
https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date

from cldr.digits import in_digits

# The skeletons of CLDR by how much of a date is known; the first is the one of the long format
_SKELETONS = {"d": "yMMMMd", "M": "yMMMM", "y": "y"}
_YEAR_AND_WORD = re.compile(r"(y\s?)'(\w)'\.")
# Languages that write the word twice for several years: А. Э. Мильчин, «Справочник издателя и
# автора», 7.3.2; ДСТУ 3582:2013
_DOUBLED = frozenset({"be", "ru", "uk"})


class PartialDate(NamedTuple):
    """A day, or the month or the year in which it lies: what is not known is 0.

    They sort by time, a year before its months and a month before its days.
    """

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Return the date as ISO 8601-1 and EDTF write it: ``2004``, ``2004-06``."""
        return "-".join(f"{part:02}" for part in self if part)

    def is_before(self, other: PartialDate) -> bool:
        """Return whether the date is over when *other* begins, as far as both are known."""
        known = min(len([part for part in one if part]) for one in (self, other))
        return self[:known] < other[:known]


Date = date | PartialDate


def next_day(value: Date) -> date:
    """Return the day after *value*, of which the day is known."""
    return date(value.year, value.month, value.day) + timedelta(days=1)


@cache
def day(value: Date, *, locale: str) -> str:
    """Return *value* written out: ``5 juin 2018``, or what is known: ``juin 2018``, ``2018``."""
    found = _locale(locale)
    if value.day:
        return _format(value, found.date_formats["long"].pattern, found)
    if value.month:
        return _format(value, _month(found), found)
    abridged = _year_and_word(found)
    pattern = abridged[0] if abridged else found.datetime_skeletons[_SKELETONS["y"]].pattern
    return _format(value, pattern, found)


def _month(locale: Locale) -> str:
    """Return the pattern of a month and its year."""
    formats = locale.datetime_skeletons
    pattern = formats.get(_SKELETONS["M"]) or formats["yMMM"]
    return _in_full(pattern.pattern)


def _year_and_word(locale: Locale) -> re.Match[str] | None:
    """Return how *locale* writes a year with a word behind it, as it does behind a month.

    CLDR leaves the word away where a year stands alone, as Russian prose does not.
    """
    return _YEAR_AND_WORD.search(_month(locale))


@cache
def interval(start: Date, end: Date | None, *, locale: str) -> str:
    """Return the time from *start* to *end* written out: ``5–7 juin 2018``, ``2004–2006``.

    CLDR has an interval with the month in full (skeleton ``yMMMMd``) for few languages; for the
    others its abridged one is taken and the name of the month written out.
    """
    if end is None or end == start:
        return day(start, locale=locale)
    found = _locale(locale)
    formats = found.interval_formats
    if _precision(start) != _precision(end):
        around: str = formats[None]
        return around.format(day(start, locale=locale), day(end, locale=locale))
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    skeleton = _SKELETONS[_precision(start)]
    known = formats.get(skeleton) or formats[skeleton.replace("MMMM", "MMM")]
    first, last = known[differs]
    abridged = _year_and_word(found) if skeleton == _SKELETONS["y"] else None
    if abridged and abridged[2] not in last:
        word = abridged[2] * (2 if found.language in _DOUBLED else 1)
        last = last.replace("y", f"{abridged[1]}'{word}'.", 1)
    return _format(start, _in_full(first), found) + _format(end, _in_full(last), found)


_locale = cache(Locale.parse)


def _precision(value: Date) -> str:
    """Return the smallest field that is known, by the letter of CLDR: ``y``, ``M`` or ``d``."""
    return "d" if value.day else "M" if value.month else "y"


def _in_full(pattern: str) -> str:
    return re.sub(r"LLL+|MMM+", lambda month: month[0][0] * 4, pattern)


def _format(value: Date, pattern: str, locale: Locale) -> str:
    # French counts the first of a month (Lexique des règles typographiques en usage à
    # l'Imprimerie nationale, « Date »); CLDR leaves it at a plain 1.
    if value.day == 1 and locale.language == "fr":
        pattern = pattern.replace("d", "'1er'", 1)
    full = date(value.year, value.month or 1, value.day or 1)
    return in_digits(format_date(full, pattern, locale=locale), locale=str(locale))
