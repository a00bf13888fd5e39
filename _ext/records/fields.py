"""The types of the values of a front matter: texts, dates, countries, ids of other records."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from cldr.former_countries import former
from cldr.language_tags import WELL_FORMED, primary, tag
from cldr.languages import countries, language_codes
from records.faults import hidden_in, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_ADDRESS = TypeAdapter(AnyHttpUrl)
# An id is the name of files, to which a build adds, and 255 bytes are the limit of file systems
ID = re.compile(r"(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*")
OF_IDS = "small letters, digits and single hyphens are allowed, a hundred at most"
_LONGEST_TEXT = 5_000  # all States of the world, and more
_LONGEST_URL = 2_000  # what browsers and search engines take
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CALENDAR = re.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_MONTHS = 12
_YEAR = re.compile("[0-9]{4}")
YEARS = range(1600, 2101)
FROM_TO = f"years from {YEARS[0]} to {YEARS[-1]} are allowed"
_BEGINNING = re.compile("https?://[^/?#]", re.IGNORECASE)
# RFC 3986, section 2: what no address holds; letters of other scripts are for browsers to encode
_NO_ADDRESS = re.compile(r"[\s<>\"`{}|\\^]|%(?![0-9A-Fa-f]{2})")


def fail(kind: str, message: str) -> PydanticCustomError:
    """Return the error that refuses a value, with a message in an editor's words."""
    return PydanticCustomError(kind, "{text}", {"text": message})


def _record_id(value: str) -> str:
    if ID.fullmatch(value):
        return value
    parts = re.split(r"[\s;/+&]+", value)
    are_ids = len(parts) > 1 and all(map(ID.fullmatch, parts))
    comma = "; between two ids there is a comma" if are_ids else ""
    raise fail("id", f"{quoted(value)} is no id: {OF_IDS}{comma}")


def _country(value: str) -> str:
    if value in countries() or former(value):
        return value
    text = "two capital letters of ISO 3166-1 are allowed, as in MD or FR, or of ISO 3166-3, as YU"
    raise fail("country", f"{quoted(value)} is no country: {text}")


def _language(value: str) -> str:
    if WELL_FORMED.fullmatch(value) and primary(value) in language_codes():
        return tag(value)
    raise fail("language", f"{quoted(value)} is no language: a code as in fr or pt-BR is allowed")


def _date(value: object) -> object:
    day = day_of(value)
    if day is None:
        text = "year-month-day is allowed, as in 2018-06-05"
        raise fail("date", f"{quoted(value)} is no date: {no_such_day(value) or text}")
    if day.year not in YEARS:
        raise fail("year", f"{quoted(value)} is no date of the archive: {FROM_TO}")
    return day


