"""The list of seminars has what filters it: a form, and the values of each seminar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from records.facets import FACETS
from support import EVENT, INDEX, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CONF = f'templates_path = ["{ROOT / "_templates"}"]\n'
LIST = "# Séminaires\n\n```{event-list}\n```\n"
TURN = "events/2016-12-30-sofia.md"
PAGES = {
    "index.md": f"{INDEX}\n```{{event-list}}\n:latest: 1\n```\n",
    "events/index.md": LIST,
    TURN: EVENT.replace("2018-06-05", "2016-12-30")
    .replace("2018-06-07", "2017-01-02")
    .replace("type: seminar", "type: workshop"),
}


def soup(app: SphinxTestApp, page: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")


def choices(page: BeautifulSoup, key: str) -> dict[str, str]:
    """Return the number that stands behind each value of a facet."""
    boxes = page.select(f".filters input[name={key}]")
    return {box["value"]: box.parent.select_one(".count").text for box in boxes}


def test_each_seminar_has_the_values_that_the_form_offers(build: Build) -> None:
    app = build(PAGES, conf=CONF)
    page = soup(app, "events/index")

    found = [
        {facet.key: one[f"data-{facet.key}"].split() for facet in FACETS}
        for one in page.select(".year .event-list > li")
    ]
    assert found == [
        {"country": ["md"], "year": ["2018"], "kind": ["seminar"]},
        {"country": ["md"], "year": ["2016", "2017"], "kind": ["workshop"]},
    ]
    assert choices(page, "country") == {"md": "2"}
    assert choices(page, "year") == {"2018": "1", "2017": "1", "2016": "1"}
    assert choices(page, "kind") == {"seminar": "1", "workshop": "1"}
    names = [one.text for one in page.select(".filters legend")]
    assert names == [facet.name for facet in FACETS]
    status = page.select_one("[role=status]")
    assert status.text == "Seminars shown: 2 of 2"
    assert status["data-shown"] == "Seminars shown: %(count)s of %(total)s"
    assert status["data-none"].startswith("No seminar")
    assert not page.select("article script, article style, article [style]")


def test_of_many_values_one_is_selected(build: Build) -> None:
    more = {
        f"events/{year}-06-05-chisinau.md": EVENT.replace("2018-", f"{year}-")
        for year in range(1990, 2010)
    }
    page = soup(build(PAGES | more, conf=CONF), "events/index")

    options = page.select("select[name=year] option")
    assert [one["value"] for one in options[:3]] == ["", "2018", "2017"]
    assert options[1].text == "2018 (1)"
    assert len(options) == 24
    assert page.select_one(f"label[for={page.select_one('select')['id']}]").text == "Year"


def test_the_script_is_loaded_where_the_form_is_alone(build: Build) -> None:
    app = build(PAGES, conf=CONF)

    def has_script(page: str) -> bool:
        return any("filter.js" in one["src"] for one in soup(app, page).select("script[src]"))

    assert has_script("events/index")
    for page in ("index", "events/2018-06-05-chisinau", "kinds/seminar"):
        assert not has_script(page)
        assert not soup(app, page).select(".filters, [data-kind]")


def test_a_list_without_seminars_has_no_form(build: Build) -> None:
    pages = {"events/index.md": LIST, "events/2018-06-05-chisinau.md": None}
    page = soup(build(pages, conf=CONF), "events/index")

    assert not page.select(".filters, [role=status]")


def test_other_formats_have_the_list_alone(build: Build) -> None:
    app = build(PAGES, builder="epub", conf=CONF)
    page = (app.outdir / "events/index.xhtml").read_text("utf-8")

    assert "event-list" in page
    assert "filter" not in page
    assert "data-kind" not in page
