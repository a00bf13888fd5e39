"""Legal instruments: treaties, protocols, directives, laws and commitments of States."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from records import rows
from records.dossier import REST, Group
from records.fields import Country, Day, Id, Name, OneOf, Refers, Several, Text, Url
from records.instrument_relations import RELATION, Relation
from records.kind import Chain, Kind, Names
from records.name_status import Named
from records.part import Part
from records.sheet_rows import Row

if TYPE_CHECKING:
    from records.facts import Facts

_Organisation = Annotated[Id, Refers("org")]


class Number(Part):
    """The number under which a series holds an instrument, as in CETS No. 197."""

    series: Annotated[
        str,
        OneOf(
            {
                "CETS": "Council of Europe Treaty Series, from No. 194",
                "ETS": "European Treaty Series, to No. 193",
                "UNTS": "United Nations Treaty Series: the number of registration",
                "LNTS": "League of Nations Treaty Series",
                "ILO": "conventions and protocols of the International Labour Organization",
                "CIS": "treaties of the Commonwealth of Independent States",
                "EU": "acts of the European Union",
                "OSCE": "decisions of the OSCE",
                "UN": "resolutions of the United Nations",
                "MD": "laws of the Republic of Moldova",
                "FR": "laws of France",
            }
        ),
    ] = Field(description="the series that numbers it")
    volume: Name | None = Field(
        None, description="the volume, of the treaty series of the United Nations and the League"
    )
    ref: Text = Field(description='the number in it, between quotes: `"197"`')


class Venue(Part):
    """Where an instrument was adopted, opened for signature or signed."""

    city: Text = Field(description="the city, in French")
    country: Country = Field(description="the country of that city, today")


class InstrumentFacts(Named):
    """Front matter of a page under ``glossary/instruments/``."""

    former_keys: ClassVar = {
        "city": "adopted_in: {city: …, country: …}, or opened_in, or signed_in",
        "country": "adopted_in: {city: …, country: …}, or opened_in, or signed_in",
    }

    type: Annotated[
        str,
        OneOf(
            {
                "treaty": "a convention or agreement that binds the States that are party to it",
                "protocol": "a treaty that adds to another one",
                "eu-directive": "a directive of the European Union",
                "eu-regulation": "a regulation of the European Union",
                "eu-convention": "a convention between Member States, set up by the Council",
                "eu-charter": "the Charter of Fundamental Rights",
                "eu-framework-decision": "a framework decision of the Council (before 2009)",
                "eu-strategy": "a strategy or communication of the European Commission",
                "political-commitment": "a declaration or action plan: it binds in no court",
                "national-law": "a law of one State",
            }
        ),
    ] = Field(description="what it is by law")
    short_name: Text = Field(description="how practitioners cite it in French, with its number")
    variants: Text | None = Field(None, description="other ways of citing it, parted by semicolons")
    adopted_by: _Organisation | None = Field(None, description="who adopted it")
    organ: Text | None = Field(
        None, description="the organ of it that did, in French: `Comité des Ministres`"
    )
    adopted: Day | None = Field(None, description="the day on which it was adopted")
    adopted_in: Venue | None = Field(None, description="where it was adopted")
    opened_for_signature: Day | None = Field(
        None, description="the first day on which States could sign it"
    )
    opened_in: Venue | None = Field(None, description="where it was opened for signature")
    signed: Day | None = Field(None, description="the day on which it was signed")
    signed_in: Venue | None = Field(None, description="where it was signed")
    published: Day | None = Field(None, description="the day of its official publication")
    journal: Text | None = Field(
        None, description="the official journal, as French cites it: `JO L 101 du 15.4.2011, p. 1`"
    )
    in_force: Day | None = Field(None, description="the first day on which it was in force")
    applied: Day | None = Field(None, description="the first day on which it applied, if later")
    ended: Day | None = Field(None, description="the day on which it ceased to be in force")
    transposed_by: Day | None = Field(
        None, description="the day by which States had to bring it into their law, at the latest"
    )
    number: Number | None = Field(None, description="its number in an official series")
    document: Text | None = Field(None, description="the symbol of the document: A/RES/71/1")
    celex: Name | None = Field(None, description="its CELEX number in EUR-Lex: 32011L0036")
    consolidated: Name | None = Field(
        None, description="the CELEX number of the consolidated text: 02011L0036-20240714"
    )
    eli: Url | None = Field(None, description="its European Legislation Identifier")
    version: Text | None = Field(
        None, description="which version this page speaks of, and by what it was amended, in French"
    )
    binds: Text | None = Field(
        None, description="the States that it binds, where not all, in French"
    )
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
        "eu-regulation": "European Union regulation",
        "eu-convention": "Convention between Member States of the European Union",
        "eu-charter": "European Union charter",
        "eu-framework-decision": "European Union framework decision",
        "eu-strategy": "European Union strategy",
        "political-commitment": "Political commitment",
        "national-law": "National law",
    },
)
# The patterns by which the instruments of a series are quoted
SERIES = rows.Word(
    "series",
    {
        "CETS": "CETS No. %s",
        "ETS": "ETS No. %s",
        "UNTS": "UNTS, No. %s",
        "LNTS": "League of Nations Treaty Series, No. %s",
        "ILO": "ILO, %s",
        "UN": "Resolution %s",
        **dict.fromkeys(("MD", "FR"), "No. %s"),
        # The type of an act is above its number, and others have words in their numbers
        **dict.fromkeys(("CIS", "EU", "OSCE"), "%s"),
    },
)
_VOLUMES = rows.Word(
    "series",
    {
        **dict.fromkeys(SERIES.words, ""),
        "UNTS": "UNTS, vol. %(volume)s, No. %(number)s",
        "LNTS": "League of Nations Treaty Series, vol. %(volume)s, No. %(number)s",
    },
)
_NUMBER = rows.First(
    rows.Phrase(_VOLUMES, volume=rows.Value("volume"), number=rows.Text("ref")),
    rows.Phrase(SERIES, rows.Text("ref")),
)

_VENUE = rows.Place("city", "country")


def _day_and_venue(day: str, venue: str) -> rows.Shape:
    """Return the shape of a day with the place that belongs to it, or of one of them."""
    place = rows.Each(venue, _VENUE)
    return rows.First(rows.Phrase("%s, %s", rows.Days(day), place), rows.Days(day), place)


INSTRUMENT = Kind(
    "instrument",
    InstrumentFacts,
    rows=(
        Row("Short name", rows.Text("short_name"), note="short name"),
        Row("Also cited as", rows.Text("variants"), note="other ways to cite it"),
        Row("Status of the title", rows.NameStatus()),
        Row("Type", _TYPE, heads=True),
        Row(
            "Number",
            rows.Each("number", _NUMBER),
            note="number",
            heads=True,
        ),
        Row("Reference", rows.Text("document"), note="symbol of the document"),
        Row("CELEX number", rows.Value("celex")),
        Row("Consolidated text (CELEX)", rows.Value("consolidated")),
        Row("Identifier (ELI)", rows.Website("eli")),
        Row(
            "Author",
            rows.First(
                rows.Run(rows.Reference("adopted_by"), rows.Aside(rows.Text("organ"))),
                rows.Text("organ"),
            ),
            note="organ",
        ),
        Row("Adopted", _day_and_venue("adopted", "adopted_in"), note="city"),
        Row(
            "Opened for signature",
            _day_and_venue("opened_for_signature", "opened_in"),
            note="city",
        ),
        Row("Signed", _day_and_venue("signed", "signed_in"), note="city"),
        Row(
            "Published",
            rows.First(
                rows.Phrase("%s, %s", rows.Days("published"), rows.Text("journal")),
                rows.Days("published"),
                rows.Text("journal"),
            ),
            note="official journal",
        ),
        Row("In force since", rows.Days("in_force")),
        Row("Applies from", rows.Days("applied")),
        Row("No longer in force since", rows.Days("ended")),
        Row("Version", rows.Text("version"), note="version"),
        Row("Binding on", rows.Text("binds"), note="States bound"),
        Row("To be transposed by", rows.Days("transposed_by")),
        Row("Monitoring", rows.Reference("monitoring")),
        Row(
            "Related instruments",
            rows.Each("relations", rows.Phrase(RELATION, rows.Reference("target"))),
        ),
        Row("Official text", rows.OfficialPage()),
    ),
    heading="title of the legal instrument",
    names=Names(short="short_name", variants="variants", official="official"),
    # instruments of one day may recall and name each other
    chains=(Chain("relations", "target", "type", mutual=frozenset({"recalls", "refers-to"})),),
    dossier=(
        Group("Named by a source for the meeting", "event", ("instruments",)),
        Group("Defined or governed by it", "concept", ("provisions.instrument",)),
        Group("Related instruments", "instrument", ("relations.target",)),
        *REST,
    ),
)


def is_eu_act(facts: Facts | None) -> bool:
    """Return whether *facts* are of an instrument that is cited as acts of the Union are."""
    return isinstance(facts, InstrumentFacts) and facts.type.startswith("eu-")
