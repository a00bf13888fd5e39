"""The register of recommendations: by seminar, by addressee, by concept; and its own pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from support import EVENT, ROOT, warnings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CONF = f'templates_path = ["{ROOT / "_templates"}"]\n'
FIRST, SECOND = "events/2018-06-05-chisinau", "events/2019-06-05-sofia"
OLD = ":::{recommendation} old\n:text: known\n:to: judges, states\n\nLes mots du texte.\n:::\n"
NEW = (
    ":::{recommendation} new\n:text: aim-only\n:concepts: terme\n"
    ":repeats: 2018-06-05-chisinau/old\n\nLes mots des archives.\n:::\n"
)
SITE = {
    f"{FIRST}.md": f"{EVENT}\n{OLD}",
    f"{SECOND}.md": EVENT.replace("2018", "2019").replace("Chisinau", "Sofia") + f"\n{NEW}",
    "glossary/concepts/terme.md": (
        "---\nurl: https://example.org/\nupdated: 2026-01-01\n---\n\n# Terme\n\nUn texte.\n"
    ),
    "register.md": "---\norphan: true\n---\n\n# Registre\n\n```{recommendation-list}\n```\n",
}


def soup(app: SphinxTestApp, page: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")


def test_the_register_leads_to_classes_and_concepts_and_lists_by_seminar(build: Build) -> None:
    app = build(SITE, conf=CONF)
    assert warnings(app) == []

    page = soup(app, "register")
    ways = {
        one["id"]: [(link.text, link["href"]) for link in one.select(".facet-values a")]
        for one in page.select("section.dossier[id^=by-]")
    }
    assert ways == {
        "by-addressee": [
            ("States", "addressees/states.html"),
            ("judges", "addressees/judges.html"),
            ("addressee not named by the source", "addressees/unnamed.html"),
        ],
        "by-concept": [("Terme", "glossary/concepts/terme.html#dossier-recommendations")],
        "by-seminar": [],
    }
    assert [one.text.rstrip("#¶") for one in page.select("#by-seminar h3")] == [
        "Sofia (République de Moldova), 5–7\xa0juin 2019",
        "Chisinau (République de Moldova), 5–7\xa0juin 2018",
    ]
    concept = soup(app, "glossary/concepts/terme").select_one("#dossier-recommendations li")
    assert concept.p.text == "Les mots des archives."


def test_each_class_of_addressees_has_a_page_with_the_descent(build: Build) -> None:
    app = build(SITE, conf=CONF)

    page = soup(app, "addressees/judges")
    assert page.h1.text.rstrip("#¶") == "Recommendations: judges"
    (item,) = page.select(".register > li")
    assert [line.text for line in item.select("p")] == [
        "Recommendation 1 — Text known",
        "Les mots du texte.",
        "Addressed to: States, judges".replace("States, judges", "judges, States"),
        "Repeated by: Recommendation 1 (Sofia (République de Moldova), 5–7\xa0juin 2019)",
    ]
    assert [one["href"] for one in page.select(".breadcrumbs a")] == [
        "../index.html",
        "index.html",
    ]
    assert [one.text for one in soup(app, "addressees/index").select(".facet-values li")] == [
        "States 1",
        "judges 1",
        "addressee not named by the source 1",
    ]


def test_a_class_that_nobody_addresses_any_more_has_no_page(build: Build) -> None:
    folder = Path(build(SITE, conf=CONF).outdir, "addressees")
    assert {one.stem for one in folder.iterdir()} == {"index", "judges", "states", "unnamed"}

    build({**SITE, f"{FIRST}.md": SITE[f"{FIRST}.md"].replace("judges, ", "")}, conf=CONF)

    assert {one.stem for one in folder.iterdir()} == {"index", "states", "unnamed"}
    assert "judges" not in (folder / "index.html").read_text("utf-8")


def test_other_formats_have_the_register_alone(build: Build) -> None:
    app = build(SITE, builder="text", conf=CONF)

    assert "Les mots du texte." in (app.outdir / "register.txt").read_text("utf-8")
    assert not (app.outdir / "addressees").exists()
