"""The one place that warns: a location cannot be forgotten, nor a subtype misspelt."""

from __future__ import annotations

from typing import Literal

from sphinx.util import logging

from texts.harmless import in_terminal

Subtype = Literal[
    "body",
    "citation",
    "circle",
    "duplicate",
    "encoding",
    "epub",
    "front_matter",
    "page",
    "person",
    "photo",
    "publisher",
    "recommendation",
    "redirect",
    "unknown_record",
]

_logger = logging.getLogger(__name__)


def warn(subtype: Subtype, text: str, *args: object, location: tuple[str, int] | str) -> None:
    """Report *text* at *location* under the name ``seminars.<subtype>``.

    That is a page and a line, or the path of a file that is no page, with its line. The text is one
    line that a terminal only shows, whatever an editor has written.
    """
    line = in_terminal(text % args if args else text)
    _logger.warning("%s", line, type="seminars", subtype=subtype, location=location)
