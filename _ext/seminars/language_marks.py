"""How a text carries its language: what is shown in the source for want of a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes
from markupsafe import escape

from cldr.language_tags import direction, tag
from cldr.no_break_spaces import spaced
from records.wording import Wording
from seminars.templates import render

if TYPE_CHECKING:
    from markupsafe import Markup
    from sphinx.config import Config

UNTRANSLATED = "untranslated"

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
            node["classes"] += [class_of(self.source), UNTRANSLATED]
        return node

    def read(self, text: str, *places: nodes.Node) -> Wording:
        """Return *text*, which is in the source if a node of *places*, where it is, is marked."""
        return Wording(text, self.source if any(map(is_marked, places)) else self.language)

    def is_foreign(self, wording: Wording) -> bool:
        """Return whether *wording* is in another language than the build."""
        return wording.language != self.language

    def node(self, wording: Wording) -> nodes.Node:
        """Return *wording* with the spaces of its language, marked if it lacks a translation."""
        shown = spaced(wording.text, language=wording.language)
        if not self.is_foreign(wording) or not any(map(str.isalpha, shown)):
            return nodes.Text(shown)  # what has no letters has no language
        return self.mark(nodes.inline("", shown))

    def html(self, wording: Wording) -> Markup:
        """Return *wording* as HTML for templates, marked if it lacks a translation."""
        shown = spaced(wording.text, language=wording.language)
        if not self.is_foreign(wording):
            return escape(shown)
        return render(
            "untranslated.html",
            language=tag(wording.language),
            direction=self.direction(wording.language),
            text=shown,
        )

    def direction(self, language: str) -> str:
        """Return in which direction a text in *language* is to say that it runs, if it is to.

        Where anything may run from right to left, each text says so: it may stand within another.
        """
        is_said = "rtl" in map(direction, (language, self.language, self.source))
        return direction(language) if is_said else ""

    def own(self, *content: nodes.Node) -> nodes.inline:
        """Return *content* as being in the language of the build, within what is not."""
        return nodes.inline("", "", *content, classes=[class_of(self.language)])


def class_of(language: str) -> str:
    """Return the class of a text in *language*, of which docutils makes the attribute ``lang``."""
    return f"language-{tag(language)}"


def is_marked(node: nodes.Node) -> bool:
    """Return whether *node* itself is marked as untranslated."""
    return isinstance(node, nodes.Element) and UNTRANSLATED in node["classes"]


def is_within_marked(node: nodes.Node) -> bool:
    """Return whether *node* stands in a text that is marked as untranslated."""
    above: nodes.Node | None = node.parent
    while above is not None and not is_marked(above):
        above = above.parent
    return above is not None
