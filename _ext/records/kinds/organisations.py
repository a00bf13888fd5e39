"""Organisations: those that hold seminars, adopt instruments, or publish what is known of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from records import rows
from records.facts import Facts
from records.fields import Country, Id, Language, OneOf, Refers, Several, Text, Year
from records.kind import Chain, Kind, Names
from records.rows import Row


class OrganisationFacts(Facts):
    """Front matter of a page under ``glossary/organisations/``."""

    type: Annotated[
        str,
        OneOf(
            {
                "un-body": "part of the United Nations: an office, agency, fund or programme",
                "intergovernmental": "founded by States, and no part of the United Nations or EU",
                "eu-institution": "an institution of the European Union, or a service of one",
                "eu-agency": "an agency of the European Union, as Europol",
                "treaty-body": "set up by a treaty to see to it, as GRETA",
                "court": "an international or national court",
                "national-authority": "a ministry, embassy, agency or committee of a State",
                "ngo": "an association, founded by private persons",
                "foundation": "a foundation, of whatever law",
                "network": "members who work together without a legal person of their own",
            }
        ),
    ] = Field(description="what it is by law")
    abbreviation: Text | None = Field(
        None, description="its own abbreviation in French, if it has one"
    )
    official: Several[Language] | None = Field(
        None,
        description="the languages in which its name here is its own, and not a rendering; "
        "[] for none, left out where nobody has looked",
    )
    parent: Annotated[Id, Refers("org")] | None = Field(
        None, description="the organisation of which it is a part"
    )
    founded: Year | None = Field(None, description="the year in which it was founded")
    city: Text | None = Field(None, description="the city of its seat, in French")
    country: Country | None = Field(None, description="the country of its seat")


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
