"""Who held, paid for, or took part in something: organisations with a page, and others."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, model_validator

from records import rows
from records.faults import quoted
from records.fields import Country, Form, Id, Refers, Several, Text, fail
from records.part import Part
from records.sheet_rows import Row

_WHO = "the id of an organisation, {country: FR} or {name: Nom} is"


class Party(Part):
    """An organisation by its id, a State by its code, or a body that has no page by its name."""

    model_config = ConfigDict(
        json_schema_extra=lambda schema: schema.update(
            {"anyOf": [{"type": "string"}, {"type": "object"}], "type": ["string", "object"]}
        )
    )
    plain_key: ClassVar[str] = "org"

    org: Annotated[Id, Refers("org")] | None = Field(
        None, description="the organisation: its id alone, without this key, says the same"
    )
    country: Country | None = Field(None, description="the State: {country: FR}")
    name: Text | None = Field(None, description="the name of a body that has no page: {name: Nom}")

    @model_validator(mode="before")
    @classmethod
    def _by_id(cls, value: Any) -> Any:
        """Take a text for the id of an organisation."""
        if isinstance(value, str):
            return {cls.plain_key: value}
        if not isinstance(value, (dict, Party)):
            raise fail("party", f"{quoted(value)} is not allowed here: {_WHO}")
        return value

    @model_validator(mode="after")
    def _one(self) -> Party:
        if [self.org, self.country, self.name].count(None) != 2:
            raise fail("party", f"give one of its keys: {_WHO}")
        return self

    def __str__(self) -> str:
        """Return what an editor writes of it."""
        return self.org or self.country or self.name or ""


_FORM = Form("id of a page in glossary/organisations/, {country: FR} or {name: Nom}")
Parties = Several[Annotated[Party, _FORM]]
SHOWN = rows.First(rows.Reference("org"), rows.Country("country"), rows.Text("name"))
BODY = rows.First(rows.Reference("org"), rows.Text("name"))  # a party that is no State


def shown(key: str, shape: rows.Shape = SHOWN) -> rows.Each:
    """Return the shape of a *key* that holds parties, each of them shown in a *shape*."""
    return rows.Each(key, shape)


# Who held a meeting or a series of them
HOLDERS = (
    Row("Organisers", shown("organisers"), one="Organiser", note="organiser"),
    Row("In cooperation with", shown("in_cooperation_with"), note="in cooperation with"),
    Row("With the support of", shown("supporters"), note="with the support of"),
    Row("Partners", shown("partners"), one="Partner", note="partner"),
    Row("Funders", shown("funders"), one="Funder", note="funder"),
)
