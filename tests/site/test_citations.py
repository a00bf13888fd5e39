"""Citing at the sentence: the marks, the way back, and the check of what cites nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from support import EVENT, ORGANISATION, ROOT, png, warnings, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

PAGE = "events/2018-06-05-chisinau.md"
HEAD = EVENT[: EVENT.index("sources:")]
SOURCES = """sources:
  - {id: embassy, kind: report, url: "https://example.org/", title: Page, lang: fr}
  - id: press
    kind: news
    about: Budva
    url: "https://example.org/b"
    title: Page B
    lang: bg
"""
START = """---

# Un séminaire

"""
FIRST = (HEAD + SOURCES + START).count("\n") + 1  # the line of what a test writes
CITED = "Le début.{source}`embassy, press`\n\n"
ON = "seminars_citations = True\n"


def event(text: str, sources: str = SOURCES) -> str:
    return f"{HEAD}{sources}{START}{text}\n"


# What is written, and (lines below its first, what is said of it there)
UNCITED = {
    "paragraph": ("Un texte.", [(0, "paragraph")]),
    "paragraph of two lines": (
        "Un texte\nlong.\n\nUn autre.",
        [(0, "paragraph"), (3, "paragraph")],
    ),
    "list": ("- un\n- deux{source}`press`\n- trois", [(0, "list item"), (2, "list item")]),
    "list in a list": (
        "- un{source}`press`\n  - deux\n  - trois{source}`press`",
        [(1, "list item")],
    ),
    "lead-in": ("Les sujets :\n\n- un{source}`press`", [(0, "paragraph")]),
    "cells": (
        "| a | b |\n|---|---|\n| c{source}`press` | d |\n| e | f{source}`press` |",
        [(2, "cell"), (3, "cell")],
    ),
    "cells within a directive": (
        ":::{table} Titre{source}`press`\n| a |\n|---|\n| b{source}`press` |\n| c |\n:::",
        [(4, "cell")],
    ),
    "cells of a list table": (
        "```{list-table}\n:header-rows: 1\n\n* - a\n  - b\n* - c{source}`press`\n  - d\n```",
        [(6, "cell")],
    ),
    "caption of a table": (
        ":::{table} Titre\n| a |\n|---|\n| b{source}`press` |\n:::",
        [(0, "caption")],
    ),
    "caption of a photograph": (
        "```{photo} x.png\n:alt: A\n:credit: B\n\nLa légende.\n```",
        [(4, "caption")],
    ),
    "recommendation": (
        ":::{recommendation} un\n:text: known\n\nUn avis.\n:::",
        [(3, "recommendation")],
    ),
    "quotation": ("> Une citation.", [(0, "paragraph")]),
    "box": (":::{note}\nUn encadré.\n:::", [(1, "paragraph")]),
    "definition of a footnote": (
        "Un texte[^1].{source}`press`\n\n[^1]: La note.",
        [(2, "footnote")],
    ),
    "behind a note": (
        ":::{editor-note}\nAu sujet de la source.\n:::\n\nUn texte.",
        [(4, "paragraph")],
    ),
}
RIGHT = [
    ":::{editor-note}\nUne note.\n\n- un\n- deux\n:::",
    ":::{editor-note}\nUne note qui cite.{source}`press`\n:::",
    "## Un intertitre\n\nUn texte.{source}`press`",
    "| a | b |\n|---|---|\n| c{source}`press` |  |",
    "- un{source}`press`\n\n  - deux{source}`embassy`",
    "Des mots{source}`embassy`, et d’autres{source}`press`.",
    "% une remarque\n\nUn texte.{source}`press`",
    "```{photo} x.png\n:alt: A\n:credit: B\n\nLa légende.{source}`press`\n```",
    "```text\nun code\n```",
    "```{event-list}\n```",
]


@pytest.fixture
def picture(tmp_path: Path) -> None:
    write(tmp_path / "source/events/none", "")
    (tmp_path / "source/events/x.png").write_bytes(png())


@pytest.mark.usefixtures("picture")
def test_each_statement_that_cites_nothing_is_named_at_its_line(
    build: Callable[..., SphinxTestApp],
) -> None:
    pages = {
        f"events/2018-06-05-n{number}.md": event(CITED + text)
        for number, (text, _faults) in enumerate(UNCITED.values())
    }
    said = warnings(build({PAGE: None, **pages}, conf=ON))

    expected = {
        f"{name}:{FIRST + 2 + below}: WARNING: this {what} cites no source: write "
        "{source}`embassy` behind what rests on it, or put what the archive adds into "
        ":::{editor-note} [seminars.citation]"
        for name, (_text, faults) in zip(pages, UNCITED.values(), strict=True)
        for below, what in faults
    }
    assert sorted(said) == sorted(expected)


@pytest.mark.usefixtures("picture")
def test_what_cites_a_source_and_what_the_archive_adds_pass(
    build: Callable[..., SphinxTestApp],
) -> None:
    pages = {
        f"events/2018-06-05-n{number}.md": event(CITED + text) for number, text in enumerate(RIGHT)
    }
    assert warnings(build({PAGE: None, **pages}, conf=ON)) == []


def test_a_source_that_nothing_cites_is_named_at_its_line(
    build: Callable[..., SphinxTestApp],
) -> None:
    (said,) = warnings(build({PAGE: event("Un texte.{source}`embassy`")}, conf=ON))

    assert said.startswith(
        f"{PAGE}:{(HEAD + SOURCES).count(chr(10)) - 5}: WARNING: sources.2.id: no sentence cites "
        "the source `press`"
    )


# What is written, the line below its first, the id that is unknown, and what is said of it
UNKNOWN = [
    ("Un{source}`embasy`.", 0, "embasy", "; did you mean `embassy`?"),
    ("Un\ntexte{source}`x`.", 1, "x", "; there are embassy, press"),
    ("Un{source}`embassy,pres`.", 0, "pres", "; did you mean `press`?"),
    ("- a{source}`press`\n- b{source}`Press`", 1, "Press", "; did you mean `press`?"),
]


def test_an_id_of_no_source_is_told_the_nearest(build: Callable[..., SphinxTestApp]) -> None:
    pages = {
        f"events/2018-06-05-n{number}.md": event(CITED + text)
        for number, (text, _below, _id, _hint) in enumerate(UNKNOWN)
    }
    said = sorted(warnings(build({PAGE: None, **pages}, conf=ON)))

    for line, name, (_text, below, unknown, hint) in zip(said, pages, UNKNOWN, strict=True):
        assert line.startswith(f"{name}:{FIRST + 2 + below}: WARNING: {{source}}`"), line
        words = f"there is no source `{unknown}` on this page{hint} [seminars.citation]"
        assert line.endswith(words), line


def test_a_heading_cites_nothing(build: Callable[..., SphinxTestApp]) -> None:
    app = build({PAGE: event(f"{CITED}## Titre{{source}}`press`")}, conf=ON)
    (said,) = warnings(app)

    assert said.startswith(f"{PAGE}:{FIRST + 2}: WARNING: a heading cites no source: cite it at")


def test_a_page_without_sources_is_said_to_have_none(build: Callable[..., SphinxTestApp]) -> None:
    page = "---\norphan: true\n---\n\n# Page\n\nUn texte{source}`embassy`.\n"
    (said,) = warnings(build({"page.md": page}))

    assert said.startswith(
        "page.md:7: WARNING: {source}`embassy`: this page has no `sources` in its front matter"
    )


def test_a_number_leads_to_its_source_and_back(build: Callable[..., SphinxTestApp]) -> None:
    text = "Un {source}`press, embassy` texte\n{source}`press`."
    app = build({PAGE: event(text)}, conf=ON)
    assert warnings(app) == []
    page = BeautifulSoup((app.outdir / PAGE.replace(".md", ".html")).read_text(), "lxml")

    marks = page.select("sup.citation")
    assert [mark.get_text() for mark in marks] == ["\u2060[1][2]", "\u2060[2]"]
    assert marks[0].parent.get_text() == "Un\u2060[1][2] texte\u2060[2]."  # no space before it
    for link in page.select("sup.citation a"):
        assert link["role"] == "doc-noteref"
        assert link["aria-label"] == f"Source {link.get_text().strip('[]')}"
        source = page.select_one(f"li{link['href']}")
        assert link["id"] in {back["href"][1:] for back in source.select("a[role=doc-backlink]")}
    first, second = page.select("ol.sources-list > li")
    assert (first["id"], second["id"]) == ("source-embassy", "source-press")
    assert second.select_one(".source-kind").get_text() == "News about Budva"
    names = [node["id"] for node in page.select("[id]")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Un atelier.", "Un atelier, "),
        ("Un atelier (Vienne, 2018).", "Un atelier (Vienne, 2018), "),
        ("Plus loin…", "Plus loin…, "),
        ("Fondation X e.V.", "Fondation X e.V., "),
    ],
)
def test_a_comma_takes_the_place_of_the_stop_of_a_title(
    build: Callable[..., SphinxTestApp], title: str, shown: str
) -> None:
    sources = f"""sources:
  - {{id: a, kind: report, url: "https://example.org/", title: "{title}", lang: fr,
     date: 2014-05-06}}
