"""What is wrong with tables: cells that Markdown would lose, and rows that it takes for text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prose.body_faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_QUOTED = re.compile(r"[ >]*")
_CELL = re.compile(r"(?<!\\)\|")
TOO_MANY = "cells, and the head of the table has"


def row_faults(table: int, tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for each row that has more cells than the head of its table.

    *table* is the number of the token that opens it. What is too much is not shown
    (https://github.github.com/gfm/#example-204).
    """
    block = tokens[table].map
    assert block
    columns = 0
    for token in tokens[table:]:
        columns += token.type == "th_open"
        if token.type in {"thead_close", "table_close"}:
            break
    for number in range(block[0] + 2, block[1]):
        cells = _cells(lines[number])
        if cells > columns:
            wrong = f"the row has {cells} {TOO_MANY} {columns}: a `|` that is text has a backslash"
            yield Fault(number + 1, wrong)


def _cells(line: str) -> int:
    """Return how many cells a row has, as Markdown counts them: in `code`, too."""
    row = _QUOTED.sub("", line, count=1).strip()
    found = len(_CELL.findall(row)) + 1
    ends = row.endswith("|") and not row.endswith("\\|") and len(row) > 1
    return found - row.startswith("|") - ends


def no_table(lines: Sequence[str]) -> str:
    """Return what is wrong with *lines*, the source of a paragraph, if a table was meant, or ""."""
    rows = [_QUOTED.sub("", line, count=1) for line in lines]
    if len(rows) > 1 and all(row.startswith("|") for row in rows[:2]):
        return "this is no table: a line `|---|---|`, of as many columns, belongs below its head"
    return ""
