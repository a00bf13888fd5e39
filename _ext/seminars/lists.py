"""Lists of records: the seminars by date, the others by the alphabet of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from records.kinds import KINDS, kind_named
from records.kinds.events import TYPE, EventFacts
from records.names import short_name
from seminars.marks import RECORDS, Filler, latest_first, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from seminars.composer import Inline
    from seminars.entry import Entry


class event_list(placeholder):
    """Stands for the seminars, the latest first.

    ``latest`` limits their number, ``pages`` names those that are meant, if not all are.
    """

    asks = (RECORDS,)


class record_list(placeholder):
    """Stands for the records of one ``kind`` in alphabetical order."""

    asks = (RECORDS,)


class EventList(SphinxDirective):
    """The seminars, the latest first; ``:latest: 3`` keeps three."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"latest": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every seminar is known."""
        return [event_list(latest=self.options.get("latest"))]


class RecordList(SphinxDirective):
    """The records of a kind in the alphabetical order of the language."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every record is known."""
        kinds = [kind.name for kind in KINDS]
        if self.arguments[0] not in kinds:
            raise self.error(f"`{self.arguments[0]}` is not allowed here: {', '.join(kinds)}")
        return [record_list(kind=kind_named(self.arguments[0]))]


class FillEventLists(Filler):
    """List the seminars."""

    def fill(self, found: event_list) -> list[nodes.Node]:
        """Return the seminars, the latest first; in print the chapters themselves follow."""
        if self.in_print:
            return []
        events = latest_first(self.ask(RECORDS))
        if "pages" in found:
            events = [event for event in events if event.docname in found["pages"]]
        events = events[: found["latest"]]
        bullets = nodes.bullet_list(bullet="-", classes=["event-list", "open"])
        for event in events:
            bullets += self._entry(event)
        return [bullets] if events else []

    def _entry(self, entry: Entry) -> nodes.list_item:
        composer, event = self.composer, entry.record
        item = nodes.list_item()
        title = composer.paragraph([self.title_reference(entry)], "title")
        if event and isinstance(event.facts, EventFacts):
            days = composer.interval(event.facts.start, event.facts.end)
            kind = _(TYPE.words[event.facts.type])
            behind = [f"{kind} · ", *self.event_place(event)]
            status = self.event_status(event)
            if status:
                behind.append(composer.run([f" · {status}"], "event-status"))
            item += [composer.paragraph([days], "when"), title]
            item += composer.paragraph(behind, "event-meta")
        else:
            item += title
        return item


class FillRecordLists(Filler):
    """List the records of a kind."""

    def fill(self, found: record_list) -> list[nodes.Node]:
        """Return the records in alphabetical order; in print the records themselves follow."""
        if self.in_print:
            return []
        composer = self.composer
        items: list[list[Inline]] = []
        kind = found["kind"]
        entries = [one for one in self.ask(RECORDS) if one.record and one.record.kind is kind]
        for entry in self.sorted_by_title(entries):
            line: list[Inline] = [self.title_reference(entry)]
            short = short_name(kind, self.texts(entry.record)) if entry.record else None
            if short:
                line.append(composer.run([" — ", short], "record-short"))
            items.append(line)
        return composer.bullets(items, "record-list")


def setup(app: Sphinx) -> None:
    """Register the lists of records."""
    register(app, event_list, FillEventLists)
    register(app, record_list, FillRecordLists)
    app.add_directive_to_domain("sem", "event-list", EventList)
    app.add_directive_to_domain("sem", "record-list", RecordList)
