"""Persons: they have an id on the page of a seminar, and no page or list of their own.

Prose names them by that id, so that whoever is taken out of a page is missed wherever the prose of
any language still names him or her.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from records.kinds.events import EventFacts

if TYPE_CHECKING:
    from records.archive import Record
    from records.wording import Wording

ROLE = "person"
NAMELESS = "(name withdrawn)"  # a message of the interface, in the place of a name


class Person(NamedTuple):
    """Somebody on the page of a seminar: where, and the path of his or her row."""

    anchor: str
    path: str


def anchor(id_: str) -> str:
    """Return the anchor of the person *id_* on the page."""
    return f"{ROLE}-{id_}"


def persons_of(record: Record) -> dict[str, Person]:
    """Return those of *record* that have a name, by their ids."""
    if not isinstance(record.facts, EventFacts):
        return {}
    return {
        speaker.id: Person(anchor(speaker.id), f"speakers.{number}.name")
        for number, speaker in enumerate(record.facts.speakers)
        if speaker.id and speaker.name
    }


def name_of(record: Record, id_: str) -> Wording | None:
    """Return the name of the person *id_* of *record* as the build shows it, if there is one."""
    found = persons_of(record).get(id_)
    return record.texts.get(found.path) if found else None
