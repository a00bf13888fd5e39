"""A table as CSV (RFC 4180) that spreadsheets open as it is."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from texts.harmless import is_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NO_FORMULA = "'"  # before what a spreadsheet would take for one (OWASP, CSV injection)


class _Lines:
    """Takes the lines of a table."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        """Add *line*."""
        self.lines.append(line)


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return *rows* with a byte order mark, by which spreadsheets know UTF-8.

    What a row lacks is left empty; the entries of a list are parted by spaces.
    """
    lines = _Lines()
    writer = csv.DictWriter(lines, fieldnames=columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(row.get(name, "")) for name in columns})
    return "".join(lines.lines).encode("utf-8-sig")


def _cell(value: object) -> str:
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{_NO_FORMULA}{text}" if is_formula(text) else text
