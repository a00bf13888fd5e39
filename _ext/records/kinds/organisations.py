"""Organisations: those that hold seminars, adopt instruments, or publish what is known of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from records import rows
from records.dossier import REST, Group
from records.fields import Country, Id, Language, Name, OneOf, Refers, Text, Year
from records.kind import Chain, Kind, Names
from records.name_status import Named
from records.part import Part
from records.sheet_rows import Row

_Organisation = Annotated[Id, Refers("org")]
# What an organisation may be: the word on its page, and when an editor chooses it
_TYPES = {
    "un-secretariat-office": (
        "Office of the UN Secretariat",
        "an office of the UN Secretariat, as UNODC",
    ),
    "un-field-office": ("UN regional office", "a regional or field office of the United Nations"),
    "un-fund-programme-entity": (
        "UN fund, programme or entity",
        "a fund, programme or entity, as UNICEF or UN Women",
    ),
    "un-specialised-agency": ("UN specialised agency", "a specialised agency, as the ILO"),
    "un-related-organisation": (
        "Related organisation of the UN",
        "a related organisation, as the IOM",
    ),
    "un-affiliated-institute": (
        "Institute affiliated with the UN",
        "a research institute affiliated with the UN",
    ),
    "un-special-procedure": (
        "Special procedure of the Human Rights Council",
        "a special rapporteur or working group",
    ),
    "inter-agency-group": (
        "Inter-agency group",
        "a group of several agencies of the United Nations",
    ),
    "international-organisation": (
        "International organisation",
        "founded by States, and no part of the UN or EU",
    ),
    "io-organ": (
        "Organ of an international organisation",
        "an organ of one, as a committee of ministers",
    ),
    "io-office": (
        "Institution or office of an international organisation",
        "an institution or office of one, as the OSCE's ODIHR",
    ),
    "regional-forum": (
        "Regional cooperation forum",
        "States of a region that work together without a legal person",
    ),
    "treaty-body": ("Treaty body", "set up by a treaty to see to it, as GRETA"),
    "treaty-secretariat": ("Treaty secretariat", "the secretariat of a treaty"),
    "court": ("International court", "an international court"),
    "supranational-union": ("Union of States", "a union of States with powers of its own: the EU"),
    "eu-institution": ("European Union institution", "an institution of the European Union"),
    "eu-commission-department": (
        "Department of the European Commission",
        "a directorate-general of the Commission",
    ),
    "eu-post": ("European Commission post", "an office that one person holds"),
    "eu-agency": ("European Union agency", "an agency of the European Union, as Europol"),
    "eu-instrument": (
        "Assistance instrument of the European Union",
        "an instrument of assistance of the European Union, as TAIEX",
    ),
    "eu-framework": (
        "Cooperation framework of the European Union",
        "a framework of cooperation of the European Union, as EMPACT",
    ),
    "eu-network": ("European Union network", "a network set up by the European Union"),
    "ministry": ("Ministry", "a ministry of a State"),
    "government-body": ("Government body", "a committee, coordinator or office under a government"),
    "public-agency": ("Public agency", "a public agency of a State"),
    "diplomatic-mission": ("Diplomatic mission", "an embassy or permanent mission"),
    "diplomatic-post": (
        "Diplomatic cooperation post",
        "a post or mission of cooperation of a State abroad",
    ),
    "police-service": ("Police service", "a police or border service"),
    "prosecution-service": ("Prosecution service", "a prosecutor's office"),
    "financial-intelligence-unit": (
        "Financial intelligence unit",
        "a service that looks into money laundering",
    ),
    "judicial-school": ("School for judges and prosecutors", "a school of judges and prosecutors"),
    "law-enforcement-school": (
        "School of law enforcement",
        "a school of police officers, of prosecutors as well or not",
    ),
    "national-human-rights-institution": (
        "National human rights institution",
        "a commission or ombudsman for human rights",
    ),
    "ngo": (
        "Non-governmental organisation",
        "an association that works in the field, founded by private persons",
    ),
    "ngo-network": ("Network of non-governmental organisations", "a network of such associations"),
    "association": ("Association", "another association, of professionals or States"),
    "chamber-service": (
        "Service of a chamber of commerce",
        "a service that a chamber of commerce runs",
    ),
    "foundation": ("Foundation", "a foundation, of whatever law"),
    "network": ("Network", "members who work together without a legal person of their own"),
    "project": ("Project", "a project or programme with an end"),
    "training-centre": ("Training centre", "a training centre, of no judicial school"),
}


class OtherName(Part):
    """A name that the organisation had before, or has had since the time of its record."""

    name: Text = Field(description="the name, in French")
    first: Year | None = Field(None, description="the first year in which it was the name")
    last: Year | None = Field(None, description="the last year in which it was")


class OwnName(Part):
    """The name of the organisation in a language that is none of the archive's."""

    lang: Language = Field(description="the language of that name")
    text: Name = Field(description="the name as it writes it itself")


