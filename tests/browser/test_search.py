"""What readers find, in each language, with how many bytes, by keyboard, and without scripts."""

from __future__ import annotations

import random
import re
import shutil
from html import escape
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from commands.search import index_folder
from search_page import found, look_for
from support import write
from transfers import Transfers

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LANGUAGES = ("fr", "en", "ro", "ru")
UNODC = "glossary/organisations/unodc.html"
CHISINAU = "events/2018-06-05-chisinau.html"
UN = "glossary/organisations/united-nations.html"
CETS_197 = "glossary/instruments/cets-197.html"
TRAFFICKING = "glossary/concepts/trafficking-in-human-beings.html"
IDENTIFICATION = "glossary/concepts/victim-identification.html"
PALERMO = "glossary/instruments/palermo-convention.html"


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("fr", "seminaire", CHISINAU),
        ("fr", "onudc", UNODC),
        ("fr", "l’ONUDC", UNODC),
        ("fr", "l'onudc", UNODC),
        ("fr", "onudc", UN),  # which has it behind an elision alone
        ("en", "unodc", UNODC),
        ("en", "Chisinau", CHISINAU),
        ("ro", "conventia", PALERMO),
        ("ro", "Chisinau", CHISINAU),
        ("ro", "chișinău", CHISINAU),
        ("ru", "унп", UNODC),
        ("ru", "кишинёв", CHISINAU),  # written with е
    ],
)
def test_words_are_found_however_they_are_typed(
    page: Page, address: str, language: str, words: str, expected: str
) -> None:
    assert expected in look_for(page, address, language, words)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "séminaire", "seminaires"),
        ("fr", "victime", "victimes"),
        ("en", "victim", "victims"),
        ("ro", "Convenția", "conventiei"),
        ("ro", "victimă", "victimelor"),
        ("ru", "конвенция", "конвенции"),
        ("ru", "жертва", "жертвам"),
        ("ru", "ее", "её"),
    ],
)
def test_forms_of_a_word_find_the_same_pages(
    page: Page, address: str, language: str, one: str, other: str
) -> None:
    pages = look_for(page, address, language, one)

    assert pages
    assert sorted(look_for(page, address, language, other)) == sorted(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_shows_the_words_as_they_are_printed(
    page: Page, address: str, language: str
) -> None:
    look_for(page, address, language, "2018")

    shown = page.locator(".results").inner_text()
    assert "^" not in shown
    assert {"fr": "5–7 juin 2018", "en": "5–7 June 2018", "ro": "5–7 iunie 2018"}.get(
        language, "5–7 июня 2018"
    ) in shown
    assert "2018" in page.locator(".results mark").first.inner_text()


def test_the_prose_behind_an_elision_is_marked_whole(page: Page, address: str) -> None:
    look_for(page, address, "fr", "onudc")

    marked = page.locator(".results mark").all_inner_texts()
    assert any(text.startswith("l’ONUDC") for text in marked)


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("fr", "UNODC", UNODC),
        ("en", "ONUDC", UNODC),
        ("en", "УНП ООН", UNODC),
        ("ro", "ЮНОДК", UNODC),  # an abbreviation of other letters, as it is heard
        ("ro", "CETS 197", CETS_197),
        ("ru", "STCE n° 197", CETS_197),
        ("ru", "traffiking in human beings", TRAFFICKING),
        ("fr", "what is trafficking in human beings", TRAFFICKING),
        ("ru", "торговли людми", TRAFFICKING),  # another case, and a letter too few
        ("en", "convention européenne pour l’identification des victimes", IDENTIFICATION),
        ("fr", "juin 2018 Chișinău", CHISINAU),
        ("ru", "Chisinau 2018", CHISINAU),
    ],
)
def test_the_page_that_is_meant_comes_first(
    page: Page, address: str, language: str, words: str, expected: str
) -> None:
    assert look_for(page, address, language, words)[0] == expected


def test_a_result_says_what_it_is_and_when_and_where(page: Page, address: str) -> None:
    look_for(page, address, "fr", "Chisinau 2018")
    first = page.locator(".results > li").first

    assert first.locator(".eyebrow").inner_text() == "Séminaires"
    assert first.locator(".fact-line li").all_inner_texts()[:2] == ["Séminaire", "5–7 juin 2018"]
    assert "Chisinau" in first.locator(".fact-line").inner_text()
    prose = BeautifulSoup(page.request.get(f"{address}/fr/{CHISINAU}").text(), "html.parser")
    excerpt = "".join(first.locator("p.small").inner_text().strip("… ").split())
    assert "".join(excerpt)[:40] in "".join(
        "".join(one.text.split()) for one in prose.select("article > section p")
    )


