"""The register of recommendations as JSON and as CSV, in the language of the build.

Each says how much of a recommendation is known: ``known`` are the words of its text, ``aim-only``
those of the archive, which knows its aim alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from formats.csv_table import csv_table
from records.archive import RELATIONS
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from formats.content import Content
    from records.archive import Recommendation

VERSION = 1  # of the form of the JSON; raised when a key changes its meaning or goes


def files(content: Content) -> Mapping[str, bytes]:
    """Return the register in both formats, by their endings."""
    entries = entries_of(content)
    return {"json": _json(content, entries), "csv": _csv(entries)}


def entries_of(content: Content) -> list[dict[str, Any]]:
    """Return what is known of each recommendation, by page and number."""
    return [_entry(content, one) for one in _in_order(content)]


def _in_order(content: Content) -> Iterator[Recommendation]:
    """Yield the recommendations by page and number."""
    for docname in sorted(content.recommendations):
        yield from content.recommendations[docname]


def _entry(content: Content, one: Recommendation) -> dict[str, Any]:
    """Return what is known of a recommendation; what is not is left empty."""
    page = content.addresses[one.docname]
    place = f"{content.site_url}{content.language}/" if content.site_url else ""
    entry: dict[str, Any] = {
        "id": one.key,
        "seminar": one.docname.rpartition("/")[2],
        "number": one.number,
        "address": f"{place}{page}#rec-{one.id}",
        "text": "known" if one.is_known else "aim-only",
        "wording": "\n".join(passage.text for passage in one.passages),
        "language": one.passages[0].language if one.passages else content.language,
        "addressees": one.addressees.text if one.addressees else "",
        "to": list(one.audiences),
        "concepts": list(one.concepts),
    }
    for relation in RELATIONS:
        entry[relation] = [tie.target for tie in one.relations if tie.type == relation]
    return entry


def _json(content: Content, entries: list[dict[str, Any]]) -> bytes:
    data = {"version": VERSION, "language": content.language, "recommendations": entries}
    return as_json(data, indent=2).encode()


def _csv(entries: list[dict[str, Any]]) -> bytes:
    return csv_table(list(entries[0]), entries) if entries else b""
