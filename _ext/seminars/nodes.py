"""The marks that reading leaves in a page, for the writing to fill."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes


class fact_sheet(nodes.General, nodes.Element, addnodes.translatable):
    """Stands under the heading of a record; carries the free texts of its front matter.

    ``texts`` maps the path of each text to its wording in the language of the build.
    """

    def preserve_original_messages(self) -> None:
        """Keep the French texts: they are the messages of the catalogue."""
        self.setdefault("messages", dict(self["texts"]))

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Put a translation in the place of each text that it translates."""
        for path, message in self["messages"].items():
            if message == original_message:
                self["texts"][path] = translated_message

    def extract_original_messages(self) -> Sequence[str]:
        """Return each French text once, in the order of the schema."""
        return list(dict.fromkeys(self.get("messages", self["texts"]).values()))


class record_foot(nodes.General, nodes.Element):
    """Stands at the end of a record: its sources, and where it is mentioned."""


class recommendation(nodes.General, nodes.Element):
    """A recommendation with its text as children."""


class event_list(nodes.General, nodes.Element):
    """Stands for the seminars, the latest first; ``latest`` limits their number."""


class record_list(nodes.General, nodes.Element):
    """Stands for the records of one ``kind`` in alphabetical order."""


class recommendation_list(nodes.General, nodes.Element):
    """Stands for the register of all recommendations."""