class OrganisationFacts(Named):
    """Front matter of a page under ``glossary/organisations/``."""

    type: Annotated[
        str,
        OneOf({value: words for value, (_word, words) in _TYPES.items()}),
    ] = Field(description="what it is by law")
    abbreviation: Text | None = Field(
        None, description="its own abbreviation in French, if it has one"
    )
    short_name: Text | None = Field(
        None, description="a shorter name for lists and sentences, where it has no abbreviation"
    )
    own_name: OwnName | None = Field(
        None, description="its name in its own language, where the archive is not in that"
    )
    former_names: tuple[OtherName, ...] = Field(
        (), description="what it was called before; a page on that time uses the name of the time"
    )
    later_names: tuple[OtherName, ...] = Field(
        (), description="what it has been called since, where this page has the name of its time"
    )
    parent: _Organisation | None = Field(
        None, description="the organisation of which it is a part, or to whose system it belongs"
    )
    founded: Year | None = Field(None, description="the year in which it was founded")
    dissolved: Year | None = Field(None, description="the year in which it came to its end")
    successor: _Organisation | None = Field(None, description="what took its place")
    city: Text | None = Field(None, description="the city of its seat, in French")
    country: Country | None = Field(None, description="the country of its seat")


# Of the system of the United Nations, and no part of the organisation: agencies by agreements with
# it (Articles 57 and 63 of its Charter), mandates that one of its councils gives to a person
LINKED = (
    "un-specialised-agency",
    "un-related-organisation",
    "un-affiliated-institute",
    "un-special-procedure",
)
_ATTACHED = tuple(type_ for type_ in _TYPES if type_ not in LINKED)


def _parent_of(types: tuple[str, ...]) -> rows.Shape:
    """Return the shape of the parent of organisations of some *types*."""
    patterns: dict[str | bool, str] = {type_: "%s" if type_ in types else "" for type_ in _TYPES}
    return rows.Phrase(rows.Word("type", patterns), rows.Reference("parent"))


_TYPE = rows.Word("type", {value: word for value, (word, _words) in _TYPES.items()})
# Not on one line with its years where a year is not known
_YEARS = rows.First(
    rows.Phrase("%(first)s–%(last)s", first=rows.Value("first"), last=rows.Value("last")),
    rows.Phrase("since %s", rows.Value("first")),
    rows.Phrase("until %s", rows.Value("last")),
)
_NAME = rows.Run(rows.Text("name"), rows.Aside(_YEARS))

ORGANISATION = Kind(
    "org",
    OrganisationFacts,
    rows=(
        Row("Abbreviation", rows.Text("abbreviation"), note="abbreviation", heads=True),
        Row("Short name", rows.Text("short_name"), note="short name"),
        Row("Status of the name", rows.NameStatus()),
        Row("Own name", rows.Each("own_name", rows.Foreign("text", "lang"))),
        Row("Former names", rows.Each("former_names", _NAME), note="former name"),
        Row("Later names", rows.Each("later_names", _NAME), note="later name"),
        Row("Type", _TYPE, heads=True),
        Row("Attached to", _parent_of(_ATTACHED)),
        Row("Linked to", _parent_of(LINKED)),
        Row("Set up", rows.Value("founded")),
        Row("Ended", rows.Value("dissolved")),
        Row("Succeeded by", rows.Reference("successor")),
        Row("Seat", rows.Place("city", "country"), note="city"),
        Row("Website", rows.OfficialPage()),
    ),
    heading="name of the organisation",
    names=Names(
        abbreviation="abbreviation", short="short_name", official="official", in_prose=True
    ),
    chains=(Chain("parent"), Chain("successor")),
    dossier=(
        Group("Organised", "event", ("organisers",)),
        Group("Held together with others", "event", ("in_cooperation_with", "partners")),
        Group("Supported or funded", "event", ("supporters", "funders")),
        Group("Took part", "event", ("participants",)),
        Group("Representatives present", "event", ("speakers.organisation",)),
        Group("Attached to it", "org", ("parent",), types=_ATTACHED),
        Group("Organisations and mandates linked to it", "org", ("parent",), types=LINKED),
        Group("Adopted by it", "instrument", ("adopted_by",)),
        Group("Monitored by it", "instrument", ("monitoring",)),
        *REST,
    ),
)
