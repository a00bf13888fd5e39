"""Seminars: conferences, training courses, workshops and whatever else has a date and a place."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, field_validator

from records import rows
from records.bibliography import Source
from records.facts import Facts
from records.fields import Id, Language, Name, OneOf, Refers, Several, Text, fail
from records.kind import Dates, Kind
from records.meetings import MODE, PLACE, STATUS, FurtherPlace, Meeting
from records.part import Part
from records.parties import BODY, HOLDERS, Parties, shown
from records.related_meetings import CHAIN, RELATED, Relation
from records.sheet_rows import Row
from records.speakers import SPEAKERS, Speaker, each_once
from records.when import When

_TYPES = {
    "seminar": "talks and debate on a subject, for invited practitioners",
    "conference": "a larger meeting with speeches, often public or of high rank",
    "training": "participants are taught, by trainers, with a programme of courses",
    "workshop": "a small group works on a text, a method or cases",
    "working-group": "a standing group meets, with members and a mandate",
    "round-table": "an exchange of views among a few, without lectures",
    "expert-meeting": "experts of several countries or bodies meet, as in a consultation",
    "meeting": "what the source calls a meeting, and nothing else",
    "ministerial-meeting": "ministers meet",
    "network-meeting": "the members of a network meet, as national coordinators do",
    "forum": "what the source calls a forum",
    "simulation-exercise": "participants work on a case that is acted",
    "study-visit": "practitioners visit the services of another country",
    "webinar": "a talk or a course that is held online",
}


class Title(Part):
    """An official title in the language in which it was printed."""

    lang: Language = Field(description="the language of that title")
    text: Name = Field(description="the title as printed")


class EventFacts(Facts, Meeting):
    """Front matter of a page under ``events/``."""

    type: Annotated[str, OneOf(_TYPES)] = Field(
        description="what the source calls the meeting; by what was done where it is silent"
    )
    first_announced: When | None = Field(
        None, description="the first day that was announced, where it was another one than `start`"
    )
    venue: Text | None = Field(None, description="the building or room, where the source names it")
    further_places: tuple[FurtherPlace, ...] = Field(
        (), description="the other places of a meeting that was held in several"
    )
    organisers: Parties = Field((), description="who called the meeting and answers for it")
    in_cooperation_with: Parties = Field(
        (), description="with whom it was held, where the source says `in cooperation with`"
    )
    supporters: Parties = Field(
        (), description="who supported it, where the source says `with the support of`"
    )
    partners: Parties = Field(
        (), description="who helped to prepare or to hold it, and did not call it"
    )
    funders: Parties = Field(
        (), description="who paid for this very meeting, and not for a programme around it"
    )
    participants: Parties = Field(
        (),
        description="who took part without any of these roles, in the words of a source; States "
        "stand with the `participating_states`",
    )
    participating_states: Text | None = Field(
        None, description="the States that took part, as the source names them"
    )
    attendance: Text | None = Field(
        None, description="how many took part, or from which professions"
    )
    series: Annotated[Id, Refers("series")] | None = Field(
        None, description="the series that a source says it belongs to: the id of a page in series/"
    )
    relations: tuple[Relation, ...] = Field(
        (), description="what it has to do with other meetings; those pages show it too"
    )
    speakers: Annotated[tuple[Speaker, ...], AfterValidator(each_once)] = Field(
        (),
        description="everybody whom a source names as one who spoke, taught or moderated; or was "
        "there, by the role `participant`",
    )
    titles: tuple[Title, ...] = Field(
        (), description="titles of the meeting as sources print them, one to a language"
    )
    instruments: Several[Annotated[Id, Refers("instrument")]] = Field(
        (), description="instruments that a source names for this meeting"
    )
    concepts: Several[Annotated[Id, Refers("concept")]] = Field(
        (), description="the subjects, as concepts of the glossary"
    )
    sources: tuple[Source, ...] = Field(
        min_length=1, description="at least one: no fact without a source"
    )

    @field_validator("series", mode="before")
    @classmethod
    def _series_with_a_page(cls, value: Any) -> Any:
        """Tell who describes a series in words where that belongs now."""
        if isinstance(value, str) and " " in value.strip():
            text = "a series has a page of its own, in `series/`: write it, and give its id here"
            raise fail("series", text)
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
        "expert-meeting": "Expert meeting",
        "meeting": "Meeting",
        "ministerial-meeting": "Ministerial meeting",
        "network-meeting": "Network meeting",
        "forum": "Forum",
        "simulation-exercise": "Simulation exercise",
        "study-visit": "Study visit",
        "webinar": "Webinar",
    },
)
TITLES = Row(
    "Titles in the sources",
    rows.Each("titles", rows.Foreign("text", "lang")),
    one="Title in the sources",
)

# States that are named are some of those that took part, and stand in one line with them
_NAMED = rows.Joined(rows.Each("participants", rows.Country("country")))
_STATES = rows.First(
    rows.Phrase(
        "%(states)s, among them %(named)s",
        states=rows.Text("participating_states"),
        named=_NAMED,
    ),
    rows.Text("participating_states"),
    _NAMED,
)

EVENT = Kind(
    "event",
    EventFacts,
    rows=(
        Row("Type", TYPE, heads=True),
        Row("Status", STATUS, heads=True),
        Row("Date", rows.Days("start", "end"), heads=True),
        Row("Date first announced", rows.Days("first_announced")),
        Row("Format", MODE, heads=True),
        Row("Places", PLACE, one="Place", notes={"city": "city", "venue": "venue"}, heads=True),
        Row("Venue", rows.Text("venue"), note="venue"),
        Row("Series", rows.Reference("series")),
        *HOLDERS,
        Row("Taking part", shown("participants", BODY), note="participant"),
        Row("Participating States", _STATES, note="participating States"),
        Row("Attendance", rows.Text("attendance"), note="attendance"),
        *SPEAKERS,
        Row("Instruments", rows.Reference("instruments"), one="Instrument"),
        Row("Concepts", rows.Reference("concepts"), one="Concept"),
        TITLES,
    ),
    foot=(RELATED,),
    heading="name of the seminar",
    hidden={"url": "a source leads to the page of the organiser"},
    chains=(CHAIN,),
    dates=Dates(
        "start",
        "of a seminar: its first day and its place, as in 2018-06-05-chisinau",
        last="end",
        announced="first_announced",
    ),
    sidebar="city",
)
