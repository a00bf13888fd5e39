"""The kinds of record, and how one record names another."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


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


class Target(NamedTuple):
    """What a reference points to: a record of one kind by its id."""

    kind: Kind
    id: str
