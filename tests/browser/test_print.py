"""A page on paper: the text and where it is from, and nothing that leads elsewhere."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from support import PAGES, publish, served, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

ADDRESS = "https://www.example.org/archive/"
NAME = "events/2018-06-05-chisinau"


@pytest.fixture
def printed(page: Page, tmp_path: Path) -> str:
    """The text of a seminar as it is printed, with a form feed behind each sheet."""
    archive = small_project(tmp_path / "archive", PAGES)
    conf = (archive / "conf.py").read_text("utf-8")
    write(archive / "conf.py", f"{conf}\nseminars_site_url = {ADDRESS!r}\n")
    result = publish(archive, "html", "fr")
    assert result.returncode == 0, result.stdout + result.stderr
    with served(archive / "_build" / "html") as address:
        page.goto(f"{address}/fr/{NAME}.html")
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    found = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "page.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout


def test_a_page_on_paper_says_where_it_is_from_and_leads_nowhere(printed: str) -> None:
    text = re.sub(r"\s+", " ", printed)

    assert "Archives" in text
    assert f"{ADDRESS}fr/{NAME}.html" in text
    assert "<https://example.org/>" in text
    assert "Un texte sur l’ONUDC" in text
    assert "Organiser Office des Nations Unies" in text  # the sheet is open
    for left_out in ("Home", "Search", "Colours", "Back to top", "Sphinx", "Menu"):
        assert left_out not in text
    sheets = printed.removesuffix("\f").split("\f")
    assert all(sheet.strip() for sheet in sheets)
