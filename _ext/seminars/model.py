"""What the archive is made of: plain, frozen values, without a word of Sphinx."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seminars.schema import Facts


class Kind(StrEnum):
    """A kind of record: the value is the name of its role."""

    EVENT = "event"
    ORGANISATION = "org"
    INSTRUMENT = "instrument"
    CONCEPT = "concept"

    @property
    def folder(self) -> str:
        """The folder of the source tree that holds the records of this kind."""
        return _FOLDERS[self]


_FOLDERS = {
    Kind.EVENT: "events",
    Kind.ORGANISATION: "glossary/organisations",
    Kind.INSTRUMENT: "glossary/instruments",
    Kind.CONCEPT: "glossary/concepts",
}


def kind_of(docname: str) -> Kind | None:
    """Return the kind of record that the page *docname* declares, or None for any other page."""
    folder, _, name = docname.rpartition("/")
    if name == "index":
        return None
    return next((kind for kind in Kind if kind.folder == folder), None)


@dataclass(frozen=True, order=True)
class Target:
    """What a reference points to: a record of one kind by its id."""

    kind: Kind
    id: str


@dataclass(frozen=True)
class Record:
    """One page that can be referred to.

    ``facts`` is None where the front matter was refused: the page can still be referred to, so one
    mistake is reported once and not again at each reference.
    ``texts`` are the free texts of the facts by their path, in the language of the build.
    ``lines`` tell where in the page each key stands.
    """

    kind: Kind
    id: str
    docname: str
    facts: Facts | None
    lines: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def target(self) -> Target:
        """The record as something to refer to."""
        return Target(self.kind, self.id)


@dataclass(frozen=True)
class Recommendation:
    """A recommendation of a seminar: its number counts from 1 within the page."""

    docname: str
    id: str
    number: int
    line: int
    audiences: tuple[str, ...]
    concepts: tuple[str, ...]
    text: str

    @property
    def key(self) -> str:
        """The id by which other pages refer to it: that of the seminar, a slash, its own."""
        return f"{self.docname.rpartition('/')[2]}/{self.id}"


@dataclass(frozen=True, order=True)
class Mention:
    """A place where one page names a record; ``key`` is the front matter key, or empty for prose."""

    target: Target
    line: int
    key: str
