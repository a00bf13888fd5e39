"""What the front matter says of meetings: when, where, how, who; and of the series of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from records.front_matter import split_front_matter
from records.front_matter_faults import check
from records.kinds import kind_named
from support import EVENT

if TYPE_CHECKING:
    from records.facts import Facts
    from records.faults import Fault

START = "start: 2018-06-05\nend: 2018-06-07"
PLACE = "city: Chisinau\ncountry: MD"
ORGANISERS = "organisers: [unodc]"
NAME = "2018-06-05-chisinau"
SERIES = """---
type: cycle
sources: [{id: page, kind: report, url: "https://example.org/", title: P, lang: fr}]
meetings:
  - {name: Atelier, start: 2017-04, city: Budva, country: ME, sources: [page]}
updated: 2026-01-01
---

# Un cycle
"""


def read(page: str, *, kind: str = "event", name: str = NAME) -> tuple[Facts | None, list[Fault]]:
    """Return the facts of *page*, and what is said of it."""
    return check(kind_named(kind), name, split_front_matter(page))


RIGHT = [
    (START, "start: 2018-06", "2018-06-chisinau"),
    (START, "start: 2018", "2018-chisinau"),
    (START, "start: 2018\nend: 2019", "2018-chisinau"),
    (START, "start: 2018-06\nend: 2018-06-07", "2018-06-chisinau"),
    (START, "start: 2018-06-05", "2018-06-chisinau"),  # the day was found out later
    (START, "start: 2018-06", NAME),
    (START, "start: 2018-07-02\nfirst_announced: 2018-06-05", NAME),
    (START, f"{START}\nstatus: postponed", NAME),
    (START, f"{START}\nstatus: cancelled", NAME),
    (PLACE, "mode: online", NAME),
    (PLACE, "city: En ligne\nmode: online", NAME),
    (PLACE, f"mode: hybrid\n{PLACE}", NAME),
    (PLACE, "country: MD", NAME),
    (PLACE, f"{PLACE}\nfurther_places: [{{country: RO}}, {{city: Iași, country: RO}}]", NAME),
    (f"{START}\n{PLACE}", "start: 2001\ncity: Belgrade\ncountry: YU", "2001-belgrade"),
    (f"{START}\n{PLACE}", "start: 2004\ncountry: CS", "2004-belgrade"),
    (f"{START}\n{PLACE}", "start: 1990\ncountry: SUHH", "1990-moscow"),
    (ORGANISERS, "organisers: [unodc, {country: FR}, {name: Pôle de Zagreb}]", NAME),
    (ORGANISERS, "funders: [{org: unodc}]\nparticipants: [{country: GR}]", NAME),
    (ORGANISERS, "supporters: [{country: NO}]\nin_cooperation_with: [osce]", NAME),
    (ORGANISERS, "organisers: [{country: FR}, {name: Pôle}]", NAME),
    (ORGANISERS, "series: smuggling-of-migrants", NAME),
    (ORGANISERS, "relations: [{type: follows, target: 2017-04-26-budva}]", NAME),
    (ORGANISERS, "relations: [{type: prepares, meeting: Conseil, sources: [page]}]", NAME),
    (ORGANISERS, "speakers: [{function: trois représentants, organisation: unodc}]", NAME),
    (ORGANISERS, "speakers: [{name: A, role: opening}]", NAME),
    (ORGANISERS, "speakers: [{id: a, name: A, role: [announced, moderator]}]", NAME),
    (ORGANISERS, "speakers: [{name: A, organisation_name: Mairie de Split}]", NAME),
    *((PLACE, f"city: {text}\ncountry: NO", NAME) for text in ("1999", "5.10", "12:30", "010")),
    *((PLACE, f"city: {text}\ncountry: MD", NAME) for text in ("yes", "on", "0x1F", "1_000")),
    *((PLACE, f"city: {text}\ncountry: MD", NAME) for text in (".inf", "2004-06", "true", "1e5")),
    ("lang: fr", "lang: no", NAME),
]


@pytest.mark.parametrize(("old", "new", "name"), RIGHT)
def test_what_is_right_is_silent(old: str, new: str, name: str) -> None:
    assert old in EVENT

    facts, faults = read(EVENT.replace(old, new), name=name)

    assert faults == []
    assert facts is not None


@pytest.mark.parametrize("text", ["1999", "5.10", "12:30", "010", "0x1F", "on", ".inf", "2004-06"])
def test_a_text_is_as_it_was_typed(text: str) -> None:
    facts, _faults = read(EVENT.replace("city: Chisinau", f"city: {text}"))

    assert getattr(facts, "city", None) == text


NO_DATE = (
    " is no date: year-month-day, year-month or the year is allowed, as in 2018-06-05, 2018-06 "
    "or 2018"
)
NO_COUNTRY = (
    " is no country: two capital letters of ISO 3166-1 are allowed, as in MD or FR, or of "
    "ISO 3166-3, as YU"
)
NO_PARTY = "the id of an organisation, {country: FR} or {name: Nom} is"
ONE_MEETING = "give `target`, the id of a seminar, or `meeting`, the name of one without a page"
WRONG = [
    (START, "start: 2018-13", ["3: start: `2018-13` is no date: a year has the months 01 to 12"]),
    (START, "start: 2018-00", ["3: start: `2018-00` is no date: a year has the months 01 to 12"]),
    (
        START,
        "start: 2018-06-31",
        ["3: start: `2018-06-31` is no date: 2018-06 has the days 01 to 30"],
    ),
    (START, "start: 18", [f"3: start: `18`{NO_DATE}"]),
    (START, "start: 2018-06~", [f"3: start: `2018-06~`{NO_DATE}"]),
    (
        START,
        "start: 2018-06-05\nend: 2018-05",
        ["4: end: 2018-05 is before the start, 2018-06-05"],
    ),
    (START, "start: 2018-06-05\nend: 2017", ["4: end: 2017 is before the start, 2018-06-05"]),
    (
        START,
        f"{START}\nstatus: annulé",
        ["5: status: `annulé` is not allowed here: 'held', 'postponed' or 'cancelled'"],
    ),
    (
        PLACE,
        f"{PLACE}\nmode: virtual",
        ["7: mode: `virtual` is not allowed here: 'in-person', 'online' or 'hybrid'"],
    ),
    (
        PLACE,
        "city: Chisinau",
        ["1: country: this key is missing: a meeting has a country, unless it is `mode: online`"],
    ),
    (
        PLACE,
        "mode: hybrid",
        ["1: country: this key is missing: a meeting has a country, unless it is `mode: online`"],
    ),
    (PLACE, "country: YU", ["5: country: `YU`, Yugoslavia, was a country from 1974 to 2003 only"]),
    (
        PLACE,
        "country: CS",
        ["5: country: `CS`, Serbia and Montenegro, was a country from 2003 to 2006 only"],
    ),
    (PLACE, "country: XX", [f"5: country: `XX`{NO_COUNTRY}"]),
    (
        PLACE,
        f"{PLACE}\nfurther_places: [{{city: Iași}}]",
        ["7: further_places.1.country: this key is missing"],
    ),
    (ORGANISERS, "organisers: [[a]]", [f"7: organisers.1: a list is not allowed here: {NO_PARTY}"]),
    (ORGANISERS, "organisers: [{}]", [f"7: organisers.1: give one of its keys: {NO_PARTY}"]),
    (
        ORGANISERS,
        "organisers: [{country: FR, name: France}]",
        [f"7: organisers.1: give one of its keys: {NO_PARTY}"],
    ),
    (ORGANISERS, "funders: [{country: France}]", [f"7: funders.1.country: `France`{NO_COUNTRY}"]),
    (
        ORGANISERS,
        "funders: [{country: FR}, {country: FR}]",
        ["7: funders: `FR` stands twice: keep one of them"],
    ),
    (
        ORGANISERS,
        "series: cycle de conférences",
        ["7: series: a series has a page of its own, in `series/`: write it, and give its id here"],
    ),
    (ORGANISERS, "relations: [{type: follows}]", [f"7: relations.1.meeting: {ONE_MEETING}"]),
    (
        ORGANISERS,
        "relations: [{type: follows, target: 2017-04-26-budva, meeting: Budva}]",
        [f"7: relations.1.meeting: {ONE_MEETING}"],
    ),
    (
        ORGANISERS,
        "relations: [{type: after, target: 2017-04-26-budva}]",
        [
            "7: relations.1.type: `after` is not allowed here: 'follows', 'prepares', "
            "'same-series', 'same-project' or 'same-subject'"
        ],
    ),
    (
        ORGANISERS,
        f"relations: [{{type: follows, target: {NAME}}}]",
        [f"7: relations.1.target: `{NAME}` is this page itself: name another one"],
    ),
    (
        ORGANISERS,
        "relations: [{type: follows, meeting: Budva, sources: [unodc]}]",
        ["7: relations.1.sources.1: there is no source `unodc` on this page: there are page"],
    ),
    (
        ORGANISERS,
        "speakers: [{country: FR}]",
        ["7: speakers.1.function: this key is missing: a speaker has a name, a function or both"],
    ),
    (
        ORGANISERS,
        "speakers: [{id: a, function: juge}]",
        ["7: speakers.1.name: this key is missing: an `id` is that of somebody with a name"],
    ),
    (
        ORGANISERS,
        "speakers: [{id: a, name: A}, {id: a, name: B}]",
        ["7: speakers: the id `a` stands twice: give each speaker one of his or her own"],
    ),
    (
        ORGANISERS,
        "speakers: [{name: A, announced: true}]",
        ["7: speakers.1.announced: there is no such key any more: write `role: announced`"],
    ),
    (
        ORGANISERS,
        "speakers: [{name: A, organisation: unodc, organisation_name: ONUDC}]",
        [
            "7: speakers.1.organisation_name: give `organisation` or `organisation_name`, and "
            "not both"
        ],
    ),
    (
        ORGANISERS,
        "speakers: [{name: A, role: boss}]",
        [
            "7: speakers.1.role.1: `boss` is not allowed here: 'opening', 'closing', 'keynote', "
            "'chair', 'co-chair', 'moderator', 'facilitator', 'trainer', 'panellist', 'speaker', "
            "'statement', 'participant' or 'announced'"
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "lines"), WRONG)
def test_what_is_wrong_is_said_once_with_what_is_allowed(
    old: str, new: str, lines: list[str]
) -> None:
    assert old in EVENT.replace("7: ", "")

    _facts, faults = read(EVENT.replace(old, new))

    assert [f"{fault.line}: {fault}" for fault in faults] == lines


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("", "", []),
        ("type: cycle", "type: cycle\nfunders: [{country: FR}]\nstart: 2016\nend: 2017", []),
        ("type: cycle", "type: cycle\nstart: 2017\nend: 2016", ["4: end: 2016 is before the start, "
         "2017"]),
        (", sources: [page]", "", ["5: meetings.1.sources: this key is missing"]),
        ("start: 2017-04, ", "", ["5: meetings.1.start: this key is missing"]),
        (", country: ME", "", ["5: meetings.1.country: this key is missing: a meeting has a "
         "country, unless it is `mode: online`"]),
        ("type: cycle", "type: list", ["2: type: `list` is not allowed here: 'cycle', 'project', "
         "'network' or 'process'"]),
    ],
)  # fmt: skip
def test_a_series_is_a_record(old: str, new: str, lines: list[str]) -> None:
    _facts, faults = read(SERIES.replace(old, new, 1), kind="series", name="cycle")

    assert [f"{fault.line}: {fault}" for fault in faults] == lines
