"""Fill the marks of lists: seminars, records, recommendations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from records.model import Kind
from records.schema import EventFacts
from seminars import labels
from seminars.filling import Filler, addressees, latest_first

if TYPE_CHECKING:
    from records.declarations import Recommendation, Record
    from seminars.composing import Inline
    from seminars.nodes import event_list, recommendation_list, record_list


class FillEventLists(Filler):
    """List the seminars."""

    def fill(self, found: event_list) -> list[nodes.Node]:
        """Return the seminars, the latest first; in print the chapters themselves follow."""
        if self.in_print:
            return []
        events = latest_first(self.domain.of_kind(Kind.EVENT))[: found["latest"]]
        bullets = nodes.bullet_list(bullet="-", classes=["event-list", "open"])
        for event in events:
            bullets += self._entry(event)
        return [bullets] if events else []

    def _entry(self, event: Record) -> nodes.list_item:
        composer = self.composer
        item = nodes.list_item("", composer.paragraph([self.title_reference(event)]))
        if isinstance(event.facts, EventFacts):
            days = composer.interval(event.facts.start, event.facts.end)
            kind = labels.event_type(event.facts.type)
            behind = [f"{kind} · {days} · ", *self.event_place(event)]
            item += composer.paragraph(behind, "event-meta")
        return item


class FillRecordLists(Filler):
    """List the records of a kind."""

    def fill(self, found: record_list) -> list[nodes.Node]:
        """Return the records in alphabetical order; in print the records themselves follow."""
        if self.in_print:
            return []
        composer = self.composer
        items: list[list[Inline]] = []
        for record in self.sorted_by_title(self.domain.of_kind(found["kind"])):
            line: list[Inline] = [self.title_reference(record)]
            texts = self.texts(record)
            short = texts.get("abbreviation") or texts.get("short_name")
            if short:
                line.append(composer.run([" — ", short], "record-short"))
            items.append(line)
        return composer.bullets(items, "record-list")


class FillRecommendationLists(Filler):
    """Collect the recommendations of all seminars."""

    def fill(self, found: recommendation_list) -> list[nodes.Node]:
        """Return the register: by seminar, the latest first."""
        result: list[nodes.Node] = []
        for event in latest_first(self.domain.of_kind(Kind.EVENT)):
            entries = self.domain.recommendations.get(event.docname, ())
            if entries:
                line = self.event_line(event)
                result.append(self.composer.paragraph(line, "register-event"))
                result.append(self._entries(entries))
        return result

    def _entries(self, entries: tuple[Recommendation, ...]) -> nodes.bullet_list:
        bullets = nodes.bullet_list(bullet="-", classes=["register", "open"])
        for entry in entries:
            number = self.composer.recommendation(entry.key)
            item = nodes.list_item("", self.composer.paragraph([number]))
            for text, in_source in entry.passages:
                passage = self.composer.marking.wording(text, in_source=in_source)
                item += self.composer.paragraph([passage])
            item += addressees(self.composer, entry)
            bullets += item
        return bullets
