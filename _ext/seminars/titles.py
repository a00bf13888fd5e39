"""The titles of pages and sections: one line of text each, for they stand in many places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from texts.harmless import as_name

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class PlainTitles(SphinxTransform):
    """Make a title one line of text: it stands in lists, references, tables and inventories, too.

    MyST makes the break of a line raw HTML and raw LaTeX, which docutils takes for words.
    """

    default_priority = 865  # after NoBreakSpaces (860)

    def apply(self, **kwargs: Any) -> None:
        """Put a space in the place of each break, and take out what turns the text around it."""
        for title in self.document.findall(nodes.title):
            for raw in list(title.findall(nodes.raw)):
                is_break = raw["format"] == "html" and raw.astext().startswith("<br")
                raw.parent.replace(raw, [nodes.Text(" ")] if is_break else [])
            for text in list(title.findall(nodes.Text)):
                if as_name(text.astext()) != text.astext():
                    text.parent.replace(text, nodes.Text(as_name(text.astext())))


def setup(app: Sphinx) -> None:
    """Register what makes titles plain."""
    app.add_transform(PlainTitles)
