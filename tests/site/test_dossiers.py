"""The dossiers of records: who names them, grouped by kind and role, and what was recommended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from records.dossier import Group, Naming, grouped
from support import EVENT, ORGANISATION, warnings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

FIRST, SECOND, THIRD = (
    "events/2018-06-05-chisinau",
    "events/2019-06-05-sofia",
    "events/2020-06-05-sofia",
)
ORGANISERS = "organisers: [unodc]\n"
LATER = EVENT.replace("2018", "2019").replace("Chisinau", "Sofia").replace("MD", "BG")
TERM = (
    "---\nurl: https://example.org/\nrelated: [%s]\nupdated: 2026-01-01\n---\n\n# %s\n\n"
    "Un texte sur le {concept}`b`.\n"
)
ACT = (
    "---\ntype: treaty\nshort_name: la loi\nadopted_by: unodc\nurl: https://example.org/\n"
    "updated: 2026-01-01\n---\n\n# Texte de loi\n\nUn texte.\n"
)
AVIS = ":::{recommendation} avis\n:text: aim-only\n:concepts: b\n:recalls: loi\n\nUn avis.\n:::\n"
SITE = {
    f"{FIRST}.md": f"{EVENT}\n{AVIS}",
    f"{SECOND}.md": LATER.replace(
        ORGANISERS,
        "funders: [unodc]\nsupporters: [unodc]\ninstruments: [loi]\nconcepts: [a]\n"
        "speakers: [{function: juge, organisation: unodc}]\n",
    ).replace("Un séminaire", "Un colloque"),
    f"{THIRD}.md": LATER.replace(ORGANISERS, "")
    .replace("2019", "2020")
    .replace("Un séminaire", "Un atelier")
    .replace("Un texte sur", "Sur la {instrument}`loi` et"),
    "glossary/concepts/a.md": TERM % ("b", "Alpha") + "\nSur l’{org}`unodc`.\n",
    "glossary/concepts/b.md": TERM % ("a", "Bêta"),
    "glossary/instruments/loi.md": ACT,
    "glossary/organisations/part.md": ORGANISATION.replace("abb", "parent: unodc\nabb").replace(
        "ONUDC", "BUREAU"
    ),
    "glossary/organisations/ilo.md": ORGANISATION.replace("abb", "parent: unodc\nabb")
    .replace("ONUDC", "OIT")
    .replace("un-secretariat-office", "un-specialised-agency"),
    "page.md": "---\norphan: true\n---\n\n# Une page\n\nSur l’{org}`unodc`.\n",
}
OFFICE = "Office des Nations Unies contre la drogue et le crime"


def dossier(app: SphinxTestApp, page: str) -> dict[str, dict[str, list[str]]]:
    """Return the links below each heading of the dossier of *page*, by section."""
    text = (app.outdir / f"{page}.html").read_text("utf-8")
    return {
        _words(one.h2): {
            _words(part.find(["h2", "h3"])): [
                link.get_text() for link in part.select("li .title a")
            ]
            for part in one.select("section.dossier") or [one]
        }
        for one in BeautifulSoup(text, "html.parser").select("section > section.dossier")
        if one.h2
    }


def _words(title: object) -> str:
    return " ".join(title.get_text().rstrip("#¶").split())  # type: ignore[attr-defined]


def test_an_organisation_shows_what_part_it_had(build: Build) -> None:
    app = build(SITE)
    assert warnings(app) == []

    assert dossier(app, "glossary/organisations/unodc") == {
        "Seminars 3": {
            "Organised 1": ["Un séminaire"],
            "Supported or funded 1": ["Un colloque"],
            "Representatives present 1": ["Un colloque"],
            "Named in the text or in a source 1": ["Un atelier"],
        },
        "Recommendations of the seminars that it held 1": {
            "Recommendations of the seminars that it held 1": ["Un avis."]
        },
        "Elsewhere in the archive": {
            "Attached to it 1": ["BUREAU"],
            "Organisations and mandates linked to it 1": ["OIT"],
            "Adopted by it 1": ["la loi"],
            "Concepts 1": ["Alpha"],
            "Other pages 1": ["Une page"],
        },
    }


def test_an_agency_is_linked_to_what_an_office_is_attached_to(build: Build) -> None:
    app = build(SITE)

    rows = {}
    for name in ("part", "ilo"):
        text = (app.outdir / f"glossary/organisations/{name}.html").read_text("utf-8")
        sheet = BeautifulSoup(text, "html.parser").select_one(".fact-sheet")
        rows[name] = _words(sheet)
    assert f"Attached to: {OFFICE} (ONUDC)" in rows["part"]
    assert "Linked to" not in rows["part"]
    assert f"Linked to: {OFFICE} (ONUDC)" in rows["ilo"]
    assert "Attached to" not in rows["ilo"]


def test_an_instrument_and_a_concept_show_where_they_were_the_subject(build: Build) -> None:
    app = build(SITE)

    assert dossier(app, "glossary/instruments/loi") == {
        "Seminars 3": {
            "Named by a source for the meeting 1": ["Un colloque"],
            "Named in the text or in a source 2": ["Un atelier", "Un séminaire"],
        },
    }
    assert dossier(app, "glossary/concepts/b") == {
        "Seminars 1": {"Subject of the meeting 1": ["Un séminaire"]},
        "Recommendations 1": {"Recommendations 1": ["Un avis."]},
        "Elsewhere in the archive": {"Related concepts 1": ["Alpha"]},
    }


def test_short_names_come_first_and_the_title_stands_behind(build: Build) -> None:
    app = build(SITE)

    text = (app.outdir / "glossary/organisations/unodc.html").read_text("utf-8")
    found = BeautifulSoup(text, "html.parser").select("#dossier-elsewhere li")
    lines = [[line.get_text() for line in item.select("p")] for item in found]
    assert lines == [["BUREAU", OFFICE], ["OIT", OFFICE], ["la loi"], ["Alpha"], ["Une page"]]


def test_the_book_has_it_in_a_few_lines(build: Build) -> None:
    app = build(SITE, builder="latex")

    (path,) = app.outdir.glob("*.tex")
    text = path.read_text("utf-8")
    found = re.findall(r"\\sphinxstylestrong\{([^}]*)\} — (.*)", text)
    said = {label: line for label, line in found if not label.startswith("Recommendation")}
    assert {
        "Organised",
        "Supported or funded",
        "Representatives present",
        "Attached to it",
        "Organisations and mandates linked to it",
        "Other pages",
    } <= {*said}
    assert "juin 2018" in said["Organised"]
    assert "Un séminaire" not in said["Organised"]


@pytest.mark.parametrize(
    ("keys", "labels"),
    [
        ({"organisers"}, ["held"]),
        ({"organisers", "funders"}, ["held", "paid"]),
        ({""}, ["rest"]),
        ({"", "funders"}, ["paid"]),
        ({"sources.publisher"}, ["rest"]),
    ],
)
def test_a_page_stands_in_each_group_of_a_role_and_in_the_rest_for_want_of_one(
    keys: set[str], labels: list[str]
) -> None:
    groups = (
        Group("held", "event", ("organisers",)),
        Group("paid", "event", ("funders",)),
        Group("rest", "event"),
        Group("other", "org"),
    )
    found = grouped(groups, [(Naming("event", keys), "page")])
    assert [group.label for group, _pages in found] == labels


def test_a_page_of_a_kind_without_a_group_is_not_lost() -> None:
    found = grouped(
        (Group("rest", "event"),), [(Naming("case", ["law"]), 1), (Naming("", [""]), 2)]
    )
    assert [(group.label, pages) for group, pages in found] == [("Other pages", [1, 2])]
