"""Seminars: conferences, training courses, workshops and whatever else has a date and a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationInfo, field_validator

from records import rows
from records.bibliography import Source
from records.facts import Facts
from records.fields import Country, Day, Id, Language, Name, OneOf, Refers, Several, Text, fail
from records.kind import Dates, Kind
from records.part import Part
from records.rows import Row

if TYPE_CHECKING:
    from datetime import date

_Organisation = Annotated[Id, Refers("org")]


class Speaker(Part):
    """Somebody in the public function in which the source names him or her."""

    name: Name = Field(description="first name and surname, as the source writes them")
    function: Text = Field(description="the public function in which the source names the person")
    organisation: _Organisation | None = Field(
        None, description="for which he or she spoke, where the function does not name it"
    )
    country: Country | None = Field(
        None, description="the country instead, where it is no organisation of the archive"
    )
    announced: bool = Field(
        default=False, description="true where only an announcement or programme names the person"
    )


class Title(Part):
    """An official title in the language in which it was printed."""

    lang: Language = Field(description="the language of that title")
    text: Name = Field(description="the title as printed")


class EventFacts(Facts):
    """Front matter of a page under ``events/``."""

    type: Annotated[
        str,
        OneOf(
            {
                "seminar": "talks and debate on a subject, for invited practitioners",
                "conference": "a larger meeting with speeches, often public or of high rank",
                "training": "participants are taught, by trainers, with a programme of courses",
                "workshop": "a small group works on a text, a method or cases",
                "working-group": "a standing group meets, with members and a mandate",
                "round-table": "an exchange of views among a few, without lectures",
            }
        ),
    ] = Field(description="what the source calls the meeting; by what was done where it is silent")
    start: Day = Field(description="the first day; the id of the page begins with it")
    end: Day | None = Field(None, description="the last day, left out when it is the same")
    city: Text = Field(description="the city, in French")
    venue: Text | None = Field(None, description="the building or room, where the source names it")
    country: Country = Field(description="the country of that city")
    organisers: Several[_Organisation] = Field(
        (), description="who called the meeting and answers for it"
    )
    partners: Several[_Organisation] = Field(
        (), description="who helped to prepare or to hold it, and did not call it"
    )
    funders: Several[_Organisation] = Field(
        (), description="who paid for this very meeting, and not for a programme around it"
    )
    participants: Several[_Organisation] = Field(
        (), description="who took part without any of these roles, in the words of a source"
    )
    participating_states: Text | None = Field(
        None, description="the States that took part, as the source names them"
    )
    attendance: Text | None = Field(
        None, description="how many took part, or from which professions"
    )
    series: Text | None = Field(None, description="the series or programme that it belongs to")
    speakers: tuple[Speaker, ...] = Field(
        (), description="everybody whom a source names as one who spoke, taught or moderated"
    )
    titles: tuple[Title, ...] = Field(
        (), description="titles of the meeting as sources print them, one to a language"
    )
    instruments: Several[Annotated[Id, Refers("instrument")]] = Field(
        (), description="legal instruments that a source names for this meeting"
    )
    concepts: Several[Annotated[Id, Refers("concept")]] = Field(
        (), description="the subjects, as concepts of the glossary"
    )
    sources: tuple[Source, ...] = Field(
        min_length=1, description="at least one: no fact without a source"
    )

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
