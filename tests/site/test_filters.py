"""The list of seminars has what filters it: a form, and the values of each seminar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
from bs4 import BeautifulSoup

from records.facets import FACETS
from support import EVENT, INDEX, ORGANISATION, ROOT, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CONF = f'templates_path = ["{ROOT / "_templates"}"]\n'
LIST = "# Séminaires\n\n```{event-list}\n```\n"
TURN = "events/2016-12-30-sofia.md"
PAGES = {
    "index.md": f"{INDEX}\n```{{event-list}}\n:latest: 1\n```\n",
    "events/index.md": LIST,
    # a speaker has a part in the seminar; who is named by a source or in the text alone has none
    "events/2018-06-05-chisinau.md": EVENT.replace(
        "organisers: [unodc]\n",
        "organisers: [unodc]\npartners: [{name: Une équipe}, {country: FR}]\n"
        "speakers: [{function: juge, organisation: fund}]\n"
        "instruments: [loi]\nconcepts: [terme]\n",
    )
    .replace("title: Page", "title: Page, publisher: press")
    .replace("l’{org}`unodc`", "l’{org}`named`"),
    **{
        f"glossary/organisations/{name.lower()}.md": ORGANISATION.replace("ONUDC", name)
        for name in ("PRESS", "NAMED", "OTHER")
    },
    "glossary/organisations/fund.md": ORGANISATION.replace("ONUDC", "FONDS"),
    "glossary/organisations/index.md": "# Organisations\n\n```{record-list} org\n```\n",
    "glossary/instruments/loi.md": (
        "---\ntype: treaty\nshort_name: la loi\nurl: https://example.org/\nupdated: 2026-01-01\n"
        "---\n\n# Loi\n\nUn texte.\n"
    ),
    "glossary/concepts/terme.md": (
        "---\nurl: https://example.org/\nupdated: 2026-01-01\n---\n\n# Terme\n\nUn texte.\n"
    ),
    TURN: EVENT.replace("2018-06-05", "2016-12-30")
    .replace("2018-06-07", "2017-01-02")
    .replace("type: seminar", "type: workshop"),
}
ABOUT = {"organisation": ["unodc", "fund"], "instrument": ["loi"], "concept": ["terme"]}


def soup(app: SphinxTestApp, page: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")


def choices(page: BeautifulSoup, key: str) -> dict[str, str]:
    """Return the number that stands behind each value of a facet."""
    boxes = page.select(f".filters input[name={key}]")
    return {box["value"]: box.parent.select_one(".count").text for box in boxes}


def options(page: BeautifulSoup, key: str) -> dict[str, str]:
    """Return how each value of a facet is written of which one is selected."""
    return {
        one["value"]: one.text for one in page.select(f"select[name={key}] [value]:not([value=''])")
    }


def test_each_seminar_has_the_values_that_the_form_offers(build: Build) -> None:
    app = build(PAGES, conf=CONF)
    page = soup(app, "events/index")

    found = [
        {facet.key: one[f"data-{facet.key}"].split() for facet in FACETS}
        for one in page.select(".year .event-list > li")
    ]
    assert found == [
        {"country": ["md"], "year": ["2018"], "kind": ["seminar"], **ABOUT},
        {
            "country": ["md"],
            "year": ["2016", "2017"],
            "kind": ["workshop"],
            "organisation": ["unodc"],
            "instrument": [],
            "concept": [],
        },
    ]
    assert choices(page, "country") == {"md": "2"}
    assert choices(page, "year") == {"2018": "1", "2017": "1", "2016": "1"}
    assert choices(page, "kind") == {"seminar": "1", "workshop": "1"}
    assert options(page, "organisation") == {"fund": "FONDS (1)", "unodc": "ONUDC (2)"}
    assert options(page, "instrument") == {"loi": "La loi (1)"}
    assert options(page, "concept") == {"terme": "Terme (1)"}
    names = page.select(".filters legend, .filters label:has(+ select)")
    assert [one.text for one in names] == [facet.name for facet in FACETS]
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

    found = options(page, "year")
    assert [*found.items()][:2] == [("2018", "2018 (1)"), ("2017", "2017 (1)")]
    assert len(found) == 23
    assert page.select_one(f"label[for={page.select_one('select')['id']}]").text == "Year"


def test_records_go_by_their_names_and_the_language_of_these(build: Build, tmp_path: Path) -> None:
    names = [f"org-{number}" for number in range(4)]
    more = {
        f"glossary/organisations/{name}.md": ORGANISATION.replace("ONUDC", name.upper())
        for name in names
    }
    held = EVENT.replace("[unodc]", f"[{', '.join(names[:3])}]")
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid="ORG-1", msgstr="ОРГ-1"))
    write(
        tmp_path / "source/locales/ru/LC_MESSAGES/glossary/organisations/org-1.po", f"{catalogue}"
    )

    conf = f'{CONF}language = "ru"\nextensions.append("myst_gettext")\n'
    page = soup(
        build(PAGES | more | {"events/2018-06-05-chisinau.md": held}, conf=conf), "events/index"
    )

    found = {one["value"]: one for one in page.select("select[name=organisation] option")}
    assert sorted(found) == ["", *names[:3], "unodc"]
    assert (found["org-1"].text, found["org-1"].get("lang")) == ("ОРГ-1 (1)", None)
    assert (found["org-2"].text, found["org-2"]["lang"]) == ("ORG-2 (1)", "fr")
    assert not page.select("input[name=organisation]")


def test_without_the_form_links_lead_to_the_lists_and_dossiers(build: Build) -> None:
    app = build(PAGES, conf=CONF)

    links = [one["href"] for one in soup(app, "events/index").select(".fact-line a")]
    # instruments and concepts have no page that lists them
    folders = ("countries", "years", "kinds", "glossary/organisations")
    assert links == [f"../{folder}/index.html" for folder in folders]
    values = soup(app, "glossary/organisations/index").select(".record-list a")
    assert "unodc.html" in [one["href"] for one in values]
    app = build(
        {**PAGES, "glossary/concepts/index.md": "# Notions\n\n```{record-list} concept\n```\n"},
        conf=CONF,
    )
    links = [one["href"] for one in soup(app, "events/index").select(".fact-line a")]
    assert links[-1] == "../glossary/concepts/index.html"


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