def day_of(value: object) -> date | None:
    """Return the day that *value* is in a front matter, if it is one."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):  # the 40th of the 13th month
            return date.fromisoformat(value)
    return None


def no_such_day(value: object) -> str:
    """Return what a calendar lacks of *value*, which is written as a day or a month, or ""."""
    found = _CALENDAR.fullmatch(value) if isinstance(value, str) else None
    year, month, day = found.groups(default="1") if found else ("1", "1", "1")
    if int(year) not in YEARS:
        return ""
    if not 1 <= int(month) <= _MONTHS:
        return f"a year has the months 01 to {_MONTHS}"
    last = monthrange(int(year), int(month))[1]
    return "" if 1 <= int(day) <= last else f"{year}-{month} has the days 01 to {last}"


def _year(value: object) -> object:
    if isinstance(value, str) and _YEAR.fullmatch(value) and int(value) in YEARS:
        return int(value)
    raise fail("year", f"{quoted(value)} is no year: {FROM_TO}")


def _url(value: str) -> str:
    if len(value) > _LONGEST_URL:
        raise fail("url", f"the address is too long: {_LONGEST_URL} characters are allowed")
    wrong = _NO_ADDRESS.search(value)
    if wrong:
        code = "".join(f"%{byte:02X}" for byte in wrong[0].encode())
        shown = "a space" if wrong[0] == " " else quoted(wrong[0])
        text = f"{shown} cannot stand in an address: copy it from the browser, or write {code}"
        raise fail("url", f"{quoted(value)} is no web address: {text}")
    hidden = hidden_in(value)
    if hidden:
        raise fail("url", hidden)
    try:
        address = _ADDRESS.validate_python(value)
    except ValidationError:
        address = None
    if address is None or not _BEGINNING.match(value):
        text = "it begins with https:// or http://, and the name of a site follows"
        raise fail("url", f"{quoted(value)} is no web address: {text}")
    if address.username or address.password:
        raise fail("url", "the address holds the name or password of a user: take it out")
    return value


def _text(value: str) -> str:
    text = value.strip()
    if not text:
        raise fail("text", "is empty: give a text, or leave the key out")
    if len(text) > _LONGEST_TEXT:
        raise fail("text", f"the text has more than {_LONGEST_TEXT} characters: shorten it")
    if "\n" in text or "\t" in text:
        raise fail("text", "the text has several lines or a tab: write it on one line, with spaces")
    hidden = hidden_in(text)
    if hidden:
        raise fail("text", hidden)
    if not any(map(str.isalnum, text)):
        wrong = "there is no letter and no digit in it: give a text, or leave the key out"
        raise fail("text", f"{quoted(text)} is no text: {wrong}")
    return text


def _once(values: tuple[_Value, ...]) -> tuple[_Value, ...]:
    """Refuse a list in which a text stands twice."""
    if len(set(values)) < len(values):
        twice = next(value for number, value in enumerate(values) if value in values[:number])
        raise fail("twice", f"{quoted(twice)} stands twice: keep one of them")
    return values


class Free:
    """Marks the type of a text that readers see and translators translate."""


class Refers(NamedTuple):
    """Marks the type of an id: that of a record of the *kind* that is so named."""

    kind: str


class IsCountry(NamedTuple):
    """Marks the type of the code of a country."""


class Form(NamedTuple):
    """Marks a type with how its values are written, in an editor's words."""

    words: str


@dataclass(frozen=True, eq=False)  # a type may be optional, and is hashed then
class OneOf:
    """Marks a type with the values among which an editor chooses, and when to choose each.

    The values and their words are in the JSON Schema as it annotates enumerations
    (https://json-schema.org/understanding-json-schema/reference/enum).
    """

    values: Mapping[str, str]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let these values pass, and no others."""
        return core_schema.literal_schema(list(self.values))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe each value."""
        one_of = [{"const": value, "description": words} for value, words in self.values.items()]
        return {"type": "string", "oneOf": one_of}


_Value = TypeVar("_Value")
Text = Annotated[str, AfterValidator(_text), Free(), Form("text in French")]
Name = Annotated[str, AfterValidator(_text), Form("text, the same in all languages")]
Country = Annotated[str, AfterValidator(_country), IsCountry(), Form("ISO 3166-1, as in MD or FR")]
Language = Annotated[str, AfterValidator(_language), Form("code of a language, as in fr")]
Url = Annotated[str, AfterValidator(_url), Form("address that begins with https://")]
Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date"}),
    Form("day, as in 2018-06-05"),
]
Year = Annotated[
    int,
    BeforeValidator(_year),
    WithJsonSchema({"type": "integer", "minimum": YEARS[0], "maximum": YEARS[-1]}),
    Form("year, as in 2000"),
]
Id = Annotated[str, AfterValidator(_record_id), Form("small letters, digits and hyphens")]
# Several of one kind, each of them once
Several = Annotated[tuple[_Value, ...], AfterValidator(_once)]


def types_in(annotation: Any) -> Iterator[Any]:
    """Yield *annotation* and every type in it, as those of ``tuple[Source, ...] | None``."""
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from types_in(argument)


def marks_in(annotation: Any) -> Iterator[object]:
    """Yield the marks of the types in *annotation*, as those of ``tuple[Text, ...]``."""
    for found in types_in(annotation):
        yield from getattr(found, "__metadata__", ())


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models in *annotation*, as that of ``tuple[Source, ...] | None``."""
    for found in types_in(annotation):
        if isinstance(found, type) and issubclass(found, BaseModel):
            yield found
