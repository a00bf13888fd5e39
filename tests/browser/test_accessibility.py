"""WCAG's rules are the bar: axe on each kind of page, in both colour schemes, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PAGES = [
    "index.html",
    "fr/index.html",
    "fr/events/2018-06-05-chisinau.html",
    "ru/events/2018-05-31-sofia.html",
    "ro/glossary/instruments/cets-197.html",
    "en/glossary/organisations/index.html",
    "ru/recommendations.html",
    "fr/years/2018.html",
    "ru/years/index.html",
    "ro/translation.html",
    "ru/search.html",
    "fr/search.html?q=onudc",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_of_wcag(
    page: Page, address: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/{path}", wait_until="networkidle")

    results = Axe().run(page, options=WCAG)

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_page_scrolls_in_one_direction(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})  # WCAG 2.2, 1.4.10
    page.goto(f"{address}/{path}", wait_until="networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
