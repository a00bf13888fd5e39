"""The website leads to the book where one was printed, and to none otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from support import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

SEMINAR = "events/2018-06-05-chisinau"
CONF = f"""
templates_path = ["{ROOT / "_templates"}"]
seminars_site_url = "https://example.org/archive/"
seminars_edition_date = "2026-11-26"
"""
NAME = "seminars-fr.pdf"


def page_of(app: SphinxTestApp, name: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")


def led_to(app: SphinxTestApp) -> dict[str, tuple[str, str]]:
    """Return where each page says that the book is, and in which words."""
    return {
        name: (link["href"], link.text.replace("\u202f", " "))
        for name in ("index", SEMINAR, "years/2018")
        for link in page_of(app, name).select('.site-footer a[type="application/pdf"]')
    }


def test_pages_lead_to_the_book_as_long_as_there_is_one(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    book = tmp_path / "book.pdf"
    words = "The whole archive as a book (PDF, {} Mo)"

    for size, shown in ((3_440_000, "3,4"), (20, "0,1")):
        book.write_bytes(b"%PDF-1.7\n" + b"-" * size)
        app = build(conf=f'{CONF}seminars_book = "{book}"\n')
        assert (app.outdir / NAME).read_bytes() == book.read_bytes()
        text = words.format(shown)
        assert led_to(app) == {
            "index": (NAME, text),
            SEMINAR: (f"../{NAME}", text),
            "years/2018": (f"../{NAME}", text),
        }

    app = build(conf=CONF)
    assert led_to(app) == {}
    assert not (app.outdir / NAME).exists()
    assert not page_of(app, "index").select("meta[name^=citation_]")


def test_the_home_page_names_it_to_programs_and_no_seminar_does(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    book = tmp_path / "book.pdf"
    book.write_bytes(b"%PDF-1.7\n")
    app = build(conf=f'{CONF}seminars_book = "{book}"\n')

    named = {
        tag["name"]: tag["content"] for tag in page_of(app, "index").select("[name^=citation]")
    }
    assert named == {
        "citation_title": "Archives",
        "citation_publication_date": "2026-11-26",
        "citation_language": "fr",
        "citation_pdf_url": f"https://example.org/archive/fr/{NAME}",
    }
    seminar = page_of(app, SEMINAR)
    assert seminar.select("[name=citation_title]")
    assert not seminar.select("[name=citation_pdf_url]")
