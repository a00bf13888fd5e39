"""Texts that no paragraph holds: of a front matter or an option, translated with their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Sequence


class attribute_text(nodes.General, nodes.Element, addnodes.translatable):
    """A text that is a message of its page: it reads ``text``.

    Each has a node of its own, for Sphinx takes a node for translated as soon as one of its
    messages is.
    """

    def preserve_original_messages(self) -> None:
        """Keep the French text: it is the message of the catalogue."""
        self["message"] = self["text"]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Put the translation in the place of the text."""
        self["text"] = translated_message

    def extract_original_messages(self) -> Sequence[str]:
        """Return the French text."""
        return [self.get("message", self["text"])]
