"""The home page: a field to search in, figures, ways in, the latest seminars, the years."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from records.facets import FACETS
from seminars.timeline import bars
from support import EVENT, INDEX, ROOT, warnings, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CONF = f'templates_path = ["{ROOT / "_templates"}"]\n'
HOME = (
    f"{INDEX}\n```{{search-field}}\n```\n\n```{{figures}}\n```\n\n```{{facet-list}}\n```\n\n"
    "```{event-list}\n:latest: 1\n```\n\n```{timeline}\n```\n"
)
LATE = "events/2020-06-05-chisinau.md"
LONG = (
    "L’{org}`unodc` et le {concept}`terme` étaient au centre.{source}`page` "
    + "Une phrase de plus dit la suite. " * 20
)
SITE = {
    "index.md": HOME,
    LATE: EVENT.replace("2018", "2020").replace("Un texte sur l’{org}`unodc`.", LONG),
    "glossary/organisations/index.md": "# Les organisations\n\n```{record-list} org\n```\n",
    "glossary/concepts/terme.md": (
        "---\nurl: https://example.org/\nupdated: 2026-01-01\n---\n\n# Terme\n\nUn texte.\n"
    ),
}
ABSTRACT = "L’ONUDC et le Terme étaient au centre. Une phrase de plus dit la suite."


def soup(app: SphinxTestApp, page: str = "index") -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")


def words(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select(selector)]


def test_the_home_page_searches_counts_and_leads_on(build: Build) -> None:
    app = build(SITE, conf=CONF)
    assert warnings(app) == []

    page = soup(app)
    (form,) = page.select("form[role=search]")  # the header leaves its own out
    assert form["action"] == "search.html"
    assert form.label["for"] == form.input["id"]
    assert words(page, ".figures li") == ["1 Les organisations", "1 Host countries"]
    assert [one["href"] for one in page.select(".figures a")] == [
        "glossary/organisations/index.html",
        "countries/index.html",
    ]
    listed = [one for one in FACETS if not one.kind or one.kind.name == "org"]
    assert words(page, ".ways-in li") == [f"{one.question} {one.label}" for one in listed]
    assert len(soup(app, "countries/md").select("form[role=search]")) == 1


def test_the_latest_seminars_show_their_first_sentences_with_names_for_ids(build: Build) -> None:
    (item,) = soup(build(SITE, conf=CONF)).select(".event-list li")

    shown = item.select_one(".abstract").text
    assert shown.startswith(ABSTRACT)
    assert shown.endswith("la suite.")
    assert len(ABSTRACT) < len(shown) <= 300


def test_the_abstract_is_up_to_date_with_its_page_and_with_the_names_in_it(build: Build) -> None:
    build(SITE, conf=CONF)

    app = build({**SITE, LATE: SITE[LATE].replace("au centre", "en jeu")}, conf=CONF)
    assert "étaient en jeu" in soup(app).select_one(".abstract").text
    path = "glossary/concepts/terme.md"
    app = build({**SITE, path: SITE[path].replace("# Terme", "# Mot")}, conf=CONF)
    assert "le Mot étaient" in soup(app).select_one(".abstract").text


def test_an_abstract_without_translation_says_so(build: Build, tmp_path: Path) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid="Un séminaire", msgstr="Un seminar"))
    write(tmp_path / f"source/locales/ro/LC_MESSAGES/{LATE[:-3]}.po", str(catalogue))
    app = build(SITE, conf=f'{CONF}language = "ro"\nextensions.append("myst_gettext")\n')

    page = soup(app)
    assert page.select_one(".event-list .title").text == "Un seminar"
    assert page.select_one(".event-list .abstract [lang=fr]").text.startswith("L’ONUDC")


def test_the_years_are_a_picture_and_a_list_that_say_the_same(build: Build) -> None:
    page = soup(build(SITE, conf=CONF))

    (picture,) = page.select("figure.timeline svg")
    assert picture["aria-labelledby"] == picture.title["id"]
    assert picture.title.text == "Number of seminars in each year, from 2018 to 2020"
    assert [one.text for one in picture.select(".value")] == ["1", "1"]
    assert [one.text for one in picture.select("text:not(.value)")] == ["2018", "2019", "2020"]
    assert words(page, ".years li") == ["2020 1", "2018 1"]
    assert [one["href"] for one in page.select(".years a")] == [
        "years/2020.html",
        "years/2018.html",
    ]
    assert not picture.select("[style]")


@pytest.mark.parametrize("last", [2006, 2025, 2206])
def test_the_picture_holds_any_number_of_years(last: int) -> None:
    found = bars({2006: 3, last: 400})

    assert [year for year, _number, _bar in found] == list(range(2006, last + 1))
    assert all(bar.x >= 0 and bar.x + bar.width <= 564 for _year, _number, bar in found)
    assert all(0 <= bar.top <= 150 and bar.height <= 120 for _year, _number, bar in found)
    labels = [bar.middle for _year, _number, bar in found if bar.label]
    assert all(after - before >= 45 for before, after in itertools.pairwise(labels))
    assert found[-1][2].label == str(last)


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "dirhtml"])
def test_other_formats_have_what_they_can_have(build: Build, builder: str) -> None:
    app = build(SITE, builder=builder, conf=CONF)

    made = "".join(
        path.read_text("utf-8", errors="replace")
        for path in app.outdir.rglob("*")
        if path.suffix in {".html", ".xhtml", ".tex", ".txt"}
        and path.parent != app.outdir / "search"  # the page of the search has a field of its own
    )
    assert "search-large" not in made
    assert ("<svg" in made) is (builder == "dirhtml")
