"""The marks that reading leaves in a page, for the writing to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Sequence


class mark(nodes.General, nodes.Element):
    """Stands in a page for what is put there once every page has been read."""


class fact_sheet(mark):
    """Stands under the heading of a record; its children are the free texts of the front matter."""

    @property
    def texts(self) -> dict[str, str]:
        """The wording of each text in the language of the build, by its path."""
        return {child["path"]: child["text"] for child in self.findall(fact_text)}


class fact_text(nodes.General, nodes.Element, addnodes.translatable):
    """A free text of the front matter: the one at ``path`` reads ``text``.

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


class record_foot(mark):
    """Stands at the end of a record: its sources, and where it is mentioned."""


class recommendation(mark):
    """A recommendation with its text as children."""


class event_list(mark):
    """Stands for the seminars, the latest first; ``latest`` limits their number."""


class record_list(mark):
    """Stands for the records of one ``kind`` in alphabetical order."""


class recommendation_list(mark):
    """Stands for the register of all recommendations."""


class translation_status(nodes.General, nodes.Element):
    """Stands for what is translated, and what is not; ``seminars.status_page`` fills it."""
