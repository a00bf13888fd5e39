"""The name of a page: an address for ever, and the id of a record, which may begin with a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from records.faults import Fault, quoted
from records.fields import ID, OF_IDS
from records.folders import SINGULAR
from records.when import when_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from records.kind import Dates, Kind, Target

# A date, and something behind it that does not go on with the date
_DATED = re.compile("([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)-(?![0-9]{2}(?:-|$)).+")


def date_in(name: str) -> str:
    """Return the day, month or year with which the *name* of a page begins; empty for none."""
    found = _DATED.fullmatch(name)
    return found[1] if found and when_of(found[1]) else ""


def how_to_begin(target: Target) -> str:
    """Return with which command to begin the page of *target*, or "" where its name is no id."""
    if not ID.fullmatch(target.id) or (target.kind.dates and not date_in(target.id)):
        return ""
    command = f"make new-record KIND={SINGULAR[target.kind.folder]} ID={target.id}"
    return f"to begin it, `{command}`"


def faults_of(kind: Kind | None, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the name of the page: it is an address, or an id, for ever."""
    if not ID.fullmatch(name):
        yield Fault("", f"the name of the file, {quoted(name)}, is no id: {OF_IDS}", 1)
    elif kind is not None and kind.dates and not _DATED.fullmatch(name):
        text = f"the name of the file, {quoted(name)}, is no id {kind.dates.ids}"
        yield Fault("", text, 1)


def faults_of_date(dates: Dates, name: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    """Say if an id begins with another date than the one known, or the one first announced.

    Either may be known more exactly than the other: an id stays when a day is found out.
    """
    written = _DATED.fullmatch(name)
    days = [data[key] for key in (dates.first, dates.announced) if when_of(data.get(key))]
    if not written or not days:
        return
    if not any(
        f"{day}-".startswith(f"{written[1]}-") or f"{written[1]}-".startswith(f"{day}-")
        for day in days
    ):
        text = f"the name of the file, {quoted(name)}, begins with another day: mend one of them"
        known = f", or give the day in the name as `{dates.announced}`" if dates.announced else ""
        yield Fault(dates.first, text + known)
