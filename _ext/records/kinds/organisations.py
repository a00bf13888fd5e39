"""Organisations: those that hold seminars, adopt instruments, or publish what is known of them."""

from __future__ import annotations

from typing import Annotated, Literal

from records import rows
from records.facts import Facts
from records.fields import Country, Id, Language, Refers, Several, Text, Year
from records.kind import Chain, Kind, Names
from records.rows import Row


class OrganisationFacts(Facts):
    """Front matter of a page under ``glossary/organisations/``."""

    type: Literal[
        "un-body",
        "intergovernmental",
        "eu-institution",
        "eu-agency",
        "treaty-body",
        "court",
        "national-authority",
        "ngo",
        "foundation",
        "network",
    ]
    abbreviation: Text | None = None
    official: Several[Language] = ()
    parent: Annotated[Id, Refers("org")] | None = None
    founded: Year | None = None
    city: Text | None = None
    country: Country | None = None


_TYPE = rows.Word(
    "type",
    {
        "un-body": "United Nations body",
        "intergovernmental": "Intergovernmental organisation",
        "eu-institution": "European Union institution",
        "eu-agency": "European Union agency",
        "treaty-body": "Treaty body",
        "court": "Court",
        "national-authority": "National authority",
        "ngo": "Non-governmental organisation",
        "foundation": "Foundation",
        "network": "Network",
    },
)

ORGANISATION = Kind(
    "org",
    OrganisationFacts,
    rows=(
        Row("Abbreviation", rows.Text("abbreviation"), note="sigle"),
        Row("Name in this language", rows.Official("official")),
        Row("Kind", _TYPE),
        Row("Part of", rows.Reference("parent")),
        Row("Founded", rows.Value("founded")),
        Row("Seat", rows.Place("city", "country"), note="ville"),
        Row("Website", rows.Website("url")),
    ),
    heading="nom de l’organisation",
    names=Names(abbreviation="abbreviation", official="official", in_prose=True),
    chains=(Chain("parent"),),
)
