"""What a record is called: one answer for pages, sidebar, lists, book and termbase."""

from __future__ import annotations

import pytest

from records.kinds import kind_named
from records.kinds.organisations import OrganisationFacts
from records.names import (
    Name,
    all_names,
    in_reference,
    in_sidebar,
    is_name,
    is_name_of,
    short_name,
)

TITLE = "Le nom en entier"
SMALL = "le nom en entier"


@pytest.mark.parametrize(
    ("kind", "texts", "reference", "sidebar", "short"),
    [
        ("event", {"city": "Sofia"}, (TITLE, None), "Sofia", None),
        ("org", {"abbreviation": "ONUDC"}, ("ONUDC", TITLE), "ONUDC", "ONUDC"),
        ("org", {}, (TITLE, None), TITLE, None),
        ("org", {"abbreviation": ""}, (TITLE, None), TITLE, ""),
        ("instrument", {"short_name": "Court"}, ("Court", None), "Court", "Court"),
        ("org", {"abbreviation": TITLE}, (TITLE, None), TITLE, None),
        ("org", {"abbreviation": TITLE, "short_name": "Court"}, ("Court", None), "Court", "Court"),
        ("instrument", {"short_name": TITLE}, (TITLE, None), TITLE, None),
        ("instrument", {"short_name": SMALL}, (SMALL, None), TITLE, None),
        ("concept", {"also": "autre; tiers"}, (TITLE, None), TITLE, None),
    ],
)
def test_a_record_is_called_by_what_its_kind_says(
    kind: str,
    texts: dict[str, str],
    reference: tuple[str, str | None],
    sidebar: str,
    short: str | None,
) -> None:
    own = kind_named(kind)

    assert in_reference(own, TITLE, texts) == reference
    assert in_sidebar(own, TITLE, texts) == sidebar
    assert (short_name(own, TITLE, texts) or None) == (short or None)


@pytest.mark.parametrize(
    ("kind", "texts", "others"),
    [
        ("event", {"city": "Sofia", "also": "x"}, []),
        ("org", {"abbreviation": "ONUDC"}, [Name("ONUDC", "abbreviation")]),
        ("org", {"abbreviation": TITLE}, []),
        ("instrument", {"short_name": "Court"}, [Name("Court", "short")]),
        (
            "concept",
            {"also": "autre ; tiers; autre;"},
            [Name("autre", "variant"), Name("tiers", "variant")],
        ),
    ],
)
def test_the_termbase_has_every_name_once(
    kind: str, texts: dict[str, str], others: list[Name]
) -> None:
    assert all_names(kind_named(kind), TITLE, texts) == [Name(TITLE, "full"), *others]
    assert all_names(kind_named(kind), "", texts) == []


def test_a_short_name_is_the_archives_own_and_an_abbreviation_is_official() -> None:
    assert is_name(kind_named("org"), "abbreviation")
    assert not is_name(kind_named("org"), "city")
    assert not is_name(kind_named("instrument"), "short_name")
    assert not is_name(kind_named("event"), "city")


@pytest.mark.parametrize(
    ("former", "year", "expected"),
    [
        ([], 2017, True),
        ([{"name": "A", "first": "2007", "last": "2012"}], 2017, True),
        ([{"name": "A", "first": "2007", "last": "2017"}], 2017, False),
        ([{"name": "A", "last": "2019"}], 2017, False),
        ([{"name": "A"}], 2017, False),
    ],
)
def test_a_heading_is_the_name_of_a_year_in_which_no_other_was(
    former: list[dict[str, object]], year: int, expected: bool
) -> None:
    facts = OrganisationFacts.model_validate(
        {"updated": "2026-01-01", "type": "ministry", "former_names": former}
    )
    assert is_name_of(facts, year) is expected