def test_a_query_survives_a_change_of_language(page: Page, address: str) -> None:
    look_for(page, address, "fr", "Chișinău & 2018")
    page.get_by_role("link", name="Română", exact=True).click()
    page.locator(".results > li").first.wait_for()

    assert page.url.startswith(f"{address}/ro/search.html?q=")
    assert page.locator("#search-words").input_value() == "Chișinău & 2018"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_goes_by_keyboard_from_any_page(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/{CHISINAU}")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("Europol")
    page.keyboard.press("Enter")
    page.locator(".results .title a").first.wait_for()
    assert page.url == f"{address}/{language}/search.html?q=Europol"
    assert page.locator("#search-words").input_value() == "Europol"

    page.locator("#search-words").focus()
    page.keyboard.press("Tab")  # the button
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/{language}/glossary/organisations/europol.html")


def test_more_results_are_reached_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/fr/search.html?q=traite")
    page.locator(".search-more").wait_for()
    page.locator(".search-more").focus()
    page.keyboard.press("Enter")
    page.locator(".results > li").nth(10).wait_for()

    focused = page.locator(".results > li").nth(10).locator(".title a")
    assert focused.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Pages trouvées"), ("en", "Pages found"), ("ro", "Pagini"), ("ru", "Найдено")],
)
def test_the_number_of_results_is_announced(
    page: Page, address: str, language: str, words: str
) -> None:
    number = len(look_for(page, address, language, "OSCE" if language != "ru" else "ОБСЕ"))
    status = page.get_by_role("status")

    assert number > 1
    assert status.inner_text().startswith(words)
    assert status.inner_text().endswith(f" {number}")
    assert status.get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_leads_to_the_lists(page: Page, address: str, language: str) -> None:
    assert look_for(page, address, language, "xyzzyx") == []

    assert page.get_by_role("status").inner_text() == page.locator(".search-status").get_attribute(
        "data-none"
    )
    page.locator(".search-lists a").first.click()
    assert page.url == f"{address}/{language}/events/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_page_leads_to_the_lists(
    browser: Browser, address: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{language}/index.html")
    page.locator(".header-search input").fill("Europol")
    page.locator(".header-search input").press("Enter")
    page.locator("noscript p").wait_for(state="visible")

    assert page.url == f"{address}/{language}/search.html?q=Europol"
    page.locator(".search-lists a").first.click()
    assert page.url == f"{address}/{language}/events/index.html"
    context.close()


def test_a_search_that_cannot_be_loaded_says_so(page: Page, address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    look_for(page, address, "ru", "жертва")

    assert page.get_by_role("status").inner_text().startswith("Не удалось загрузить поиск")
    assert page.locator(".search-lists").is_visible()


def test_a_narrow_page_has_a_way_to_the_search(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{address}/ro/{CHISINAU}")
    page.get_by_role("link", name="Caută", exact=True).click()

    assert page.url == f"{address}/ro/search.html"
    look_for(page, address, "ro", "https://www.europol.europa.eu")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def transferred(page: Page, url: str) -> dict[str, int]:
    """Search with *url*; return what was asked for to answer, with its size when compressed."""
    transfers = Transfers(page)
    page.goto(url)
    page.locator(".results .title a").first.wait_for()
    page.wait_for_load_state("networkidle")
    return transfers.sizes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_asks_nothing_of_another_site(page: Page, address: str, language: str) -> None:
    asked = transferred(page, f"{address}/{language}/search.html?q=2018")

    own = (f"{address}/{language}/", f"{address}/_static/")
    assert [url for url in asked if not url.startswith(own)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_search_in_a_thousand_pages_transfers_little(
    page: Page, site: Path, tmp_path: Path, small_address: str, language: str
) -> None:
    words = [
        word
        for path in (site / language).rglob("*.html")
        for word in BeautifulSoup(path.read_text("utf-8"), "html.parser").article.text.split()
    ]
    rng = random.Random(1)  # noqa: S311 - pages, not secrets
    for number in range(1000):
        title, text = " ".join(rng.choices(words, k=12)), " ".join(rng.choices(words, k=750))
        rare = "zyxwvu" if number < 20 else ""
        article = f"<article><h1>{escape(title)}</h1><p>{escape(text)} {rare}</p></article>"
        (tmp_path / f"{number}.html").write_text(article, encoding="utf-8")
    assert index_folder(tmp_path, language=language) == []
    shutil.copytree(site / "_static", tmp_path / "_static")
    page_of_search = (site / language / "search.html").read_text("utf-8")
    write(tmp_path / "search.html", page_of_search.replace("../_static/", "_static/"))

    asked = transferred(page, f"{small_address}/search.html?q=2018")

    answer = {
        url: size for url, size in asked.items() if re.search("/pagefind/|search[-a-z]*.js", url)
    }
    assert sum("/fragment/" in url for url in answer) == 10
    assert sum("/index/" in url for url in answer) == 2  # the index has two parts
    assert sum(answer.values()) < 215_000
    page.goto(f"{small_address}/search.html?q=zyxwvu")
    assert len(found(page, small_address)) == 20


@pytest.mark.parametrize("query", ["CETS+197", "cets+197"])
def test_an_abbreviation_marks_no_other_word(
    page: Page, site: Path, small_address: str, tmp_path: Path, query: str
) -> None:
    texts = ("Cette convention est citée CETS 197 ; cette autre ne l’est pas.", "Un autre texte.")
    for number, text in enumerate(texts):
        article = f"<article><h1>Page {number} (CETS)</h1><p>{text}</p></article>"
        (tmp_path / f"{number}.html").write_text(article, encoding="utf-8")
    assert index_folder(tmp_path, language="fr") == []
    shutil.copytree(site / "_static", tmp_path / "_static")
    page_of_search = (site / "fr" / "search.html").read_text("utf-8")
    write(tmp_path / "search.html", page_of_search.replace("../_static/", "_static/"))

    page.goto(f"{small_address}/search.html?q={query}")
    assert found(page, small_address)

    assert page.locator(".results mark").all_inner_texts() == ["CETS", "197"]
