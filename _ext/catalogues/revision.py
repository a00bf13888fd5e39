"""What a catalogue says of its revision: that a second person has compared all of it.

ISO 17100, 5.3.3, wants each translation revised by somebody other than its translator. Who did so,
when, and what exactly stands in fields of the header; what has changed since is not revised.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storage import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogues.po.reader import Entry

BY, DATE, DIGEST = "X-Revised-By", "X-Revision-Date", "X-Revision-Digest"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")  # as PO-Revision-Date begins


def digest_of(entries: Iterable[Entry]) -> str:
    """Return what changes when one of *entries* does, and not with their order or comments."""
    texts = sorted((entry.msgid, entry.msgstr) for entry in entries)
    return f"sha256:{digest(*(text for pair in texts for text in pair))}"


def fields(entries: Iterable[Entry], *, name: str, date: str) -> dict[str, str]:
    """Return what the header says once *name* has revised *entries* on *date*."""
    return {BY: name, DATE: date, DIGEST: digest_of(entries)}


def day_of(header: Mapping[str, str], entries: Iterable[Entry]) -> str:
    """Return the day on which *entries* were revised as they are now, by their *header*; or none.

    Without the name of a person nothing is revised.
    """
    day = _DAY.match(header.get(DATE, ""))
    if day is None or not header.get(BY, "").strip():
        return ""
    return day[0] if header.get(DIGEST, "") == digest_of(entries) else ""
