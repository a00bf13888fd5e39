"""What the front matter of every kind of record holds, and what is found in any of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from records.bibliography import NOTES, Source
from records.fields import Day, Free, IsCountry, Refers, Url, marks_in
from records.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterator


class Facts(Part):
    """The keys of every record; each kind has a model of its own that adds to them."""

    updated: Day = Field(description="the day on which this page was last changed")
    url: Url | None = Field(None, description="the official website or text")
    sources: tuple[Source, ...] = Field((), description="the pages on which the facts stand")


# The keys that are in no row of a fact sheet, and where they are shown
AT_THE_FOOT = {"updated": "the last line of the page", "sources": "the list below the text"}
# What translators are told of the texts in them
NOTES_OF_THE_FOOT = NOTES


def free_texts(facts: Facts) -> dict[str, str]:
    """Return the texts of *facts* that readers see, by their path, in the order of the keys."""
    return {path: value for path, value, mark in _marks(facts) if isinstance(mark, Free)}


def references(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield path, name of the kind, and id of each reference of *facts* to another record."""
    for path, value, mark in _marks(facts):
        if isinstance(mark, Refers):
            yield path, mark.kind, value


def countries(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield path and code of each country that *facts* name."""
    for path, value, mark in _marks(facts):
        if isinstance(mark, IsCountry):
            yield path, value


def _plain(path: str, part: Part) -> str:
    """Return *path* in *part*, or the place of *part* itself where a text may stand for it."""
    above, _, key = path.rpartition(".")
    return above if key == part.plain_key else path


def _marks(model: BaseModel, path: str = "") -> Iterator[tuple[str, str, object]]:
    """Yield (path, value, mark) for each string whose type carries a mark."""
    for name, marks in _marks_of(type(model)):
        here = f"{path}.{name}" if path else name
        value = getattr(model, name)
        values = value if isinstance(value, tuple) else (value,)
        for number, item in enumerate(values):
            place = f"{here}.{number}" if isinstance(value, tuple) else here
            if isinstance(item, Part):
                yield from (
                    (_plain(path, item), one, mark) for path, one, mark in _marks(item, place)
                )
            elif isinstance(item, str):
                for mark in marks:
                    yield place, item, mark


@cache
def _marks_of(model: type[BaseModel]) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Return the keys of *model*, each with the marks of its type."""
    return tuple(
        (name, (*field.metadata, *marks_in(field.annotation)))
        for name, field in model.model_fields.items()
    )
