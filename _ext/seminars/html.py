"""What the pages of the website have around their text: navigation, languages, description."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri

from seminars import dates
from seminars.domain import seminars_of
from seminars.languages import own_name
from seminars.schema import EventFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from seminars.records import Record

NEIGHBOURS = 4  # entries shown on each side of the page's own in the sidebar
DESCRIPTION_LENGTH = 200  # characters; search engines show about 160


class ArchiveHTMLBuilder(StandaloneHTMLBuilder):
    """The HTML builder without Sphinx's search index, which every reader would load whole.

    A title is rendered once, not again on each page that shows it around its text.
    """

    search = False

    def init(self) -> None:
        """Prepare the builder."""
        super().init()
        self._partials: dict[str, dict[str, str]] = {}

    def render_partial(self, node: nodes.Node | None) -> dict[str, str]:
        """Render *node* by itself, a title from what was kept."""
        if not isinstance(node, nodes.title):
            return super().render_partial(node)
        key = str(node)
        if key not in self._partials:
            self._partials[key] = super().render_partial(node)
        return self._partials[key]


@dataclass(frozen=True)
class Entry:
    """A page in the sidebar of another one."""

    title: str
    link: str
    current: bool  # the page of the sidebar is this one or below it
    is_page: bool
    children: list[Entry]


class Navigation:
    """The sidebar of a page: the heads of the archive, the page's branch and its neighbours.

    Its size does not depend on the number of pages; Furo's own holds all of them on each page
    (https://github.com/pradyunsg/furo/discussions/227).
    """

    def __init__(self) -> None:
        self.children: dict[str, list[str]] = {}
        self.parents: dict[str, str] = {}
        self.labels: dict[str, str] = {}

    def note_structure(self, app: Sphinx, env: BuildEnvironment) -> None:
        """On ``env-check-consistency``: note what contains what, and what each page is called."""
        self.children = {name: list(found) for name, found in env.toctree_includes.items()}
        self.parents = {
            child: parent for parent in sorted(self.children) for child in self.children[parent]
        }
        self.labels = {name: title.astext() for name, title in env.titles.items()} | {
            record.docname: _label(app, record)
            for record in seminars_of(env).in_order()
            if record.texts
        }

    def ancestors(self, docname: str) -> list[str]:
        """Return the pages above *docname*, the nearest first."""
        found: list[str] = []
        while docname in self.parents and self.parents[docname] not in found:
            docname = self.parents[docname]
            found.append(docname)
        return found

    def entries(self, app: Sphinx, docname: str) -> list[Entry]:
        """Return the navigation of the page *docname*."""
        branch = {docname, *self.ancestors(docname)}

        def below(parent: str, level: int) -> list[Entry]:
            return [
                Entry(
                    title=self.labels[name],
                    link=app.builder.get_relative_uri(docname, name) or "#",
                    current=name in branch,
                    is_page=name == docname,
                    children=below(name, level + 1) if level == 1 or name in branch else [],
                )
                for name in self._window(self.children.get(parent, []), branch)
            ]

        return below(app.config.root_doc, 1)

    @staticmethod
    def _window(names: list[str], branch: set[str]) -> list[str]:
        """Return *names*, or those around the one in *branch* where there are many."""
        if len(names) <= 2 * NEIGHBOURS + 1:
            return names
        place = next((number for number, name in enumerate(names) if name in branch), None)
        if place is None:
            return []
        first = min(max(place - NEIGHBOURS, 0), len(names) - 2 * NEIGHBOURS - 1)
        return names[first : first + 2 * NEIGHBOURS + 1]

    def add_to_page(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """On ``html-page-context``, before Furo: give the navigation and the way up."""
        context.pop("toctree", None)  # Furo would resolve the whole tree of contents for each page
        if pagename not in self.labels:
            return
        context["navigation"] = self.entries(app, pagename)
        context["breadcrumbs"] = [
            {"title": self.labels[name], "link": app.builder.get_relative_uri(pagename, name)}
            for name in reversed(self.ancestors(pagename))
        ]


def _label(app: Sphinx, record: Record) -> str:
    """Return what the sidebar calls *record*: place and days, short name, or title."""
    if isinstance(record.facts, EventFacts):
        locale = app.config.seminars_languages[app.config.language]
        days = dates.interval(record.facts.start, record.facts.end, locale=locale)
        return f"{record.texts['city']}, {days}"
    if "short_name" in record.texts:
        return record.texts["short_name"]
    return seminars_of(app.env).title(record.docname)


def delete_removed(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: delete what was written of pages that are gone; Sphinx keeps it."""
    if exception is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    pages = {*app.env.found_docs, *app.config.html_additional_pages, "genindex"}
    suffix = app.builder.out_suffix
    for path in app.outdir.rglob(f"*{suffix}"):
        name = path.relative_to(app.outdir).as_posix().removesuffix(suffix)
        if name not in pages and not name.startswith("_"):
            path.unlink()


def add_languages(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: add the links to the same page in the other languages."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    page = app.builder.get_target_uri(pagename)
    base = app.config.html_baseurl.rstrip("/").removesuffix(f"/{app.config.language}")
    context["languages"] = [
        {
            "code": code,
            "name": own_name(locale),
            "link": relative_uri(f"{app.config.language}/{page}", f"{code}/{page}"),
            "url": f"{base}/{code}/{page}" if base else "",
        }
        for code, locale in app.config.seminars_languages.items()
    ]


def add_description(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: describe the page by its first paragraph, for search engines."""
    if doctree is None:
        return
    text = next(_paragraphs(doctree), "")
    if len(text) > DESCRIPTION_LENGTH:
        text = text[:DESCRIPTION_LENGTH].rpartition(" ")[0] + "…"
    if text:
        context["metatags"] = (
            f'{context.get("metatags", "")}<meta name="description" content="{escape(text)}">\n'
        )


def _paragraphs(doctree: nodes.document) -> Iterator[str]:
    """Yield the paragraphs of the prose: those of the fact sheet are none."""
    for section in doctree.findall(nodes.section):
        for child in section.children:
            if isinstance(child, nodes.paragraph):
                yield " ".join(child.astext().split())
