"""When, where and how a meeting was held: of a seminar, and of a meeting without a page."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from cldr.former_countries import former
from records import rows
from records.fields import Country, OneOf, Text, fail
from records.part import Part
from records.when import When, in_order

_STATUS = {
    "held": "it took place, which is what is meant where the key is left out",
    "postponed": "it was put off; `start` is the new date, or the old one where none is known",
    "cancelled": "it was called off",
}
_MODE = {
    "in-person": "all met in one place",
    "online": "there was no place: `city` and `country` may be left out",
    "hybrid": "some met in one place, others took part online",
}
MODE = rows.Word("mode", {"in-person": "in person", "online": "online", "hybrid": "hybrid"})
STATUS = rows.Word("status", {"held": "", "postponed": "postponed", "cancelled": "cancelled"})
_NOWHERE = "this key is missing: a meeting has a country, unless it is `mode: online`"


class Meeting(Part):
    """A meeting: its first day, month or year, and its country unless it was held online."""

    usual_keys: ClassVar[frozenset[str]] = frozenset({"city", "country"})

    start: When = Field(description="the first day, or the month or year where no more is known")
    end: When | None = Field(None, description="the last day, left out when it is the same")
    status: Annotated[str, OneOf(_STATUS)] = Field(
        "held", description="what became of it, where it was not held as announced"
    )
    mode: Annotated[str, OneOf(_MODE)] | None = Field(
        None, description="how one took part, where a source says so"
    )
    city: Text | None = Field(None, description="the city, in French")
    country: Country | None = Field(
        None,
        description="the country at that time, as YU in 2001; left out of what was online alone",
        validate_default=True,
    )

    _in_order = field_validator("end")(in_order)

    @field_validator("country")
    @classmethod
    def _of_the_time(cls, value: str | None, info: ValidationInfo) -> str | None:
        """Require a country that there was; return the code of one that is no more in full."""
        if value is None and info.data.get("mode", "online") != "online":
            raise fail("required", _NOWHERE)
        start = info.data.get("start")
        known = former(value, year=start.year) if value and start else None
        if known and start and not known.since <= start.year <= known.until:
            years = f"{known.since} to {known.until}"
            raise fail("country", f"`{value}`, {known.name}, was a country from {years} only")
        return known.code if known else value


class FurtherPlace(Part):
    """Another place of a meeting that was held in several."""

    city: Text | None = Field(None, description="the city, in French")
    venue: Text | None = Field(None, description="the building or room there")
    country: Country = Field(description="the country of that city")


PLACE = rows.Lines(
    rows.Place("city", "country"),
    rows.Each(
        "further_places",
        rows.First(
            rows.Phrase("%s, %s", rows.Place("city", "country"), rows.Text("venue")),
            rows.Place("city", "country"),
        ),
    ),
)
