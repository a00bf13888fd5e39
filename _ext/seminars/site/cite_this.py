"""How to cite a page, at its foot: as its language does, and in files for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import _
from sphinx.util.osutil import relative_uri

from cldr import dates
from seminars.composer import Composer, is_website
from seminars.domain import seminars_of
from seminars.edition import edition_words
from seminars.language_marks import Marking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

_LEFT_OUT = ("genindex",)  # with the pages of html_additional_pages: they say nothing


class Format(NamedTuple):
    """A file with the citation of a page: what readers know the format by, its ending and type."""

    name: str
    ending: str
    type: str


FORMATS = (
    Format("BibTeX", ".bib", "application/x-bibtex"),
    Format("RIS", ".ris", "application/x-research-info-systems"),
    Format("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json"),
)


def add_citation(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: give the citation of the page, and the files that have it."""
    context["edition"] = edition_words(app.config)
    if not is_website(app.builder) or pagename in {*app.config.html_additional_pages, *_LEFT_OUT}:
        return
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    own = app.builder.get_target_uri(pagename)
    files = [
        {"name": one.name, "type": one.type, "link": relative_uri(own, f"{pagename}{one.ending}")}
        for one in FORMATS
        if pagename in app.env.found_docs
    ]
    context["citation"] = {"text": _cited(app, pagename, context), "files": files}


def _cited(app: Sphinx, name: str, context: dict[str, Any]) -> Markup:
    """Return the citation: title and archive, and behind them what is known of edition and page.

    How these are parted and marked is told by the messages of each language.
    """
    say = Composer(app.env, name).words
    heading = Markup(context.get("title") or "")  # noqa: S704 - it is Sphinx's own
    title: Markup | str = say(heading.striptags())
    if name in app.env.found_docs:
        title = Marking(app.config).html(seminars_of(app.env).title(name))
    archive = Markup("<cite>{}</cite>").format(context["docstitle"])
    cited = _filled(say(_("“%(title)s”, %(archive)s")), title=title, archive=archive)
    joint = say(_("%(citation)s, %(detail)s"))
    for detail in _details(app, name, context):
        if "%(citation)s." in joint:  # there is no second stop behind an abbreviation
            cited = Markup(cited.removesuffix("."))  # noqa: S704 - it was escaped before
        shown = detail if isinstance(detail, Markup) else say(detail)
        cited = _filled(joint, citation=cited, detail=shown)
    return cited


def _details(app: Sphinx, name: str, context: dict[str, Any]) -> Iterator[Markup | str]:
    """Yield the edition, the last change of the page, its address."""
    if context["edition"]:
        yield context["edition"]
    record = seminars_of(app.env).records.get(name)
    if record and record.facts:
        locale = app.config.seminars_languages[app.config.language]
        yield _("page updated on %s") % dates.day(record.facts.updated, locale=locale)
    if context.get("pageurl"):
        yield _filled(_("available at %(address)s"), address=context["pageurl"])


def _filled(message: str, **values: Markup | str) -> Markup:
    return escape(message) % values


def setup(app: Sphinx) -> None:
    """Register the citation of pages, when their names and addresses are known."""
    app.connect("html-page-context", add_citation, priority=600)
