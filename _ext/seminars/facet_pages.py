"""The pages of facets: one to each value, with its seminars, and one that lists the values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import _
from sphinx.util.docutils import new_document

from records.facets import FACETS
from seminars.composer import Composer, is_website
from seminars.domain import seminars_of
from seminars.facet_lists import LIST, groups_of, link_to, locale_of
from seminars.lists import event_list
from seminars.site.head import description
from seminars.site.navigation import Label
from seminars.stale_pages import look_of, shown_around
from seminars.written_files import note_files
from storage import Stamp, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.facets import Facet
    from seminars.composer import Inline
    from seminars.facet_lists import Groups

TEMPLATE = "page.html"


def setup(app: Sphinx) -> None:
    """Register what writes the pages."""
    pages = FacetPages()
    app.connect("env-updated", note_parts)
    app.connect("html-collect-pages", pages.collect)
    app.connect("html-page-context", pages.add_way_up)
    app.connect("build-finished", pages.note)


@dataclass(frozen=True)
class Page:
    """One of the pages: its title, what it lists, and the page above it, if there is one."""

    name: str
    title: str
    listed: tuple[nodes.Node, ...]
    entries: tuple[str, ...]  # what is listed, in words
    shows: str  # what changes when the page shows something else of others
    up: tuple[str, str] | None = None  # its name, and its title


class FacetPages:
    """Writes the pages again of which something has changed since the last build."""

    def __init__(self) -> None:
        self.digests: dict[str, str] = {}
        self.above: dict[str, tuple[str, str]] = {}

    def collect(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """On ``html-collect-pages``: give those that differ from what stands in their place."""
        if not is_website(app.builder):
            return
        before, everywhere = _stamp(app).read() or {}, _everywhere(app)
        self.digests = {}
        for page in _pages(app):
            around = shown_around(app.env, page.name)
            key = digest(everywhere, *around, page.title, page.shows)
            self.digests[page.name] = key
            if before.get(page.name) != key or not _path(app, page.name).exists():
                if page.up:
                    self.above[page.name] = page.up
                yield page.name, _context(app, page), TEMPLATE

    def add_way_up(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """On ``html-page-context``: lead from a value to the list of values."""
        if pagename in self.above:
            name, title = self.above[pagename]
            link = app.builder.get_relative_uri(pagename, name)
            label = Label(title, escape(title))
            context["breadcrumbs"].append({"title": label, "link": link})

    def note(self, app: Sphinx, exception: Exception | None) -> None:
        """On ``build-finished``: note what is written; the page of a value that is gone goes."""
        if exception is None and is_website(app.builder):
            top = Path(app.outdir)
            files = [_path(app, name).relative_to(top).as_posix() for name in self.digests]
            note_files(app, "facets", files)
            _stamp(app).note(self.digests)


def note_parts(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-updated``: note what each page lists, for it is listed itself where that is."""
    made_of = seminars_of(env).publication.made_of
    for facet in FACETS:
        made_of[f"{facet.folder}/{LIST}"] = (app.config.root_doc,)
        for value, events in groups_of(app, facet).items():
            made_of[f"{facet.folder}/{value}"] = tuple(event.docname for event in events)


def _pages(app: Sphinx) -> Iterator[Page]:
    """Yield the pages of every facet that has a value."""
    for facet in FACETS:
        groups = groups_of(app, facet)
        if groups:
            above = f"{facet.folder}/{LIST}", _(facet.label)
            yield _list_of_values(app, facet, groups, above)
            for value, events in groups.items():
                yield _page_of_value(app, facet, value, events, above)


def _list_of_values(app: Sphinx, facet: Facet, groups: Groups, above: tuple[str, str]) -> Page:
    name, title = above
    composer = Composer(app.env, name)
    written = {value: facet.wording(value, locale=locale_of(app)) for value in groups}
    items: list[list[Inline]] = [
        [link_to(app, name, f"{facet.folder}/{value}", written[value]), f" ({len(groups[value])})"]
        for value in groups
    ]
    shows = repr([(value, written[value], len(groups[value])) for value in groups])
    listed = composer.bullets(items, "facet-values")
    return Page(name, title, tuple(listed), tuple(written.values()), shows)


def _page_of_value(
    app: Sphinx, facet: Facet, value: str, events: list[Record], above: tuple[str, str]
) -> Page:
    title = _(facet.heading) % facet.wording(value, locale=locale_of(app))
    entries = [seminars_of(app.env).entry(event.docname) for event in events]
    listed = event_list(latest=None, pages=[entry.docname for entry in entries])
    titles = tuple(entry.title.text for entry in entries)
    return Page(f"{facet.folder}/{value}", title, (listed,), titles, repr(entries), above)


def _context(app: Sphinx, page: Page) -> dict[str, Any]:
    """Return what the template shows: the title and the list as other pages would have them."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    composer = Composer(app.env, page.name)
    section = nodes.section("", nodes.title("", "", composer.text(page.title)), *page.listed)
    section["ids"] = ["facet"]
    document = new_document(page.name)
    document += section
    app.env.apply_post_transforms(document, page.name)
    body = Markup(app.builder.render_partial(document[0])["fragment"])  # noqa: S704 - of nodes
    text = _("%(title)s: %(entries)s") % {"title": page.title, "entries": "; ".join(page.entries)}
    return {"title": escape(page.title), "body": body, "metatags": description(text)}


def _everywhere(app: Sphinx) -> str:
    """Return what changes when anything does that all pages have: words, look, settings."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    settings = (app.config.seminars_interface, app.config.seminars_languages)
    return digest(app.builder.build_info.config_hash, repr(settings), *look_of(app))


def _path(app: Sphinx, name: str) -> Path:
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    return Path(app.builder.get_outfilename(name))


def _stamp(app: Sphinx) -> Stamp:
    return Stamp(Path(app.doctreedir, f".{app.builder.name}.facet_pages"))
