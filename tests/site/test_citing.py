"""How pages are cited: by readers, by Zotero and Google Scholar, by programs for bibliographies."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import rispy
import yaml
from bs4 import BeautifulSoup
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from formats import bibtex, csl_json, ris
from formats.content import Content
from hostile import HELD
from records.edition import Edition
from records.wording import Wording
from support import EVENT, ROOT, publish, small_project
from websites import Website

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CHISINAU = "events/2018-06-05-chisinau"
SITE = "https://example.org/a/"
CONF = f"""
templates_path = ["{ROOT / "_templates"}"]
seminars_site_url = "{SITE}"
version = "3"
seminars_edition_date = "2026-11-26"
"""
PEOPLE = """speakers:
  - {name: Anna Nowak, role: speaker}
  - {name: Jean de la Tour}
  - {name: Ana Pop, role: [opening, announced]}
  - {name: Marc Absent, role: announced}
  - {name: Léa Muette, role: participant}
  - {function: trois magistrats, role: speaker}
titles:
  - {lang: en, text: Seminar as Printed}
  - {lang: fr, text: Séminaire selon la source}
sources:"""


def page_of(app: SphinxTestApp, name: str = CHISINAU) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")


class Zotero:
    """What Zotero takes from a page, by the rules of its translator "Embedded Metadata"."""

    _BY_NAME = ("og", "eprints", "dc", "dcterms", "prism", "bib", "bibo", "article", "book")

    def __init__(self, page: BeautifulSoup) -> None:
        self.named: dict[str, list[str]] = {}
        for meta in page.head.select("meta[content]"):
            name = meta.get("name") or meta.get("property")
            if name:
                self.named.setdefault(name, []).append(meta["content"])

    def first(self, *names: str) -> str:
        return next((self.named[name][0] for name in names if name in self.named), "")

    @property
    def type(self) -> str:
        # what og:type says of a website comes before the guess by HighWire's names
        if self.first("og:type") == "website":
            return "webpage"
        if self.first("citation_conference_title", "citation_conference"):
            return "conferencePaper"
        return "journalArticle" if self.first("citation_title") else "webpage"

    def item(self) -> dict[str, Any]:
        return {
            "itemType": self.type,
            "title": self.first("citation_title", "og:title"),
            "creators": [
                one.strip()
                for author in self.named.get("citation_author", [])
                for one in author.split(";")
            ],
            "conferenceName": self.first("citation_conference_title"),
            "proceedingsTitle": self.first("og:site_name"),
            "place": self.first("eprints.event_location"),
            "date": self.first("citation_date"),
            "language": self.first("citation_language"),
            "url": self.first("citation_public_url", "og:url"),
        }


def test_zotero_finds_title_meeting_speakers_place_date_and_language(build: Build) -> None:
    app = build({f"{CHISINAU}.md": EVENT.replace("sources:", PEOPLE)}, conf=CONF)

    assert Zotero(page_of(app)).item() == {
        "itemType": "conferencePaper",
        "title": "Un séminaire",
        "creators": ["Anna Nowak", "Jean de la Tour", "Ana Pop"],
        "conferenceName": "Séminaire selon la source",
        "proceedingsTitle": "Archives",
        "place": "Chisinau (République de Moldova)",
        "date": "2018-06-05",
        "language": "fr",
        "url": f"{SITE}fr/{CHISINAU}.html",
    }


def test_of_a_meeting_online_and_of_a_month_zotero_is_told_what_is_known(build: Build) -> None:
    text = EVENT.replace("start: 2018-06-05\nend: 2018-06-07", "start: 2018-06")
    text = text.replace("city: Chisinau\ncountry: MD", "mode: online")

    item = Zotero(page_of(build({f"{CHISINAU}.md": text}, conf=CONF))).item()

    assert (item["date"], item["place"]) == ("2018-06", "online")
    assert item["conferenceName"] == item["title"] == "Un séminaire"


def test_what_is_no_seminar_is_a_page_of_a_website(build: Build) -> None:
    app = build(conf=CONF)

    for name in ("index", "glossary/organisations/unodc", "years/2018"):
        assert not page_of(app, name).select("meta[name^=citation_]"), name
    assert Zotero(page_of(app, "index")).type == "webpage"


def test_each_page_says_how_it_is_cited(build: Build) -> None:
    app = build(conf=CONF)

    for name, heading, updated in (
        (CHISINAU, "Un séminaire", ", page updated on 1 janvier 2026"),
        ("years/2018", "Seminars of 2018", ""),
    ):
        [cited] = page_of(app, name).select("#cite p")
        words = cited.text.replace("\xa0", " ").replace("1er", "1")
        assert words == (
            f"“{heading}”, Archives, edition 3 of 26 novembre 2026{updated}, "
            f"available at {SITE}fr/{name}.html"
        )
    assert (
        page_of(app).select_one(".edition").text.startswith("Edition 3 of 26\xa0novembre 2026 · ")
    )


def test_what_is_not_known_is_left_out(build: Build) -> None:
    app = build(conf=f'templates_path = ["{ROOT / "_templates"}"]\nversion = ""\n')

    [cited] = page_of(app, "index").select("#cite p")
    assert cited.text == "“Archives”, Archives"
    assert page_of(app).select_one(".edition").text == "Made with Sphinx and Furo"
    entry = (app.outdir / "index.bib").read_text("utf-8")
    assert not re.search("url|year|edition", entry)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["« Renforcement", ", édition 1 du 26 novembre 2026, page modifiée le "]),
        ("en", ["“", "”, ", ", edition 1 of 26 November 2026, page updated on "]),
        ("ro", ["„", "”, ", ", ediția 1 din 26 noiembrie 2026, pagină actualizată la "]),
        ("ru", [" // ", " : сайт. — Выпуск 1 от 26 ноября 2026 г. — Страница обновлена "]),
    ],
)
def test_each_language_cites_in_its_style(project: Path, language: str, words: list[str]) -> None:
    page = Website(project).page(language, f"{CHISINAU}.html")

    text = " ".join(page.select_one("#cite p").text.split()).replace("\u202f", " ")
    assert all(one in text for one in words), text


def test_the_files_of_a_page_lead_to_it(build: Build) -> None:
    app = build(conf=CONF)
    page = page_of(app)

    links = {link.text: link["href"] for link in page.select("#cite a")}
    assert list(links) == ["BibTeX", "RIS", "CSL-JSON"]
    heads = [link["href"] for link in page.select("link[rel=alternate][type*=application]")]
    assert set(links.values()) <= set(heads)
    place = (app.outdir / CHISINAU).parent
    [entry] = parse_string((place / links["BibTeX"]).read_text("utf-8"), "bibtex").entries.values()
    assert entry.fields["url"] == f"{SITE}fr/{CHISINAU}.html"
    assert (entry.fields["year"], entry.fields["edition"]) == ("2026", "3")
    [read] = rispy.loads((place / links["RIS"]).read_text("utf-8"))
    assert read["title"] == "Un séminaire"
    assert read["type_of_reference"] == "ELEC"
    [item] = json.loads((place / links["CSL-JSON"]).read_text("utf-8"))
    assert item["issued"] == {"date-parts": [[2026, 1, 1]]}


def of_titles(titles: dict[str, str]) -> Content:
    return Content(
        language="fr",
        records={},
        addresses={name: f"{name}.html" for name in titles},
        title=lambda name: Wording(titles[name], "fr"),
        publication=None,  # type: ignore[arg-type] # nobody asks for it
        site_url=SITE,
        archive="Archives & {co}",
        edition=Edition("3", date(2026, 11, 26)),
        pages=tuple(titles),
    )


@pytest.mark.parametrize("name", sorted(HELD))
def test_programs_take_any_title_as_it_is(name: str) -> None:
    content = of_titles({name: HELD[name]})
    title = " ".join(HELD[name].split())

    [entry] = parse_string(bibtex.files(content)[name].decode(), "bibtex").entries.values()
    assert set(entry.fields) == {
        *("title", "howpublished", "edition", "year", "month", "date", "language", "url")
    }
    [read] = rispy.loads(ris.files(content)[name].decode())
    assert read["title"].strip() == title
    assert read["secondary_title"] == "Archives & {co}"
    data = csl_json.files(content)[name].decode()
    assert "<" not in data
    [item] = json.loads(data)
    assert " ".join(item["title"].split()) == title


def test_citeproc_formats_an_entry() -> None:
    content = of_titles({"a": "Un séminaire"})
    source = CiteProcJSON(json.loads(csl_json.files(content)["a"]))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("seminars-fr-a")]))

    [line] = bibliography.bibliography()

    assert "Un séminaire" in str(line)
    assert "2026" in str(line)


def test_bibtex_has_no_sign_that_latex_would_act_upon() -> None:
    entry = bibtex.files(of_titles({"a": r"50 % & {x}_y \input{z} ~^#$"}))["a"].decode()

    assert "  title = {{50 \\% \\& \\textbraceleft x\\textbraceright \\_y " in entry
    assert entry.count("{") == entry.count("}")


def test_the_book_and_the_file_for_github_name_the_edition(build: Build, tmp_path: Path) -> None:
    app = build(builder="latex", conf=CONF)
    assert r"\date{edition 3 of 26 novembre 2026}" in (app.outdir / "seminars-fr.tex").read_text(
        "utf-8"
    ).replace("\xa0", " ")

    copy = small_project(tmp_path / "copy", {"index.md": "# Archives\n\nUn texte.\n"})
    conf = (copy / "conf.py").read_text("utf-8").replace('version = "1"', 'version = "7"')
    (copy / "conf.py").write_text(conf, encoding="utf-8")
    result = publish(copy, "html", "fr")
    assert result.returncode == 0, result.stdout + result.stderr
    said = yaml.safe_load((copy / "_build/html/CITATION.cff").read_text("utf-8"))
    assert said["version"] == "7"
    assert said["date-released"] == date(2026, 11, 26)
    assert {"cff-version", "message", "title", "authors"} <= said.keys()
