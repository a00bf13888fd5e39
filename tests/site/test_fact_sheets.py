"""What a fact sheet says: names in full, who spoke and who was there, States in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from seminars.composer import Composer, as_text
from support import EVENT, ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

EVENT_PAGE = "events/2018-06-05-chisinau"
UNODC = "Office des Nations Unies contre la drogue et le crime (ONUDC)"
SHEET = """participants: [icmpd, {country: FR}, {name: Une ville}, {country: NG}]
participating_states: États parties
speakers:
  - {name: A, function: juge, organisation: unodc, role: opening}
  - {name: B (C), organisation: ocrteh, role: [opening, participant]}
  - {name: D, function: juge, organisation: ocrteh, role: speaker}
  - {name: E, function: juge, role: participant}
updated:"""
OTHERS = {
    "icmpd": ("abbreviation: ICMPD (Vienne)", "Centre des migrations"),
    "ocrteh": ("abbreviation: OCRTEH", "Office central (France)"),
}
INSTRUMENT = """---
type: treaty
short_name: un traité
adopted_by: unodc
organ: Comité des Ministres
number: NUMBER
url: https://www.example.org/
updated: 2026-01-01
---

# Un traité

Un texte.
"""


def sheet(app: SphinxTestApp, page: str) -> dict[str, list[str]]:
    """Return the lines of each row of the fact sheet of *page*, by its label."""
    html = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")
    rows = {}
    for label in html.select(".fact-sheet dt"):
        body = label.find_next_sibling("dd")
        lines = [" ".join(line.text.split()) for line in body.select("p")]
        rows[label.text.strip().removesuffix(":").strip()] = lines
    return rows


def organisations() -> dict[str, str]:
    pages = {}
    for name, (short, title) in OTHERS.items():
        page = ORGANISATION.replace("abbreviation: ONUDC", short)
        pages[f"glossary/organisations/{name}.md"] = page.replace(UNODC.rpartition(" (")[0], title)
    return pages


def test_a_sheet_names_each_in_full_once_and_tells_who_spoke_from_who_was_there(
    build: Build,
) -> None:
    pages = {f"{EVENT_PAGE}.md": EVENT.replace("updated:", SHEET), **organisations()}

    rows = sheet(build(pages), EVENT_PAGE)

    assert rows["Organiser"] == [UNODC]
    assert rows["Taking part"] == ["Centre des migrations, ICMPD (Vienne)", "Une ville"]
    assert rows["Participating States"] == ["États parties, among them France, Nigéria"]
    assert rows["Speakers"] == [
        "A, juge (ONUDC) — opening",
        "B (C), Office central (France), OCRTEH — opening, participation",
        "D, juge (OCRTEH) — address",
    ]
    assert rows["Person present"] == ["E, juge"]


@pytest.mark.parametrize(("last", "shown"), [(2017, UNODC), (2018, "ONUDC"), (2020, "ONUDC")])
def test_a_sheet_gives_no_name_in_full_that_the_body_had_not_yet(
    build: Build, last: int, shown: str
) -> None:
    former = f"former_names: [{{name: Bureau, last: {last}}}]\nupdated:"
    organisation = ORGANISATION.replace("updated:", former)
    pages = {f"{EVENT_PAGE}.md": EVENT, "glossary/organisations/unodc.md": organisation}

    assert sheet(build(pages), EVENT_PAGE)["Organiser"] == [shown]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ("short_name: Office de X", ["Office de X"]),
        ("abbreviation: Office de X", ["Office de X"]),
        (f"short_name: {UNODC}", None),
        (f"abbreviation: {UNODC}", None),
    ],
)
def test_a_name_in_words_is_a_short_name_if_it_is_shorter(
    build: Build, keys: str, row: list[str] | None
) -> None:
    name = "glossary/organisations/unodc"
    page = ORGANISATION.replace("abbreviation: ONUDC", keys)

    app = build({f"{EVENT_PAGE}.md": EVENT, f"{name}.md": page})

    assert sheet(app, name).get("Short name") == row
    assert "Office de X" not in (app.outdir / f"{name}.html").read_text("utf-8").partition("<dl")[0]
    if keys.startswith("abbreviation"):
        assert sheet(app, EVENT_PAGE)["Organiser"] == [UNODC.rpartition(" (")[0]]


def test_states_stand_in_the_order_of_their_names_and_bodies_where_they_are(build: Build) -> None:
    states = "{country: FI}, unodc, {country: EE}, {country: EG}"
    keys = f"participants: [{states}]\npartners: [{states}]\nupdated:"

    rows = sheet(build({f"{EVENT_PAGE}.md": EVENT.replace("updated:", keys)}), EVENT_PAGE)

    assert rows["Participating States"] == ["Égypte, Estonie, Finlande"]
    assert rows["Partners"] == ["Égypte", "ONUDC", "Estonie", "Finlande"]


def test_states_that_are_named_stand_alone_where_no_text_tells_of_others(build: Build) -> None:
    page = EVENT.replace("updated:", "participants: [{country: FR}, {country: NG}]\nupdated:")

    rows = sheet(build({f"{EVENT_PAGE}.md": page}), EVENT_PAGE)

    assert rows["Participating States"] == ["France, Nigéria"]
    assert "Taking part" not in rows


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ('{series: UNTS, volume: "2171", ref: "27531"}', "UNTS, vol. 2171, No. 27531"),
        ('{series: UNTS, ref: "27531"}', "UNTS, No. 27531"),
        (
            '{series: LNTS, volume: "60", ref: "1414"}',
            "League of Nations Treaty Series, vol. 60, No. 1414",
        ),
        ('{series: CETS, ref: "197"}', "CETS No. 197"),
        ('{series: UN, ref: "71/1"}', "Resolution 71/1"),
        ('{series: FR, ref: "2013-711"}', "No. 2013-711"),
        ('{series: ILO, ref: "C029"}', "ILO, C029"),
        ('{series: EU, ref: "2012/29/UE"}', "2012/29/UE"),
    ],
)
def test_an_instrument_is_quoted_by_series_volume_and_number(
    build: Build, number: str, shown: str
) -> None:
    name = "glossary/instruments/a"

    app = build({f"{name}.md": INSTRUMENT.replace("NUMBER", number)})

    html = BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")
    line = [" ".join(one.text.split()) for one in html.select(".fact-line li")]
    assert shown in line
    assert sheet(app, name)["Author"] == [f"{UNODC}, Comité des Ministres"]


def test_former_names_have_their_years_in_no_second_brackets(build: Build) -> None:
    names = """former_names:
  - {name: Un centre (Paris), first: 1958, last: 1970}
  - {name: Une école, last: 1957}
updated:"""
    page = "glossary/organisations/unodc"

    app = build({f"{page}.md": ORGANISATION.replace("updated:", names)})
    rows = sheet(app, page)

    assert rows["Former names"] == ["Un centre (Paris), 1958–1970", "Une école (until 1957)"]


def test_a_pattern_is_bound_to_what_stands_in_it(build: Build) -> None:
    composer = Composer(build().env, "index")
    composer.language = "ru"

    years = composer.phrase("%(first)s–%(last)s гг., № %(number)s", first="1", last="2", number="3")

    assert "".join(map(as_text, years)) == "1–2\xa0гг., №\xa03"
