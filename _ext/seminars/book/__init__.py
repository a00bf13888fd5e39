"""The printed book: title page, fonts, running heads and index in the language of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seminars.book.index import IndexForPrint
from seminars.book.latex_builder import BookBuilder
from seminars.book.latex_settings import name_book, set_up_book
from seminars.book.translator import BookTranslator

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what makes the book."""
    app.add_post_transform(IndexForPrint)
    app.add_builder(BookBuilder, override=True)
    app.set_translator("latex", BookTranslator)
    app.connect("config-inited", set_up_book, priority=430)
    app.connect("env-updated", name_book)
