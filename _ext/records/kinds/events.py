"""Seminars: conferences, training courses, workshops and whatever else has a date and a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from records import rows
from records.facts import Facts, Part, Source
from records.fields import Country, Day, Id, Language, Name, Refers, Several, Text, fail
from records.kind import Dates, Kind
from records.rows import Row

if TYPE_CHECKING:
    from datetime import date

_Organisation = Annotated[Id, Refers("org")]


class Speaker(Part):
    """Somebody in the public function in which the source names him or her."""

    name: Name
    function: Text
    organisation: _Organisation | None = None
    country: Country | None = None
    announced: bool = False


class Title(Part):
    """An official title in the language in which it was printed."""

    lang: Language
    text: Name


class EventFacts(Facts):
    """Front matter of a page under ``events/``."""

    type: Literal["seminar", "conference", "training", "workshop", "working-group", "round-table"]
    start: Day
    end: Day | None = None
    city: Text
    venue: Text | None = None
    country: Country
    organisers: Several[_Organisation] = ()
    partners: Several[_Organisation] = ()
    funders: Several[_Organisation] = ()
    participants: Several[_Organisation] = ()
    participating_states: Text | None = None
    attendance: Text | None = None
    series: Text | None = None
    speakers: tuple[Speaker, ...] = ()
    titles: tuple[Title, ...] = ()
    instruments: Several[Annotated[Id, Refers("instrument")]] = ()
    concepts: Several[Annotated[Id, Refers("concept")]] = ()
    sources: tuple[Source, ...] = Field(min_length=1)

    @field_validator("end")
    @classmethod
    def _in_order(cls, value: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("start")
        if value and start and value < start:
            raise fail("end", f"{value} is before the start, {start}")
        return value


TYPE = rows.Word(
    "type",
    {
        "seminar": "Seminar",
        "conference": "Conference",
        "training": "Training course",
        "workshop": "Workshop",
        "working-group": "Working group",
        "round-table": "Round table",
    },
)
_SPEAKER = rows.First(
    rows.Phrase(
        "%(name)s, %(function)s (%(organisation)s)",
        name=rows.Value("name", strong=True),
        function=rows.Text("function"),
        organisation=rows.First(rows.Reference("organisation"), rows.Country("country")),
    ),
    rows.Phrase(
        "%(name)s, %(function)s",
        name=rows.Value("name", strong=True),
        function=rows.Text("function"),
    ),
)
_ANNOUNCED = rows.Phrase(" — %s", rows.Word("announced", {True: "announced"}))

EVENT = Kind(
    "event",
    EventFacts,
    rows=(
        Row("Kind", TYPE),
        Row("Date", rows.Days("start", "end")),
        Row("Place", rows.Place("city", "country"), note="ville"),
        Row("Venue", rows.Text("venue"), note="lieu de la réunion"),
        Row("Series", rows.Text("series"), note="série de séminaires"),
        Row("Organisers", rows.Reference("organisers")),
        Row("Partners", rows.Reference("partners")),
        Row("Funders", rows.Reference("funders")),
        Row("Participating organisations", rows.Reference("participants")),
        Row("Participating States", rows.Text("participating_states"), note="États participants"),
        Row("Attendance", rows.Text("attendance"), note="participation"),
        Row(
            "Speakers",
            rows.Each("speakers", rows.Run(_SPEAKER, _ANNOUNCED)),
            note="fonction de l’intervenant",
        ),
        Row("Legal instruments", rows.Reference("instruments")),
        Row("Concepts", rows.Reference("concepts")),
        Row("Titles in the sources", rows.Each("titles", rows.Foreign("text", "lang"))),
    ),
    heading="nom du séminaire",
    hidden={"url": "a source leads to the page of the organiser"},
    dates=Dates(
        "start",
        "of a seminar: its first day and its place, as in 2018-06-05-chisinau",
        last="end",
    ),
    sidebar="city",
)
