"""The list of seminars is filtered by several facets at once, and its address keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support import EVENT, ORGANISATION, ROOT, served

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page
    from sphinx.testing.util import SphinxTestApp

LIST = "events/index.html"
NAMES = [f"org-{number}" for number in range(17)]
MANY = {
    "events/index.md": "# Séminaires\n\n```{event-list}\n```\n",
    "events/2018-06-05-chisinau.md": EVENT.replace("[unodc]", f"[{', '.join(NAMES[:-1])}]"),
    "events/2017-06-05-chisinau.md": EVENT.replace("2018-", "2017-").replace("unodc]", "org-16]"),
    **{
        f"glossary/organisations/{name}.md": ORGANISATION.replace("ONUDC", f"ORG-{number:02}")
        for number, name in enumerate(NAMES)
    },
}
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
    assert (
        page.get_by_role("status").inner_text() == "Séminaires affichés\N{NO-BREAK SPACE}: 1 sur 3"
    )
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


def test_records_are_facets_as_well(page: Page, address: str) -> None:
    page.goto(f"{address}/fr/{LIST}?concept=exploitation&organisation=bg-ncct")
    assert [one["country"] for one in shown(page)["items"]] == ["bg"]

    def left(name: str) -> list[str]:
        menu = page.get_by_role("combobox", name=name, exact=True)
        return menu.locator("option:not(:disabled)").all_inner_texts()[1:]

    # nobody is listed who has no part in a seminar, and nothing of which nothing is left
    organisations = page.get_by_role("combobox", name="Organisation", exact=True)
    assert organisations.input_value() == "bg-ncct"
    assert page.locator("option[value=enm]").count() == 0
    assert left("Instrument") == ["Convention n°\xa0197 du Conseil de l’Europe (1)"]
    assert left("Notion") == ["Exploitation (1)", "Traite des êtres humains (1)"]
    assert left("Organisation")[0].endswith("(1)")

    organisations.select_option("")
    page.get_by_role("combobox", name="Notion").select_option("victim-identification")
    assert [one["country"] for one in shown(page)["items"]] == ["hr"]
    assert page.url.endswith("?concept=victim-identification")


def test_of_many_values_those_that_are_left_are_gone_through(
    page: Page, build: Callable[..., SphinxTestApp]
) -> None:
    folders = f'templates_path = ["{ROOT}/_templates"]\nhtml_static_path = ["{ROOT}/_static"]\n'
    app = build(MANY, conf=folders)
    with served(app.outdir) as site:
        page.goto(f"{site}/{LIST}")
        page.locator(".filters summary").click()
        menu = page.get_by_role("combobox", name="Organisation", exact=True)
        menu.focus()
        page.keyboard.type("org-07")
        assert menu.input_value() == "org-7"
        assert [one["year"] for one in shown(page)["items"]] == ["2018"]
        # its own facet keeps the others, in the other one what would show nothing is passed over
        assert menu.locator("option:not(:disabled)").count() == 18
        years = page.get_by_role("group", name="Year").locator("label")
        assert [one.split() for one in years.all_inner_texts()] == [["2018", "1"], ["2017", "0"]]

        page.keyboard.press("Home")
        page.locator("[value='2017']").check()
        options = menu.locator("option:not(:disabled)")
        assert options.all_inner_texts() == ["Any", "ORG-16 (1)"]
        assert menu.locator("option:checked").inner_text() == "Any"
        page.goto(f"{site}/{LIST}?year=2017&organisation=org-3")  # what is chosen stays
        options = menu.locator("option:not(:disabled)")
        assert options.all_inner_texts() == ["Any", "ORG-03 (0)", "ORG-16 (1)"]
        assert page.get_by_role("status").inner_text().startswith("No seminar")


def test_a_filter_goes_by_keyboard_and_has_names(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{address}/ru/{LIST}")
    assert not page.locator(".filters fieldset").first.is_visible()
    page.locator(".filters summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    chosen = page.locator(".filters input:checked")
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
    page.get_by_role("link", name="Séminaires par organisation").click()
    page.get_by_role("link", name="Office des Nations Unies").first.click()
    assert page.locator("#dossier-seminars").is_visible()
    context.close()
