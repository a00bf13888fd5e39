"""What the home page has beside its prose: a field to search in, and the figures of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from records.facets import COUNTRIES, LIST, countries
from records.kinds import KINDS
from records.kinds.events import EventFacts
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.facet_lists import link_to
from seminars.items import all_recommended
from seminars.marks import ASKED, Filler, Question, placeholder, register
from seminars.templates import render

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.wording import Wording
    from seminars.composer import Inline

_REGISTER = "recommendations"  # what the page asks that has the register


class _Figure(NamedTuple):
    """How many there are of something: what it is called, and the page that lists them."""

    number: int
    page: str
    title: Wording | None = None


def _figures(env: BuildEnvironment, _docname: str) -> list[_Figure]:
    """Return the number of records of each kind that has a list, of countries, of advice."""
    domain = seminars_of(env)
    found = []
    for kind in KINDS:
        number, page = len(domain.of_kind(kind)), f"{kind.folder}/{LIST}"
        if number and page in env.found_docs:
            found.append(_Figure(number, page, domain.title(page)))
    facts = [one.facts for one in domain.records.values() if isinstance(one.facts, EventFacts)]
    if held := {code for one in facts for code in countries(one)}:
        found.append(_Figure(len(held), f"{COUNTRIES}/{LIST}"))
    pages = sorted(name for name, asked in ASKED.of(env).items() if _REGISTER in asked)
    if pages and (recommended := all_recommended(env)):
        found.append(_Figure(len(recommended), pages[0], domain.title(pages[0])))
    return found


_FIGURES = Question("figures", _figures)


class figures(placeholder):
    """Stands for the figures of the archive."""

    asks = (_FIGURES,)


class search_place(placeholder):
    """Stands for a field to search in."""


class search_field(nodes.General, nodes.Element):
    """A form that leads to the search at the address ``action``."""


class Figures(SphinxDirective):
    """The figures of the archive, each with a link to what it counts."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, nobody can count them."""
        return [figures()]


class SearchField(SphinxDirective):
    """A field to search in."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: the builder decides whether there is a search."""
        return [search_place()]


class FillFigures(Filler):
    """Count what the archive has."""

    def fill(self, found: figures) -> list[nodes.Node]:
        """Return a list of numbers; in print the contents say the same."""
        if not is_website(self.app.builder):
            return []
        composer = self.composer
        items: list[list[Inline]] = []
        for figure in self.ask(_FIGURES):
            name = composer.marking.node(figure.title) if figure.title else _("Host countries")
            link = link_to(self.app, composer.docname, figure.page, "")
            link.children[0].extend(composer.inline(name))  # type: ignore[attr-defined] # an inline
            items.append([composer.run([composer.number(figure.number)], "numeral"), " ", link])
        return composer.bullets(items, "figures")


class FillSearchPlaces(Filler):
    """Show the field where there is a search."""

    def fill(self, found: search_place) -> list[nodes.Node]:
        """Return the form; the website alone has a page that searches."""
        if self.app.builder.name != "html":
            return []
        action = self.app.builder.get_relative_uri(self.composer.docname, "search")
        label = self.composer.words(_("Place, organisation, legal text, term or number"))
        button = _("Search")
        return [
            search_field(action=action, label=label, button=button, form=_("Search the archive"))
        ]


def _visit(writer: Any, node: search_field) -> None:
    writer.body.append(render("search_field.html", **node.attributes))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directives of the home page."""
    app.add_node(search_field, html=(_visit, None))
    register(app, figures, FillFigures)
    register(app, search_place, FillSearchPlaces)
    app.add_directive_to_domain("sem", "figures", Figures)
    app.add_directive_to_domain("sem", "search-field", SearchField)
