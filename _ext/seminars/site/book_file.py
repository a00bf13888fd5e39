"""The book of the archive on its website, where it was printed: a link at the foot of each page.

The home page names it to programs for bibliographies, for both are the whole archive. The page of
a seminar does not: what ``citation_pdf_url`` names there is taken for the text of that page alone
(https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and Zotero would file the
whole book with each seminar.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from sphinx.util.osutil import relative_uri

from cldr.digits import megabytes
from cldr.language_tags import tag
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.site.head import add_to_head
from seminars.templates import render
from seminars.written_files import note_files
from storage import write_if_changed
from texts.harmless import as_name

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

SETTING = "seminars_book"
_SIZE = "seminars_book_size"


def _name(config: Config) -> str:
    return f"seminars-{config.language}.pdf"


def note_size(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: note the size of the book, as readers see it, or that there is none.

    Sphinx writes all pages again when such a setting is another one than at the last build.
    """
    path = Path(config[SETTING])
    if config[SETTING] and path.is_file():
        locale = config.seminars_languages.get(config.language, config.language)
        config[_SIZE] = megabytes(path.stat().st_size, locale=locale)


def add_book(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: lead to the book; the home page names it in its head, too."""
    size = app.config[_SIZE] if is_website(app.builder) else ""
    if not size:
        return
    own, name = app.builder.get_target_uri(pagename), _name(app.config)
    context["book"] = {"link": relative_uri(own, name), "size": size}
    if pagename == app.config.root_doc and app.config.html_baseurl:
        title = seminars_of(app.env).title(pagename)
        named = [
            ("citation_title", as_name(title.text)),
            ("citation_publication_date", app.config.seminars_edition_date),
            ("citation_language", tag(title.language)),
            ("citation_pdf_url", urljoin(app.config.html_baseurl, name)),
        ]
        add_to_head(context, render("metas.html", named=[one for one in named if one[1]]))


def copy_book(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: put the book beside the pages, or take it away."""
    if exception is not None or not is_website(app.builder):
        return
    is_there = bool(app.config[_SIZE])
    if is_there:
        content = Path(app.config[SETTING]).read_bytes()
        write_if_changed(Path(app.outdir, _name(app.config)), content)
    note_files(app, "book", [_name(app.config)] if is_there else [])


def setup(app: Sphinx) -> None:
    """Register the book."""
    app.add_config_value(SETTING, "", "", types=(str,))
    app.add_config_value(_SIZE, "", "html", types=(str,))
    app.connect("config-inited", note_size)
    app.connect("html-page-context", add_book, priority=600)
    app.connect("build-finished", copy_book, priority=510)
