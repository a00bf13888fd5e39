"""What search engines and social networks read in the head of a page: JSON-LD and Open Graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from markupsafe import Markup
from sphinx.builders.html import StandaloneHTMLBuilder

from cldr.language_tags import tag
from formats.json_ld import block
from formats.schema_org import Page, others_of
from records.wording import Wording
from seminars import stale_pages
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.edition import edition_of
from seminars.language_marks import Marking
from seminars.site.head import add_to_head
from seminars.templates import render
from texts.harmless import as_json, as_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def add_structured_data(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: describe the page, in one block of data and in tags."""
    if not is_website(app.builder) or pagename in app.config.html_additional_pages:
        return
    page = _page(app, pagename, context)
    # as_json leaves nothing in it that could end a script
    context["structured_data"] = Markup(as_json(block(page)).strip())  # noqa: S704
    properties = [(name, as_name(value)) for name, value in _open_graph(app, page) if value]
    add_to_head(context, render("metas.html", properties=properties))


def _page(app: Sphinx, name: str, context: dict[str, Any]) -> Page:
    """Return what the page *name* is, as the format takes it."""
    config, domain = app.config, seminars_of(app.env)
    # Sphinx gives the heading as HTML
    heading = Markup(context.get("title") or "").striptags()  # noqa: S704
    is_doc = name in app.env.found_docs
    return Page(
        title=domain.title(name) if is_doc else Wording(heading, config.language),
        language=config.language,
        source=Marking(config).source,
        archive=config.project,
        site=config.seminars_site_url,
        address=context.get("pageurl") or "",
        alternates=context["alternates"],
        description=context.get("description") or "",
        edition=edition_of(config),
        record=domain.records.get(name),
        named=lambda other: _named(app, other),
    )


def _named(app: Sphinx, name: str) -> tuple[str, str] | None:
    """Return the title and the whole address of the page *name*."""
    if name not in app.env.found_docs:
        return None
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    base = app.config.html_baseurl
    address = urljoin(base, app.builder.get_target_uri(name)) if base else ""
    return seminars_of(app.env).title(name).text, address


def _open_graph(app: Sphinx, page: Page) -> Iterator[tuple[str, str]]:
    """Yield what https://ogp.me/ names; there is no picture that all pages could have.

    A record is an article: Zotero would take a website for no conference.
    """
    locales = {tag(code): locale for code, locale in app.config.seminars_languages.items()}
    yield "og:title", page.title.text
    yield "og:type", "article" if page.record else "website"
    yield "og:description", page.description
    yield "og:url", page.address
    yield "og:site_name", page.archive
    yield "og:locale", locales[tag(page.language)]
    for code in page.alternates:
        if code in locales and code != tag(page.language):
            yield "og:locale:alternate", locales[code]


def setup(app: Sphinx) -> None:
    """Register what is said of pages, when their addresses and descriptions are known."""
    app.connect("html-page-context", add_structured_data, priority=600)
    stale_pages.register("structured data", _shown)


def _shown(env: BuildEnvironment, docname: str) -> list[Wording]:
    """Return the titles of other pages that the data of *docname* have."""
    domain = seminars_of(env)
    record = domain.records.get(docname)
    names = others_of(record.facts) if record else ()
    return [domain.title(name) for name in names if name in env.found_docs]
