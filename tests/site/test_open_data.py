"""Open data: tables and JSON, the glossary as SKOS, feeds, calendars; read by others' programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import feedparser
import pytest
from bs4 import BeautifulSoup
from frictionless import Package, system
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from formats import atom, skos
from seminars.data_files import _files
from support import EVENT, LANGUAGES, ORGANISATION, ROOT, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

system.plugins  # noqa: B018 - they are looked for once, in each folder, which a test may not do
CHISINAU, UNODC = "events/2018-06-05-chisinau", "glossary/organisations/unodc"
SITE = "https://example.org/a/"
CONF = f"""
templates_path = ["{ROOT / "_templates"}"]
seminars_site_url = "{SITE}"
version = "3"
seminars_edition_date = "2026-11-26"
"""
PAGE = "# Données\n\n```{data-files}\n```\n"
CONCEPT = "---\nupdated: 2026-01-01\nurl: https://a.org/\n{}---\n\n# {}\n\nUn texte.\n"
GLOSSARY = {
    f"{UNODC}.md": ORGANISATION.replace("updated", "official: [fr]\nparent: un\nupdated"),
    "glossary/organisations/un.md": ORGANISATION.replace("ONUDC", "ONU").replace("drogue", "paix"),
    "glossary/concepts/a.md": CONCEPT.format(
        "also: un autre ; encore\nrelated: [b]\n", 'Un "a" \\'
    ),
    "glossary/concepts/b.md": CONCEPT.format("also: B ; b\nrelated: [a]\n", "B"),
}


def event(day: str, **keys: str) -> str:
    text = EVENT.replace("start: 2018-06-05\nend: 2018-06-07", f"start: {day}")
    for key, value in keys.items():
        text = text.replace("organisers:", f"{key}: {value}\norganisers:")
    return text


def glossary_of(app: SphinxTestApp) -> Graph:
    return Graph().parse(app.outdir / "_site/glossary.ttl", format="turtle")


def concept(id_: str) -> URIRef:
    return URIRef(f"{SITE}glossary.ttl#{id_}")


def test_the_package_is_valid_for_frictionless_in_each_language(project: Path) -> None:
    for language in LANGUAGES:
        folder = project / "_build/html" / language
        with system.use_context(trusted=True):
            report = Package(str(folder / "datapackage.json")).validate()
        assert report.valid, report.flatten(["type", "message"])
        assert {task.name for task in report.tasks} == {
            *("events", "series", "organisations", "instruments", "concepts", "recommendations")
        }


def test_frictionless_finds_what_is_wrong(project: Path, tmp_path: Path) -> None:
    folder = project / "_build/html/fr"
    table = (folder / "data/events.csv").read_bytes()
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    described["resources"] = [one for one in described["resources"] if one["name"] == "events"]
    (tmp_path / "data").mkdir()
    (tmp_path / "data/events.csv").write_bytes(table + table.splitlines(keepends=True)[1])
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")

    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()

    assert not report.valid


def test_the_json_has_each_record_and_no_speaker(build: Build) -> None:
    people = "speakers:\n  - {name: Anna Nowak, role: speaker}\nsources:"
    text = EVENT.replace("sources:", people).replace("start: 2018-06-05", "start: 2018-06")
    text = text.replace("end: 2018-06-07\n", "").replace("[unodc]", "[unodc, {name: Un institut}]")
    app = build({f"{CHISINAU}.md": text}, conf=CONF)

    written = (app.outdir / "data/archive.json").read_text("utf-8")
    data = json.loads(written)

    assert (data["edition"], data["date"], data["language"]) == ("3", "2026-11-26", "fr")
    [found] = data["events"]
    assert found["address"] == f"{SITE}fr/{CHISINAU}.html"
    assert (found["start"], found["country"], found["updated"]) == ("2018-06", "MD", "2026-01-01")
    assert found["organisers"] == [{"org": "unodc"}, {"name": "Un institut"}]
    assert found["sources"][0]["url"] == "https://example.org/"
    assert data["organisations"][0]["abbreviation"] == "ONUDC"
    table = (app.outdir / "data/events.csv").read_text("utf-8-sig")
    assert "unodc; Un institut" in table
    assert "Nowak" not in written + table


def test_texts_are_those_of_the_language(project: Path) -> None:
    names = {}
    for language in LANGUAGES:
        path = project / "_build/html" / language / "data/archive.json"
        data = json.loads(path.read_text("utf-8"))
        [found] = [one for one in data["events"] if one["id"] == "2018-06-05-chisinau"]
        names[language] = found["city"]

    assert (names["fr"], names["ro"], names["ru"]) == ("Chisinau", "Chișinău", "Кишинев")


def test_the_glossary_keeps_the_integrity_conditions_of_skos(build: Build) -> None:
    graph = glossary_of(build(GLOSSARY, conf=CONF))

    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert {concept(id_) for id_ in ("un", "unodc", "a", "b")} <= concepts
    assert not concepts & set(graph.subjects(RDF.type, SKOS.ConceptScheme))  # S9
    assert not concepts & set(graph.subjects(RDF.type, SKOS.Collection))  # S37
    for one in concepts:
        preferred = list(graph.objects(one, SKOS.prefLabel))
        assert len({label.language for label in preferred}) == len(preferred) >= 1  # S14
        assert not {*preferred} & {*graph.objects(one, SKOS.altLabel)}  # S13
        above = set(graph.transitive_objects(one, SKOS.broader)) - {one}
        assert not above & set(graph.objects(one, SKOS.related))  # S27
        assert (one, SKOS.broader, one) not in graph
    assert (concept("unodc"), SKOS.broader, concept("un")) in graph
    assert (concept("a"), SKOS.related, concept("b")) in graph
    assert (concept("a"), SKOS.prefLabel, Literal('Un "a" \\', lang="fr")) in graph
    alternatives = {str(label) for label in graph.objects(concept("a"), SKOS.altLabel)}
    assert alternatives == {"un autre", "encore"}
    assert {str(one) for one in graph.objects(concept("b"), SKOS.altLabel)} == {"b"}


def test_each_name_has_its_language_and_its_status(project: Path) -> None:
    graph = Graph().parse(project / "_build/html/glossary.ttl", format="turtle")
    one = next(one for one in graph.subjects(RDF.type, SKOS.Concept) if one.endswith("#unodc"))

    labels = {label.language: str(label) for label in graph.objects(one, SKOS.prefLabel)}
    assert [*sorted(labels)] == sorted(LANGUAGES)
    assert labels["ru"] == "Управление Организации Объединенных Наций по наркотикам и преступности"
    query = """
        PREFIX xl: <http://www.w3.org/2008/05/skos-xl#> PREFIX dct: <http://purl.org/dc/terms/>
        SELECT ?form ?status WHERE {
          ?concept xl:prefLabel ?label . ?label xl:literalForm ?form ; dct:type ?status }"""
    statuses = {
        row[0].language: row[1].partition("#status-")[2]
        for row in graph.query(query, initBindings={"concept": one})
    }
    assert statuses
    assert set(statuses.values()) <= {"official", "usual", "gazette", "rendered"}


def test_the_glossary_is_the_same_whatever_language_is_built(project: Path) -> None:
    made = {
        (project / f"_build/work/html/{language}/_site/{skos.NAME}").read_bytes()
        for language in LANGUAGES
    }
    assert len(made) == 1


def test_feed_readers_find_what_has_changed_last(build: Build) -> None:
    later = event("2019-01-01").replace("updated: 2026-01-01", "updated: 2026-02-01")
    later = later.replace("country: MD", "country: RS").replace("# Un séminaire", "# A & \\<b>")
    app = build({"events/2019-01-01-b.md": later}, conf=CONF)

    feed = feedparser.parse((app.outdir / "feed.xml").read_bytes())

    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.id == f"{SITE}fr/feed.xml"
    assert feed.feed.updated == "2026-02-01T00:00:00Z"
    assert [entry.title for entry in feed.entries] == ["A & <b>", "Un séminaire"]
    assert feed.entries[1].link == feed.entries[1].id == f"{SITE}fr/{CHISINAU}.html"
    place = "Chisinau (République de Moldova)"
    assert feed.entries[1].summary.replace("\xa0", " ") == f"5–7 juin 2018, {place}"
    of_serbia = feedparser.parse((app.outdir / "feed-rs.xml").read_bytes())
    assert [entry.title for entry in of_serbia.entries] == ["A & <b>"]
    assert of_serbia.feed.title == "Archives – Serbie"
    page = BeautifulSoup((app.outdir / f"{CHISINAU}.html").read_text("utf-8"), "html.parser")
    link = page.select_one("link[type='application/atom+xml']")
    assert (app.outdir / "events" / link["href"]).resolve() == app.outdir / "feed.xml"


def test_feeds_do_not_grow_and_need_an_address(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atom, "_MOST", 2)
    many = {f"events/2019-01-0{day}-b.md": event(f"2019-01-0{day}") for day in range(1, 6)}

    app = build(many, conf=CONF)
    assert len(feedparser.parse((app.outdir / "feed-md.xml").read_bytes()).entries) == 2

    app = build(many)
    assert not [*app.outdir.glob("feed*.xml")]


@pytest.mark.parametrize(
    ("name", "text", "is_ahead"),
    [
        ("2026-11-27-a", event("2026-11-27"), True),
        ("2026-11-26-a", event("2026-11-26"), False),
        ("2026-12-a", event("2026-12"), False),
        ("2027-01-01-a", event("2027-01-01", status="cancelled"), False),
        ("2018-06-05-a", event("2018-06-05"), False),
        (
            "2026-11-27-a",
            event("2026-11-27").replace("updated: 2026-01-01", "updated: 2026-12-01"),
            False,
        ),
    ],
)
def test_only_what_lies_ahead_has_a_calendar(
    build: Build, name: str, text: str, is_ahead: bool
) -> None:
    app = build({f"events/{name}.md": text}, conf=CONF)

    assert "id" not in "".join(warnings(app))
    found = [path.relative_to(app.outdir).as_posix() for path in app.outdir.rglob("*.ics")]
    assert found == ([f"events/{name}.ics"] if is_ahead else [])


def test_a_calendar_has_whole_days_and_lines_that_are_folded(build: Build) -> None:
    long = "Renforcement ; des capacités, " * 6
    text = event("2026-12-30", end="2026-12-31").replace("# Un séminaire", f"# {long}")
    app = build({"events/2026-12-30-a.md": text}, conf=CONF)

    data = (app.outdir / "events/2026-12-30-a.ics").read_bytes()

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270101"} <= {*lines}
    [summary] = [line for line in lines if line.startswith("SUMMARY:")]
    shown = summary.replace("\xa0", " ").replace("\u202f", " ")
    assert r"Renforcement \; des capacités\, " in shown


def test_the_page_on_data_leads_to_each_file_that_there_is(build: Build) -> None:
    events = {
        f"events/2019-01-01-{code.lower()}.md": event("2019-01-01").replace(
            "country: MD", f"country: {code}"
        )
        for code in ("EE", "EG")
    }
    app = build({"data.md": PAGE, **events}, conf=CONF)
    page = BeautifulSoup((app.outdir / "data.html").read_text("utf-8"), "html.parser")

    links = [link["href"] for link in page.select("article .data-files a")]
    assert links[: len([*_files()])] == [path for path, _words, _form in _files()]
    assert links[len([*_files()]) :] == [
        *("feed.xml", "feed-eg.xml", "feed-ee.xml", "feed-md.xml")  # Égypte before Estonie
    ]
    for link in links:
        path = f"_site/{link[3:]}" if link.startswith("../") else link
        there = (app.outdir / path).exists()
        assert there or path.startswith("recommendations"), link  # of which there are none
