"""The head of a page of the website: the name of the archive, the description, escaped words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.locale import _

from cldr.language_tags import tag
from cldr.no_break_spaces import spaced
from cldr.sentences import beginning
from seminars import stale_pages
from seminars.domain import seminars_of
from seminars.language_marks import Marking, is_marked
from seminars.templates import render
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.wording import Wording

DESCRIPTION_LENGTH = 200  # characters; search engines show about 160


def escape_words(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: have templates escape the words of the interface, and space them.

    Neither Sphinx's nor Furo's do, where they stand in an attribute. One whose English is HTML is
    HTML, for the gate holds its tags to be the same.
    """

    def gettext(message: str) -> str:
        word = _(message)
        return word if "<" in message else escape(spaced(word, language=app.config.language))

    context["gettext"] = gettext


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
    paragraph = next(_paragraphs(doctree), None)
    if paragraph is None:
        return
    page = app.config.language
    language = Marking(app.config).source if is_marked(paragraph) else page
    text = _without_cue(paragraph)
    described = description(text, language=language, page=page)
    context["description"] = _shown(text, language)
    add_to_head(context, described)


def add_to_head(context: dict[str, Any], tags: Markup) -> None:
    """Have the page of *context* show *tags* in its head; its template joins what all have added.

    What Sphinx makes of the fields of a page stays apart: ``metatags``, which is a text.
    """
    context["head_tags"] = [*context.get("head_tags", ()), tags]


def description(text: str, *, language: str, page: str) -> Markup:
    """Return *text*, which is in *language*, as the description of a page in the language *page*.

    It is cut to what search engines show, or to its first sentence.
    """
    shown = _shown(text, language)
    marked = "" if language == page else tag(language)
    return render("description.html", language=marked, text=shown) if shown else Markup()


def _shown(text: str, language: str) -> str:
    """Return *text* as a description."""
    return beginning(as_name(" ".join(text.split())), DESCRIPTION_LENGTH, language=language)


def _paragraphs(doctree: nodes.document) -> Iterator[nodes.paragraph]:
    """Yield the paragraphs of the prose: those of the fact sheet are none."""
    for section in doctree.findall(nodes.section):
        for child in section.children:
            if isinstance(child, nodes.paragraph):
                yield child


def _without_cue(paragraph: nodes.paragraph) -> str:
    """Return the text of *paragraph* without the marks that the archive puts behind it."""
    cues = {
        id(text)
        for cue in paragraph.findall(nodes.Element)
        if {"untranslated-cue", "citation"} & {*cue["classes"]}
        for text in cue.findall(nodes.Text)
    }
    return "".join(text for text in paragraph.findall(nodes.Text) if id(text) not in cues)


def mark_name(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: give the name of the archive as HTML, which templates take it for.

    It is in the language that the title of the home page is in (``config.use_translated_title``).
    """
    title = seminars_of(app.env).title(app.config.root_doc)
    context["docstitle"] = Marking(app.config).html(title._replace(text=app.config.project))


def _name(env: BuildEnvironment, docname: str) -> tuple[str, Wording]:
    """Return what each page shows of the home page: the name of the archive."""
    return env.config.project, seminars_of(env).title(env.config.root_doc)


def setup(app: Sphinx) -> None:
    """Register what pages have in their heads."""
    app.connect("html-page-context", escape_words)
    app.connect("html-page-context", mark_name)
    app.connect("html-page-context", add_description)
    stale_pages.register("name", _name)
