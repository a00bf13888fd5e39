"""The ways to the seminars: links to the list of values of each facet, and what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from records.facets import FACETS
from seminars.composer import is_website
from seminars.marks import RECORDS, Filler, latest_first, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx

    from records.archive import Record
    from records.facets import Facet
    from seminars.composer import Inline
    from seminars.entry import Entry

    Groups = Mapping[str, list[Record]]  # the seminars of each value

LIST = "index"  # the page of a facet that lists its values


class facet_list(placeholder):
    """Stands for links to the lists of values, one to each facet."""

    asks = (RECORDS,)


class FacetList(SphinxDirective):
    """The ways to the seminars: by year, and by whatever else ``FACETS`` has."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every seminar is known."""
        return [facet_list()]


class FillFacetLists(Filler):
    """Lead to the lists of values; other formats than the website have no such pages."""

    def fill(self, found: facet_list) -> list[nodes.Node]:
        """Return a link to each list that has a value."""
        items: list[list[Inline]] = []
        for facet in FACETS if is_website(self.app.builder) else ():
            if grouped(self.app, facet, self.ask(RECORDS)):
                page, text = f"{facet.folder}/{LIST}", facet.question or facet.label
                link = link_to(self.app, self.composer.docname, page, _(text))
                items.append([link, " ", _(facet.label)] if facet.question else [link])
        return self.composer.bullets(items, "ways-in") if items else []


def setup(app: Sphinx) -> None:
    """Register the directive that leads to the lists."""
    register(app, facet_list, FillFacetLists)
    app.add_directive_to_domain("sem", "facet-list", FacetList)


def groups_of(app: Sphinx, facet: Facet) -> Groups:
    """Return the seminars of each value of *facet*, in the order in which they are listed."""
    return grouped(app, facet, RECORDS.answer(app.env, ""))


def grouped(app: Sphinx, facet: Facet, entries: Iterable[Entry]) -> Groups:
    """Return the seminars of each value of *facet* that are among *entries*."""
    events = [entry.record for entry in latest_first(entries) if entry.record]

    def in_words(value: str) -> str:
        return written(app, facet, value)

    return facet.groups(events, language=app.config.language, written=in_words)


def written(app: Sphinx, facet: Facet, value: str) -> str:
    """Return a value of *facet* as the pages of the build write it."""
    return _(facet.wording(value, locale=app.config.seminars_languages[app.config.language]))


def link_to(app: Sphinx, docname: str, page: str, text: str) -> nodes.reference:
    """Return a link from *docname* to a *page* that no source stands behind."""
    place = app.builder.get_target_uri(docname), app.builder.get_target_uri(page)
    inner = nodes.inline("", text)
    return nodes.reference("", "", inner, internal=True, refuri=relative_uri(*place))
