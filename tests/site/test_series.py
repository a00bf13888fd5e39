"""Meetings on pages: dates, status and places in lists; series and relations, shown both ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from support import EVENT, INDEX, warnings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

FIRST = "events/2018-06-05-chisinau"
SECOND = EVENT.replace(
    "start: 2018-06-05\nend: 2018-06-07", "start: 2001-06\nend: 2001-07"
).replace(
    "city: Chisinau\ncountry: MD",
    "city: Belgrade\ncountry: YU\nfurther_places: [{city: Sofia, country: BG}]\nstatus: cancelled\n"
    "series: cycle\nfunders: [{country: FR}, {name: Une fondation}]\n"
    "relations:\n  - {type: prepares, target: 2018-06-05-chisinau, sources: [page]}\n"
    "  - {type: same-subject, meeting: Réunion de Vienne}\n"
    "  - {type: same-subject, target: 2020-06-05-online}",
)
ONLINE = EVENT.replace("2018", "2020").replace("city: Chisinau\ncountry: MD", "mode: online")
SERIES = """---
type: cycle
funders: [{country: NO}]
meetings:
  - {name: Atelier, start: 2000, city: Budva, country: YU, sources: [page]}
  - {start: 2017-04, end: 2017-05, city: Split, country: HR, status: postponed, sources: [page]}
sources: [{id: page, kind: report, url: "https://example.org/", title: Page, lang: fr}]
updated: 2026-01-01
---

# Un cycle

Un texte.
"""
LIST = "---\norphan: true\n---\n\n# Liste\n\n```{event-list}\n```\n"
PAGES = {
    "index.md": INDEX.replace("events/*", "events/*\nseries/*"),
    "events/2001-06-belgrade.md": SECOND.replace("Un séminaire", "Une réunion"),
    "events/2020-06-05-online.md": ONLINE.replace("Un séminaire", "Un webinaire"),
    "series/cycle.md": SERIES,
    "liste.md": LIST,
}


def lines(app: SphinxTestApp, page: str, selector: str) -> list[str]:
    soup = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")
    found = [" ".join(one.get_text(" ").split()) for one in soup.select(selector)]
    return [re.sub(r" (?=[,)\]])|(?<=[(\[]) |\u2060 ?", "", line) for line in found]


def test_meetings_are_shown_as_they_are_known(build: Callable[..., SphinxTestApp]) -> None:
    app = build(PAGES)

    assert warnings(app) == []
    # lists: the latest first, with what became of each, and no country for what was online
    assert lines(app, "liste", ".when") == ["5–7 juin 2020", "5–7 juin 2018", "juin – juillet 2001"]
    assert lines(app, "liste", ".event-meta") == [
        "Seminar · online",
        "Seminar · Chisinau (République de Moldova)",
        "Seminar · Belgrade (Yugoslavia), Sofia (Bulgarie) · cancelled",
    ]
    # the line under the title
    head = ["Seminar", "cancelled", "juin – juillet 2001"]
    head += ["Belgrade (Yugoslavia)", "Sofia (Bulgarie)"]
    assert lines(app, "events/2001-06-belgrade", ".fact-line li") == head
    # the sheet: a label for one, another for several; States and bodies without a page
    sheet = lines(app, "events/2001-06-belgrade", ".fact-sheet dt, .fact-sheet dd")
    pairs = dict(zip(sheet[::2], sheet[1::2], strict=True))
    assert pairs["Funders :"] == "France Une fondation"
    name = "Office des Nations Unies contre la drogue et le crime (ONUDC)"
    assert pairs["Organiser :"] == name
    assert pairs["Series :"] == "Un cycle"
    # relations stand on both pages; what no source says is the archive's
    assert lines(app, "events/2001-06-belgrade", "#relations li") == [
        "Prepares: Un séminaire [1]",
        "Same subject: Réunion de Vienne (link made by the archive)",
        "Same subject: Un webinaire (link made by the archive)",
    ]
    inverse = "Same subject: Une réunion (link made by the archive)"
    assert lines(app, "events/2020-06-05-online", "#relations p") == [inverse]
    assert lines(app, FIRST, "#relations p") == ["Prepared by: Une réunion"]
    assert lines(app, FIRST, ".dossier li") == []
    # a series: all its meetings by date, those without a page with their sources
    assert lines(app, "series/cycle", "#meetings li") == [
        "Atelier, Budva (Yugoslavia), 2000 [1]",
        "Une réunion — Belgrade (Yugoslavia), Sofia (Bulgarie), juin – juillet 2001, cancelled",
        "Split (Croatie), avril – mai 2017, postponed [1]",
    ]
    assert lines(app, "series/cycle", ".fact-sheet dd")[0] == "Norvège"


def test_relations_that_lead_back_are_named(build: Callable[..., SphinxTestApp]) -> None:
    relation = "relations: [{{type: follows, target: {}, sources: [page]}}]\nupdated:"
    first = EVENT.replace("updated:", relation.format("2001-06-belgrade"), 1)
    second = SECOND.replace("type: prepares", "type: follows").replace("series: cycle\n", "")
    second = second.replace("\n  - {type: same-subject, target: 2020-06-05-online}", "")

    app = build({f"{FIRST}.md": first, "events/2001-06-belgrade.md": second})

    assert [line.partition(" [")[0] for line in warnings(app)] == [
        "events/2001-06-belgrade.md:11: WARNING: relations.1.target: the records lead back to this "
        "one: 2001-06-belgrade → 2018-06-05-chisinau → 2001-06-belgrade"
    ]


def test_a_series_that_is_not_there_is_named_where_it_is_written(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({f"{FIRST}.md": EVENT.replace("updated:", "series: cycle\nupdated:", 1)})

    assert warnings(app) == [
        f"{FIRST}.md:8: WARNING: series: there is no page series/cycle.md; to begin "
        "it, `make new-record KIND=series ID=cycle` [seminars.unknown_record]"
    ]
