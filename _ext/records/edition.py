"""The edition of the archive: its number and its date, which site, book and data share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from records.faults import Fault, given, hidden_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NUMBER, DATE = "version", "seminars_edition_date"


class Edition(NamedTuple):
    """What ``conf.py`` says of the edition; a number that is empty or a day of None is unknown."""

    number: str = ""
    day: date | None = None


def edition(settings: Mapping[str, Any]) -> Edition:
    """Return the edition that *settings* name."""
    return Edition(settings.get(NUMBER) or "", _day(settings.get(DATE)))


def _day(value: object) -> date | None:
    """Return the day that *value* is in the form of ISO 8601, if it is one."""
    text = value if isinstance(value, str) and len(value) == len("2026-11-26") else ""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def number_faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Refuse a number of more than one line."""
    number = settings[NUMBER]
    if hidden := hidden_in(number):
        yield Fault(NUMBER, hidden)
    elif len(number.splitlines()) > 1:
        yield Fault(NUMBER, "the number of the edition is one line of text")


def date_faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Refuse what is no day."""
    value = settings[DATE]
    if value and not _day(value):
        yield Fault(DATE, f'{given(value)} is no day: year-month-day, as in "2026-11-26", or ""')