"""
    app = build({PAGE: event("Un texte.{source}`a`", sources)})
    page = BeautifulSoup((app.outdir / PAGE.replace(".md", ".html")).read_text(), "lxml")

    assert f"— {shown}" in page.select_one("ol.sources-list > li").text


@pytest.mark.parametrize("title", ["Fondation X e.V.", "Fondation X"])
def test_one_stop_ends_what_is_known_of_a_source(
    build: Callable[..., SphinxTestApp], title: str
) -> None:
    sources = f"""sources:
  - {{id: a, kind: report, url: "https://example.org/", title: {title}, lang: fr}}
"""
    app = build({PAGE: event("Un texte.{source}`a`", sources)})
    page = BeautifulSoup((app.outdir / PAGE.replace(".md", ".html")).read_text(), "lxml")

    item = page.select_one("ol.sources-list > li").text
    assert f"— {title.rstrip('.')}. Back" in " ".join(item.split())


def test_only_on_the_page_of_a_meeting_is_a_meeting_another_one(
    build: Callable[..., SphinxTestApp],
) -> None:
    source = """sources:
  - {id: one, kind: report, url: "https://example.org/", title: Un titre, lang: fr,
     about_event: 2018-06-05-chisinau}
updated:"""
    name = "glossary/organisations/unodc"
    app = build({PAGE: EVENT, f"{name}.md": ORGANISATION.replace("updated:", source)})
    page = BeautifulSoup((app.outdir / f"{name}.html").read_text(), "lxml")

    assert page.select_one(".source-kind").get_text() == "Report on a meeting: Un séminaire"


def test_a_source_says_what_it_is_and_who_keeps_a_copy(
    build: Callable[..., SphinxTestApp],
) -> None:
    sources = """sources:
  - id: a
    kind: announcement
    url: "https://example.org/?a=1&b=2"
    title: A
    lang: fr
    accessed: 2026-11-25
    archived: {url: "https://web.example.org/a", date: 2026-11-20}
  - {id: b, kind: report, about_event: 2019-06-05-sofia, url: "https://example.org/b", title: B,
     lang: fr, accessed: 2026-11-25, archived: {none_found: 2026-11-24}}
  - {id: c, kind: outcome-document, url: "https://example.org/c", title: C, lang: fr,
     date: 2014-05-06}
  - {id: d, kind: secondary, about: La Cour, url: "https://example.org/d", title: D, lang: fr,
     date: 2014-05}
