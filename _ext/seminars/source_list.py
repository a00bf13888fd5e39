"""The sources of a record, at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import _

from cldr.languages import language_name
from records.kind import Target
from records.kinds.organisations import ORGANISATION
from seminars.marks import Filler, placeholder, register

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from records.facts import Source
    from seminars.composer import Inline


class sources(placeholder):
    """Stands for the sources of the record of the page ``docname``."""


class FillSources(Filler):
    """List the sources of a record."""

    def fill(self, found: sources) -> list[nodes.Node]:
        """Return the section, or nothing where there are no sources."""
        record = self.own(found)
        assert record.facts is not None
        if not record.facts.sources:
            return []
        texts = self.texts(record)
        items = [
            self._source(source, texts.get(f"sources.{number}.publisher_name"))
            for number, source in enumerate(record.facts.sources)
        ]
        return [self.foot("sources", _("Sources"), items)]

    def _source(self, source: Source, publisher_name: Inline | None) -> list[Inline]:
        composer = self.composer
        title = composer.foreign(source.title, language=source.lang)
        line: list[Inline] = [composer.link(source.url, title)]
        if source.publisher:
            line += [", ", composer.reference(Target(ORGANISATION, source.publisher))]
        elif publisher_name:
            line += [", ", publisher_name]
        if source.date:
            line += [", ", *composer.phrase(_("page dated %s"), composer.day(source.date))]
        if source.lang != composer.language:
            name = language_name(source.lang, locale=composer.locale)
            line += [", ", *composer.phrase(_("language: %s"), name)]
        return line


def setup(app: Sphinx) -> None:
    """Register the sources of records."""
    register(app, sources, FillSources)
