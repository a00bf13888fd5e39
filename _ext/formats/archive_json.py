"""The whole archive as one JSON file, in the language of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cldr.language_tags import tag
from formats.cited_pages import LICENCE
from formats.records_data import entry, name_of, records_of
from formats.register import entries_of
from records.kinds import KINDS
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content

VERSION = 1  # of the form of the JSON; raised when a key changes its meaning or goes


def files(content: Content) -> Mapping[str, bytes]:
    """Return the one file."""
    data = {
        "version": VERSION,
        "language": tag(content.language),
        "archive": content.archive,
        "edition": content.edition.number,
        "date": str(content.edition.day or ""),
        "licence": LICENCE,
        **{
            name_of(kind): [entry(content, one) for one in records_of(content, kind)]
            for kind in KINDS
        },
        "recommendations": entries_of(content),
    }
    return {"": as_json(data, indent=1).encode()}
