"""The pages of facets: one to each value, with its seminars, and one that lists the values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from sphinx.locale import _

from records.facets import COUNTRIES, LIST, WITH_MADE_PAGES
from records.kinds.events import EVENT, EventFacts
from seminars import made_pages
from seminars.composer import Composer
from seminars.country_dossiers import COUNTRY, CountryFiller
from seminars.domain import seminars_of
from seminars.facet_lists import groups_of, link_to, written
from seminars.items import Recommended, dossier_section, recommended
from seminars.made_pages import Page
from seminars.marks import Question, latest_first, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.facets import Facet
    from seminars.composer import Inline
    from seminars.country_dossiers import Dossier
    from seminars.entry import Entry
    from seminars.facet_lists import Groups

_FACETS = {facet.folder: facet for facet in WITH_MADE_PAGES}
_OF_YEARS = "years"


class _Held(NamedTuple):
    """The seminars of a value, the latest first, and what they recommended."""

    events: list[Entry]
    recommendations: list[Recommended]


def _held(env: BuildEnvironment, docname: str) -> _Held:
    """Return what the page *docname* of a value lists."""
    domain = seminars_of(env)

    def collect() -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in latest_first(domain.entry(one.docname) for one in domain.of_kind(EVENT)):
            for facet in WITH_MADE_PAGES:
                facts = entry.record and entry.record.facts
                values = facet.values(facts) if isinstance(facts, EventFacts) else ()
                for value in values:
                    found.setdefault(f"{facet.folder}/{value}", []).append(entry)
        return found

    events = domain.made("seminars of facets", collect).get(docname, [])
    return _Held(events, recommended(env, events))


_HELD = Question("seminars of a facet", _held, of_page=True)


class facet_value(placeholder):
    """Stands for what the page of a ``value`` of the facet in ``folder`` shows."""

    asks: ClassVar[tuple[Question[Any], ...]] = (_HELD,)


class country_value(facet_value):
    """Stands for what the page of a country shows."""

    asks = (_HELD, COUNTRY)


class FillFacetValues(CountryFiller):
    """Show the seminars of a value, and what they recommended."""

    def fill(self, found: facet_value) -> list[nodes.Node]:
        """Return a line with numbers, and a section to each list that has an entry."""
        held = self.ask(_HELD, self.composer.docname)
        sections: list[nodes.Node] = [*self._sections(found, held)]
        if len(sections) == 1 and not isinstance(found, country_value):
            sections = [*sections[0].children[1:]]  # what is the only list needs no heading
        return [*self._line(found, held), *sections]

    def _line(self, found: facet_value, held: _Held) -> list[nodes.Node]:
        facet = _FACETS[found["folder"]]
        line: list[list[Inline]] = [[self.composer.run([_(facet.name)], "kind")]]
        dossier = None
        if isinstance(found, country_value):
            dossier = self.ask(COUNTRY, self.composer.docname)
        line += [[words] for words in _counts(self.composer, held, dossier)]
        return self.composer.bullets(line, "fact-line")

    def _sections(self, found: facet_value, held: _Held) -> Iterator[nodes.section]:
        is_country = isinstance(found, country_value)
        title = _("Seminars held in the country") if is_country else _("Seminars")
        is_mixed = not is_country and found["folder"] != _OF_YEARS
        content = [*self.by_year(held.events)] if is_mixed else [self.events(held.events)]
        if held.events:
            yield self.section("held", title, content, count=len(held.events))
        dossier = self.ask(COUNTRY, self.composer.docname) if is_country else None
        if dossier:
            yield from self.presence(dossier)
        if held.recommendations:
            content = [self.recommendations(held.recommendations)]
            title = _("Recommendations of these meetings")
            count = len(held.recommendations)
            yield self.section("recommended", title, content, count=count)
        if dossier:
            yield from self.seats(dossier)


def _counts(composer: Composer, held: _Held, dossier: Dossier | None) -> list[str]:
    """Return how many there are of what a page lists, in words; countries have a *dossier*."""
    counts = [(_("Seminars: %s"), len(held.events))]
    if dossier:
        counts = [
            (_("Seminars in the country: %s"), len(held.events)),
            (_("Seminars elsewhere: %s"), len(dossier.elsewhere)),
        ]
    counts.append((_("Recommendations: %s"), len(held.recommendations)))
    return [words % composer.number(count) for words, count in counts if count]


def _pages(app: Sphinx) -> Iterator[Page]:
    """Yield the pages of every facet that has a value."""
    for facet in WITH_MADE_PAGES:
        groups = groups_of(app, facet)
        if groups:
            above = f"{facet.folder}/{LIST}", _(facet.label)
            yield _list_of_values(app, facet, groups, above)
            for value in groups:
                yield _page_of_value(app, facet, value, above)


def _names(app: Sphinx) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names of the pages, and the pages of which each is made."""
    for facet in WITH_MADE_PAGES:
        groups = groups_of(app, facet)
        if groups:
            yield f"{facet.folder}/{LIST}", (app.config.root_doc,)
        for value, events in groups.items():
            page, made_of = f"{facet.folder}/{value}", [event.docname for event in events]
            if facet.folder == COUNTRIES:
                made_of += COUNTRY.answer(app.env, page).pages
            yield page, tuple(dict.fromkeys(made_of))