"""
    other = EVENT.replace("2018", "2019").replace("# Un séminaire", "# Un autre")
    text = event("Un texte.{source}`a, b, c, d`", sources)
    app = build({PAGE: text, "events/2019-06-05-sofia.md": other})
    assert warnings(app) == []
    page = BeautifulSoup((app.outdir / PAGE.replace(".md", ".html")).read_text(), "lxml")

    entries = page.select("ol.sources-list > li")
    assert [one.select_one(".source-kind").get_text() for one in entries] == [
        "Announcement",
        "Report on another meeting: Un autre",
        "Outcome document",
        "Secondary source: La Cour",
    ]
    first, copy = entries[0].select("a.external")
    robust = {
        "data-originalurl": "https://example.org/?a=1&b=2",
        "data-versionurl": "https://web.example.org/a",
        "data-versiondate": "2026-11-20",
    }
    assert first["href"] == robust["data-originalurl"]
    assert copy["href"] == robust["data-versionurl"]
    for link in (first, copy):
        assert {key: link.get(key) for key in robust} == robust
    (second,) = entries[1].select("a.external")
    assert second["data-versiondate"] == "2026-11-25"
    assert "data-versionurl" not in second.attrs
    assert "no copy found on 24 novembre 2026" in entries[1].get_text().replace("\xa0", " ")
    dated = [one.get_text().replace("\xa0", " ") for one in entries[2:]]
    assert "page dated 6 mai 2014" in dated[0]
    assert "date of the page: mai 2014" in dated[1]
    (third,) = entries[2].select("a.external")
    assert {key for key in third.attrs if key.startswith("data-")} == {"data-originalurl"}


def test_the_book_leads_to_sources_and_back(build: Callable[..., SphinxTestApp]) -> None:
    text = "Un texte{source}`press, embassy`.\n\n:::{editor-note}\nUne & note.\n:::"
    app = build({PAGE: event(text)}, builder="latex", conf=ON)
    assert warnings(app) == []
    (book,) = [path.read_text("utf-8") for path in app.outdir.glob("*.tex")]

    name = PAGE.removesuffix(".md")
    for one in ("embassy", "press"):
        for anchor in (f"source-{one}", f"cited-{one}-1"):
            label = rf"\detokenize{{{name}:{anchor}}}"
            assert book.count(rf"\label{{{label}}}") == 1
            assert book.count(rf"\hyperref[{label}]") == 1
            assert f"pageref*{{{label}}}" not in book
    assert r"\begin{editornote}{Editor’s note}" in book
    assert r"Une \& note." in book
    start = book.index("Un texte")
    assert book[start : start + len("Un texte$^")] == "Un texte$^"  # where TeX breaks no line


def test_an_ebook_leads_to_sources_and_back(build: Callable[..., SphinxTestApp]) -> None:
    app = build({PAGE: event(CITED)}, builder="epub", conf=ON)
    (path,) = app.outdir.glob("events/2018-06-05-chisinau*html")
    page = BeautifulSoup(path.read_text("utf-8"), "xml")

    links = page.select("sup.citation a")
    assert len(links) == 2
    for link in links:
        assert page.select_one(f"li{link['href']} a[href='#{link['id']}']")


def test_an_editors_note_is_an_aside_with_a_name(build: Callable[..., SphinxTestApp]) -> None:
    text = f"{CITED}:::{{editor-note}}\nUne note.\n:::"
    app = build({PAGE: event(text)}, conf=ON)
    page = BeautifulSoup((app.outdir / PAGE.replace(".md", ".html")).read_text(), "lxml")

    (note,) = page.select("aside.editor-note")
    assert note["aria-label"] == "Editor’s note"
    assert note.get_text().split("\n") == ["", "Editor’s note", "Une note.", ""]


def test_the_description_of_a_page_has_no_numbers(build: Callable[..., SphinxTestApp]) -> None:
    templates = f'templates_path = ["{ROOT / "_templates"}"]\n'
    app = build({PAGE: event(CITED)}, conf=ON + templates)
    html = (app.outdir / PAGE.replace(".md", ".html")).read_text()

    description = BeautifulSoup(html, "lxml").select_one("meta[name=description]")
    assert description is not None
    assert description["content"] == "Le début."
