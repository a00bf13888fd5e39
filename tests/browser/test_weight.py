"""What a page costs: the bytes that it brings, and whether it moves while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from transfers import Transfers

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = "events/2018-06-05-chisinau.html"
LARGEST = 150_000  # bytes
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { sum += entry.value; }
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 300);
})"""


def bytes_of(page: Page, url: str) -> dict[str, int]:
    """Return what a reader who comes for the first time is sent, each with its bytes."""
    transfers = Transfers(page)
    page.goto(url)
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.wait_for_load_state("networkidle")
    return transfers.sizes()


@pytest.mark.parametrize("language", ["fr", "en", "ro", "ru"])
def test_a_seminar_is_light(page: Page, address: str, language: str) -> None:
    sizes = bytes_of(page, f"{address}/{language}/{PAGE}")

    assert len(sizes) > 6
    assert sum(sizes.values()) <= LARGEST, sizes


@pytest.mark.parametrize(
    ("language", "alphabets"),
    [
        ("fr", {"latin"}),
        ("en", {"latin"}),
        ("ro", {"latin", "latin-europe"}),
        ("ru", {"latin", "cyrillic"}),
    ],
)
def test_a_page_names_the_fonts_of_its_alphabet(
    page: Page, address: str, language: str, alphabets: set[str]
) -> None:
    sizes = bytes_of(page, f"{address}/{language}/{PAGE}")
    named = page.locator("link[rel=preload][as=font]").evaluate_all("all => all.map(x => x.href)")

    fonts = [
        f"{family}-{alphabet}-wght-normal.woff2"
        for family in ("source-sans-3", "source-serif-4")
        for alphabet in alphabets
    ]
    assert sorted(name.rpartition("/")[2] for name in named) == sorted(fonts)
    assert {*named} <= {*sizes}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path", ["fr/index.html", f"fr/{PAGE}", f"ru/{PAGE}", "ru/events/index.html"]
)
def test_a_page_does_not_move(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/{path}")
    page.wait_for_function("document.fonts.status === 'loaded'")

    assert page.evaluate(SHIFT) < 0.05  # https://web.dev/articles/cls
