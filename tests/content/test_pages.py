"""The real pages, in every language: complete, in their language, with nothing left as markup."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup, Comment

from commands.project import languages
from support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = tuple(languages())
COMPLETE = ("en", "ro", "ru")  # a language that is being added comes to this when all is translated
CHISINAU = "events/2018-06-05-chisinau.html"


@cache
def parse(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def pages(site: Path, language: str) -> list[Path]:
    return sorted((site / language).rglob("*.html"))


def own_texts(path: Path, language: str) -> set[str]:
    """Return the texts, labels and descriptions of a page that it gives out as its own language."""
    found = set()
    for text in parse(path).find_all(string=True):
        foreign = text.find_parent(lang=lambda lang: lang is not None)
        kept = isinstance(text, Comment) or text.parent.name in {"script", "style"}
        if not kept and foreign is not None and foreign["lang"] == language:
            found.add(" ".join(text.split()))
    for element in parse(path).find_all(True):
        for name in ("aria-label", "title", "alt", "placeholder", "content"):
            if isinstance(element.get(name), str):
                found.add(" ".join(element[name].split()))
    return found - {""}


def interface(language: str) -> dict[str, str]:
    path = ROOT / "locales" / language / "LC_MESSAGES" / "_interface.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)) if not entry.obsolete}


def test_each_language_has_the_same_pages_and_anchors(site: Path) -> None:
    def anchors(language: str) -> dict[str, list[str]]:
        folder = site / language
        return {
            path.relative_to(folder).as_posix(): [
                element["id"]
                for element in parse(path).select("article [id]")
                if not re.fullmatch(r"toctree-checkbox-\d+", element["id"])
            ]
            for path in pages(site, language)
        }

    source = anchors("fr")
    assert len(source) > 60
    for language in LANGUAGES[1:]:
        assert anchors(language) == source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_markup_is_left_as_text(site: Path, language: str) -> None:
    left = re.compile(r"\{\w+\}`|\]\(|\]\[|:::|`\w|\{\.|\[\*|%s|%\(")
    for path in pages(site, language):
        text = " ".join(own_texts(path, language))
        assert not left.search(text), (path, left.search(text))


@pytest.mark.parametrize("language", ["ro", "ru"])
def test_no_word_of_the_interface_is_english_or_french(site: Path, language: str) -> None:
    own = set(interface(language).values())
    english = {" ".join(message.split()) for message in interface(language)}
    french = {" ".join(message.split()) for message in interface("fr").values()}
    foreign = {word for word in english | french if "%" not in word} - own
    assert {"Organisers", "Organisation", "Skip to content", "Aller au contenu"} <= foreign
    for path in pages(site, language):
        assert not own_texts(path, language) & foreign, path


@pytest.mark.parametrize("language", COMPLETE)
def test_no_message_of_a_page_is_french(site: Path, language: str) -> None:
    folder = ROOT / "locales" / language / "LC_MESSAGES"
    french = set()
    for path in folder.rglob("*.po"):
        if path.name != "_interface.po":
            for entry in polib.pofile(str(path)):
                if len(entry.msgid.split()) > 2 and entry.msgstr != entry.msgid:
                    french.add(" ".join(entry.msgid.split()))
    assert len(french) > 100
    for path in pages(site, language):
        assert not own_texts(path, language) & french, path


@pytest.mark.parametrize("language", ["ro", "ru"])
def test_no_french_word_stands_in_a_page(site: Path, language: str) -> None:
    # words that French has at every turn, and that Romanian and Russian do not have at all
    french = re.compile(r"\b(?:aux|avec|cette|ces|dans|des|du|est|et|les|leur|ou|par|pour|sur)\b")
    for path in pages(site, language):
        for text in own_texts(path, language):
            shown = re.sub(r"\S*[/.]\S+", "", text)  # addresses
            found = french.findall(shown)
            assert len(found) < 2, (path, text)


@pytest.mark.parametrize("language", COMPLETE)
def test_every_catalogue_is_complete(language: str) -> None:
    for path in (ROOT / "locales" / language / "LC_MESSAGES").rglob("*.po"):
        catalogue = polib.pofile(str(path))
        assert not catalogue.untranslated_entries(), path
        assert not catalogue.fuzzy_entries(), path


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["5–7 juin 2018", "Chisinau (Moldavie)", "ONUDC", "Recommandation 2"]),
        ("en", ["5–7 June 2018", "(Moldova)", "UNODC", "Recommendation 2"]),
        ("ro", ["5–7 iunie 2018", "Chișinău (Republica Moldova)", "UNODC", "Recomandarea 2"]),
        ("ru", ["5–7 июня 2018 г.", "Кишинев (Молдова)", "УНП ООН", "Рекомендация 2"]),
    ],
)
def test_the_page_of_chisinau_is_localised(site: Path, language: str, words: list[str]) -> None:
    article = " ".join(parse(site / language / CHISINAU).article.get_text(" ").split())

    for word in words:
        assert word in article
    for target in (
        "unodc",
        "md-permanent-secretariat",
        "us-department-of-state",
        "icmpd",
        "europol",
    ):
        link = f"a[href='../glossary/organisations/{target}.html']"
        assert parse(site / language / CHISINAU).select(f".fact-sheet {link}"), target
    source = parse(site / language / CHISINAU).select_one("#sources a.external")
    assert source["href"].startswith("https://onu-vienne.delegfrance.org/Seminaire-interregional-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_itself_in_the_other_languages(site: Path, language: str) -> None:
    for path in pages(site, language):
        name = path.relative_to(site / language)
        links = parse(path).select("nav.languages a")
        always = [code for code in (LANGUAGES[0], *COMPLETE) if code != language]
        assert [link["hreflang"] for link in links if link["hreflang"] in always] == always
        for link in links:
            target = (path.parent / link["href"]).resolve()
            assert target == (site / link["hreflang"] / name).resolve()
            assert link["lang"] == link["hreflang"]
        assert parse(path).html["lang"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_a_description_of_its_own(site: Path, language: str) -> None:
    titles = [parse(path).title.text for path in pages(site, language)]

    assert len(set(titles)) == len(titles)
    for path in pages(site, language):
        assert parse(path).select_one("meta[name=description]"), path


def test_no_page_asks_anything_of_another_server(site: Path) -> None:
    for path in site.rglob("*.html"):
        for element in parse(path).select("script[src], link[rel=stylesheet], img, iframe, source"):
            address = element.get("src") or element.get("href")
            assert not address.startswith(("http:", "https:", "//")), (path, address)
    for path in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(https?:)?//", path.read_text("utf-8")), path


def test_the_front_door_leads_to_every_language(site: Path) -> None:
    links = parse(site / "index.html").select("a")

    assert [link["href"] for link in links] == [f"{code}/index.html" for code in LANGUAGES]
    assert len({link.select_one(".title").text for link in links}) >= len({"fr", *COMPLETE})