def _list_of_values(app: Sphinx, facet: Facet, groups: Groups, above: tuple[str, str]) -> Page:
    name, title = above
    composer = Composer(app.env, name)
    held = {value: len(events) for value, events in groups.items() if events}
    others = {value: _elsewhere(app.env, facet, value) for value in groups if value not in held}
    of_held = [
        composer.paragraph(
            [_("The number behind each is that of its seminars.")], "facet-note", "small"
        ),
        *_links(app, composer, facet, held),
    ]
    said = _("The number behind each is that of the seminars elsewhere in which it took part.")
    of_others = [
        composer.paragraph([said], "facet-note", "small"),
        *_links(app, composer, facet, others),
    ]
    content = [
        dossier_section(composer, key, heading, listed, count=len(numbers))
        for key, heading, listed, numbers in (
            ("hosts", _("Host countries"), of_held, held),
            ("others", _("Other countries"), of_others, others),
        )
        if numbers
    ]
    words = _("%(title)s. Entries in the list: %(number)s, each with the number of its seminars.")
    about = words % {"title": title, "number": composer.number(len(groups))}
    return Page(name, title, tuple(content if others else of_held), about)


def _elsewhere(env: BuildEnvironment, facet: Facet, value: str) -> int:
    """Return in how many seminars a country took part in which none was held."""
    return len(COUNTRY.answer(env, f"{facet.folder}/{value}").elsewhere)


def _links(
    app: Sphinx, composer: Composer, facet: Facet, numbers: Mapping[str, int]
) -> list[nodes.Node]:
    """Return links to the pages of values, each with its number where that is not 0."""
    items: list[list[Inline]] = []
    for value, number in numbers.items():
        page = f"{facet.folder}/{value}"
        link = link_to(app, composer.docname, page, written(app, facet, value).text)
        count = composer.run([composer.number(number)], "count")
        items.append([link, " ", count] if number else [link])
    return composer.bullets(items, "facet-values")


def _page_of_value(app: Sphinx, facet: Facet, value: str, above: tuple[str, str]) -> Page:
    name, title = f"{facet.folder}/{value}", _(facet.heading) % written(app, facet, value).text
    kind = country_value if facet.folder == COUNTRIES else facet_value
    listed = kind(folder=facet.folder, value=value)
    dossier = COUNTRY.answer(app.env, name) if kind is country_value else None
    counts = _counts(Composer(app.env, name), _held(app.env, name), dossier)
    about = made_pages.described(title, counts)
    return Page(name, title, (listed,), about, above)


def setup(app: Sphinx) -> None:
    """Register the pages, and what fills them."""
    register(app, facet_value, FillFacetValues)
    register(app, country_value, FillFacetValues)
    made_pages.register(app, _pages, _names)
