"""Legal instruments: treaties, protocols, directives, laws and commitments of States."""

from __future__ import annotations

from typing import Annotated, Literal

from records import rows
from records.facts import Facts, Part
from records.fields import Country, Day, Id, Language, Name, Refers, Several, Text
from records.kind import Chain, Kind, Names
from records.rows import Row

_Organisation = Annotated[Id, Refers("org")]


class Relation(Part):
    """How an instrument stands to another one."""

    type: Literal[
        "protocol-to",
        "supplemented-by",
        "builds-on",
        "recalls",
        "replaces",
        "implements",
        "refers-to",
        "establishes",
    ]
    target: Annotated[Id, Refers("instrument")]


class Number(Part):
    """The number under which a series holds an instrument, as in CETS No. 197."""

    series: Literal["CETS", "ETS", "UNTS", "EU", "OSCE", "UN", "MD"]
    ref: Text


class InstrumentFacts(Facts):
    """Front matter of a page under ``glossary/instruments/``."""

    type: Literal[
        "treaty",
        "protocol",
        "eu-directive",
        "eu-framework-decision",
        "eu-strategy",
        "political-commitment",
        "national-law",
    ]
    short_name: Text
    official: Several[Language] = ()
    adopted_by: _Organisation | None = None
    adopted: Day | None = None
    opened_for_signature: Day | None = None
    signed: Day | None = None
    published: Day | None = None
    in_force: Day | None = None
    transposed_by: Day | None = None
    city: Text | None = None
    country: Country | None = None
    number: Number | None = None
    document: Text | None = None
    celex: Name | None = None
    monitoring: Several[_Organisation] = ()
    relations: tuple[Relation, ...] = ()


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
