"""Legal instruments: treaties, protocols, directives, laws and commitments of States."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from records import rows
from records.facts import Facts
from records.fields import Country, Day, Id, Language, Name, OneOf, Refers, Several, Text
from records.kind import Chain, Kind, Names
from records.part import Part
from records.rows import Row

_Organisation = Annotated[Id, Refers("org")]


class Relation(Part):
    """How an instrument stands to another one."""

    type: Annotated[
        str,
        OneOf(
            {
                "protocol-to": "it is a protocol to the other one",
                "supplemented-by": "the other one supplements it",
                "builds-on": "it goes further than the other one, which stays in force",
                "recalls": "its preamble recalls the other one",
                "replaces": "it takes the place of the other one",
                "implements": "it puts the other one into effect",
                "refers-to": "it names the other one in another way",
                "establishes": "it sets the other one up",
            }
        ),
    ] = Field(description="what it has to do with the other one")
    target: Annotated[Id, Refers("instrument")] = Field(description="the other one")


class Number(Part):
    """The number under which a series holds an instrument, as in CETS No. 197."""

    series: Annotated[
        str,
        OneOf(
            {
                "CETS": "Council of Europe Treaty Series, from No. 194",
                "ETS": "European Treaty Series, to No. 193",
                "UNTS": "United Nations Treaty Series: the number of registration",
                "EU": "directives, decisions and communications of the European Union",
                "OSCE": "decisions of the OSCE",
                "UN": "resolutions of the United Nations",
                "MD": "laws of the Republic of Moldova",
            }
        ),
    ] = Field(description="the series that numbers it")
    ref: Text = Field(description='the number in it, between quotes: `"197"`')


class InstrumentFacts(Facts):
    """Front matter of a page under ``glossary/instruments/``."""

    type: Annotated[
        str,
        OneOf(
            {
                "treaty": "a convention or agreement that binds the States that are party to it",
                "protocol": "a treaty that adds to another one",
                "eu-directive": "a directive of the European Union",
                "eu-framework-decision": "a framework decision of the Council (before 2009)",
                "eu-strategy": "a strategy or communication of the European Commission",
                "political-commitment": "a declaration or action plan: it binds in no court",
                "national-law": "a law of one State",
            }
        ),
    ] = Field(description="what it is by law")
    short_name: Text = Field(description="how practitioners cite it in French, with its number")
    official: Several[Language] | None = Field(
        None,
        description="the languages in which its title here is its own, and not a rendering; "
        "[] for none, left out where nobody has looked",
    )
    adopted_by: _Organisation | None = Field(None, description="who adopted it")
    adopted: Day | None = Field(None, description="the day on which it was adopted")
    opened_for_signature: Day | None = Field(
        None, description="the first day on which States could sign it"
    )
    signed: Day | None = Field(None, description="the day on which it was signed")
    published: Day | None = Field(None, description="the day of its official publication")
    in_force: Day | None = Field(None, description="the first day on which it was in force")
    transposed_by: Day | None = Field(
        None, description="the day by which States had to bring it into their law, at the latest"
    )
    city: Text | None = Field(
        None, description="the city in which it was adopted or signed, in French"
    )
    country: Country | None = Field(None, description="the country of that city, today")
    number: Number | None = Field(None, description="its number in an official series")
    document: Text | None = Field(None, description="the symbol of the document: A/RES/71/1")
    celex: Name | None = Field(None, description="its CELEX number in EUR-Lex: 32011L0036")
    monitoring: Several[_Organisation] = Field(
        (), description="the bodies that see to it that it is kept"
    )
    relations: tuple[Relation, ...] = Field(
        (), description="what it has to do with other instruments"
    )


_TYPE = rows.Word(
    "type",
    {
        "treaty": "Treaty",
        "protocol": "Protocol",
        "eu-directive": "European Union directive",
        "eu-framework-decision": "European Union framework decision",
        "eu-strategy": "European Union strategy",
        "political-commitment": "Political commitment",
        "national-law": "National law",
    },
)
_RELATION = rows.Word(
    "type",
    {
        "protocol-to": "Protocol to: %s",
        "supplemented-by": "Supplemented by: %s",
        "builds-on": "Builds on: %s",
        "recalls": "Recalls: %s",
        "replaces": "Replaces: %s",
        "implements": "Implements: %s",
        "refers-to": "Refers to: %s",
        "establishes": "Establishes: %s",
    },
)
# The patterns by which the instruments of a series are quoted
_SERIES = rows.Word(
    "series",
    {
        "CETS": "CETS No. %s",
        "ETS": "ETS No. %s",
        "UNTS": "UNTS, registration No. %s",
        **dict.fromkeys(("EU", "OSCE", "UN", "MD"), "%s"),
    },
)

INSTRUMENT = Kind(
    "instrument",
    InstrumentFacts,
    rows=(
        Row("Short name", rows.Text("short_name"), note="nom court"),
        Row("Title in this language", rows.Official("official")),
        Row("Kind", _TYPE),
        Row("Number", rows.Each("number", rows.Phrase(_SERIES, rows.Text("ref"))), note="numéro"),
        Row("Document", rows.Text("document"), note="cote du document"),
        Row("CELEX number", rows.Value("celex")),
        Row("Adopted by", rows.Reference("adopted_by")),
        Row("Place", rows.Place("city", "country"), note="ville"),
        Row("Adopted", rows.Days("adopted")),
        Row("Opened for signature", rows.Days("opened_for_signature")),
        Row("Signed", rows.Days("signed")),
        Row("Published", rows.Days("published")),
        Row("In force since", rows.Days("in_force")),
        Row("To be transposed by", rows.Days("transposed_by")),
        Row("Monitoring", rows.Reference("monitoring")),
        Row(
            "Related instruments",
            rows.Each("relations", rows.Phrase(_RELATION, rows.Reference("target"))),
        ),
        Row("Official text", rows.Website("url")),
    ),
    heading="titre de l’instrument juridique",
    names=Names(short="short_name", official="official"),
    # instruments of one day may recall and name each other
    chains=(Chain("relations", "target", "type", mutual=frozenset({"recalls", "refers-to"})),),
    sidebar="short_name",
)
