"""The one place that warns: a location cannot be forgotten, nor a subtype misspelt."""

from __future__ import annotations

from typing import Literal

from sphinx.util import logging

Subtype = Literal["front_matter", "unknown_record", "duplicate", "recommendation", "photo"]

_logger = logging.getLogger(__name__)


def warn(subtype: Subtype, text: str, *args: object, location: tuple[str, int]) -> None:
    """Report *text* at *location*, a page and a line, under the name ``seminars.<subtype>``."""
    _logger.warning(text, *args, type="seminars", subtype=subtype, location=location)
