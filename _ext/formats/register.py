"""The register of recommendations as JSON and as CSV, in the language of the build.

Each says how much of a recommendation is known: ``known`` are the words of its text, ``aim-only``
those of the archive, which knows its aim alone.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from records.archive import RELATIONS
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from formats.content import Content
    from records.archive import Recommendation

VERSION = 1  # of the form of the JSON; raised when a key changes its meaning or goes
_NO_FORMULA = "'"  # before what a spreadsheet would take for one (OWASP, CSV injection)
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def files(content: Content) -> Mapping[str, bytes]:
    """Return the register in both formats, by their endings."""
    entries = [_entry(content, one) for one in _in_order(content)]
    return {"json": _json(content, entries), "csv": _csv(entries)}


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
    """Return a table with a byte order mark, by which spreadsheets know UTF-8."""
    if not entries:
        return b""
    table = _Table()
    writer = csv.DictWriter(table, fieldnames=list(entries[0]), lineterminator="\r\n")
    writer.writeheader()
    for entry in entries:
        writer.writerow({key: _cell(value) for key, value in entry.items()})
    return "".join(table.lines).encode("utf-8-sig")


class _Table:
    """Takes the lines of a table."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        """Add *line*."""
        self.lines.append(line)


def _cell(value: object) -> str:
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{_NO_FORMULA}{text}" if text.startswith(_FORMULAS) else text
