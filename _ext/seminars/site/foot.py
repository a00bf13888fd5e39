"""The foot of a page: who answers for the archive, how to reach them, how to correct the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup
from sphinx.locale import _

from catalogues.locales import path_of
from cldr.no_break_spaces import spaced
from records.publisher import FULL, MAIL, PARTIAL
from seminars.domain import seminars_of
from seminars.language_marks import Marking
from seminars.publisher import said_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def add_foot(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: give what the settings say; what they do not is left out."""
    marking = Marking(app.config)
    said = {key: said_of(app.config, key) for key in ("name", "address", "contact")}
    contact = said["contact"].text if said["contact"] else ""
    context["publisher"] = {
        "name": said["name"] and marking.html(said["name"]),
        "address": said["address"] and marking.html(said["address"]),
        "contact": _address_of(contact),
        "report": _report(app, pagename, str(context.get("title", "")), contact),
        "source": _source(app, pagename),
        "repository": app.config.seminars_repository,
        "accessibility": _accessibility(app),
    }


def _address_of(contact: str) -> str:
    return f"mailto:{contact}" if MAIL.fullmatch(contact) else contact


def _report(app: Sphinx, pagename: str, title: str, contact: str) -> str:
    """Return where to say that something in the page is wrong: a mail names it, a form is asked."""
    if not MAIL.fullmatch(contact):
        return contact
    language, page = app.config.language, app.builder.get_target_uri(pagename)
    subject = _("Correction: %s") % Markup(title).striptags()  # noqa: S704 - Sphinx gives HTML
    text = f"{app.config.seminars_site_url}{language}/{page}"
    return f"mailto:{contact}?subject={quote(subject)}&body={quote(text)}"


def _source(app: Sphinx, pagename: str) -> str:
    """Return where the file can be read of which the page is made, or its translation."""
    repository, language = app.config.seminars_repository.rstrip("/"), app.config.language
    if not repository or pagename not in app.env.found_docs:
        return ""
    publication = seminars_of(app.env).publication
    is_translated = language != publication.source and pagename in publication.catalogues[language]
    path = path_of(language, pagename) if is_translated else f"{pagename}.md"
    return f"{repository}/{quote(path)}"


def _accessibility(app: Sphinx) -> str:
    """Return what French law wants on each page (décret n° 2019-768, article 6).

    A site without a valid audit counts as one that is not compliant (RGAA 4.1, 2).
    """
    said = said_of(app.config, "state")
    words = {
        FULL: _("Accessibility: fully compliant"),
        PARTIAL: _("Accessibility: partially compliant"),
    }
    shown = words.get(said.text if said else "", _("Accessibility: not compliant"))
    return spaced(shown, language=app.config.language)


def setup(app: Sphinx) -> None:
    """Register what stands at the foot."""
    app.connect("html-page-context", add_foot)
