"""What the front matter of each kind of record may hold, and what is wrong with a given one.

The models are the one place that names the keys: the check of a page, the fact sheet's free texts,
the references to other records and the JSON Schema for editors all come from here.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from babel import Locale
from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from seminars.model import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_LOCALE = Locale.parse("en")
_COUNTRIES = frozenset(
    code for code in map(str, _LOCALE.territories) if re.fullmatch("[A-Z]{2}", code)
) - {
    # groupings and placeholders of CLDR are no countries (UTS #35, unicode_region_subtag)
    *("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"),
}
_LANGUAGES = frozenset(code for code in map(str, _LOCALE.languages) if "_" not in code) - {
    "mul",
    "und",
    "zxx",
}


def _fail(kind: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "{text}", {"text": message})


def _record_id(value: str) -> str:
    if ID.fullmatch(value):
        return value
    raise _fail("id", f"`{value}` is no id: small letters, digits and single hyphens are allowed")


def _country(value: str) -> str:
    if value in _COUNTRIES:
        return value
    raise _fail(
        "country",
        f"`{value}` is no country: two capital letters of ISO 3166-1 are allowed, as in MD or FR",
    )


def _language(value: str) -> str:
    if value in _LANGUAGES:
        return value
    raise _fail("language", f"`{value}` is no language: a code as in fr, en or sr is allowed")


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _fail(
            "date", f"`{value}` is no date: year-month-day is allowed, as in 2018-06-05"
        ) from None


def _url(value: str) -> str:
    try:
        TypeAdapter(AnyHttpUrl).validate_python(value)
    except ValidationError:
        raise _fail(
            "url", f"`{value}` is no web address: it begins with https:// or http://"
        ) from None
    return value


def _text(value: str) -> str:
    if value.strip():
        return value.strip()
    raise _fail("text", "is empty: give a text, or leave the key out")


class Free:
    """Marks the type of a text that readers see and translators translate."""


Text = Annotated[str, AfterValidator(_text), Free()]
Name = Annotated[str, AfterValidator(_text)]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, AfterValidator(_language)]
Url = Annotated[str, AfterValidator(_url)]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
OrganisationId = Annotated[str, AfterValidator(_record_id), Kind.ORGANISATION]
InstrumentId = Annotated[str, AfterValidator(_record_id), Kind.INSTRUMENT]
ConceptId = Annotated[str, AfterValidator(_record_id), Kind.CONCEPT]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False)


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
            raise _fail("publisher", "give `publisher` or `publisher_name`, and not both")
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
    organisers: tuple[OrganisationId, ...] = ()
    partners: tuple[OrganisationId, ...] = ()
    funders: tuple[OrganisationId, ...] = ()
    participants: tuple[OrganisationId, ...] = ()
    participating_states: Text | None = None
    attendance: Text | None = None
    series: Text | None = None
    speakers: tuple[Speaker, ...] = ()
    titles: tuple[Title, ...] = ()
    instruments: tuple[InstrumentId, ...] = ()
    concepts: tuple[ConceptId, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)

    @field_validator("end")
    @classmethod
    def _in_order(cls, value: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("start")
        if value and start and value < start:
            raise _fail("end", f"{value} is before the start, {start}")
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
    official: tuple[Language, ...] = ()
    parent: OrganisationId | None = None
    founded: Annotated[int, Field(ge=1800, le=2100)] | None = None
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
    official: tuple[Language, ...] = ()
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
    monitoring: tuple[OrganisationId, ...] = ()
    relations: tuple[Relation, ...] = ()


class ConceptFacts(_Page):
    """Front matter of a page under ``glossary/concepts/``."""

    also: Text | None = None
    defined_in: tuple[Definition, ...] = ()
    related: tuple[ConceptId, ...] = ()


Facts = EventFacts | OrganisationFacts | InstrumentFacts | ConceptFacts

MODELS: dict[Kind, type[Facts]] = {
    Kind.EVENT: EventFacts,
    Kind.ORGANISATION: OrganisationFacts,
    Kind.INSTRUMENT: InstrumentFacts,
    Kind.CONCEPT: ConceptFacts,
}


@dataclass(frozen=True)
class Fault:
    """Something wrong at the key *path*, in words that an editor understands."""

    path: str
    message: str
    meant: str = ""  # the key of which this one seems a misspelling


def check(kind: Kind, data: Mapping[str, Any]) -> tuple[Facts | None, list[Fault]]:
    """Check *data*, the front matter of a record of *kind*.

    Return the facts and no fault, or None and every fault at once.
    """
    model = MODELS[kind]
    try:
        facts = model.model_validate(data)
    except ValidationError as error:
        return None, _without_echoes([_fault(model, details) for details in error.errors()])
    if not facts.url and not facts.sources and not getattr(facts, "defined_in", ()):
        return None, [Fault("sources", "missing: no fact without a source (`sources` or `url`)")]
    return facts, []


def _without_echoes(faults: list[Fault]) -> list[Fault]:
    """Leave out the faults that only follow from another one.

    A list with one wrong entry is not too short (pydantic counts the entries that passed), and a
    key that was misspelt is not missing.
    """
    paths = [fault.path for fault in faults]
    meant = {f"{fault.path.rpartition('.')[0]}.{fault.meant}".lstrip(".") for fault in faults}
    return [
        fault
        for fault in faults
        if fault.path not in meant and not any(path.startswith(f"{fault.path}.") for path in paths)
    ]


def _fault(model: type[BaseModel], error: ErrorDetails) -> Fault:
    """Say in plain words what pydantic found."""
    path = ".".join(str(part) for part in error["loc"])
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        return _unknown_key(model, error["loc"])
    messages = {
        "missing": "this key is missing",
        "literal_error": f"`{given}` is not allowed here: {error.get('ctx', {}).get('expected')}",
        "string_type": f"`{given}` is no text: put it between quotes",
        "tuple_type": "a list is expected: [first, second], or one entry to a line after a hyphen",
        "too_short": "at least one entry is needed",
        "model_type": "keys are expected here, one `key: value` to a line",
        "bool_parsing": f"`{given}` is neither true nor false",
        "bool_type": f"`{given}` is neither true nor false",
        "int_parsing": f"`{given}` is no whole number",
        "int_type": f"`{given}` is no whole number",
    }
    return Fault(path, messages.get(kind, error["msg"]))


def _unknown_key(model: type[BaseModel], path: tuple[int | str, ...]) -> Fault:
    """Name the key that was probably meant, or all that are allowed."""
    place = ".".join(str(part) for part in path)
    allowed = [name for name, _ in _fields_at(model, path[:-1])]
    close = difflib.get_close_matches(str(path[-1]), allowed, n=1)
    if close:
        return Fault(place, f"there is no such key; did you mean `{close[0]}`?", close[0])
    return Fault(place, f"there is no such key; allowed are {', '.join(sorted(allowed))}")


def _fields_at(model: type[BaseModel], path: tuple[int | str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the keys that *model* allows at *path*."""
    for part in path:
        if isinstance(part, str):
            model = next(_models_in(model.model_fields[part].annotation))
    yield from model.model_fields.items()


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models in a type such as ``tuple[Source, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


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
