"""The other languages of a page, and how much of it is translated into its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri

from cldr.digits import in_digits
from cldr.language_tags import tag
from cldr.languages import own_names
from formats.site_addresses import alternates
from seminars import stale_pages
from seminars.domain import seminars_of
from seminars.language_marks import Marking

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def add_languages(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: add the links to the same page in the other languages.

    ``languages`` has those in which the page is listed, and its own; ``alternates`` are whole
    addresses for search engines, none for a page that they are not to know itself.
    """
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    own, marking = app.config.language, Marking(app.config)
    page = app.builder.get_target_uri(pagename)
    publication, site_url = seminars_of(app.env).publication, app.config.seminars_site_url
    listed = publication.listed(pagename)
    context["languages"] = [
        {
            "tag": tag(code),
            "direction": marking.direction(code),
            "name": name,
            "link": relative_uri(f"{_folder(own)}/{page}", f"{_folder(code)}/{page}"),
        }
        for code, name in own_names(app.config.seminars_languages).items()
        if code in {own, *listed}
    ]
    context["is_listed"] = own in listed
    context["alternates"] = (
        alternates(publication, pagename, address=page, site_url=site_url)
        if site_url and own in listed and pagename not in app.config.html_additional_pages
        else {}
    )
    context["source_language"] = context["languages"][0]


def _folder(language: str) -> str:
    """Return where the pages of *language* are, as seen from what all have in common.

    Read the Docs has a folder to each language, by its tag, and one to each version in it
    (https://docs.readthedocs.com/platform/stable/reference/environment-variables.html).
    """
    version = os.environ.get("READTHEDOCS_VERSION")
    return f"{tag(language).lower()}/{version}" if version else language


def add_completeness(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: say of a page that is not all translated how much of it is."""
    status = seminars_of(app.env).publication.translation(app.config.language, pagename)
    if status is not None and status.done < status.total:
        locale = app.config.seminars_languages[app.config.language]
        context["translated_percent"] = in_digits(str(status.percent), locale=locale)


def setup(app: Sphinx) -> None:
    """Register what pages say of their languages."""
    app.connect("html-page-context", add_languages)
    app.connect("html-page-context", add_completeness)
    stale_pages.register("languages", lambda env, page: seminars_of(env).publication.listed(page))
