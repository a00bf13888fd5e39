"""The website: its builder, and what its pages have around their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seminars.site import builder, document_titles, foot, head, language_menu, navigation, preview

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what makes the website."""
    for part in (builder, document_titles, head, navigation, foot, language_menu, preview):
        part.setup(app)
