"""What other pages may show of a page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from records.names import Shown, in_reference, in_year
from storage import digest

if TYPE_CHECKING:
    from docutils import nodes

    from records.archive import Record
    from records.wording import Wording


def said_of_record(record: Record) -> tuple[object, ...]:
    """Return what other pages may show of *record*."""
    return record.kind.name, record.facts, record.texts


class Entry:
    """What other pages may show of a page: what it is called, and the record that it declares.

    It is represented by its digest, for it stands in those of many pages.
    """

    def __init__(self, docname: str, title: Wording, record: Record | None) -> None:
        self.docname = docname
        self.title = title
        self.record = record

    def __repr__(self) -> str:
        return self._digest

    @property
    def called(self) -> Shown[Wording]:
        """What a reference shows whose author gave no words."""
        record = self.record
        return in_reference(record.kind, self.title, record.texts) if record else Shown(self.title)

    def called_at(self, reference: nodes.Element) -> Shown[Wording]:
        """Return what *reference* shows: a fact sheet may name an organisation in full."""
        record = self.record
        if record is None or not reference.get("in_full"):
            return self.called
        year = reference.get("year")
        return in_year(record.kind, record.facts, self.title, record.texts, year)

    @cached_property
    def _digest(self) -> str:
        return digest(repr((self.docname, self.title, self.record and said_of_record(self.record))))
