"""The kinds of record: what is forgotten or misspelt in one is said when Python reads it."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from pydantic import create_model

import records.kinds
from formats.json_schemas import schemas
from records import rows
from records.bibliography import Source
from records.fields import OneOf, Text
from records.folders import FOLDERS
from records.keys import choices, keys_in
from records.kind import Chain, Dates, Names
from records.kinds import KINDS, kind_named
from records.kinds.events import EventFacts
from records.kinds.organisations import OrganisationFacts
from records.sheet_rows import Row
from records.speakers import Speaker
from seminars import row_shapes

if TYPE_CHECKING:
    from records.kind import Kind

NO_ROW = "is in no row: show it, or hide it with a reason"


class _Founded(OrganisationFacts):
    __module__ = "records.kinds.organisations"
    founder: Text | None = None


class _Choice(OrganisationFacts):
    __module__ = "records.kinds.organisations"
    type: Annotated[str, OneOf({"court": "a court", "tribunal": "a tribunal"})]


class _Elsewhere(OrganisationFacts):
    __module__ = "records.kinds.courts"


class _Titled(Speaker):
    title: str = ""


_Speaking = create_model(
    "_Speaking", __base__=EventFacts, __module__=EventFacts.__module__, speakers=tuple[_Titled, ...]
)


class _Archived(Source):
    archive: Text | None = None


_Sourced = create_model(
    "_Sourced",
    __base__=OrganisationFacts,
    __module__=OrganisationFacts.__module__,
    sources=(tuple[_Archived, ...], ()),
)


class _TooEarly(OrganisationFacts):
    __module__ = "records.kinds.organisations"
    offices: tuple[_Office, ...] = ()  # type: ignore[name-defined]  # noqa: F821 - it is not there


def without(label: str, *instead: Row) -> tuple[Row, ...]:
    """Return the rows of organisations with others in the place of the one so labelled."""
    return (*(row for row in kind_named("org").rows if row.label != label), *instead)


@pytest.mark.parametrize(
    ("name", "changes", "wrong"),
    [
        ("org", {"facts": _Founded}, f"the key `founder` of _Founded {NO_ROW}"),
        ("org", {"rows": without("Set up")}, f"the key `founded` of OrganisationFacts {NO_ROW}"),
        (
            "org",
            {"hidden": {"founded": "no reason"}},
            "the key `founded` of OrganisationFacts is in a row and hidden as well: "
            "show it, or hide it with a reason",
        ),
        (
            "org",
            {"rows": without("", Row("Motto", rows.Value("motto")))},
            "there is no key `motto` in OrganisationFacts",
        ),
        ("org", {"hidden": {"motto": "x"}}, "there is no key `motto` in OrganisationFacts"),
        (
            "org",
            {"rows": without("Abbreviation", Row("Abbreviation", rows.Text("abbreviation")))},
            "the free text `abbreviation` has no note for translators: give its row one",
        ),
        (
            "org",
            {"rows": without("Abbreviation", Row("Abbreviation", rows.Value("abbreviation")))},
            "the key `abbreviation` of OrganisationFacts wants Text or Place",
        ),
        (
            "org",
            {"rows": without("Set up", Row("Set up", rows.Text("founded"), note="x"))},
            "the key `founded` of OrganisationFacts wants another shape",
        ),
        (
            "org",
            {"rows": without("Attached to", Row("Attached to", rows.Value("parent")))},
            "the key `parent` of OrganisationFacts wants Reference",
        ),
        (
            "org",
            {"facts": _Sourced},
            "the free text `sources.archive` has no note for translators: give its row one",
        ),
        ("org", {"facts": _Choice}, "the key `type` of _Choice has no word for `tribunal`"),
        ("event", {"facts": _Speaking}, f"the key `title` of _Titled {NO_ROW}"),
        (
            "org",
            {"facts": _TooEarly},
            "a type that _TooEarly names is not known there: define it further up",
        ),
        ("org", {"names": Names(short="nick")}, "there is no key `nick` in OrganisationFacts"),
        ("org", {"chains": (Chain("above"),)}, "there is no key `above` in OrganisationFacts"),
        ("org", {"sidebar": "nick"}, "there is no key `nick` in OrganisationFacts"),
        (
            "org",
            {"dates": Dates("founded", "x")},
            "the key of the first day may be left out: require it",
        ),
        (
            "org",
            {"dates": Dates("first", "x", "founded")},
            "there is no key `first` in OrganisationFacts",
        ),
    ],
)
def test_what_is_forgotten_is_said_with_its_file(
    name: str, changes: dict[str, Any], wrong: str
) -> None:
    kind = kind_named(name)

    with pytest.raises(TypeError) as error:
        replace(kind, **changes)
    assert str(error.value) == f"{kind.file}: {wrong}"


def test_a_kind_that_no_list_has_says_where_its_line_belongs() -> None:
    with pytest.raises(TypeError) as error:
        replace(kind_named("org"), facts=_Elsewhere)
    assert str(error.value) == (
        "records/kinds/courts.py: the file `courts` is not in FOLDERS of records/folders.py: "
        "add its line there"
    )


def test_every_file_of_the_folder_is_a_kind_of_the_list() -> None:
    folder = Path(records.kinds.__file__).parent

    assert {path.stem for path in folder.glob("*.py")} == {"__init__", *FOLDERS}


def test_every_shape_of_a_row_is_shown() -> None:
    made = [one for one in vars(rows).values() if isinstance(one, type)]
    shapes = [one for one in made if issubclass(one, rows.Shape) and not one.__subclasses__()]

    assert rows.Text in shapes
    nothing = row_shapes._line.dispatch(rows.Shape)
    assert [one for one in shapes if row_shapes._line.dispatch(one) is nothing] == []


def test_a_name_is_that_of_one_kind() -> None:
    twice = replace(kind_named("concept"), name="org")

    with pytest.raises(TypeError, match=r"concepts\.py: the name 'org' is taken by .*tions\.py$"):
        records.kinds._known((*KINDS, twice))


def test_a_reference_names_a_kind_that_there_is() -> None:
    kinds = tuple(kind for kind in KINDS if kind.name != "concept")

    with pytest.raises(TypeError, match=r"events\.py: Refers\('concept'\): there is no such kind$"):
        records.kinds._known(kinds)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_and_every_value_is_described_to_editors(kind: Kind) -> None:
    keys = dict(keys_in(kind.facts))

    assert [path for path, info in keys.items() if not info.description] == []
    values = {path: choices(info) for path, info in keys.items()}
    assert values["type"] if "type" in keys else True
    assert [path for path, words in values.items() if not all(words.values())] == []
    assert [path for path, info in keys.items() if "Literal" in repr(info.annotation)] == []


def test_the_schemas_describe_every_key_and_every_value() -> None:
    schema = json.loads(schemas()["event"])
    speaker = schema["$defs"]["Speaker"]["properties"]

    assert schema["properties"]["type"]["oneOf"][0]["const"] == "seminar"
    for one in (*schema["properties"].values(), *schema["properties"]["type"]["oneOf"]):
        assert one["description"]
    assert all(one["description"] for one in speaker.values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_build_keeps_the_name_of_a_kind(kind: Kind) -> None:
    kept = pickle.dumps(kind)

    assert pickle.loads(kept) is kind  # noqa: S301 - our own
    assert len(kept) < 100
