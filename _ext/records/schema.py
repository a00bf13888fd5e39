"""What the front matter of each kind of record may hold, and what is wrong with a given one.

The models are the one place that names the keys: the check of a page, the fact sheet's free texts,
the references to other records and the JSON Schema for editors all come from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from records.model import Kind, Target
from records.values import (
    ConceptId,
    Country,
    Day,
    Free,
    InstrumentId,
    Language,
    Name,
    OrganisationId,
    Several,
    Text,
    Url,
    Year,
    fail,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False, defer_build=True)


class Source(_Part):
    """A page on which the facts stand; its publisher is a record or, failing that, a text."""

    url: Url
    title: Name
    lang: Language
    publisher: OrganisationId | None = None
    publisher_name: Text | None = None
    date: Day | None = None

    @field_validator("publisher_name")
    @classmethod
    def _one_publisher(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("publisher"):
            raise fail("publisher", "give `publisher` or `publisher_name`, and not both")
        return value


class Speaker(_Part):
    """Somebody in the public function in which the source names him or her."""

    name: Name
    function: Text
    organisation: OrganisationId | None = None
    country: Country | None = None
    announced: bool = False


class Title(_Part):
    """An official title in the language in which it was printed."""

    lang: Language
    text: Name


class Definition(_Part):
    """Where an instrument defines a concept."""

    instrument: InstrumentId
    article: Name


class Relation(_Part):
    """How an instrument stands to another one."""

    type: Literal[
        "protocol-to",
        "supplemented-by",
        "builds-on",
        "recalls",
        "replaces",
        "implements",
        "refers-to",
        "establishes",
    ]
    target: InstrumentId


class Number(_Part):
    """The number under which a series holds an instrument, as in CETS No. 197."""

    series: Literal["CETS", "ETS", "UNTS", "EU", "OSCE", "UN", "MD"]
    ref: Text


class _Page(_Part):
    updated: Day
    url: Url | None = None
    sources: tuple[Source, ...] = ()


class EventFacts(_Page):
    """Front matter of a page under ``events/``."""

    type: Literal["seminar", "conference", "training", "workshop", "working-group", "round-table"]
    start: Day
    end: Day | None = None
    city: Text
    venue: Text | None = None
    country: Country
    organisers: Several[OrganisationId] = ()
    partners: Several[OrganisationId] = ()
    funders: Several[OrganisationId] = ()
    participants: Several[OrganisationId] = ()
    participating_states: Text | None = None
    attendance: Text | None = None
    series: Text | None = None
    speakers: tuple[Speaker, ...] = ()
    titles: tuple[Title, ...] = ()
    instruments: Several[InstrumentId] = ()
    concepts: Several[ConceptId] = ()
    sources: tuple[Source, ...] = Field(min_length=1)

    @field_validator("end")
    @classmethod
    def _in_order(cls, value: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("start")
        if value and start and value < start:
            raise fail("end", f"{value} is before the start, {start}")
        return value


class OrganisationFacts(_Page):
    """Front matter of a page under ``glossary/organisations/``."""

    type: Literal[
        "un-body",
        "intergovernmental",
        "eu-institution",
        "eu-agency",
        "treaty-body",
        "court",
        "national-authority",
        "ngo",
        "foundation",
        "network",
    ]
    abbreviation: Text | None = None
    official: Several[Language] = ()
    parent: OrganisationId | None = None
    founded: Year | None = None
    city: Text | None = None
    country: Country | None = None


class InstrumentFacts(_Page):
    """Front matter of a page under ``glossary/instruments/``."""

    type: Literal[
        "treaty",
        "protocol",
        "eu-directive",
        "eu-framework-decision",
        "eu-strategy",
        "political-commitment",
        "national-law",
    ]
    short_name: Text
    official: Several[Language] = ()
    adopted_by: OrganisationId | None = None
    adopted: Day | None = None
    opened_for_signature: Day | None = None
    signed: Day | None = None
    published: Day | None = None
    in_force: Day | None = None
    transposed_by: Day | None = None
    city: Text | None = None
    country: Country | None = None
    number: Number | None = None
    document: Text | None = None
    celex: Name | None = None
    monitoring: Several[OrganisationId] = ()
    relations: tuple[Relation, ...] = ()


class ConceptFacts(_Page):
    """Front matter of a page under ``glossary/concepts/``."""

    also: Text | None = None
    defined_in: tuple[Definition, ...] = ()
    related: Several[ConceptId] = ()


Facts = EventFacts | OrganisationFacts | InstrumentFacts | ConceptFacts

MODELS: dict[Kind, type[Facts]] = {
    Kind.EVENT: EventFacts,
    Kind.ORGANISATION: OrganisationFacts,
    Kind.INSTRUMENT: InstrumentFacts,
    Kind.CONCEPT: ConceptFacts,
}


def _marks(model: BaseModel, path: str = "") -> Iterator[tuple[str, str, object]]:
    """Yield (path, value, mark) for each string whose type carries a mark."""
    for name, field in type(model).model_fields.items():
        here = f"{path}.{name}" if path else name
        value = getattr(model, name)
        values = value if isinstance(value, tuple) else (value,)
        for number, item in enumerate(values):
            place = f"{here}.{number}" if isinstance(value, tuple) else here
            if isinstance(item, BaseModel):
                yield from _marks(item, place)
            elif isinstance(item, str):
                for mark in (*field.metadata, *_metadata_in(field.annotation)):
                    yield place, item, mark


def _metadata_in(annotation: Any) -> Iterator[object]:
    """Yield the marks in a type such as ``tuple[OrganisationId, ...]``."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in getattr(annotation, "__args__", ()):
        yield from _metadata_in(argument)


def free_texts(facts: Facts) -> dict[str, str]:
    """Return the texts of *facts* that readers see, by their path, in the order of the schema."""
    return {path: value for path, value, mark in _marks(facts) if isinstance(mark, Free)}


def targets(facts: Facts) -> Iterator[tuple[str, Target]]:
    """Yield the path and the target of each reference that *facts* hold to another record."""
    for path, value, mark in _marks(facts):
        if isinstance(mark, Kind):
            yield path, Target(mark, value)


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the front matter of records of *kind*."""
    schema = MODELS[kind].model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
