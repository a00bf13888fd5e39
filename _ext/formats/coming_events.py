"""A calendar file for each seminar that lies ahead: iCalendar (RFC 5545); none for the past.

A format has no clock, and a build gives the same bytes on any day. So what lies ahead is what
begins after the edition and after the last change of any page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cldr.dates import next_day
from records.kinds.events import EventFacts
from texts.harmless import in_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from formats.content import Content
    from records.archive import Record

_OCTETS = 75  # of a line (section 3.1)


def coming(content: Content) -> Iterator[Record]:
    """Yield the seminars of which the first day is known, and lies ahead."""
    days = [str(record.facts.updated) for record in content.records.values() if record.facts]
    today = max([*days, str(content.edition.day or "")], default="")
    for record in content.records.values():
        facts = record.facts
        if not isinstance(facts, EventFacts) or facts.status == "cancelled":
            continue
        if facts.start.day and str(facts.start) > today:
            yield record


def files(content: Content) -> Mapping[str, bytes]:
    """Return the file of each, by its page."""
    return {record.docname: _calendar(content, record) for record in coming(content)}


def _calendar(content: Content, record: Record) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(content.source_name)}//seminars//",
    ]
    lines += ["BEGIN:VEVENT", *_event(content, record), "END:VEVENT", "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def _event(content: Content, record: Record) -> Iterable[str]:
    facts = record.facts
    assert isinstance(facts, EventFacts)
    place = f"{content.site_url}{content.language}/" if content.site_url else ""
    yield f"UID:{record.id}@{place or 'archive'}"
    yield f"DTSTAMP:{facts.updated:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{str(facts.start).replace('-', '')}"
    last = facts.end or facts.start
    if last.day:
        yield f"DTEND;VALUE=DATE:{next_day(last):%Y%m%d}"  # the first that is not of it
    yield f"SUMMARY:{_text(content.title(record.docname).text)}"
    yield f"DESCRIPTION:{_text(content.summary(record.docname))}"
    if place:
        yield f"URL:{place}{content.addresses[record.docname]}"


def _text(text: str) -> str:
    """Return *text* as a value of that type (section 3.3.11)."""
    return re.sub(r"([\\;,])", r"\\\1", " ".join(in_xml(text).split()))


def _folded(line: str) -> bytes:
    """Return *line* broken where it is too long, between characters."""
    parts: list[bytes] = []
    part = b""
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > _OCTETS - bool(parts):
            parts.append(part)
            part = b""
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
