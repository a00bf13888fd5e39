"""A mistake in a front matter fails the build: file, line, key, and what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support import EVENT, ORGANISATION, warnings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

INSTRUMENT = """---
type: treaty
short_name: Convention
url: https://example.org/
updated: 2026-01-01
---

# Convention

Texte.
"""

PAGE = "events/2018-06-05-chisinau.md"

# what stands in the event, what an editor writes instead, and what the build says
MISTAKES = [
    ("start: 2018-06-05", "start: 5 juin 2018", "3: WARNING: start: `5 juin 2018` is no date"),
    ("start: 2018-06-05", "start: 2018-13-05", "3: WARNING: start: `2018-13-05` is no date"),
    ("start: 2018-06-05\n", "", "1: WARNING: start: this key is missing"),
    ("end: 2018-06-07", "end: 2018-06-01", "4: WARNING: end: 2018-06-01 is before the start"),
    ("country: MD", "country: MX1", "6: WARNING: country: `MX1` is no country"),
    ("country: MD", "country: EU", "6: WARNING: country: `EU` is no country"),
    ("country: MD", "country: md", "6: WARNING: country: `md` is no country"),
    (
        "city: Chisinau",
        "cty: Chisinau",
        "5: WARNING: cty: there is no such key; did you mean `city`?",
    ),
    ("city: Chisinau", "city: 12", "5: WARNING: city: `12` is no text: put it between quotes"),
    ("city: Chisinau", "city: ''", "5: WARNING: city: is empty"),
    (
        "type: seminar",
        "type: reunion",
        "2: WARNING: type: `reunion` is not allowed here: 'seminar'",
    ),
    ("organisers: [unodc]", "organisers: unodc", "7: WARNING: organisers: a list is expected"),
    ("organisers: [unodc]", "organisers: [ONUDC]", "7: WARNING: organisers.0: `ONUDC` is no id"),
    (
        "organisers: [unodc]",
        "organisers: [unod]",
        "7: WARNING: organisers.0: there is no page glossary/organisations/unod.md; "
        "did you mean `unodc`?",
    ),
    (
        "organisers: [unodc]",
        "concepts: [traite]",
        "7: WARNING: concepts.0: there is no page glossary/concepts/traite.md",
    ),
    ("updated: 2026-01-01", "city: Paris", "8: WARNING: city: this key stands twice"),
    (
        '"https://example.org/"',
        "www.example.org",
        "10: WARNING: sources.0.url: `www.example.org` is no web",
    ),
    ("lang: fr", "lang: french", "10: WARNING: sources.0.lang: `french` is no language"),
    ("title: Page, ", "", "10: WARNING: sources.0.title: this key is missing"),
    (
        "title: Page, ",
        "title: Page, publisher: unodc, publisher_name: ONUDC, ",
        "10: WARNING: sources.0.publisher_name: give `publisher` or `publisher_name`, and not both",
    ),
    (
        "title: Page, ",
        "title: Page, dat: 2018-01-01, ",
        "10: WARNING: sources.0.dat: there is no such key",
    ),
    (
        "organisers: [unodc]",
        "speakers: [{name: A, function: juge, announced: perhaps}]",
        "7: WARNING: speakers.0.announced: `perhaps` is neither true nor false",
    ),
    ("# Un séminaire", "Un séminaire", "1: WARNING: the page has no heading"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_reported_at_its_line(
    build: Callable[..., SphinxTestApp], right: str, wrong: str, message: str
) -> None:
    assert right in EVENT
    app = build({PAGE: EVENT.replace(right, wrong)}, builder="dummy")

    found = [line for line in warnings(app) if "[seminars." in line]
    assert len(found) == 1, warnings(app)
    assert found[0].startswith(f"{PAGE}:{message}")


def test_all_mistakes_of_a_page_come_at_once(build: Callable[..., SphinxTestApp]) -> None:
    page = EVENT
    for right, wrong in (
        ("2018-06-05", "bientôt"),
        ("MD", "ZZ"),
        ("updated", "updatd"),
        ("lang: fr", "lang: x"),
    ):
        page = page.replace(right, wrong, 1)
    app = build({PAGE: page}, builder="dummy")

    assert sorted(line.split(": ")[2] for line in warnings(app)) == [
        "country",
        "sources.0.lang",
        "start",
        "updatd",
    ]


def test_a_refused_page_can_still_be_referred_to(build: Callable[..., SphinxTestApp]) -> None:
    text = ORGANISATION.replace("Un texte.", "Voir {event}`2018-06-05-chisinau`.")
    app = build(
        {PAGE: EVENT.replace("MD", "ZZ"), "glossary/organisations/unodc.md": text}, builder="dummy"
    )

    assert len(warnings(app)) == 1


def test_an_id_is_taken_once_in_all_kinds(build: Callable[..., SphinxTestApp]) -> None:
    app = build({"glossary/instruments/unodc.md": INSTRUMENT}, builder="dummy")

    assert warnings(app) == [
        "glossary/organisations/unodc.md:1: WARNING: the id `unodc` is taken by "
        "glossary/instruments/unodc [seminars.duplicate]"
    ]


def test_a_record_without_a_source_is_refused(build: Callable[..., SphinxTestApp]) -> None:
    page = ORGANISATION.replace("url: https://www.unodc.org/\n", "")
    app = build({"glossary/organisations/unodc.md": page}, builder="dummy")

    assert warnings(app) == [
        "glossary/organisations/unodc.md:1: WARNING: sources: missing: no fact without a source "
        "(`sources` or `url`) [seminars.front_matter]"
    ]


def test_a_reference_to_nothing_names_the_id_that_was_meant(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({PAGE: EVENT.replace("{org}`unodc`", "{org}`unodcc`")}, builder="dummy")

    assert len(warnings(app)) == 1
    assert (
        "there is no page glossary/organisations/unodcc.md; did you mean `unodc`?"
        in warnings(app)[0]
    )
    assert warnings(app)[0].startswith(f"{PAGE}:15: ")
