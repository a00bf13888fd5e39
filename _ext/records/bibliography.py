"""The sources of a record: what each is, what it is about, and who keeps a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator

from records.faults import Fault, quoted
from records.fields import Day, Id, Language, Name, OneOf, Refers, Text, Url, fail
from records.part import Part
from records.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KIND = OneOf(
    {
        "report": "says afterwards what happened there, in the name of who was there",
        "announcement": "says beforehand what is to happen, which proves none of it",
        "programme": "the order of sessions and speakers, as printed for the meeting",
        "outcome-document": "a text that the meeting adopted or issued",
        "news": "says what happened, in the name of who reports it: press, news of an authority",
        "official-text": "a law, a decree, a treaty, a decision or a judgment that says so itself",
        "secondary": "says something of context or of names, and little or nothing of the meeting",
    }
)


class Archived(Part):
    """A copy of a source that somebody keeps; or the day on which none was found."""

    url: Url | None = Field(None, description="the address of the copy")
    date: Day | None = Field(None, description="the day on which the copy was made")
    none_found: Day | None = Field(
        None, description="the day on which somebody looked for a copy and found none"
    )

    @model_validator(mode="before")
    @classmethod
    def _one_answer(cls, value: object) -> object:
        keys = set(value) if isinstance(value, dict) else set()
        if not keys - cls.model_fields.keys() and keys not in ({"url", "date"}, {"none_found"}):
            text = (
                "give `url` and `date` of the copy, or `none_found` with the day on which it was "
                "looked for; leave the key out where nobody has looked"
            )
            raise fail("archived", text)
        return value


class Source(Part):
    """A page or document on which statements rest; its publisher is a record or a text."""

    id: Id = Field(description="a short name, of this page alone, by which its sentences cite it")
    same_as: Name | None = Field(
        None,
        description="the page and id of the source, where another page has it: "
        "`events/2018-06-05-chisinau/unodc`; then no other key is needed but the id",
    )
    kind: Annotated[str, _KIND] = Field(description="what the source is")
    about: Text | None = Field(
        None, description="which other meeting or matter it is about, where it is not this one"
    )
    about_event: Annotated[Id, Refers("event")] | None = Field(
        None, description="the same by its id, where the archive has a page of it; not both"
    )
    url: Url = Field(description="the address of the page or document itself, not of the home page")
    title: Name = Field(description="its title as printed, in its own language")
    lang: Language = Field(description="the language in which it is written")
    publisher: Annotated[Id, Refers("org")] | None = Field(
        None, description="who published it, where the archive has a page of it"
    )
    publisher_name: Text | None = Field(
        None, description="who published it, where the archive has none; not both"
    )
    date: When | None = Field(
        None, description="the day, month or year that stands on it; none that is guessed"
    )
    accessed: Day | None = Field(
        None, description="the day on which somebody last read it there; left out if unknown"
    )
    archived: Archived | None = Field(
        None, description="a copy that somebody keeps; left out where nobody has looked for one"
    )

    @field_validator("about_event")
    @classmethod
    def _one_matter(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("about"):
            raise fail("about", "give `about` or `about_event`, and not both")
        return value

    @field_validator("publisher_name")
    @classmethod
    def _one_publisher(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("publisher"):
            raise fail("publisher", "give `publisher` or `publisher_name`, and not both")
        return value


# What translators are told of the free texts of a source
NOTES = {
    "sources.about": "subject of the source, where it is another meeting",
    "sources.publisher_name": "publisher of the source",
}


def faults_of_uses(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield each id by which an entry of a front matter names a source that is not there."""
    given = data.get("sources")
    sources = given if isinstance(given, list) else []
    known = [str(one["id"]) for one in sources if isinstance(one, dict) and one.get("id")]
    for key in sorted(data.keys() - {"sources"}):
        entries = data[key] if isinstance(data[key], list) else []
        for number, entry in enumerate(entries):
            names = entry.get("sources") if isinstance(entry, dict) else None
            for place, name in enumerate(names if isinstance(names, list) else ()):
                if name not in known:
                    there = f"there are {', '.join(known)}" if known else "the page has none"
                    text = f"there is no source {quoted(name)} on this page: {there}"
                    yield Fault(f"{key}.{number}.sources.{place}", text)


def faults_of_ids(sources: Any) -> Iterator[Fault]:
    """Yield each id in the list *sources* of a front matter that an entry above has already."""
    seen: set[str] = set()
    for number, source in enumerate(sources if isinstance(sources, list) else ()):
        name = source.get("id") if isinstance(source, dict) else None
        if isinstance(name, str) and name in seen:
            text = f"{quoted(name)} is the id of another source above: give each one of its own"
            yield Fault(f"sources.{number}.id", text)
        elif isinstance(name, str):
            seen.add(name)
