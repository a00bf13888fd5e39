"""The page that says what is translated: all languages in short, its own page by page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from gate.publication import is_interface, path_of
from gate.status import FILE, status_json, worst_first
from records.languages import own_name
from seminars.composing import Composer, is_website
from seminars.domain import seminars_of
from seminars.marking import Marking
from seminars.nodes import translation_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.application import Sphinx

    from gate.publication import Status

Cell = list[nodes.Node]


class FillTranslationStatus(SphinxPostTransform):
    """Put the tables in the place of the mark."""

    default_priority = 5  # before ReferencesResolver (10), which turns references into links

    def run(self, **kwargs: Any) -> None:
        """Fill every mark of the page."""
        pages = {self.config.root_doc, *seminars_of(self.env).statuses}  # the former is the book
        if self.env.docname not in pages:
            return
        if isinstance(self.app.builder, MessageCatalogBuilder):
            return
        for mark in list(self.document.findall(translation_status)):
            tables = _Tables(self.app, mark["docname"])
            mark.replace_self([tables.of_languages(), *tables.of_catalogues()])


class _Tables:
    """Makes the tables of one page."""

    def __init__(self, app: Sphinx, docname: str) -> None:
        self.app = app
        self.docname = docname
        self.domain = seminars_of(app.env)
        self.publication = self.domain.publication
        self.composer = Composer(app.env, docname)

    def of_languages(self) -> nodes.section:
        """Return the sums of all languages."""
        head = [_("Language"), _("Complete pages"), *_figure_names()]
        rows = (
            [self._language(code), self._complete(code), *_figures(self.publication.total(code))]
            for code in (self.publication.source, *self.publication.translations)
        )
        section = self._section("status-languages", _("All languages"))
        section += _table(head, rows)
        return section

    def _language(self, code: str) -> Cell:
        """Return the name of a language with a link to its own page of this kind."""
        name = own_name(self.app.config.seminars_languages[code])
        text = nodes.inline("", name, classes=[f"language-{code}"])
        builder = self.app.builder
        if code == self.composer.language or not is_website(builder):
            return [text]
        page = builder.get_target_uri(self.docname)
        return [
            self.composer.link(
                relative_uri(f"{self.composer.language}/{page}", f"{code}/{page}"), text
            )
        ]

    def _complete(self, code: str) -> Cell:
        """Return how many pages are complete, of how many."""
        if code == self.publication.source:
            return [self.composer.text("–")]
        pages = len(self.publication.messages)
        done = pages - self.publication.incomplete(code)
        return self.composer.phrase(_("%(done)s of %(pages)s"), done=str(done), pages=str(pages))

    def of_catalogues(self) -> list[nodes.Node]:
        """Return the figures of each page of the language; the source has its interface alone.

        There is a row to a page, so it is written as HTML; other formats do without.
        """
        if self.app.builder.format != "html":
            return []
        rows = worst_first(self.publication, self.composer.language)
        head = [_("Page"), *_figure_names(), _("Share")]
        title = _("Catalogues of this language, the least translated first")
        section = self._section("status-catalogues", title)
        names = _row("th", (f"<p>{escape(name)}</p>" for name in head))
        body = "\n".join(_row("td", self._row(name, status)) for name, status in rows)
        table = (
            '<div class="table-wrapper docutils container">\n<table class="docutils">\n'
            f"<thead>\n{names}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n"
        )
        section += nodes.raw("", table, format="html")
        return [section]

    def _row(self, name: str, status: Status) -> Iterator[str]:
        """Yield the cells of a page as HTML."""
        language = self.composer.language
        lines = [f"<p>{self._title(name)}</p>"]
        if name in self.publication.catalogues[language]:
            lines.append(f'<p class="catalogue">{self._catalogue(name)}</p>')
        if status.absent:
            absent = _("Not yet in the catalogue: %s") % status.absent
            lines.append(f"<p>{escape(absent)}</p>")
        yield "".join(lines)
        yield from (f"<p>{figure}</p>" for figure in (*status.counts, status.refused))
        share = f"<p>{escape(self.composer.percent(status.percent))}</p>"
        if not self.publication.is_listed(language, name):
            unlisted = _("not listed")
            share += f'<p class="not-listed">{escape(unlisted)}</p>'
        yield share

    def _title(self, name: str) -> str:
        """Return what a catalogue is of, a page with a link, as HTML."""
        if is_interface(name):
            return escape(_("Words of the interface"))
        if name not in self.publication.messages:
            return f"<code>{escape(name)}</code>"
        title = self.domain.title(name)
        text = escape(title)
        if title in self.domain.all_in_source:
            text = Marking(self.app.config).html(text)
        uri = self.app.builder.get_relative_uri(self.docname, name)
        return f'<a class="reference internal" href="{escape(uri)}">{text}</a>'

    def _catalogue(self, name: str) -> str:
        """Return the path of a catalogue as HTML, with a link where the repository has one."""
        path = escape(path_of(self.composer.language, name))
        repository = escape(self.app.config.seminars_repository.rstrip("/"))
        text = f'<code class="literal notranslate">{path}</code>'
        return f'<a href="{repository}/{path}">{text}</a>' if repository else text

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


def _row(tag: str, cells: Iterable[str]) -> str:
    """Return a row of HTML."""
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def _figure_names() -> list[str]:
    return [_("Translated"), _("Fuzzy"), _("Untranslated"), _("Refused")]


def _figures(status: Status) -> list[Cell]:
    return [[nodes.Text(str(figure))] for figure in (*status.counts, status.refused)]


def _entry(content: Cell) -> nodes.entry:
    """Return a cell with one paragraph."""
    return nodes.entry("", nodes.paragraph("", "", *content))


def export_status(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: put the state of all languages beside the HTML pages, as JSON."""
    if exception is not None or app.builder.name != "html":
        return
    domain, path = seminars_of(app.env), app.outdir / FILE
    if not (domain.is_as_before and path.exists()):
        path.write_text(status_json(domain.publication), encoding="utf-8")
