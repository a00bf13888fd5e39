"""Eight languages, each by one line: what readers, their browsers and search engines are told."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from eight_languages import BEGUN, EVENT, UNODC, ZAGREB, begin, run
from search_page import look_for
from support import files, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small archive in eight languages more."""
    project = begin(tmp_path_factory.mktemp("eight") / "archive")
    run(project, "html")
    return project / "_build" / "html"


@pytest.fixture(scope="module")
def address(eight: Path) -> Iterator[str]:
    with served(eight) as address:
        yield address


TAGGED = re.compile(r' (?:href)?lang="([^"]*)"')
TAGS = {"fr", "en", "ro", "ru", *(begun.tag for begun in BEGUN.values())}


def test_languages_are_named_by_their_tags_wherever_one_is_told(eight: Path) -> None:
    told = {name: text.decode() for name, text in files(eight).items() if is_told(name)}
    found = {language for text in told.values() for language in TAGGED.findall(text)}
    assert found == {*TAGS, "x-default"}
    for code, begun in BEGUN.items():
        page = BeautifulSoup(told[f"{code}/{EVENT}.html"], "html.parser")
        assert page.html["lang"] == begun.tag
        assert " ".join(page.h1.text.split()).startswith(begun.event)
    links = BeautifulSoup(told["index.html"], "html.parser").select("main a")
    assert {link["href"] for link in links} >= {f"{code}/index.html" for code in BEGUN}
    status = json.loads(told["translation-status.json"])["languages"]
    assert {tag: of["folder"] for tag, of in status.items() if of["folder"] in BEGUN} == {
        begun.tag: code for code, begun in BEGUN.items()
    }


def is_told(name: str) -> bool:
    return name.endswith((".html", ".xml", ".json")) and "pagefind" not in name


def test_what_runs_from_right_to_left_says_so(eight: Path) -> None:
    for code in ("ar", "fr"):
        page = BeautifulSoup((eight / code / f"{ZAGREB}.html").read_text("utf-8"), "html.parser")
        marked = [(node["lang"], node.get("dir")) for node in page.body.select("[lang]")]
        assert page.html.get("dir") == ("rtl" if code == "ar" else None)
        assert ("ar", "rtl") in marked, "a run of text"
        directions = {"ar": "rtl"}
        for language, direction in marked:
            expected = directions.get(language, "ltr" if code == "ar" else None)
            assert direction == expected, (code, language)
        assert page.find("span", string="ندوة")["dir"] == "rtl"
        assert page.find(string="الصفحة").find_parent(dir="rtl")
    front = BeautifulSoup((eight / "index.html").read_text("utf-8"), "html.parser")
    assert [link["lang"] for link in front.select("main [dir=rtl]")] == ["ar"]


FOUND = {  # words as a reader may type them, and a page that has them
    "bg": {"трафика": EVENT, "служба": UNODC},
    "uk": {"ТОРГІВЛЮ": EVENT},
    "pt_BR": {"trafico pessoas": EVENT},
    "zh_CN": {"人口贩运": EVENT, "研讨会 2018": EVENT, "联合国": UNODC, "ONUDC": EVENT},
    "ar": {"اتجار": EVENT, "2018": EVENT, "٢٠١٨": EVENT},
    "sr@latin": {"zrtvama": EVENT, "Dakovu": EVENT, "Žrtve": ZAGREB},
    "ka": {"ვაჭრობა": EVENT, "გაეროს": UNODC},
    "de": {"STRASSE": EVENT, "œuvre": ZAGREB},
    "fr": {"d’oeuvre": ZAGREB, "Łódź": ZAGREB, "Lodz": ZAGREB, "ندوة": ZAGREB},
}


@pytest.mark.parametrize("language", FOUND)
def test_a_reader_finds_words_of_the_language(page: Page, address: str, language: str) -> None:
    for words, expected in FOUND[language].items():
        assert f"{expected}.html" in look_for(page, address, language, words), words
        assert page.get_by_role("status").inner_text().strip()
        shown = page.locator(".results").inner_text()
        assert "^" not in shown


def test_a_word_in_letters_that_one_cannot_type_is_marked_as_it_is_printed(
    page: Page, address: str
) -> None:
    look_for(page, address, "fr", "oeuvre")

    assert page.locator(".results mark").all_inner_texts() == ["œuvre"]


def test_a_script_without_spaces_is_found_by_phrases(page: Page, address: str) -> None:
    assert look_for(page, address, "zh_CN", "口人") == [], (
        "each of the two is there, in this order not"
    )
    assert look_for(page, address, "zh_CN", "贩运 联合国") == [f"{EVENT}.html"], "one has both"
    found = look_for(page, address, "zh_CN", "贩运 œuvre")
    assert {f"{EVENT}.html", f"{ZAGREB}.html"} <= set(found), "no page has both"
    look_for(page, address, "zh_CN", "人口贩运")

    assert "打击人口贩运研讨会，2018年" in page.locator(".results").inner_text()
    assert "".join(page.locator(".results mark").all_inner_texts()) == "人口贩运"


@pytest.mark.parametrize(
    ("wanted", "target"),
    [
        (["zh-CN"], "zh_CN"),
        (["zh-Hans"], "zh_CN"),
        (["zh-Hans-SG", "en"], "zh_CN"),
        (["zh-TW", "en"], "en"),  # another script, and something better
        (["zh-TW", "nl"], "zh_CN"),
        (["pt-PT", "en"], "pt_BR"),
        (["pt"], "pt_BR"),
        (["sr-Latn-RS"], "sr@latin"),
        (["sr-RS", "uk"], "uk"),
        (["sr-RS"], "sr@latin"),
        (["ar-MA", "fr"], "ar"),
        (["mo"], "ro"),
        (["not a tag", "ka-GE"], "ka"),
        (["nl", "ja"], None),
    ],
)
def test_the_front_door_finds_the_best_match(
    browser: Browser, address: str, wanted: list[str], target: str | None
) -> None:
    context = browser.new_context()
    context.add_init_script(
        f"Object.defineProperty(Navigator.prototype, 'languages', {{get: () => {wanted}}})"
    )
    page = context.new_page()
    page.goto(f"{address}/")
    page.wait_for_load_state()
    if target:
        page.wait_for_url(f"{address}/{target}/index.html", wait_until="commit")
    assert page.url == (f"{address}/{target}/index.html" if target else f"{address}/")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_from_right_to_left_is_laid_out_so(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/ar/{EVENT}.html")

    def edges(selector: str) -> tuple[float, float]:
        box = page.locator(selector).bounding_box()
        assert box
        return round(box["x"]), round(box["x"] + box["width"])

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").evaluate("node => getComputedStyle(node).direction") == "rtl"
    menu, button = page.locator(".sidebar-drawer"), page.locator(".menu-button")
    if width < 1000:
        assert not menu.is_visible()
        assert width - edges(".menu-button")[1] < 24, "the button is at the right edge"
        button.click()
        assert edges(".sidebar-drawer")[1] == edges(".content")[1]
    else:
        assert not button.is_visible()
        assert edges(".sidebar-drawer")[0] >= edges(".content")[1], "the menu is right of the text"
    assert edges(".breadcrumbs li >> nth=0")[1] == edges(".breadcrumbs")[1]
    assert edges(".theme-toggle")[0] < edges(".site-header .wordmark")[0]
