"""The values that a front matter may hold: texts, dates, countries, ids of other records."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BeforeValidator,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from records.languages import countries, language_codes
from records.model import Kind

_ADDRESS = TypeAdapter(AnyHttpUrl)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def fail(kind: str, message: str) -> PydanticCustomError:
    """Return the error that refuses a value, with a message in an editor's words."""
    return PydanticCustomError(kind, "{text}", {"text": message})


def _record_id(value: str) -> str:
    if ID.fullmatch(value):
        return value
    raise fail("id", f"`{value}` is no id: small letters, digits and single hyphens are allowed")


def _country(value: str) -> str:
    if value in countries():
        return value
    raise fail(
        "country",
        f"`{value}` is no country: two capital letters of ISO 3166-1 are allowed, as in MD or FR",
    )


def _language(value: str) -> str:
    if value in language_codes():
        return value
    raise fail("language", f"`{value}` is no language: a code as in fr, en or sr is allowed")


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise fail(
            "date", f"`{value}` is no date: year-month-day is allowed, as in 2018-06-05"
        ) from None


def _url(value: str) -> str:
    try:
        _ADDRESS.validate_python(value)
    except ValidationError:
        raise fail(
            "url", f"`{value}` is no web address: it begins with https:// or http://"
        ) from None
    return value


def _text(value: str) -> str:
    if value.strip():
        return value.strip()
    raise fail("text", "is empty: give a text, or leave the key out")


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
