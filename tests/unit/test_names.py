"""What a record is called: one answer for pages, sidebar, lists, book and termbase."""

from __future__ import annotations

import pytest

from records.kinds import kind_named
from records.kinds.organisations import OrganisationFacts
from records.names import (
    Name,
    Shown,
    abbreviated,
    all_names,
    in_full,
    in_reference,
    in_sidebar,
    in_year,
    is_name,
    is_name_of,
    short_name,
    texts_of_sheet,
)
from records.wording import Wording

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
        ("org", {"short_name": f"{TITLE} (X)"}, (f"{TITLE} (X)", None), TITLE, None),
        ("org", {"abbreviation": "Nom de X"}, ("Nom de X", None), "Nom de X", "Nom de X"),
        ("org", {"abbreviation": f"{TITLE} (X)"}, (f"{TITLE} (X)", None), TITLE, None),
        (
            "org",
            {"abbreviation": "DG X (France)"},
            ("DG X (France)", TITLE),
            *2 * ["DG X (France)"],
        ),
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

    assert in_reference(own, TITLE, texts) == Shown(*reference)
    assert in_sidebar(own, TITLE, texts) == sidebar
    assert (short_name(own, TITLE, texts) or None) == (short or None)


@pytest.mark.parametrize(
    ("kind", "texts", "others"),
    [
        ("event", {"city": "Sofia", "also": "x"}, []),
        ("org", {"abbreviation": "ONUDC"}, [Name("ONUDC", "abbreviation")]),
        ("org", {"abbreviation": TITLE}, []),
        ("instrument", {"short_name": "Court"}, [Name("Court", "short")]),
        ("org", {"abbreviation": "Nom de X"}, [Name("Nom de X", "short")]),
        ("org", {"short_name": f"{TITLE} (X)"}, [Name(f"{TITLE} (X)", "variant")]),
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


@pytest.mark.parametrize(
    ("texts", "sheet"),
    [
        ({"abbreviation": "X", "city": "Y"}, {"abbreviation": "X", "city": "Y"}),
        ({"abbreviation": "Nom de X", "city": "Y"}, {"short_name": "Nom de X", "city": "Y"}),
        ({"abbreviation": f"{TITLE} de X"}, {}),
        ({"short_name": f"{TITLE} de X"}, {}),
        ({"short_name": TITLE.lower()}, {}),
        ({"abbreviation": "Nom de X", "short_name": "Nom"}, {"short_name": "Nom"}),
    ],
)
def test_a_sheet_has_a_name_under_what_it_is_and_none_that_is_not_shorter(
    texts: dict[str, str], sheet: dict[str, str]
) -> None:
    assert texts_of_sheet(kind_named("org"), TITLE, texts) == sheet


@pytest.mark.parametrize(
    ("title", "short", "read"),
    [
        ("Nom", "X", "Nom (X)"),
        ("Nom (Pays)", "X", "Nom (Pays), X"),
        ("Nom", "X (Pays)", "Nom, X (Pays)"),
        ("X, nom en entier", "X", "X, nom en entier"),
        ("Nom de pays (Pays)", "Nom de son pays (X)", "Nom de pays (Pays)"),
    ],
)
def test_a_name_in_full_has_the_abbreviation_behind_it_and_no_second_name(
    title: str, short: str, read: str
) -> None:
    org = kind_named("org")
    texts = {"abbreviation": Wording(short, "fr")}
    shown = in_full(org, Wording(title, "fr"), texts)

    assert "".join(one if isinstance(one, str) else one.text for one in shown.parts) == read
    assert "".join(in_full(org, title, {"abbreviation": short}).parts) == read


def test_a_name_that_a_body_had_not_yet_is_not_given_in_full() -> None:
    facts = OrganisationFacts.model_validate(
        {
            "updated": "2026-01-01",
            "type": "ministry",
            "former_names": [{"name": "A", "last": "2012"}],
        }
    )
    org, texts = kind_named("org"), {"abbreviation": "X"}

    assert in_year(org, facts, TITLE, texts, 2013) == Shown(TITLE, short=(" (", "X", ")"))
    assert in_year(org, facts, TITLE, texts, 2012) == Shown("X", TITLE)
    assert abbreviated(org, TITLE, texts) == "X"
    assert abbreviated(org, TITLE, {"abbreviation": "Nom de X"}) is None


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
