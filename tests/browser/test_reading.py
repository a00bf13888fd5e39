"""What readers do: choose a language, follow a reference, go by keyboard, go without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHISINAU = "events/2018-06-05-chisinau.html"


@pytest.mark.parametrize(
    ("locale", "target"), [("ru-RU", "ru"), ("ro-MD", "ro"), ("fr-CH", "fr"), ("en-US", "en")]
)
def test_the_front_door_leads_to_the_language_of_the_reader(
    browser: Browser, address: str, locale: str, target: str
) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.wait_for_url(f"{address}/{target}/index.html")
    assert page.locator("html").get_attribute("lang") == target
    context.close()


def test_the_front_door_stays_open_to_other_readers(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")

    assert page.locator("main a").count() == 4
    assert page.url.endswith("/index.html")


def test_the_switcher_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/fr/{CHISINAU}")
    page.get_by_role("link", name="Română").click()
    assert page.url == f"{address}/ro/{CHISINAU}"
    context.close()


def test_a_reference_leads_to_the_record_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{CHISINAU}")
    page.locator(".fact-sheet").get_by_role("link", name="ICMPD").click()
    assert page.url.endswith("/en/glossary/organisations/icmpd.html")
    page.locator(f'#dossier-seminars a[href$="{CHISINAU}"]').first.click()
    assert page.url == f"{address}/en/{CHISINAU}"


def test_the_first_tab_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}/fr/{CHISINAU}")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className").startswith("skip-to-content"):
            break
    page.keyboard.press("Enter")

    assert page.url.endswith("#furo-main-content")


def test_the_way_back_to_the_top_is_there(page: Page, address: str) -> None:
    page.goto(f"{address}/ru/{CHISINAU}")
    page.locator("a.to-top").click()
    page.wait_for_function("window.scrollY === 0")
    page.keyboard.press("Tab")

    assert page.locator(".site-header :focus").count() == 1


def test_the_foot_leads_to_the_citation_which_is_as_wide_as_the_text(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/en/{CHISINAU}")
    page.locator(".site-footer").get_by_role("link", name="Cite this page").click()

    assert page.url.endswith("#cite")
    box, text = (
        page.locator(one).first.bounding_box() for one in ("#cite", "article > section > p")
    )
    assert box
    assert text
    assert abs(box["width"] - text["width"]) < 1
    page.goto(f"{address}/en/search.html")
    page.locator(".site-footer").get_by_role("link", name="Cite a page").click()
    assert "/about.html#" in page.url


def test_a_page_shows_its_fonts_from_the_site_itself(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/ru/{CHISINAU}")
    page.wait_for_function("document.fonts.status === 'loaded'")

    assert all(url.startswith((address, "data:")) for url in asked)
    assert any("source-serif-4-cyrillic" in url for url in asked)


# The sides of boxes that can be seen, by a border or a ground of their own, and those too narrow
NARROW = """boxes => {
  const seen = [], touched = [];
  for (const box of document.querySelectorAll(boxes)) {
    const style = getComputedStyle(box);
    for (const side of ["left", "right", "top", "bottom"]) {
      const has = (what) => parseFloat(style.getPropertyValue(what));
      if (has(`border-${side}-width`) || style.backgroundColor !== "rgba(0, 0, 0, 0)") {
        seen.push(side);
        if (has(`padding-${side}`) < 12) {
          touched.push(`${box.className} ${side}`);
        }
      }
    }
  }
  return {seen, touched};
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_text_touches_the_border_of_its_box(
    browser: Browser, address: str, direction: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/fr/{CHISINAU}")
    page.evaluate("direction => document.documentElement.dir = direction", direction)
    narrow = page.evaluate(NARROW, ".recommendation, .editor-note, pre, .completeness")
    assert len(narrow["seen"]) > 4
    assert narrow["touched"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
