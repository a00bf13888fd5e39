"""What is not Markdown: the texts of attributes, and the note of what is translated."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import extract_messages

from myst_gettext.parsing import Parser


class TranslateAttributes(SphinxTransform):
    """Translate captions, alternative texts and descriptions; note what has a translation."""

    default_priority = 20  # where Sphinx's own translation stands

    def apply(self, **kwargs: Any) -> None:
        """Go through the messages of the page as Sphinx does."""
        messages = Parser.catalogues.messages(self.env.current_document.docname)
        if not messages:
            return
        for node, message in extract_messages(self.document):
            translation = messages.get(message)
            # Sphinx counts the texts of attributes as translated only where they need no change
            attribute = isinstance(node, addnodes.translatable | nodes.image)
            node["translated"] = translation == message or bool(translation and not attribute)
            if translation is None or translation == message:
                continue
            if isinstance(node, addnodes.translatable):
                node.apply_translated_message(message, translation)
            elif isinstance(node, nodes.meta):
                node["content"] = translation
            elif isinstance(node, nodes.image) and node.get("alt") == message:
                node["alt"] = translation
