"""Our style sheets name no physical side, so that they go with either direction of writing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = [
    path
    for folder in ("_static", "_ext")
    for path in sorted((ROOT / folder).rglob("*.css*"))
    if "fonts" not in path.parent.name
]
SIDE = re.compile(
    r"(?<![\w-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|:\s*(?:left|right)\b",
)
FOUR = re.compile(r"(?:margin|padding|inset|border-width|border-style|border-color):([^;}]*)[;}]")


def physical(sheet: str) -> list[str]:
    """Return what *sheet* says of left and right; four values may not differ at the sides."""
    text = re.sub(r"/\*.*?\*/|\[[^\]]*\]", "", sheet, flags=re.DOTALL)
    found = [match[0] for match in SIDE.finditer(text)]
    for match in FOUR.finditer(text):
        values = match[1].split()
        if len(values) == 4 and "(" not in match[1] and values[1] != values[3]:
            found.append(match[0])
    return found


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_sheet_names_a_physical_side(path: Path) -> None:
    assert physical(path.read_text("utf-8")) == []


def test_the_sheets_of_site_and_ebook_are_looked_at() -> None:
    names = {path.name for path in SHEETS}
    assert {
        "archive.css",
        "frame.css",
        "front-door.css.jinja",
        "preview.css",
        "ebook.css",
    } <= names


@pytest.mark.parametrize(
    "rule",
    [
        "margin-left: 1px;",
        "left: 0;",
        "float: right;",
        "text-align: left}",
        "border-right: 1px solid;",
        "border-top-left-radius: 1px;",
        "padding: 1px 2px 3px 4px;",
        "scroll-padding-right: 0;",
    ],
)
def test_a_physical_side_is_seen(rule: str) -> None:
    assert physical(f"p {{ {rule} }}")


@pytest.mark.parametrize("rule", ["margin-inline-start: 1px;", "padding: 1px 2px 3px 2px;"])
def test_a_logical_side_is_none(rule: str) -> None:
    assert physical(f"p {{ {rule} }}") == []
