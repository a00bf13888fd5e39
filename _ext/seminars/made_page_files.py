"""Writes the pages that no source stands behind, when they show something else of the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import new_document

from seminars.composer import Composer, is_website
from seminars.domain import seminars_of
from seminars.made_pages import MAKERS
from seminars.marks import placeholder
from seminars.side import side
from seminars.site.head import description
from seminars.site.navigation import Label
from seminars.stale_pages import Shown, look_of
from seminars.written_files import note_files
from storage import Stamp, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from seminars.made_pages import Page
    from seminars.marks import Question

TEMPLATE = "page.html"


class MadePages:
    """Writes the pages again of which something has changed since the last build."""

    def __init__(self) -> None:
        self.digests: dict[str, str] = {}
        self.above: dict[str, tuple[str, str]] = {}

    def collect(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """On ``html-collect-pages``: give those that differ from what stands in their place."""
        if not is_website(app.builder):
            return
        before, everywhere = _stamp(app).read() or {}, _everywhere(app)
        shown = Shown(app.env, digest(*look_of(app)))
        self.digests = {}
        for page in (page for maker in MAKERS for page in maker.pages(app)):
            asked = sorted({one.name for one in _questions(page)})
            content = (page.title, *(node.pformat() for node in page.content))
            key = digest(everywhere, *content, shown.digest(page.name, *asked))
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
    """On ``env-updated``: note what each page is made of, for it is listed where that is."""
    made_of = seminars_of(env).publication.made_of
    for maker in MAKERS:
        made_of.update(maker.names(app))


def _questions(page: Page) -> Iterator[Question[Any]]:
    """Yield what the placeholders of *page* ask of the others."""
    for node in page.content:
        for found in node.findall(placeholder):
            yield from found.asks


def _context(app: Sphinx, page: Page) -> dict[str, Any]:
    """Return what the template shows: the title and the rest as other pages would have them."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    composer = Composer(app.env, page.name)
    title = nodes.title("", "", composer.text(page.title))
    section = nodes.section("", title, side(), *page.content, ids=["facet"])
    document = new_document(page.name)
    document += section
    app.env.apply_post_transforms(document, page.name)
    body = Markup(app.builder.render_partial(document[0])["fragment"])  # noqa: S704 - of nodes
    language = app.config.language
    tags = [description(page.described, language=language, page=language)]
    return {"title": escape(page.title), "body": body, "head_tags": tags}


def _everywhere(app: Sphinx) -> str:
    """Return what changes when anything does that all pages have: words, settings.

    Sphinx's hash is of the settings "html" alone; after one of "env", as the number of the edition
    is, it reads all sources again, but these pages have none.
    """
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    texts = [
        (one.name, one.value) for one in app.config.filter({"env"}) if isinstance(one.value, str)
    ]
    settings = (app.config.seminars_interface, app.config.seminars_languages, sorted(texts))
    return digest(app.builder.build_info.config_hash, repr(settings))


def _path(app: Sphinx, name: str) -> Path:
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    return Path(app.builder.get_outfilename(name))


def _stamp(app: Sphinx) -> Stamp:
    return Stamp(Path(app.doctreedir, f".{app.builder.name}.made_pages"))


def setup(app: Sphinx) -> None:
    """Register what writes the pages."""
    pages = MadePages()
    app.connect("env-updated", note_parts)
    app.connect("html-collect-pages", pages.collect)
    app.connect("html-page-context", pages.add_way_up)
    app.connect("build-finished", pages.note)
