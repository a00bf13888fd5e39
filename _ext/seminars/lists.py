"""Lists of records: the seminars by date, the others by the alphabet of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from records.kinds import KINDS, kind_named
from records.names import short_name
from seminars import filters
from seminars.abstracts import ABSTRACTS
from seminars.composer import is_website
from seminars.facet_lists import LISTED, links_to_lists
from seminars.items import ItemFiller
from seminars.marks import RECORDS, latest_first, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from records.wording import Wording
    from seminars.composer import Inline
    from seminars.entry import Entry


class event_list(placeholder):
    """Stands for the seminars, the latest first; ``latest`` limits their number.

    Where it is not limited, there is a heading to each year, and the website filters the list. The
    latest ones show their abstracts.
    """

    asks = (RECORDS, ABSTRACTS, LISTED)


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


class FillEventLists(ItemFiller):
    """List the seminars."""

    def fill(self, found: event_list) -> list[nodes.Node]:
        """Return the seminars, the latest first; in print the chapters themselves follow."""
        if self.in_print:
            return []
        events = latest_first(self.ask(RECORDS))
        if found["latest"] is None:
            return self._whole(events)
        bullets = nodes.bullet_list(bullet="-", classes=["event-list", "open"])
        abstracts = self.ask(ABSTRACTS)
        for event in events[: found["latest"]]:
            words = abstracts.get(event.docname)
            bullets += self.event(event, *([self._abstract(words)] if words else []))
        return [bullets] if events else []

    def _whole(self, events: list[Entry]) -> list[nodes.Node]:
        """Return the seminars by year, on the website below a form that filters them.

        Links lead to the lists of what it filters by, for those who have no form.
        """
        sections = [*self.by_year(events)]
        if not events or not is_website(self.app.builder):
            return [*sections]
        shown = [item for section in sections for item in section.findall(nodes.list_item)]
        for event, item in zip(events, shown, strict=True):
            item.replace_self(filters.item(event, item))
        entries = self.ask(RECORDS)
        links = links_to_lists(self.app, self.composer, entries, self.ask(LISTED))
        return [*links, filters.form(self.app, self.composer, entries), *sections]

    def _abstract(self, words: Wording) -> nodes.paragraph:
        return self.composer.paragraph([self.composer.marking.node(words)], "abstract")


class FillRecordLists(ItemFiller):
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
            short = short_name(kind, entry.title, entry.record.texts) if entry.record else None
            if short:
                name = composer.marking.node(short)
                line.append(composer.run([" — ", name], "record-short"))
            items.append(line)
        return composer.bullets(items, "record-list")


def setup(app: Sphinx) -> None:
    """Register the lists of records."""
    register(app, event_list, FillEventLists)
    register(app, record_list, FillRecordLists)
    app.add_directive_to_domain("sem", "event-list", EventList)
    app.add_directive_to_domain("sem", "record-list", RecordList)
