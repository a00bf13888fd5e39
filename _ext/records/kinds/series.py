"""Series: meetings that their sources present as one cycle, project or network."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from records import rows
from records.facts import Facts
from records.fields import Id, OneOf, Several, Text
from records.kind import Kind
from records.kinds.events import TITLES, Title
from records.meetings import MODE, STATUS, Meeting
from records.parties import HOLDERS, Parties
from records.sheet_rows import Row
from records.when import When, in_order

_TYPES = {
    "cycle": "meetings on one subject, one after the other",
    "project": "meetings of one project, with its own money and end",
    "network": "meetings of people or services that keep in touch",
    "process": "meetings of States that have agreed to meet again",
}


class OtherMeeting(Meeting):
    """A meeting of the series that has no page: a line with its date, its place and its sources."""

    name: Text | None = Field(None, description="what it was called, in French")
    sources: Several[Id] = Field(
        min_length=1, description="the ids of the sources of this page that tell of it"
    )


class SeriesFacts(Facts):
    """Front matter of a page under ``series/``.

    The meetings that have a page name the series there; the others are lines of `meetings`.
    """

    type: Annotated[str, OneOf(_TYPES)] = Field(description="what holds the meetings together")
    start: When | None = Field(None, description="when the series began, where a source says so")
    end: When | None = Field(None, description="when it ended")
    organisers: Parties = Field((), description="who holds the series")
    in_cooperation_with: Parties = Field(
        (), description="with whom, where a source says `in cooperation with`"
    )
    supporters: Parties = Field(
        (), description="who supports it, where a source says `with the support of`"
    )
    partners: Parties = Field((), description="who helps to hold it")
    funders: Parties = Field(
        (), description="who pays for the series; who paid for one meeting is told on its page"
    )
    titles: tuple[Title, ...] = Field(
        (), description="titles of the series as sources print them, one to a language"
    )
    meetings: tuple[OtherMeeting, ...] = Field(
        (), description="its meetings that have no page; the others are found by their own pages"
    )

    _in_order = field_validator("end")(in_order)


_TYPE = rows.Word(
    "type",
    {
        "cycle": "Series of meetings on one subject",
        "project": "Project",
        "network": "Network",
        "process": "Process",
    },
)
_MEETING = rows.Joined(
    rows.Text("name"), rows.Place("city", "country"), rows.Days("start", "end"), MODE, STATUS
)

SERIES = Kind(
    "series",
    SeriesFacts,
    rows=(
        Row("Type", _TYPE, heads=True),
        Row("Date", rows.Days("start", "end"), heads=True),
        *HOLDERS,
        TITLES,
        Row("Website", rows.Website("url")),
    ),
    foot=(
        Row(
            "Meetings",
            rows.Each("meetings", rows.Run(_MEETING, rows.Citations("sources"))),
            notes={"name": "name of the meeting", "city": "city"},
        ),
    ),
    heading="name of the series of meetings",
)
