"""A browser does nothing that a text says, and the search shows it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from hostile import HELD, TEXTS, hostile_project
from search_page import found
from support import publish

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Dialog, Page


def test_no_text_is_a_script_in_a_browser(page: Page, tmp_path: Path, small_address: str) -> None:
    result = publish(hostile_project(tmp_path / "project"), "html", "fr")
    assert result.returncode == 0, result.stdout
    done: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        done.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: done.append(str(error)))
    site = f"{small_address}/project/_build/html/fr"

    for name, text in TEXTS.items():
        page.goto(f"{site}/events/2001-01-01-{name}.html")
        assert words((page.locator("h1").text_content() or "").removesuffix("#")) == words(text)
    page.goto(f"{site}/search.html?q=janvier")
    found(page, f"{site}/")
    titles = page.locator(".results .title a").all_inner_texts()
    assert {words(title) for title in titles} >= {words(text) for text in TEXTS.values()}
    assert page.locator(".results :not(a, li, p, mark, ul)").count() == 0
    for text in HELD.values():
        page.goto(f"{site}/search.html?q={quote(text[:200])}")
        assert words(page.locator("#search-words").input_value()) == words(text[:200])
        found(page, f"{site}/")
    assert done == []


def words(text: str) -> str:
    """Return *text* without spaces and circumflexes, with which searching parts words."""
    return "".join(text.replace("^", "").split())
