"""What is done to a page while it is read, before its text is translated."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from cldr.no_break_spaces import spaced
from records.model import kind_of
from records.schema import free_texts
from seminars.domain import seminars_of
from seminars.nodes import fact_sheet, fact_text, record_foot
from texts.harmless import as_name, in_xml


class AddFactSheet(SphinxTransform):
    """Put the marks of a record into its page."""

    default_priority = 5  # before PreserveTranslatableMessages (10) and Locale (20)

    def apply(self, **kwargs: Any) -> None:
        """Find the heading and put the fact sheet under it, the foot at the end."""
        if kind_of(self.env.docname) is None:
            return
        record = seminars_of(self.env).records.get(self.env.docname)
        section = next(self.document.findall(nodes.section), None)
        if record is None or record.facts is None or section is None:
            return
        sheet = fact_sheet(docname=record.docname)
        for path, text in free_texts(record.facts).items():
            message = fact_text(path=path, text=text)
            message.source, message.line = self.document["source"], record.lines.get(path, 1)
            sheet += message
        section.insert(1, sheet)
        section += record_foot(docname=record.docname)


class NoBreakSpaces(SphinxTransform):
    """Make those spaces unbreakable that the typography of the language wants so.

    What no output can hold, from a file that the page includes, is a sign of its own.
    """

    default_priority = 860  # after SphinxSmartQuotes (855), when titles and texts are translated

    def apply(self, **kwargs: Any) -> None:
        """Change the text of the page; what is literal or in another language stays."""
        for text in list(self.document.findall(nodes.Text)):
            clean = in_xml(text.astext())
            new = spaced(clean, language=self.config.language)
            if new != text.astext():
                text.parent.replace(text, nodes.Text(clean if _is_kept(text) else new))


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


def _is_kept(node: nodes.Node) -> bool:
    """Return whether *node* is literal text or stands in another language."""
    kept = (nodes.literal, nodes.FixedTextElement, nodes.raw, nodes.math, addnodes.toctree)
    while node.parent is not None:
        node = node.parent
        if isinstance(node, kept) or any(
            name.startswith("language-") for name in node.get("classes", ())
        ):
            return True
    return False
