"""Fill the marks, now that every page has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

from seminars import labels
from seminars.composing import Composer, Inline
from seminars.domain import seminars_of
from seminars.fact_sheets import as_fields, as_table
from seminars.languages import language_name, sort_key
from seminars.model import Kind, Target, kind_of
from seminars.nodes import (
    event_list,
    fact_sheet,
    mark,
    recommendation,
    recommendation_list,
    record_foot,
    record_list,
)
from seminars.schema import EventFacts, Source

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from seminars.records import Recommendation, Record


class FillMarks(SphinxPostTransform):
    """Put in the place of each mark what it stands for.

    A mark names its page: the book joins all pages in one document before this runs. Catalogues
    are made of the marks themselves.
    """

    default_priority = 5  # before ReferencesResolver (10), which turns references into links

    def run(self, **kwargs: Any) -> None:
        """Fill every mark of the page."""
        if isinstance(self.app.builder, MessageCatalogBuilder):
            return
        for found in list(self.document.findall(mark)):
            found.replace_self(FILLERS[type(found)](self.app).fill(found))


class Filler:
    """Makes what stands in the place of marks of one class."""

    def __init__(self, app: Sphinx) -> None:
        self.domain = seminars_of(app.env)
        self.composer = Composer(app.env, app.env.docname)
        self.in_print = app.builder.format == "latex"

    def fill(self, found: Any) -> list[nodes.Node]:
        """Return what stands in the place of *found*."""
        raise NotImplementedError

    def texts(self, record: Record) -> dict[str, Inline]:
        """Return the free texts of *record*, each in its language."""
        in_source = self.domain.in_source.get(record.docname, ())
        return self.composer.texts(record.texts, in_source)

    def event_place(self, event: Record) -> list[Inline]:
        """Return where a seminar took place."""
        assert isinstance(event.facts, EventFacts)
        return self.composer.place(self.texts(event)["city"], event.facts.country)

    def event_line(self, event: Record) -> list[Inline]:
        """Return the title of a seminar with its place and its days behind."""
        composer = self.composer
        title = self.domain.title(event.docname)
        line: list[Inline] = [composer.title_reference(event.target, title)]
        if isinstance(event.facts, EventFacts):
            days = composer.interval(event.facts.start, event.facts.end)
            behind = composer.run([" — ", *self.event_place(event), f", {days}"], "event-meta")
            line.append(behind)
        return line

    def sorted_by_title(self, records: list[Record]) -> list[Record]:
        """Return *records* in the alphabetical order of the language."""
        language = self.composer.language
        return sorted(
            records,
            key=lambda record: sort_key(self.domain.title(record.docname), language=language),
        )


class FillFactSheets(Filler):
    """Put the fact sheet under the heading."""

    def fill(self, found: fact_sheet) -> list[nodes.Node]:
        """Return the fact sheet in the language of the build."""
        record = self.domain.records[found["docname"]]
        form = as_table if self.in_print else as_fields
        return [form(self.composer, record.facts, self.texts(record))]


class FillRecommendations(Filler):
    """Give each recommendation its number, its addressees and its concepts."""

    def fill(self, found: recommendation) -> list[nodes.Node]:
        """Return the recommendation as a box that can be linked to."""
        event = found["docname"].rpartition("/")[2]
        entry = self.domain.find_recommendation(f"{event}/{found['name']}")
        assert entry is not None
        box = nodes.container(classes=["recommendation"])
        heading = labels.recommendation_number(entry.number)
        box += nodes.target("", "", ids=list(found["ids"]))
        box += self.composer.paragraph([nodes.strong("", heading)], "recommendation-number")
        box += found.children
        box += _addressees(self.composer, entry)
        if entry.concepts:
            targets = [Target(Kind.CONCEPT, name) for name in entry.concepts]
            references = _joined([self.composer.reference(target) for target in targets])
            label = self.composer.phrase("%s ", nodes.emphasis("", _("Concepts:")))
            box += self.composer.paragraph([*label, *references], "recommendation-meta")
        return [box]


def _joined(parts: list[Inline]) -> list[Inline]:
    """Return *parts* with commas between them."""
    joined: list[Inline] = []
    for part in parts:
        joined += [", ", part] if joined else [part]
    return joined


def _addressees(composer: Composer, entry: Recommendation) -> list[nodes.Node]:
    """Return the line that says whom a recommendation addresses."""
    if not entry.audiences:
        return []
    names = _joined([labels.audience(name) for name in entry.audiences])
    label = composer.phrase("%s ", nodes.emphasis("", _("Addressed to:")))
    return [composer.paragraph([*label, *names], "recommendation-meta")]


class FillRecordFoot(Filler):
    """End a record with its sources and with the pages that mention it."""

    def fill(self, found: record_foot) -> list[nodes.Node]:
        """Return the sections at the end of the page; those with nothing to say are left out."""
        record = self.domain.records[found["docname"]]
        assert record.facts is not None
        sections: list[nodes.Node] = []
        if record.facts.sources:
            texts = self.texts(record)
            items = [
                self._source(source, texts.get(f"sources.{number}.publisher_name"))
                for number, source in enumerate(record.facts.sources)
            ]
            sections.append(self._section("sources", _("Sources"), items))
        mentions = self._mentions(record)
        if mentions:
            sections.append(self._section("mentions", _("Mentioned in"), mentions))
        day = self.composer.day(record.facts.updated)
        sections.append(
            self.composer.paragraph(self.composer.phrase(_("Last change: %s"), day), "last-change")
        )
        return sections

    def _section(self, name: str, title: str, items: list[list[Inline]]) -> nodes.section:
        section = nodes.section(ids=[name], classes=["record-foot"])
        section += nodes.title("", "", self.composer.text(title))
        section += self.composer.bullets(items, f"{name}-list")
        return section

    def _source(self, source: Source, publisher_name: Inline | None) -> list[Inline]:
        composer = self.composer
        title = composer.foreign(source.title, language=source.lang)
        line: list[Inline] = [composer.link(source.url, title)]
        if source.publisher:
            line += [", ", composer.reference(Target(Kind.ORGANISATION, source.publisher))]
        elif publisher_name:
            line += [", ", publisher_name]
        if source.date:
            line += [", ", *composer.phrase(_("page dated %s"), composer.day(source.date))]
        if source.lang != composer.language:
            name = language_name(source.lang, locale=composer.locale)
            line += [", ", *composer.phrase(_("language: %s"), name)]
        return line

    def _mentions(self, record: Record) -> list[list[Inline]]:
        """Return a reference to each page that mentions *record*, the seminars first."""
        names = self.domain.mentioning(record.target)
        records = [self.domain.records[name] for name in names if name in self.domain.records]
        events = [found for found in records if found.kind is Kind.EVENT]
        others = [found for found in records if found.kind is not Kind.EVENT]
        lines: list[list[Inline]] = [self.event_line(found) for found in _latest_first(events)]
        for other in self.sorted_by_title(others):
            title = self.domain.title(other.docname)
            lines.append([self.composer.title_reference(other.target, title)])
        lines.extend(
            [self.composer.page_reference(name, self.domain.title(name))]
            for name in names
            if kind_of(name) is None
        )
        return lines


def _latest_first(events: list[Record]) -> list[Record]:
    """Return *events* by date and id, the latest first; those whose facts were refused last."""

    def key(record: Record) -> tuple[str, str]:
        facts = record.facts
        return (facts.start.isoformat() if isinstance(facts, EventFacts) else "", record.id)

    return sorted(events, key=key, reverse=True)


class FillEventLists(Filler):
    """List the seminars."""

    def fill(self, found: event_list) -> list[nodes.Node]:
        """Return the seminars, the latest first; in print the chapters themselves follow."""
        if self.in_print:
            return []
        events = _latest_first(self.domain.of_kind(Kind.EVENT))[: found["latest"]]
        bullets = nodes.bullet_list(bullet="-", classes=["event-list", "open"])
        for event in events:
            bullets += self._entry(event)
        return [bullets] if events else []

    def _entry(self, event: Record) -> nodes.list_item:
        composer = self.composer
        title = self.domain.title(event.docname)
        item = nodes.list_item(
            "", composer.paragraph([composer.title_reference(event.target, title)])
        )
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
            line: list[Inline] = [
                composer.title_reference(record.target, self.domain.title(record.docname))
            ]
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
        for event in _latest_first(self.domain.of_kind(Kind.EVENT)):
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
            item += _addressees(self.composer, entry)
            bullets += item
        return bullets


FILLERS: dict[type[nodes.Element], type[Filler]] = {
    fact_sheet: FillFactSheets,
    recommendation: FillRecommendations,
    record_foot: FillRecordFoot,
    event_list: FillEventLists,
    record_list: FillRecordLists,
    recommendation_list: FillRecommendationLists,
}
