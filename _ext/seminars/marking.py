"""How a text carries its language: what is shown in the source for want of a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes
from markupsafe import Markup, escape

from cldr.no_break_spaces import spaced

if TYPE_CHECKING:
    from sphinx.config import Config

UNTRANSLATED = "untranslated"
_MARKED = Markup('<span class="{kind}" lang="{language}">{text}</span>')

Marked = TypeVar("Marked", bound=nodes.Element)


class Marking:
    """Marks texts in the builds of one language."""

    def __init__(self, config: Config) -> None:
        self.language: str = config.language
        self.source: str = next(iter(config.seminars_languages), config.language)

    @property
    def is_needed(self) -> bool:
        """Whether the language of the build is one of translation."""
        return self.language != self.source

    def mark(self, node: Marked) -> Marked:
        """Mark *node* as untranslated: its text is in the language of the source."""
        if not is_marked(node):
            node["classes"] += [f"language-{self.source}", UNTRANSLATED]
        return node

    def wording(self, text: str, *, in_source: bool) -> nodes.Node:
        """Return *text* with the spaces of its language, marked if it is *in_source*."""
        if not in_source:
            return nodes.Text(spaced(text, language=self.language))
        shown = spaced(text, language=self.source)
        if not any(map(str.isalpha, text)):  # what has no letters has no language
            return nodes.Text(shown)
        return self.mark(nodes.inline("", shown))

    def html(self, text: str, *, in_source: bool) -> Markup:
        """Return *text* as HTML, marked if it is *in_source*, for what a template shows."""
        if not in_source:
            return escape(text)
        return _MARKED.format(kind=UNTRANSLATED, language=self.source, text=text)

    def own(self, *content: nodes.Node) -> nodes.inline:
        """Return *content* as being in the language of the build, within what is not."""
        return nodes.inline("", "", *content, classes=[f"language-{self.language}"])


def is_marked(node: nodes.Node) -> bool:
    """Return whether *node* itself is marked as untranslated."""
    return isinstance(node, nodes.Element) and UNTRANSLATED in node["classes"]


def is_within_marked(node: nodes.Node) -> bool:
    """Return whether *node* stands in a text that is marked as untranslated."""
    above: nodes.Node | None = node.parent
    while above is not None and not is_marked(above):
        above = above.parent
    return above is not None
