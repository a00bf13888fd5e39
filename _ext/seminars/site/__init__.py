"""The website: its builder, and what its pages have around their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seminars.site import (
    book_file,
    builder,
    citation_tags,
    cite_this,
    document_titles,
    fonts,
    foot,
    head,
    language_menu,
    navigation,
    preview,
    shared_files,
    structured_data,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PARTS = (
    builder,
    document_titles,
    head,
    fonts,
    navigation,
    foot,
    language_menu,
    preview,
    citation_tags,
    cite_this,
    structured_data,
    shared_files,
    book_file,
)


def setup(app: Sphinx) -> None:
    """Register what makes the website."""
    for part in _PARTS:
        part.setup(app)
