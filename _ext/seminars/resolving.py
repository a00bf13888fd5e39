"""Fill the marks, now that every page has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

from cldr.languages import language_name
from records.model import Kind, Target, kind_of
from seminars import labels
from seminars.fact_sheets import as_fields, as_list
from seminars.filling import Filler, addressees, joined, latest_first
from seminars.listing import FillEventLists, FillRecommendationLists, FillRecordLists
from seminars.nodes import (
    event_list,
    fact_sheet,
    mark,
    recommendation,
    recommendation_list,
    record_foot,
    record_list,
)

if TYPE_CHECKING:
    from records.declarations import Record
    from records.schema import Source
    from seminars.composing import Inline


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


class FillFactSheets(Filler):
    """Put the fact sheet under the heading."""

    def fill(self, found: fact_sheet) -> list[nodes.Node]:
        """Return the fact sheet in the language of the build."""
        record = self.domain.records[found["docname"]]
        texts = self.texts(record)
        if self.in_print:
            return as_list(self.composer, record.facts, texts)
        return [as_fields(self.composer, record.facts, texts)]


class FillRecommendations(Filler):
    """Give each recommendation its number, its addressees and its concepts."""

    def fill(self, found: recommendation) -> list[nodes.Node]:
        """Return the recommendation as a box that can be linked to."""
        event = found["docname"].rpartition("/")[2]
        entry = self.domain.find_recommendation(f"{event}/{found['name']}")
        assert entry is not None
        box = nodes.container(classes=["recommendation"])
        heading = labels.recommendation_number(entry.number)
        box += nodes.target("", "", ids=found["ids"])
        found["ids"] = []  # or the box, which takes its place, would get them too
        box += self.composer.paragraph([nodes.strong("", heading)], "recommendation-number")
        box += found.children
        box += addressees(self.composer, entry)
        if entry.concepts:
            targets = [Target(Kind.CONCEPT, name) for name in entry.concepts]
            references = joined([self.composer.reference(target) for target in targets])
            label = self.composer.phrase("%s ", nodes.emphasis("", _("Concepts:")))
            box += self.composer.paragraph([*label, *references], "recommendation-meta")
        return [box]


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
        lines: list[list[Inline]] = [self.event_line(found) for found in latest_first(events)]
        lines.extend([self.title_reference(found)] for found in self.sorted_by_title(others))
        lines.extend(
            [self.composer.page_reference(name, self.domain.title(name))]
            for name in names
            if kind_of(name) is None
        )
        return lines


FILLERS: dict[type[nodes.Element], type[Filler]] = {
    fact_sheet: FillFactSheets,
    recommendation: FillRecommendations,
    record_foot: FillRecordFoot,
    event_list: FillEventLists,
    record_list: FillRecordLists,
    recommendation_list: FillRecommendationLists,
}
