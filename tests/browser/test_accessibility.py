"""WCAG's rules are the bar: axe on each kind of page, in both colour schemes, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wcag import LOOKS, broken, dealt

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = [
    "index.html",
    "fr/index.html",
    "fr/events/2018-06-05-chisinau.html",
    "ru/events/2018-05-31-sofia.html",
    "ro/glossary/instruments/cets-197.html",
    "fr/glossary/concepts/victim-identification.html",
    "en/glossary/organisations/index.html",
    "en/events/index.html",
    "ru/recommendations.html",
    "fr/years/2018.html",
    "ru/countries/md.html",
    "ru/years/index.html",
    "fr/countries/index.html",
    "ro/translation.html",
    "ru/search.html",
    "fr/search.html?q=onudc",
]
DEALT = dealt(PAGES, 2)


def test_each_width_and_scheme_is_looked_at() -> None:
    assert {look for looks in DEALT.values() for look in looks} == {*LOOKS}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_of_wcag(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    if "?q=" in path:
        page.locator(".results a").first.wait_for()
    found = [one for look in DEALT[path] for one in broken(page, look)]

    assert found == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320  # WCAG 2.2, 1.4.10


SMALL = """() => {
  // Links in a sentence are as high as its lines; what stands alone has 24 px (WCAG 2.2, 2.5.8)
  const alone = `.toc a, .citation a, .headerlink, .source-places a, .sidebar-tree a,
    .breadcrumbs a, .languages a, .site-footer a, .to-top, button, summary, input, select`;
  return [...document.querySelectorAll(alone)].filter(one => {
    const {width, height} = one.getBoundingClientRect();
    return one.checkVisibility() && (width < 24 || height < 24);
  }).map(one => one.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_targets_have_24_pixels(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES[:4]:
        page.goto(f"{address}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert page.evaluate(SMALL) == [], path


def test_cells_that_head_others_say_which(page: Page, address: str) -> None:
    page.goto(f"{address}/ro/translation.html")
    scopes = page.locator("th").evaluate_all("all => all.map(one => one.scope)")

    assert scopes
    assert {*scopes} <= {"col", "row"}
