"""The pages of a translated archive: complete, in their language, with nothing left as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

from support import LANGUAGES
from websites import Website, anchors, asked_of_others, french, markup_left, own_texts, parsed

if TYPE_CHECKING:
    from pathlib import Path

CHISINAU = "events/2018-06-05-chisinau.html"


@pytest.fixture
def website(project: Path) -> Website:
    return Website(project)


def test_each_language_has_the_same_pages_and_anchors(website: Website) -> None:
    source = {name: anchors(website.page("fr", name)) for name in website.names("fr")}

    assert len(source) > 20
    for language in LANGUAGES[1:]:
        names = website.names(language)
        assert {name: anchors(website.page(language, name)) for name in names} == source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_markup_is_left_as_text(website: Website, language: str) -> None:
    for name in website.names(language):
        assert markup_left(own_texts(website.page(language, name), language)) == [], name


@pytest.mark.parametrize("language", ["ro", "ru"])
def test_no_word_of_the_interface_is_english_or_french(website: Website, language: str) -> None:
    own = set(website.interface(language).values())
    english = {" ".join(message.split()) for message in website.interface(language)}
    source = {" ".join(message.split()) for message in website.interface("fr").values()}
    foreign = {word for word in english | source if "%" not in word} - own
    assert {"Organisers", "Organisations", "Skip to content", "Aller au contenu"} <= foreign
    for name in website.names(language):
        assert not own_texts(website.page(language, name), language) & foreign, name


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_message_of_a_page_is_french(website: Website, language: str) -> None:
    messages = set()
    for path in (website.project / "locales" / language / "LC_MESSAGES").rglob("*.po"):
        if path.name != "_interface.po":
            for entry in polib.pofile(str(path)):
                if len(entry.msgid.split()) > 2 and entry.msgstr != entry.msgid:
                    messages.add(" ".join(entry.msgid.split()))
    assert len(messages) > 100
    for name in website.names(language):
        assert not own_texts(website.page(language, name), language) & messages, name


@pytest.mark.parametrize("language", ["ro", "ru"])
def test_no_french_word_stands_in_a_page(website: Website, language: str) -> None:
    for name in website.names(language):
        assert french(own_texts(website.page(language, name), language)) == [], name


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["5–7 juin 2018", "Chisinau (République de Moldova)", "ONUDC", "Recommandation 2"]),
        ("en", ["5–7 June 2018", "(Republic of Moldova)", "UNODC", "Recommendation 2"]),
        ("ro", ["5–7 iunie 2018", "Chișinău (Republica Moldova)", "UNODC", "Recomandarea 2"]),
        ("ru", ["5–7 июня 2018 г.", "Кишинев (Республика Молдова)", "УНП ООН", "Рекомендация 2"]),
    ],
)
def test_a_page_is_localised(website: Website, language: str, words: list[str]) -> None:
    page = website.page(language, CHISINAU)
    article = " ".join(page.article.get_text(" ").split())
    article = article.replace("( ", "(").replace(" )", ")")  # around links

    for word in words:
        assert word in article
    for target in ("unodc", "md-permanent-secretariat", "us-department-of-state", "icmpd"):
        link = f"a[href='../glossary/organisations/{target}.html']"
        assert page.select(f".fact-sheet {link}"), target
    source = page.select_one("#sources a.external")
    assert source["href"] == "https://www.example.org/vienna"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_itself_in_the_other_languages(website: Website, language: str) -> None:
    for name in website.names(language):
        path = website.folder / language / name
        links = website.page(language, name).select("nav.languages a")
        assert [link["hreflang"] for link in links] == [x for x in LANGUAGES if x != language]
        for link in links:
            target = (path.parent / link["href"]).resolve()
            assert target == (website.folder / link["hreflang"] / name).resolve()
            assert link["lang"] == link["hreflang"]
        assert website.page(language, name).html["lang"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_a_description_of_its_own(
    website: Website, language: str
) -> None:
    pages = {name: website.page(language, name) for name in website.names(language)}

    assert len({page.title.text for page in pages.values()}) == len(pages)
    for name, page in pages.items():
        assert page.select_one("meta[name=description]"), name


def test_no_page_asks_anything_of_another_server(website: Website) -> None:
    for language in LANGUAGES:
        for name in website.names(language):
            assert [*asked_of_others(website.page(language, name))] == [], name


def test_the_front_door_leads_to_every_language(website: Website) -> None:
    links = parsed(website.project / "_build/html/index.html").select("a")

    assert [link["href"] for link in links] == [f"{code}/index.html" for code in LANGUAGES]
    assert len({link.select_one(".title").text for link in links}) == len(LANGUAGES)
