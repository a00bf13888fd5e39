"""Dates of which the day or the month may be unknown, as an editor writes them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from cldr.dates import PartialDate
from records.faults import quoted
from records.fields import FROM_TO, YEARS, Form, fail, no_such_day

_WHEN = re.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_ALLOWED = "year-month-day, year-month or the year is allowed, as in 2018-06-05, 2018-06 or 2018"


def when_of(value: object) -> PartialDate | None:
    """Return the day, month or year that *value* is in a front matter, if it is one."""
    found = _WHEN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups("0"))
    with suppress(ValueError):  # the 30th of February
        date(year, month or 1, day or 1)
        return PartialDate(year, month, day)
    return None


def _when(value: object) -> PartialDate:
    found = when_of(value)
    if found is None:
        raise fail("date", f"{quoted(value)} is no date: {no_such_day(value) or _ALLOWED}")
    if found.year not in YEARS:
        raise fail("year", f"{quoted(value)} is no date of the archive: {FROM_TO}")
    return found


def in_order(value: PartialDate | None, info: ValidationInfo) -> PartialDate | None:
    """Return *value*, the ``end`` of what has a ``start``; refuse one that is before that."""
    start = info.data.get("start")
    if value and start and value.is_before(start):
        raise fail("end", f"{value} is before the start, {start}")
    return value


# A day, a month or a year (EDTF level 0, https://www.loc.gov/standards/datetime/)
When = Annotated[
    PartialDate,
    PlainValidator(_when),
    WithJsonSchema({"type": "string", "pattern": f"^{_WHEN.pattern}$"}),
    Form("day, month or year, as in 2018-06-05, 2018-06 or 2018"),
]
