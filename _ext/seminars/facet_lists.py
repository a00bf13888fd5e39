"""The ways to the seminars: links to the list of values of each facet, and what is behind them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from cldr.no_break_spaces import spaced
from records.facets import FACETS, LIST
from records.kind import Target
from records.kinds.events import EventFacts
from records.wording import Wording
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.marks import ASKED, RECORDS, Filler, Question, latest_first, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.facets import Facet
    from seminars.composer import Composer, Inline
    from seminars.entry import Entry

    Groups = Mapping[str, list[Record]]  # the seminars of each value


def _listed(env: BuildEnvironment, _docname: str) -> list[str]:
    """Return the folders of records that have a page which lists them."""
    folders, asked = (facet.folder for facet in FACETS if facet.kind), ASKED.of(env)
    return [folder for folder in folders if RECORDS.name in asked.get(f"{folder}/{LIST}", ())]


LISTED = Question("lists of records", _listed)


class facet_list(placeholder):
    """Stands for links to the lists of values, one to each facet."""

    asks = (RECORDS, LISTED)


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
        for facet in with_lists(self.app, self.ask(RECORDS), self.ask(LISTED)):
            page, text = f"{facet.folder}/{LIST}", facet.question or facet.label
            link = link_to(self.app, self.composer.docname, page, _(text))
            items.append([link, " ", _(facet.label)] if facet.question else [link])
        return self.composer.bullets(items, "ways-in") if items else []


def setup(app: Sphinx) -> None:
    """Register the directive that leads to the lists."""
    register(app, facet_list, FillFacetLists)
    app.add_directive_to_domain("sem", "facet-list", FacetList)


def groups_of(app: Sphinx, facet: Facet) -> Groups:
    """Return the seminars of each value of *facet* that has a page, as they are listed."""
    return seminars_of(app.env).made(f"groups: {facet.folder}", lambda: _groups(app, facet))


def _groups(app: Sphinx, facet: Facet) -> Groups:
    named: set[str] = set()
    if facet.named:
        facts = (one.facts for one in seminars_of(app.env).in_order())
        named = {value for one in facts if one for value in facet.named(one)}
    return grouped(app, facet, RECORDS.answer(app.env, ""), others=named)


def grouped(
    app: Sphinx, facet: Facet, entries: Iterable[Entry], *, others: Iterable[str] = ()
) -> Groups:
    """Return the seminars of each value of *facet* that are among *entries*, and no other values.

    Of *others* each is there, though it may have no seminar.
    """
    known = {entry.docname: entry for entry in entries}
    events = [entry.record for entry in latest_first(known.values()) if entry.record]

    def in_words(value: str) -> Wording:
        return written(app, facet, value, known)

    language = app.config.language
    return facet.groups(events, language=language, written=in_words, others=others)


def links_to_lists(
    app: Sphinx, composer: Composer, entries: Iterable[Entry], listed: Collection[str]
) -> list[nodes.Node]:
    """Return links to the lists of what is among *entries*, without questions."""
    items: list[list[Inline]] = []
    for facet in with_lists(app, entries, listed):
        page = f"{facet.folder}/{LIST}"
        items.append([link_to(app, composer.docname, page, _(facet.label))])
    return composer.bullets(items, "fact-line") if items else []


def with_lists(app: Sphinx, entries: Iterable[Entry], listed: Collection[str]) -> list[Facet]:
    """Return the facets of which the website lists a value that is among *entries*.

    Those of records are *listed* by an index page in their folder, if there is one.
    """
    facts = [entry.record.facts for entry in entries if entry.record]
    found = [one for one in facts if isinstance(one, EventFacts)]
    return [
        facet
        for facet in (FACETS if is_website(app.builder) else ())
        if (facet.kind is None or facet.folder in listed)
        and any(value for one in found for value in facet.values(one))
    ]


def written(
    app: Sphinx, facet: Facet, value: str, known: Mapping[str, Entry] = MappingProxyType({})
) -> Wording:
    """Return a value of *facet* as the pages of the build write it.

    Records are among those *known* by their pages; that there is none is reported elsewhere.
    """
    language = app.config.language
    if facet.kind is None:
        text = _(facet.wording(value, locale=app.config.seminars_languages[language]))
        return Wording(text, language)
    entry = known.get(Target(facet.kind, value).docname)
    return entry.called.text if entry else Wording(value, language)


def link_to(app: Sphinx, docname: str, page: str, text: str) -> nodes.reference:
    """Return a link from *docname* to a *page* that no source stands behind."""
    place = app.builder.get_target_uri(docname), app.builder.get_target_uri(page)
    inner = nodes.inline("", spaced(text, language=app.config.language))
    return nodes.reference("", "", inner, internal=True, refuri=relative_uri(*place))
