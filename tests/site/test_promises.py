"""Small promises of the pages, each of which a build could break without any other test failing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from support import EVENT, PAGES, ROOT, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

PAGE = "events/2018-06-05-chisinau.md"
TEMPLATES = f'templates_path = ["{ROOT / "_templates"}"]\n'
TYPOGRAPHY = "Les « juges » : qui ? 12 000 euros ; art. 5 `a : b` [who ?]{.language-en} !"


def page_of(app: SphinxTestApp, name: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")


def test_french_signs_do_not_part_from_their_words(build: Callable[..., SphinxTestApp]) -> None:
    page = page_of(build({PAGE: f"{EVENT}\n{TYPOGRAPHY}\n"}), PAGE[:-3])

    (text,) = (one.text for one in page.select("section > p") if "juges" in one.text)
    assert text == (
        "Les «\xa0juges\xa0»\xa0: qui\u202f? 12\u202f000 euros\u202f; art.\xa05 a : b who ?\u202f!"
    )


def test_russian_numbers_do_not_part_from_their_signs(build: Callable[..., SphinxTestApp]) -> None:
    text = "Закон № 241 от 2005 г. — о торговле людьми."
    conf = 'language = "ru"\nseminars_languages = {"ru": "ru_RU", "fr": "fr_FR"}\n'
    page = page_of(build({PAGE: f"{EVENT}\n{text}\n"}, conf=conf), PAGE[:-3])

    assert "Закон №\xa0241 от 2005\xa0г.\xa0— о\xa0торговле людьми." in page.article.text


@pytest.mark.parametrize("number", [12, 40])
def test_the_sidebar_does_not_grow_with_the_archive(
    build: Callable[..., SphinxTestApp], number: int
) -> None:
    days = [f"2018-06-{1 + at % 28:02}-ville-{at:02}" for at in range(number)]
    pages: dict[str, str] = {
        f"events/{day}.md": EVENT.replace("2018-06-05", day[:10]).replace("2018-06-07", day[:10])
        for day in days
    }
    pages["events/index.md"] = "# Séminaires\n\n```{toctree}\n:glob:\n\n*\n```\n"
    pages["index.md"] = PAGES["index.md"].replace("events/*", "events/index")
    name = f"events/{sorted(days)[number // 2]}"
    sidebar = page_of(build({**pages, PAGE: None}, conf=TEMPLATES), name).select_one(
        ".sidebar-tree"
    )

    place = sorted(days).index(name.removeprefix("events/"))
    around = [f"{day}.html" for day in sorted(days)[place - 2 : place + 3]]
    around[2] = "#"
    listed = sidebar.select("ul ul a")
    assert [link["href"] for link in listed] == [*around, "index.html"]
    assert [link.text for link in listed if link.get("aria-current")] == [listed[2].text]
    assert listed[-1].text == f"All {number}"


def test_a_long_description_is_cut_behind_a_word(build: Callable[..., SphinxTestApp]) -> None:
    words = " ".join(f"mot{number}" for number in range(120))
    page = page_of(build({PAGE: EVENT.replace("Un texte", words)}, conf=TEMPLATES), PAGE[:-3])

    text = page.select_one('meta[name="description"]')["content"]
    assert text.endswith("…")
    assert f"{words} ".startswith(f"{text[:-1]} ")
    assert 190 < len(text) <= 201


def test_a_short_description_is_whole(build: Callable[..., SphinxTestApp]) -> None:
    page = page_of(build(conf=TEMPLATES), PAGE[:-3])

    assert page.select_one('meta[name="description"]')["content"] == "Un texte sur l’ONUDC."


@pytest.mark.parametrize("end", ["", "/"])
def test_a_page_on_translations_leads_to_the_catalogues_in_the_repository(
    build: Callable[..., SphinxTestApp], tmp_path: Path, end: str
) -> None:
    write(
        tmp_path / "source/locales/ru/LC_MESSAGES" / PAGE.replace(".md", ".po"),
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n',
    )
    index = PAGES["index.md"] + "\n```{translation-status}\n```\n"
    address = "https://git.example.org/archive/blob/main"
    conf = f'seminars_repository = "{address}{end}"\nlanguage = "ru"\n'
    app = build({"index.md": index}, conf=conf, confoverrides={"language": "ru"})

    links = {link.get("href") for link in page_of(app, "index").select("a")}
    assert f"{address}/locales/ru/LC_MESSAGES/{PAGE.replace('.md', '.po')}" in links


def test_the_book_indexes_each_record_its_short_name_and_each_reference(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({PAGE: EVENT}, builder="latex")
    text = (app.outdir / "seminars-fr.tex").read_text("utf-8")

    name = "Office des Nations Unies contre la drogue et le crime"
    event, organisation = (text.index(f"archivepage{{{page}") for page in ("events", "glossary"))
    assert rf"\index{{{name}@1|entrypage}}" in text[event:organisation]
    assert rf"\index{{{name}@1|mainpage}}" in text[organisation:]
    assert r"\index{ONUDC@2|seepage{1}}" in text[organisation:]
    assert text.count(r"\index{") == 3
    assert rf"\setarchivename{{1}}{{{name}}}" in text


def test_a_page_that_names_another_by_doc_is_written_again_with_its_new_title(
    tmp_path: Path,
) -> None:
    alone = "---\norphan: true\n---\n\n# {}\n\n{}\n"  # else the sidebar would show the title
    project = small_project(tmp_path / "archive", PAGES)
    write(project / "autre.md", alone.format("Autre", "Voir {doc}`nom`."))
    html = project / "_build/html/fr/autre.html"
    for title in ("Un nom", "Un autre nom"):
        write(project / "nom.md", alone.format(title, "Un texte."))
        result = publish(project, "html", "fr")
        assert result.returncode == 0, result.stdout + result.stderr
        paragraph = BeautifulSoup(html.read_text("utf-8"), "html.parser").select_one("section > p")
        assert paragraph.text == f"Voir {title}."
