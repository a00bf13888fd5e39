"""The tags of HTML: the language of a text by BCP 47, sizes without styles, what cells head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from cldr.language_tags import tag
from seminars.composer import is_website
from seminars.language_marks import Marking
from seminars.sizes import without_style

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LANG = re.compile(r' lang="([^"]*)"')


class ArchiveHTMLTranslator(HTML5Translator):
    """Sphinx's translator, which by itself writes any ``language-…`` as it stands, and no ``dir``.

    docutils makes the attribute ``lang`` of that class, however somebody wrote it; the direction
    also keeps the text around a foreign one in its order (HTML, 15.3.5: ``unicode-bidi``).
    A website has no style in its pages, and no picture either: a strict policy refuses both.
    """

    def starttag(
        self,
        node: nodes.Element,
        tagname: str,
        suffix: str = "\n",
        empty: bool = False,
        **attributes: Any,
    ) -> str:
        """Return a start tag, with what follows from its language, and what a cell heads."""
        if tagname == "th":  # docutils does not say what a cell heads (WCAG technique H63)
            attributes["scope"] = "col" if isinstance(node.parent.parent, nodes.thead) else "row"
        if "style" in attributes and is_website(self.builder):
            attributes = without_style(tagname, attributes)
        start: str = super().starttag(node, tagname, suffix, empty, **attributes)
        return _LANG.sub(self._attributes, start, count=1) if ' lang="' in start else start

    def visit_image(self, node: nodes.image) -> None:
        """Write a picture as a file of its own, even where it is asked to be in the page."""
        if node.get("loading") == "embed":
            node["loading"] = "link"
        super().visit_image(node)

    def _attributes(self, lang: re.Match[str]) -> str:
        language = tag(lang[1])
        turned = Marking(self.config).direction(language)
        return f' lang="{language}"' + (f' dir="{turned}"' if turned else "")


def use_translator(app: Sphinx) -> None:
    """On ``builder-inited``: have every builder of HTML write languages so."""
    if app.builder.format == "html":
        app.set_translator(app.builder.name, ArchiveHTMLTranslator, override=True)


def add_language(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: give templates the tag of the page's language, and its locale's."""
    language = app.config.language
    context["language"] = tag(language)
    context["locale"] = tag(app.config.seminars_languages.get(language, language))


def setup(app: Sphinx) -> None:
    """Register what HTML says of languages."""
    app.connect("builder-inited", use_translator)
    app.connect("html-page-context", add_language)
