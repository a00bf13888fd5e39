"""The book in every language, as a printer and a reader's software see it."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pytest

from support import copy_example, publish

if TYPE_CHECKING:
    from pathlib import Path

BOOKS = {
    "fr": ("Archives des séminaires", "Table des matières", "5–7 juin 2018"),
    "en": ("Archive of Seminars", "Contents", "5–7 June 2018"),
    "ro": ("Arhiva seminarelor", "Cuprins", "5–7 iunie 2018"),
    "ru": ("Архив семинаров", "Оглавление", "5–7 июня 2018 г."),
}


PAGE = {"fr": "(page 2", "en": "(page 2", "ro": "(pagina 2", "ru": "(страница 2"}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = copy_example(tmp_path_factory.mktemp("book"))
    result = publish(copy, "latexpdf")
    assert result.returncode == 0, result.stdout + result.stderr
    return copy / "_build" / "pdf"


def text_of(path: Path) -> str:
    result = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(result.stdout.split())


@pytest.mark.parametrize("language", BOOKS)
def test_a_book_is_in_its_language(books: Path, language: str) -> None:
    title, contents, days = BOOKS[language]
    text = text_of(books / f"seminars-{language}.pdf")

    assert title in text
    assert contents in text
    assert days in text
    assert "??" not in text
    assert "⁇" not in text  # what the font makes of it


@pytest.mark.parametrize("language", BOOKS)
def test_a_book_says_what_it_is(books: Path, language: str) -> None:
    with pikepdf.open(books / f"seminars-{language}.pdf") as pdf:
        assert str(pdf.Root.Lang) == language
        assert BOOKS[language][0] in str(pdf.docinfo["/Title"])
        width, height = (round(float(side)) for side in pdf.pages[0].MediaBox[2:])
        assert (width, height) == (595, 842)
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 4
            assert len(outline.root[0].children) == 3


@pytest.mark.parametrize("language", BOOKS)
def test_every_font_is_in_the_book(books: Path, language: str) -> None:
    result = subprocess.run(
        ["pdffonts", str(books / f"seminars-{language}.pdf")],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split() for line in result.stdout.splitlines()[2:]]
    assert rows
    assert {row[-5] for row in rows} == {"yes"}


@pytest.mark.parametrize("language", BOOKS)
def test_references_are_links_with_page_numbers(books: Path, language: str) -> None:
    with pikepdf.open(books / f"seminars-{language}.pdf") as pdf:
        links = [
            annotation
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", ())
            if annotation.Subtype == "/Link"
        ]
        inner = [
            link
            for link in links
            if "/Dest" in link or link.get("/A", pikepdf.Dictionary()).get("/D")
        ]
        outer = [link for link in links if "/URI" in link.get("/A", pikepdf.Dictionary())]
    assert len(inner) > 200
    assert len(outer) > 15
    assert PAGE[language] in text_of(books / f"seminars-{language}.pdf")


@pytest.mark.parametrize("language", BOOKS)
def test_every_link_leads_somewhere(books: Path, language: str) -> None:
    with pikepdf.open(books / f"seminars-{language}.pdf") as pdf:
        places = set(pikepdf.NameTree(pdf.Root.Names.Dests))
        targets = {
            str(annotation.A.D)
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", ())
            if annotation.Subtype == "/Link" and "/D" in annotation.get("/A", {})
        }

    assert len(targets) > 50
    assert targets - places == set()


def test_a_range_of_pages_in_the_index_has_two_links(books: Path) -> None:
    indices = [
        (books.parent / f"work/pdf/{code}/seminars-{code}.ind").read_text("utf-8") for code in BOOKS
    ]
    assert any(re.search(r"page\{\d+--\d+\}", index) for index in indices)


@pytest.mark.parametrize(
    ("language", "entries"),
    [
        ("fr", ["Conseil de l’Europe", "École nationale", "Europol", "Exploitation"]),
        ("ro", ["OSCE", "Trafic de ființe umane", "Țări de origine", "UNODC"]),
    ],
)
def test_the_index_is_sorted_by_the_language(
    books: Path, language: str, entries: list[str]
) -> None:
    text = text_of(books / f"seminars-{language}.pdf")

    places = [text.rindex(entry) for entry in entries]
    assert places == sorted(places)
