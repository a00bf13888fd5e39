"""The list of seminars is filtered by several facets at once, and its address keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LIST = "events/index.html"
# Of each seminar that is seen its values, and of each year that is seen the number in its heading
SHOWN = """() => {
  const seen = [...document.querySelectorAll(".year li")].filter(one => one.checkVisibility());
  const years = [...document.querySelectorAll("section.year")].filter(
    one => one.checkVisibility());
  return {
    items: seen.map(one => ({...one.dataset})),
    years: Object.fromEntries(
      years.map(one => [one.id, Number(one.querySelector(".count").textContent)])),
    filled: years.every(one => [...one.querySelectorAll("li")].some(it => it.checkVisibility())),
  };
}"""


def shown(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(SHOWN)
    assert found["filled"]
    assert sum(found["years"].values()) == len(found["items"])
    return found


def count(page: Page, value: str) -> str:
    """Return the number that stands behind a value."""
    return page.locator(f".chip:has([value={value}]) .count").inner_text()


def test_facets_are_met_together_and_values_of_one_in_turn(page: Page, address: str) -> None:
    page.goto(f"{address}/fr/{LIST}")
    assert (count(page, "seminar"), count(page, "conference")) == ("2", "1")

    page.locator("[value=md]").check()
    assert [one["country"] for one in shown(page)["items"]] == ["md"]
    assert page.get_by_role("status").inner_text() == "Séminaires affichés : 1 sur 3"
    # What would be shown, were it chosen: one more of the facet itself, and of others what is left
    assert [count(page, one) for one in ("seminar", "conference", "hr")] == ["1", "0", "1"]

    page.locator("[value=bg]").check()
    assert sorted(one["country"] for one in shown(page)["items"]) == ["bg", "md"]
    page.locator("[value=seminar]").check()
    assert [one["country"] for one in shown(page)["items"]] == ["md"]
    page.locator("[value=md]").uncheck()
    assert shown(page) == {"items": [], "years": {}, "filled": True}
    assert page.get_by_role("status").inner_text().startswith("Aucun séminaire")

    page.get_by_role("button", name="Tout afficher").click()
    assert len(shown(page)["items"]) == 3
    assert page.url == f"{address}/fr/{LIST}"
    assert (count(page, "seminar"), count(page, "conference")) == ("2", "1")


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("fr", "chisinau", ["md"]),
        ("fr", "moldova CHIȘINĂU", ["md"]),
        ("fr", "moldova zagreb", []),
        ("ro", "chisinau moldova", ["md"]),
        ("ru", "кишинев", ["md"]),
        ("en", "zagreb croatia", ["hr"]),
        ("en", "   ", ["md", "bg", "hr"]),
        ("en", "icmpd", []),
    ],
)
def test_words_are_looked_for_in_title_and_place(
    page: Page, address: str, language: str, words: str, expected: list[str]
) -> None:
    page.goto(f"{address}/{language}/{LIST}")
    page.locator("#filter-words").fill(words)

    assert [one["country"] for one in shown(page)["items"]] == expected


def test_the_address_keeps_what_was_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/fr/{LIST}?country=MD&country=hr&kind=seminar&q=Zagreb&kind=none&other=1")
    assert [one["country"] for one in shown(page)["items"]] == ["hr"]
    assert page.locator("#filter-words").input_value() == "Zagreb"
    kept = "?country=md&country=hr&kind=seminar&q=Zagreb"
    assert sorted(page.url.partition("?")[2].split("&")) == sorted(kept[1:].split("&"))

    page.locator("#filter-words").fill("")
    query = page.url.partition("?")[2]
    page.get_by_role("link", name="Română", exact=True).click()
    page.wait_for_url(f"{address}/ro/{LIST}?{query}")
    assert sorted(one["country"] for one in shown(page)["items"]) == ["hr", "md"]
    page.reload()
    assert sorted(one["country"] for one in shown(page)["items"]) == ["hr", "md"]


def test_a_filter_goes_by_keyboard_and_has_names(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{address}/ru/{LIST}")
    assert not page.locator(".filters fieldset").first.is_visible()
    page.locator(".filters summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    chosen = page.locator(".filters :checked")
    assert chosen.evaluate("one => one === document.activeElement")
    assert [one[chosen.get_attribute("name")] for one in shown(page)["items"]] == [
        chosen.get_attribute("value")
    ]
    assert page.get_by_role("group", name="Страна").count() == 1
    assert page.get_by_role("checkbox", name="Молдова").count() == 1
    assert page.get_by_role("searchbox", name="Слово из названия или места").count() == 1
    page.keyboard.press("Space")
    page.locator("#filter-words").focus()
    page.keyboard.type("загреб")
    page.keyboard.press("Enter")  # nothing is sent
    assert [one["country"] for one in shown(page)["items"]] == ["hr"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(shown(page)["items"]) == 3


def test_without_scripts_the_list_is_whole(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/fr/{LIST}?country=md")

    assert len(page.locator(".year li").all()) == 3
    assert all(one.is_visible() for one in page.locator(".year li").all())
    assert not page.locator(".filters").is_visible()
    context.close()
