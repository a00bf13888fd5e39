"""The front door leads readers to the language that they chose, or else to the first of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="ro-MD")
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def test_a_choice_is_remembered(reader: Page, address: str) -> None:
    reader.goto(f"{address}/")
    reader.wait_for_url("**/ro/index.html")
    reader.goto(f"{address}/fr/about.html")  # as from a search engine: nobody has chosen
    reader.goto(f"{address}/")
    reader.wait_for_url("**/ro/index.html")

    reader.locator('.languages a[hreflang="ru"]').click()
    reader.wait_for_url("**/ru/index.html")
    reader.goto(f"{address}/")

    reader.wait_for_url("**/ru/index.html")
    assert reader.evaluate("Object.keys(localStorage)") == ["language"]


def test_a_choice_that_is_no_more_is_left(reader: Page, address: str) -> None:
    reader.goto(f"{address}/fr/about.html")
    reader.evaluate("localStorage.setItem('language', 'de')")
    reader.goto(f"{address}/")

    reader.wait_for_url("**/ro/index.html")


def test_shut_storage_is_no_fault(reader: Page, address: str) -> None:
    reader.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw 1; }})")
    errors: list[Exception] = []
    reader.on("pageerror", lambda error: errors.append(error))  # noqa: PLW0108 - it sets marks on it
    reader.goto(f"{address}/")
    reader.wait_for_url("**/ro/index.html")
    reader.locator('.languages a[hreflang="ru"]').click()
    reader.wait_for_url("**/ru/index.html")

    assert errors == []
