"""What a reader does on the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def look_for(page: Page, address: str, language: str, words: str) -> list[str]:
    """Look for *words* and return all pages that are found, the best first."""
    page.goto(f"{address}/{language}/search.html")
    page.locator("#search-words").fill(words)
    page.locator("#search-words").press("Enter")
    return found(page, f"{address}/{language}/")


def found(page: Page, base: str) -> list[str]:
    """Wait for the answer, have all of it shown, and return the pages in it."""
    page.wait_for_function(
        """() => {
            const status = document.querySelector(".search-status");
            return status && ![undefined, "", status.dataset.busy].includes(status.textContent);
        }"""
    )
    more = page.locator(".search-more")
    while more.is_visible():
        shown = page.locator(".search-results li").count()
        more.click()
        page.locator(".search-results li").nth(shown).wait_for()
    links = page.locator(".search-results a").evaluate_all("all => all.map(link => link.href)")
    return [link.removeprefix(base) for link in links]
