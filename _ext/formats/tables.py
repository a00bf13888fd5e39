"""The records as tables: one to each kind, in the language of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from formats.csv_table import csv_table
from formats.records_data import columns, name_of, records_of, row
from records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content


def files(content: Content) -> Mapping[str, bytes]:
    """Return the table of each kind, by the name of its records."""
    return {
        name_of(kind): csv_table(
            list(columns(kind)), (row(content, one) for one in records_of(content, kind))
        )
        for kind in KINDS
    }
