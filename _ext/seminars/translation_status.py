"""The page that says what is translated: all languages in short, its own page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from catalogues.locales import is_interface, path_of
from cldr.languages import own_names
from formats.status_json import status_json
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.language_marks import class_of
from seminars.marks import Filler, Question, placeholder, register
from seminars.templates import render
from storage import digest
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from catalogues.status import Publication, Status

Cell = list[nodes.Node]


class _Status:
    """What is translated, and what the pages are called; represented by its digest."""

    def __init__(self, env: BuildEnvironment) -> None:
        domain = seminars_of(env)
        self.publication = domain.publication
        self.titles = {name: domain.title(name) for name in sorted(env.titles)}

    def __repr__(self) -> str:
        return digest(repr(self.titles), status_json(self.publication))


_STATUS = Question("status of translations", lambda env, _page: _Status(env))


class translation_status(placeholder):
    """Stands for what is translated, and what is not, on the page ``docname``."""

    asks = (_STATUS,)


class TranslationStatus(SphinxDirective):
    """How much of each page is translated."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every one is known."""
        return [translation_status(docname=self.env.docname)]


class FillTranslationStatus(Filler):
    """Makes the tables of one page."""

    def fill(self, found: translation_status) -> list[nodes.Node]:
        """Return the table of all languages, and that of the catalogues of this one."""
        self.docname = found["docname"]
        status = self.ask(_STATUS)
        self.publication, self.titles = status.publication, status.titles
        return [self.of_languages(), *self.of_catalogues()]

    def of_languages(self) -> nodes.section:
        """Return the sums of all languages."""
        head = [_("Language"), _("Complete pages"), _("Revised pages"), *_figure_names()]
        rows = (
            [self._language(code), *self._pages(code), *self._figures(self.publication.total(code))]
            for code in (self.publication.source, *self.publication.translations)
        )
        section = self._section("status-languages", _("All languages"))
        section += _table(head, rows)
        return section

    def _language(self, code: str) -> Cell:
        """Return the name of a language with a link to its own page of this kind."""
        name = own_names(self.app.config.seminars_languages)[code]
        text = nodes.inline("", name, classes=[class_of(code)])
        builder = self.app.builder
        if code == self.composer.language or not is_website(builder):
            return [text]
        page = builder.get_target_uri(self.docname)
        return [
            self.composer.link(
                relative_uri(f"{self.composer.language}/{page}", f"{code}/{page}"), text
            )
        ]

    def _pages(self, code: str) -> list[Cell]:
        """Return how many pages are complete and how many revised, of how many."""
        if code == self.publication.source:
            return [[self.composer.text("–")], [self.composer.text("–")]]
        pages = len(self.publication.messages)
        figures = (pages - self.publication.incomplete(code), self.publication.revised(code))
        words = _("%(done)s of %(pages)s")
        number = self.composer.number
        return [
            self.composer.phrase(words, done=number(figure), pages=number(pages))
            for figure in figures
        ]

    def of_catalogues(self) -> list[nodes.Node]:
        """Return the figures of each page of the language; the source has its interface alone.

        There is a row to a page, so it is written as HTML; other formats do without.
        """
        if self.app.builder.format != "html":
            return []
        rows = _worst_first(self.publication, self.composer.language)
        head = [_("Page"), *_figure_names(), _("Stage"), _("Share translated")]
        title = _("Pages in this language, least translated first")
        section = self._section("status-catalogues", title)
        shown = [self._row(*row) for row in rows]
        table = render("translation_status.html", title=title, head=head, rows=shown)
        section += nodes.raw("", table, format="html")
        return [section]

    def _row(self, name: str, status: Status) -> dict[str, object]:
        """Return what the template shows of a page: no title and no address where it is none."""
        language, is_page = self.composer.language, name in self.publication.messages
        words = _("Words of the interface") if is_interface(name) else ""
        has_catalogue = name in self.publication.catalogues[language]
        path = as_name(path_of(language, name)) if has_catalogue else ""
        repository = self.app.config.seminars_repository.rstrip("/")
        is_listed = self.publication.is_listed(language, name)
        absent = self.composer.number(status.absent)
        return {
            "name": as_name(name),
            "is_page": is_page,
            "title": self._title(name) if is_page else words,
            "address": self.app.builder.get_relative_uri(self.docname, name) if is_page else "",
            "path": path,
            "source": f"{repository}/{quote(path)}" if path and repository else "",
            "absent": _("Not yet in the catalogue: %s") % absent if status.absent else "",
            "figures": (*self._counts(status), _stage(status)),
            "share": self.composer.percent(status.percent),
            "not_listed": "" if is_listed else _("not listed"),
        }

    def _figures(self, status: Status) -> list[Cell]:
        return [[nodes.Text(count)] for count in self._counts(status)]

    def _counts(self, status: Status) -> list[str]:
        """Return what is counted of catalogues, in the digits of the language."""
        return [self.composer.number(figure) for figure in (*status.counts, status.refused)]

    def _title(self, name: str) -> Markup:
        """Return the title of the page *name* as HTML."""
        return self.composer.marking.html(self.titles[name])

    def _section(self, name: str, title: str) -> nodes.section:
        """Return a section with its heading."""
        section = nodes.section(ids=[name], classes=["translation-status"])
        section += nodes.title("", "", self.composer.text(title))
        return section


def _table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> nodes.table:
    first = nodes.row("", *(_entry([nodes.Text(text)]) for text in head))
    body = nodes.tbody("", *(nodes.row("", *map(_entry, row)) for row in rows))
    columns = [nodes.colspec(colwidth=1) for _text in head]
    group = nodes.tgroup("", *columns, nodes.thead("", first), body, cols=len(head))
    return nodes.table("", group)


def _figure_names() -> list[str]:
    return [_("Translated"), _("Fuzzy"), _("Untranslated"), _("Refused")]


def _stage(status: Status) -> str:
    """Return how far a translation is; who revised it is nobody's business but the catalogue's."""
    match status.stage:
        case "draft":
            return _("draft")
        case "translated":
            return _("translation")
        case "revised":
            return _("revised translation")


def _entry(content: Cell) -> nodes.entry:
    """Return a cell with one paragraph."""
    return nodes.entry("", nodes.paragraph("", "", *content))


def _worst_first(publication: Publication, language: str) -> list[tuple[str, Status]]:
    """Return the catalogues of *language*: the least translated first, then by name."""
    rows = publication.statuses(language)
    return sorted(rows, key=lambda row: (row[1].percent, row[0]))


def setup(app: Sphinx) -> None:
    """Register the tables of what is translated, page by page."""
    app.add_config_value("seminars_repository", "", "html", types=(str,))
    app.add_directive_to_domain("sem", "translation-status", TranslationStatus)
    register(app, translation_status, FillTranslationStatus)
