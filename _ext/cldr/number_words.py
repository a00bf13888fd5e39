"""Words beside numbers, from CLDR (through Babel): thousands, months, times of the day."""

from __future__ import annotations

import re
from datetime import time
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import get_period_id

from cldr.locale_codes import known_locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from babel import Locale

_UNSEEN = re.compile(r"['\u200e\u200f\u061c-]")  # in a pattern: quotes, directions, a minus
_ABOUT = 2  # hours by which what is afternoon to one speaker is evening to another


@cache
def scales(language: str) -> Mapping[str, int]:
    """Return the words that multiply a number: ``milioane`` by 1,000,000, ``万`` by 10,000.

    They come from the compact formats of decimals (UTS #35, part 3), without capitals; there are
    none for a *language* that is not known, or of which CLDR has none.
    """
    locale = known_locale(language)
    found = dict(_scales(locale)) if locale else {}
    is_known = any(len(word) > 1 or not word.isascii() for word in found)  # not the root's K, M, G
    return found if is_known else {}


def _scales(locale: Locale) -> Iterator[tuple[str, int]]:
    for formats in locale.compact_decimal_formats.values():
        for of_plural in formats.values():
            for size, pattern in of_plural.items():
                positive = _UNSEEN.sub("", str(pattern.pattern).split(";")[0])
                zeros = positive.count("0")
                word = " ".join(re.sub("0+", " ", positive).split()).casefold()
                if zeros and word:
                    yield word, int(size) // 10 ** (zeros - 1)


@cache
def month_names(month: int, *, language: str) -> frozenset[str]:
    """Return what *month* (1 to 12) is called in *language*, in and out of a date; none if unknown.

    Names are without capitals; abbreviations are among them, and numbers are not.
    """
    locale = known_locale(language)
    if locale is None:
        return frozenset()
    names = (
        str(names[month]).casefold().strip(".")
        for forms in locale.months.values()
        for width, names in forms.items()
        if width != "narrow"
    )
    return frozenset(name for name in names if not re.search(r"\d", name))


@cache
def day_periods(hour: int, *, language: str) -> frozenset[str]:
    """Return what *language* writes behind an *hour* of the second half of the day on a dial of 12.

    ``pm`` and ``in the afternoon``, say: without capitals and full stops. None if it is not known.
    """
    locale = known_locale(language)
    if locale is None:
        return frozenset()
    near = range(max(hour - _ABOUT, 12), min(hour + _ABOUT, 23) + 1)
    exact = {12: "noon", 24: "midnight"}.get(hour, "pm")
    periods = {exact, "pm"} | {get_period_id(time(one, 1), locale=locale) for one in near}
    return frozenset(
        str(names[period]).casefold().replace(".", "")
        for forms in locale.day_periods.values()
        for width, names in forms.items()
        for period in periods
        if width != "narrow" and period in names
    )
