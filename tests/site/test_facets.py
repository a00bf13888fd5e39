"""The pages of facets: right after any edit, in every language, and a line each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from commands.search import index_folder
from records.facets import FACETS, WITH_MADE_PAGES
from seminars.site.head import DESCRIPTION_LENGTH
from support import (
    EVENT,
    INDEX,
    ORGANISATION,
    ROOT,
    copy_example,
    files,
    fragments,
    publish,
    warnings,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CONF = f"""
extensions.append("myst_gettext")
source_suffix = {{".md": "markdown"}}
templates_path = ["{ROOT / "_templates"}"]
"""
LATE = "events/2018-06-05-chisinau.md"
TURN = "events/2016-12-30-sofia.md"
PAGES = {
    "index.md": f"{INDEX}\n## Chercher\n\n```{{facet-list}}\n```\n",
    TURN: EVENT.replace("2018-06-05", "2016-12-30").replace("2018-06-07", "2017-01-02"),
}


def soup(app: SphinxTestApp, page: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")


def years(app: SphinxTestApp) -> list[str]:
    return sorted(path.stem for path in (app.outdir / "years").iterdir())


def times(app: SphinxTestApp) -> dict[str, int]:
    return {path.stem: path.stat().st_mtime_ns for path in (app.outdir / "years").iterdir()}


def test_each_value_has_a_page_and_the_home_page_leads_to_them(build: Build) -> None:
    app = build(PAGES, conf=CONF)

    assert years(app) == ["2016", "2017", "2018", "index"]
    ways = [(way.text, way["href"]) for way in soup(app, "index").select(".ways-in a")]
    # records are listed by no page here
    assert ways == [(one.question, f"{one.folder}/index.html") for one in WITH_MADE_PAGES]
    values = soup(app, "years/index").select(".facet-values a")
    assert [(one.text, one["href"]) for one in values] == [
        (year, f"{year}.html") for year in ("2018", "2017", "2016")
    ]
    for year, event in (("2016", TURN), ("2017", TURN), ("2018", LATE)):
        page = soup(app, f"years/{year}")
        links = page.select(".event-list .title a")
        assert [link["href"] for link in links] == [f"../{event.replace('.md', '.html')}"]
        assert [one.get_text().rstrip("#¶") for one in page.select("h1")] == [f"Seminars of {year}"]
        assert not page.select("article h2")  # there is nothing else
        assert page.title.text == f"Seminars of {year} – {app.config.project}"
        assert [one["href"] for one in page.select(".breadcrumbs a")] == [
            "../index.html",
            "index.html",
        ]
        assert page.html["lang"] == "fr"


def test_a_page_is_written_again_when_what_it_shows_changes(build: Build) -> None:
    app = build(PAGES, conf=CONF)
    before = times(app)

    app = build({**PAGES, LATE: f"{EVENT}\nUne phrase de plus.\n"}, conf=CONF)
    assert times(app) == before
    app = build({**PAGES, LATE: EVENT.replace("Un séminaire", "Un colloque")}, conf=CONF)

    assert {name for name, time in times(app).items() if time != before[name]} == {"2018"}
    assert soup(app, "years/2018").select_one(".event-list a").text == "Un colloque"
    (app.outdir / "years/2016.html").unlink()
    app = build(PAGES, conf=CONF)
    assert years(app) == ["2016", "2017", "2018", "index"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("# Un séminaire", "# Un colloque", "Un colloque"),
        ("type: seminar", "type: workshop", "Workshop"),
        ("end: 2018-06-07", "end: 2018-06-09", "5–9\xa0juin 2018"),
        ("city: Chisinau", "city: Soroca", "Soroca"),
        ("country: MD", "country: RO", "Roumanie"),
    ],
)
def test_all_that_a_list_shows_of_a_seminar_is_up_to_date(
    build: Build, old: str, new: str, shown: str
) -> None:
    assert shown not in soup(build(PAGES, conf=CONF), "years/2018").article.text

    app = build({**PAGES, LATE: EVENT.replace(old, new)}, conf=CONF)

    assert shown in soup(app, "years/2018").article.text


def test_a_page_goes_with_its_value_and_the_folder_with_the_last(build: Build) -> None:
    build(PAGES, conf=CONF)

    app = build({**PAGES, TURN: None}, conf=CONF)
    assert years(app) == ["2018", "index"]
    assert [one.text for one in soup(app, "years/index").select(".facet-values a")] == ["2018"]

    app = build({"index.md": PAGES["index.md"], TURN: None, LATE: None}, conf=CONF)
    assert not (app.outdir / "years").exists()
    assert not soup(app, "index").select(".ways-in")


def test_what_is_not_translated_is_marked_and_other_languages_are_linked(
    build: Build, tmp_path: Path
) -> None:
    entries = {"Un séminaire": "Семинар", "Chisinau": ""}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for source, translation in entries.items():
        catalogue.append(polib.POEntry(msgid=source, msgstr=translation))
    path = tmp_path / f"source/locales/ru/LC_MESSAGES/{LATE.replace('.md', '.po')}"
    path.parent.mkdir(parents=True)
    catalogue.save(str(path))
    site = 'seminars_listed_from = {"ru": 30}\n'

    app = build(PAGES, conf=CONF + site, confoverrides={"language": "ru"})

    page, other = soup(app, "years/2018"), soup(app, "years/2016")
    assert page.select_one(".event-list a").text == "Семинар"
    assert page.select_one(".event-list [lang=fr]").text.startswith("Chisinau")
    assert other.select_one(".event-list a [lang=fr]").text == "Un séminaire"
    assert other.select_one(".event-list .untranslated-cue abbr").text == "fr"
    assert [link["hreflang"] for link in page.select(".languages a")] == ["fr"]
    assert (bool(page.select("[name=robots]")), bool(other.select("[name=robots]"))) == (
        False,
        True,
    )


def test_the_search_knows_of_a_list_its_heading_alone(build: Build) -> None:
    folder = Path(build(PAGES, conf=CONF).outdir)
    index_folder(folder, language="fr")

    found = {url: page["content"] for url, page in fragments(folder).items() if "/years/" in url}

    assert found == {
        "/years/index.html": "Seminars by year.",
        **{f"/years/{year}.html": f"Seminars of {year}." for year in (2016, 2017, 2018)},
    }


@pytest.mark.parametrize("builder", ["dirhtml", "latex", "epub", "text", "gettext"])
def test_only_a_website_has_the_pages(build: Build, builder: str) -> None:
    app = build(PAGES, builder=builder, conf=CONF)

    made = [name for name in files(Path(app.outdir)) if "years" in name]
    assert bool(made) is (builder == "dirhtml")
    if builder == "dirhtml":
        page = BeautifulSoup((app.outdir / "years/2018/index.html").read_text(), "html.parser")
        assert page.select_one(".breadcrumbs li:last-child a")["href"] == "../"


ABROAD = """---
type: seminar
start: 2019-05-01
city: Sofia
country: BG
further_places: [{city: Skopje, country: MK}]
organisers: [{country: RO}, embassy, fund]
participants: [school]
speakers:
  - {name: Une Personne, function: juge, organisation: school, role: opening}
  - {function: trois experts, country: MD}
  - {name: Quelqu’un, function: directeur, organisation: fund}
