"""What search engines read of a page: one block of JSON-LD, and Open Graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from pyld import jsonld

from hostile import HELD
from support import EVENT, ORGANISATION, PAGES, ROOT, publish, small_project
from websites import Website

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CHISINAU, UNODC = "events/2018-06-05-chisinau", "glossary/organisations/unodc"
SITE = "https://example.org/a/"
CONF = f"""
templates_path = ["{ROOT / "_templates"}"]
seminars_site_url = "{SITE}"
version = "3"
"""
SCHEMA = "https://schema.org/"
# schema.org's own context is on the web; this has what its context does to names
CONTEXT = {"@context": {"@vocab": SCHEMA, "url": {"@id": f"{SCHEMA}url", "@type": "@id"}}}


def page_of(app: SphinxTestApp, name: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")


def block_of(page: BeautifulSoup) -> dict[str, Any]:
    [script] = page.select('script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(script.text)
    return found


def expanded(block: dict[str, Any]) -> list[dict[str, Any]]:
    def load(address: str, options: object) -> dict[str, Any]:
        assert address == "https://schema.org"
        return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}

    found: list[dict[str, Any]] = jsonld.expand(block, {"documentLoader": load})
    return found


def test_a_seminar_is_an_event_of_a_page_with_sources(build: Build) -> None:
    block = block_of(page_of(build(conf=CONF), CHISINAU))

    address = f"{SITE}fr/{CHISINAU}.html"
    assert block["@type"] == "WebPage"
    assert block["@id"] == block["url"] == address
    assert block["inLanguage"] == "fr"
    assert block["isBasedOn"] == ["https://example.org/"]
    assert block["dateModified"] == "2026-01-01"
    assert block["version"] == "3"
    assert block["description"] == "Un texte sur l’ONUDC."
    assert block["mainEntity"] == {
        "@id": f"{address}#record",
        "@type": "Event",
        "name": "Un séminaire",
        "inLanguage": "fr",
        "startDate": "2018-06-05",
        "endDate": "2018-06-07",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": [
            {
                "@type": "Place",
                "name": "Chisinau",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "Chisinau",
                    "addressCountry": "MD",
                },
            }
        ],
        "organizer": [
            {
                "@type": "Organization",
                "name": "Office des Nations Unies contre la drogue et le crime",
                "url": f"{SITE}fr/{UNODC}.html",
            }
        ],
    }


def test_what_became_of_a_seminar_and_how_it_was_held_is_told(build: Build) -> None:
    text = EVENT.replace("city: Chisinau\ncountry: MD", "mode: online\nstatus: cancelled")
    text = text.replace("organisers: [unodc]", "organisers: [{country: FR}, {name: Institut}]")

    event = block_of(page_of(build({f"{CHISINAU}.md": text}, conf=CONF), CHISINAU))["mainEntity"]

    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert event["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert event["location"] == [{"@type": "VirtualLocation"}]
    assert event["organizer"] == [
        {"@type": "Country", "identifier": "FR"},
        {"@type": "Organization", "name": "Institut"},
    ]


def test_no_speaker_is_in_the_data(build: Build) -> None:
    text = EVENT.replace("sources:", "speakers:\n  - {name: Anna Nowak, role: speaker}\nsources:")

    page = page_of(build({f"{CHISINAU}.md": text}, conf=CONF), CHISINAU)

    assert "Nowak" in page.article.text
    assert "Nowak" not in json.dumps(block_of(page))


def test_an_agency_belongs_to_what_an_office_is_a_part_of(build: Build) -> None:
    office = ORGANISATION.replace("abb", "parent: unodc\nabb").replace("ONUDC", "X")
    agency = office.replace("un-secretariat-office", "un-specialised-agency")
    names = {"office": "parentOrganization", "agency": "memberOf"}
    pages = zip(names, (office, agency), strict=True)

    app = build({f"glossary/organisations/{name}.md": page for name, page in pages}, conf=CONF)

    for name, tie in names.items():
        entity = block_of(page_of(app, f"glossary/organisations/{name}"))["mainEntity"]
        assert {"parentOrganization", "memberOf"} & entity.keys() == {tie}


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        (CHISINAU, "Event"),
        (UNODC, "Organization"),
        ("glossary/instruments/cets-197", "Legislation"),
        ("glossary/concepts/exploitation", "DefinedTerm"),
        ("series/justice-human-rights-south-east-europe", "EventSeries"),
        ("about", None),
        ("years/2018", None),
    ],
)
@pytest.mark.parametrize("language", ["fr", "ru"])
def test_each_kind_of_page_has_one_block_that_expands(
    project: Path, name: str, type_: str | None, language: str
) -> None:
    block = block_of(Website(project).page(language, f"{name}.html"))

    [page] = expanded(block)

    assert page["@type"] == [f"{SCHEMA}WebPage"]
    entities = page.get(f"{SCHEMA}mainEntity", [])
    assert [one["@type"] for one in entities] == ([[f"{SCHEMA}{type_}"]] if type_ else [])
    assert page[f"{SCHEMA}inLanguage"] == [{"@value": language}]
    assert page[f"{SCHEMA}name"]


def test_translations_name_their_source_and_the_source_all_of_them(tmp_path: Path) -> None:
    copy = small_project(tmp_path / "copy", PAGES)
    conf = (copy / "conf.py").read_text("utf-8").replace(": 100", ": 0")
    conf = conf.replace('seminars_site_url = ""', f'seminars_site_url = "{SITE}"')
    (copy / "conf.py").write_text(conf, encoding="utf-8")
    result = publish(copy, "html")
    assert result.returncode == 0, result.stdout + result.stderr

    website = Website(copy)
    addresses = {code: f"{SITE}{code}/index.html" for code in ("fr", "en", "ro", "ru")}
    blocks = {code: block_of(website.page(code, "index.html")) for code in addresses}
    work = {"@type": "WebPage", "@id": addresses["fr"], "inLanguage": "fr"}
    assert [one["@id"] for one in blocks["fr"]["workTranslation"]] == list(addresses.values())[1:]
    for code in ("en", "ro", "ru"):
        assert blocks[code]["translationOfWork"] == work
        tags = website.page(code, "index.html").select("meta[property='og:locale:alternate']")
        assert len(tags) == 3


def test_the_data_follow_the_name_of_another_page(build: Build) -> None:
    build(conf=CONF)
    renamed = ORGANISATION.replace("# Office des Nations Unies", "# Bureau des Nations Unies")

    app = build({f"{UNODC}.md": renamed}, conf=CONF)

    [organiser] = block_of(page_of(app, CHISINAU))["mainEntity"]["organizer"]
    assert organiser["name"].startswith("Bureau des Nations Unies")


def test_without_an_address_there_is_none(build: Build) -> None:
    page = page_of(build(conf=CONF.replace(SITE, "")), CHISINAU)

    assert "example.org/a/" not in json.dumps(block_of(page))
    assert not page.select("meta[property='og:url']")


def test_social_networks_are_told_what_a_page_is(build: Build) -> None:
    app = build(conf=CONF)
    tags = {one["property"]: one["content"] for one in page_of(app, CHISINAU).select("[property]")}

    assert tags.pop("og:locale:alternate", None) is None  # nothing is translated
    assert tags == {
        "og:title": "Un séminaire",
        "og:type": "article",
        "og:description": "Un texte sur l’ONUDC.",
        "og:url": f"{SITE}fr/{CHISINAU}.html",
        "og:site_name": "Archives",
        "og:locale": "fr_FR",
    }


def test_no_title_ends_the_block(build: Build) -> None:
    pages = {
        f"events/2018-06-05-{name}.md": EVENT.replace(
            "city: Chisinau", f"city: {json.dumps(HELD[name])}"
        )
        for name in ("script", "end-of-script", "comment", "end-of-title", "quotes")
    }

    app = build(pages, conf=CONF)

    for name in pages:
        page = page_of(app, name.removesuffix(".md"))
        [place] = block_of(page)["mainEntity"]["location"]
        key = name.removeprefix("events/2018-06-05-").removesuffix(".md")
        assert place["name"] == HELD[key]
        assert not [one for one in page.select("script") if one.text.startswith("alert")]