updated: 2026-01-01
sources:
  - {url: "https://example.org/", id: page, kind: report, title: Page, lang: fr}
---

# Un colloque

Un texte.
"""
OFFICE = "Office des Nations Unies contre la drogue et le crime"
DOSSIER = {
    **PAGES,
    LATE: f"{EVENT}\n:::{{recommendation}} avis\n:text: known\n\nUn avis.\n:::\n",
    "events/2019-05-01-sofia.md": ABROAD,
    "glossary/organisations/school.md": ORGANISATION.replace(
        "un-secretariat-office", "judicial-school\ncountry: MD"
    ).replace("ONUDC", "INJ"),
    "glossary/organisations/embassy.md": ORGANISATION.replace(
        "un-secretariat-office", "diplomatic-mission\nparent: ministry\ncountry: BG"
    ).replace("ONUDC", "AMB"),
    "glossary/organisations/ministry.md": ORGANISATION.replace(
        "un-secretariat-office", "ministry\ncountry: FR"
    ).replace("ONUDC", "MIN"),
    "glossary/organisations/fund.md": ORGANISATION.replace(
        "un-secretariat-office", "ngo\ncountry: MD"
    ).replace("ONUDC", "FONDS"),
    "glossary/instruments/loi.md": (
        "---\ntype: treaty\nshort_name: la loi\nurl: https://example.org/\nupdated: 2026-01-01\n"
        "signed_in: {city: Chisinau, country: MD}\n---\n\n# Loi\n\nUn texte.\n"
    ),
}


def sections(app: SphinxTestApp, page: str) -> dict[str, list[str]]:
    """Return the items below each heading of *page*, after the number of them."""
    return {
        " ".join(one.h2.get_text().rstrip("#¶").split()): [
            " ".join(" ".join(part.get_text() for part in item.select("p")).split())
            for item in one.select("li")
        ]
        for one in soup(app, page).select("section.dossier")
    }


def test_the_page_of_a_country_is_its_dossier(build: Build) -> None:
    app = build(DOSSIER, conf=CONF)

    place = "Sofia (Bulgarie), Skopje (Macédoine du Nord)"
    assert sections(app, "countries/md") == {
        "Seminars held in the country 2": [
            "5–7 juin 2018 Un séminaire Seminar · Chisinau (République de Moldova)",
            "30 décembre 2016 – 2 janvier 2017 Un séminaire "
            "Seminar · Chisinau (République de Moldova)",
        ],
        "Present at seminars elsewhere 1": [f"1er mai 2019 Un colloque Seminar · {place}"],
        "Speakers and persons present 2": [
            f"juge (INJ) — opening {place}, 1er mai 2019",
            f"trois experts (République de Moldova) {place}, 1er mai 2019",
        ],
        "Recommendations of these meetings 1": [
            "Un avis. Text known · Chisinau (République de Moldova), 5–7 juin 2018"
        ],
        "Adopted or signed in the country 1": ["la loi"],
        "Organisations with their seat there 2": [f"FONDS {OFFICE}", f"INJ {OFFICE}"],
    }
    page = soup(app, "countries/md")
    assert "Une Personne" not in page.text  # no index of people
    assert [link["href"] for link in page.select(".toc a")] == [
        f"#{one}" for one in ("held", "elsewhere", "voices", "recommended", "instruments")
    ] + ["#organisations"]
    assert page.select_one("#recommended li a")["href"].endswith("chisinau.html#rec-avis")
    # who is abroad speaks for the State that sends, not for that of the seat
    held, seats = "Seminars held in the country 1", "Organisations with their seat there 1"
    found = [list(sections(app, f"countries/{code}")) for code in ("bg", "mk")]
    assert found == [[held, seats], [held]]


SERIES = (
    "---\ntype: network\nfunders: [{country: AD}]\n"
    "meetings: [{start: 2000, country: YU, sources: [page]}]\nupdated: 2026-01-01\nsources:\n"
    '  - {url: "https://example.org/", id: page, kind: report, title: Page, lang: fr}\n'
    "---\n\n# Un réseau\n\nUn texte.\n"
)
NAMED = {
    **DOSSIER,
    "events/index.md": "# Séminaires\n\n```{event-list}\n```\n",
    "series/reseau.md": SERIES,
    "glossary/organisations/ministry.md": DOSSIER["glossary/organisations/ministry.md"].replace(
        "url:", "gazettes: [{lang: sq, country: AL, name: Fletorja, issue: 1}]\nurl:"
    ),
}


def test_each_country_that_a_record_names_has_a_page(build: Build) -> None:
    app = build(NAMED, conf=CONF)

    made = {path.stem for path in (app.outdir / "countries").iterdir()} - {"index"}
    assert made == {"ad", "bg", "fr", "md", "mk", "ro", "yucs"}
    elsewhere = "Present at seminars elsewhere 1"
    assert [*sections(app, "countries/ro")] == [elsewhere]
    assert [*sections(app, "countries/fr")] == [elsewhere, "Organisations with their seat there 1"]
    assert sections(app, "countries/ad") == {"Series of meetings 1": ["Un réseau"]}
    line = soup(app, "countries/md").select(".fact-line li")
    assert [one.text for one in line] == [
        *("Country", "Seminars in the country: 2"),
        *("Seminars elsewhere: 1", "Recommendations: 1"),
    ]
    assert [one.text for one in soup(app, "countries/ad").select(".fact-line li")] == ["Country"]
    listed = sections(app, "countries/index")
    assert listed == {
        "Host countries 3": ["Bulgarie 1", "Macédoine du Nord 1", "République de Moldova 2"],
        "Other countries 4": ["Andorre", "France 1", "Roumanie 1", "Yugoslavia"],
    }
    said = [one.text for one in soup(app, "countries/index").select("p.small")]
    assert [one.startswith("The number behind each is that of") for one in said] == [True, True]
    # which is filtered by hosts alone
    boxes = soup(app, "events/index").select("input[name=country]")
    assert {one["value"] for one in boxes} == {"bg", "md", "mk"}


def test_a_country_leads_to_its_page_wherever_it_is_shown(build: Build) -> None:
    app = build(NAMED, conf=CONF)

    def linked(page: str) -> list[str]:
        found = soup(app, page).select("article a[href*='countries/'], article a[href='md.html']")
        return [one["href"].rpartition("/")[2] for one in found]

    assert linked("events/index")[1:] == ["bg.html", "mk.html", "md.html", "md.html"]
    assert linked("events/2019-05-01-sofia")[:3] == ["bg.html", "mk.html", "ro.html"]
    assert {*linked("series/reseau")} == {"ad.html", "yucs.html"}
    assert {*linked("glossary/organisations/fund")} == {"md.html", "bg.html", "mk.html"}
    assert "md.html" not in linked("countries/md")  # itself
    for path in app.outdir.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert not page.select("a a"), path
        for link in page.select("a[href*='countries/']"):
            assert (path.parent / link["href"].partition("#")[0]).is_file(), link


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_other_formats_name_countries_without_a_link(build: Build, builder: str) -> None:
    app = build(NAMED, builder=builder, conf=f"{CONF}nitpicky = True\n")

    assert not [line for line in warnings(app) if "countr" in line]
    texts = [
        path.read_text("utf-8")
        for path in app.outdir.rglob("*")
        if path.suffix in {".xhtml", ".tex", ".txt"}
    ]
    assert any("Macédoine du Nord" in text for text in texts)
    assert not any("countries/" in text for text in texts)


@pytest.mark.parametrize(
    ("name", "old", "new", "shown"),
    [
        ("glossary/organisations/school.md", "INJ", "ENM", "juge (ENM) — opening"),
        ("glossary/organisations/fund.md", "ngo", "ministry", "directeur (FONDS)"),
        ("glossary/organisations/ministry.md", "FR", "MD", "Organisations with their seat there 3"),
        ("glossary/instruments/loi.md", "MD", "BG", "Present at seminars elsewhere 1"),
        (LATE, "avis\n:text: known", "avis\n:text: aim-only", "Aim known"),
    ],
)
def test_the_dossier_of_a_country_is_up_to_date(
    build: Build, name: str, old: str, new: str, shown: str
) -> None:
    build(DOSSIER, conf=CONF)

    app = build({**DOSSIER, name: DOSSIER[name].replace(old, new)}, conf=CONF)

    found = sections(app, "countries/md")
    assert shown in " ".join([*found, *(line for lines in found.values() for line in lines)])
    assert ("Adopted or signed in the country 1" in found) is (new != "BG")


def test_a_list_is_described_by_whole_sentences(site: Path) -> None:
    folders = ("countries", "years", "kinds", "addressees")
    pages = [path for name in folders for path in site.glob(f"*/{name}/*.html")]
    assert len({path.relative_to(site).parts[:2] for path in pages}) == len(folders) * 4

    for path in pages:
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        described = page.select_one("meta[name=description]")["content"]
        assert described.endswith("."), (path, described)
        assert "…" not in described, path
        assert len(described) <= DESCRIPTION_LENGTH, path
        title = " ".join(page.h1.get_text().rstrip("#¶").split())
        assert described.startswith(title), (path, described)
        numbers = page.select(".fact-line li:not(.kind)") if path.stem != "index" else []
        shown = [" ".join(one.text.split()) for one in numbers[1:]]
        assert all(one in described for one in shown), (path, described)


def test_a_facet_takes_no_folder_of_pages() -> None:
    with pytest.raises(ValueError, match="the folder `events` of a facet holds pages"):
        replace(FACETS[0], folder="events")


def test_a_facet_costs_a_line(tmp_path: Path) -> None:
    copy = copy_example(tmp_path / "archive")
    listed = copy / "_ext/records/facets.py"
    text = listed.read_text("utf-8")
    assert "FACETS = (" in text
    line = (  # the archive may come to have the facet itself: this one has another folder
        'FACETS = (\n    Facet("by-code", "Seminars by code", "Code", "Seminars: %s", '
        "lambda facts: (facts.country,), country_name),\n    "
    )
    text = text.replace("FACETS = (", line)
    text = text.replace("\nif TYPE", "\nfrom cldr.languages import country_name\n\nif TYPE", 1)
    listed.write_text(text, encoding="utf-8")

    for command in ("html", "update-po", "termbase"):
        result = publish(copy, command, *(["fr", "ru"] if command == "html" else []))
        assert result.returncode == 0, result.stdout + result.stderr

    page = (copy / "_build/html/ru/by-code/BG.html").read_text("utf-8")
    found = BeautifulSoup(page, "html.parser")
    assert found.h1.get_text().rstrip("#¶") == "Семинары: Болгария"
    assert found.select_one(".event-list a")["href"] == "../events/2018-05-31-sofia.html"
    home = (copy / "_build/html/ru/index.html").read_text("utf-8")
    links = BeautifulSoup(home, "html.parser").select("ul.ways-in a")
    ways = [link["href"] for link in links]
    assert ways.index("by-code/index.html") == ways.index("countries/index.html") - 1
    words = (copy / "locales/ru/LC_MESSAGES/_interface.po").read_text("utf-8")
    assert 'msgid "Seminars by code"' in words
