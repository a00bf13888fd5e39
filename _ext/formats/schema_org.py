"""What a record is by schema.org: an event, an organisation, a text of law, a term.

Persons are not named: nobody is to make an index of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cldr.language_tags import tag
from records.kinds.concepts import CONCEPT, ConceptFacts
from records.kinds.events import EventFacts
from records.kinds.instruments import INSTRUMENT, InstrumentFacts
from records.kinds.organisations import LINKED, ORGANISATION, OrganisationFacts
from records.kinds.series import SERIES, SeriesFacts
from records.name_status import official_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from records.archive import Record
    from records.edition import Edition
    from records.facts import Facts
    from records.wording import Wording

Item = dict[str, Any]

CONTEXT = "https://schema.org"
_ORGANISATIONS = ORGANISATION.folder
_REFERENCES = {
    **dict.fromkeys(("organisers", "funders", "parent", "adopted_by"), _ORGANISATIONS),
    "series": SERIES.folder,
    "concepts": CONCEPT.folder,
    "instruments": INSTRUMENT.folder,
}
_STATUS = {"held": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}
_MODES = {"in-person": "Offline", "online": "Online", "hybrid": "Mixed"}
_NO_LAW = frozenset({"political-commitment", "eu-strategy"})  # which bind in no court


class Page(NamedTuple):
    """A page, its whole address and those of its translations, by their tags.

    Addresses are empty where nobody has said where the archive is published. *named* gives the
    title and the address of another page, None where there is none.
    """

    title: Wording
    language: str
    source: str
    archive: str
    site: str
    address: str
    alternates: Mapping[str, str]
    description: str
    edition: Edition
    record: Record | None
    named: Callable[[str], tuple[str, str] | None]


def filled(item: Item) -> Item:
    """Return *item* without what is empty."""
    return {key: value for key, value in item.items() if value not in ("", None, [], {})}


def entity(page: Page, record: Record, facts: Facts) -> Item:
    """Return what the record of the page is."""
    make = _MAKERS.get(type(facts), _thing)
    entity = {
        "@id": f"{page.address}#record" if page.address else "",
        "name": page.title.text,
        **make(page, record, facts),
    }
    return filled(entity)


def others_of(facts: Facts | None) -> Iterator[str]:
    """Yield the pages whose titles the data of *facts* may have, one of them for each mention."""
    for key, folder in _REFERENCES.items():
        value = getattr(facts, key, None) or ()
        for one in (value,) if isinstance(value, str) else value:
            id_ = getattr(one, "org", one)
            if id_:
                yield f"{folder}/{id_}"


def _event(page: Page, record: Record, facts: Any) -> Item:
    online = {"@type": "VirtualLocation"}
    places = [_place(record, "", facts)] if facts.country else []
    for number, place in enumerate(facts.further_places):
        places.append(_place(record, f"further_places.{number}.", place))
    if facts.mode in {"online", "hybrid"}:
        places.append(online)
    return {
        "@type": "Event",
        "inLanguage": tag(page.language),
        "alternateName": [one.text for one in facts.titles],
        "startDate": str(facts.start),
        "endDate": str(facts.end or ""),
        "eventStatus": f"{CONTEXT}/{_STATUS[facts.status]}",
        "eventAttendanceMode": facts.mode and f"{CONTEXT}/{_MODES[facts.mode]}EventAttendanceMode",
        "location": places,
        "organizer": _parties(page, record, "organisers", facts.organisers),
        "funder": _parties(page, record, "funders", facts.funders),
        "superEvent": _of_kind("EventSeries", _other(page, SERIES.folder, _ids(facts.series))),
        "about": [
            *_of_kind("DefinedTerm", _other(page, CONCEPT.folder, facts.concepts)),
            *_of_kind("CreativeWork", _other(page, INSTRUMENT.folder, facts.instruments)),
        ],
    }


def _place(record: Record, path: str, place: Any) -> Item:
    city, venue = (record.texts.get(f"{path}{key}") for key in ("city", "venue"))
    address = {"@type": "PostalAddress", "addressCountry": place.country}
    address |= {"addressLocality": city.text} if city else {}
    name = venue or city
    return filled({"@type": "Place", "name": name.text if name else "", "address": address})


def _parties(page: Page, record: Record, key: str, parties: Iterable[Any]) -> list[Item]:
    """Return organisations, those of a page by its name and others by the words of the page."""
    found: list[Item] = []
    for number, party in enumerate(parties):
        text = record.texts.get(f"{key}.{number}.name")
        if party.org:
            found += _of_kind("Organization", _other(page, _ORGANISATIONS, [party.org]))
        elif party.country:
            found.append({"@type": "Country", "identifier": party.country})
        elif text:
            found.append({"@type": "Organization", "name": text.text})
    return found


def _other(page: Page, folder: str, ids: Iterable[str]) -> list[Item]:
    """Return the names and addresses of other records."""
    found = [page.named(f"{folder}/{id_}") for id_ in ids]
    return [filled({"name": one[0], "url": one[1]}) for one in found if one]


def _organisation(page: Page, record: Record, facts: Any) -> Item:
    tie = "memberOf" if facts.type in LINKED else "parentOrganization"
    return {
        "@type": "Organization",
        **_names(record),
        tie: _of_kind("Organization", _other(page, _ORGANISATIONS, _ids(facts.parent))),
        "foundingDate": str(facts.founded or ""),
        "dissolutionDate": str(facts.dissolved or ""),
        "location": _place(record, "", facts) if facts.country else {},
        **_official(facts),
    }


def _instrument(page: Page, record: Record, facts: Any) -> Item:
    number = record.texts.get("number.ref")
    series = f"{facts.number.series} {number.text}" if facts.number and number else ""
    adopted = _other(page, _ORGANISATIONS, _ids(facts.adopted_by))
    if facts.type in _NO_LAW:
        made = {"@type": "CreativeWork", "dateCreated": str(facts.adopted or "")}
        return made | _names(record) | _official(facts)
    return {
        "@type": "Legislation",
        **_names(record),
        "legislationIdentifier": facts.celex or facts.eli or series,
        "legislationType": facts.type,
        "legislationDate": str(facts.adopted or facts.signed or facts.opened_for_signature or ""),
        "legislationPassedBy": _of_kind("Organization", adopted),
        "legislationLegalForce": f"{CONTEXT}/NotInForce" if facts.ended else "",
        **_official(facts),
    }


def _concept(page: Page, record: Record, facts: Any) -> Item:
    glossary = page.named(f"{CONCEPT.folder}/index")
    scheme = {"@type": "DefinedTermSet", "name": glossary[0] if glossary else page.archive}
    scheme |= {"url": glossary[1]} if glossary and glossary[1] else {}
    return {
        "@type": "DefinedTerm",
        **_names(record),
        "description": page.description,
        "inDefinedTermSet": scheme,
    }


def _series(page: Page, record: Record, facts: Any) -> Item:
    return {
        "@type": "EventSeries",
        "inLanguage": tag(page.language),
        "startDate": str(facts.start or ""),
        "endDate": str(facts.end or ""),
        "organizer": _parties(page, record, "organisers", facts.organisers),
    }


def _thing(page: Page, record: Record, facts: Facts) -> Item:
    return {"@type": "Thing", **_names(record)}


def _names(record: Record) -> Item:
    """Return what else a record is called: abbreviation, short name, variants."""
    keys = record.kind.names
    texts = [record.texts[key].text for key in (keys or ())[:3] if key in record.texts]
    names = [name.strip() for text in texts for name in text.split(";")]
    return {"alternateName": list(dict.fromkeys(filter(None, names)))}


def _official(facts: Any) -> Item:
    """Return the official addresses of a record."""
    return {"sameAs": official_pages(facts)}


def _of_kind(type_: str, items: list[Item]) -> list[Item]:
    return [{"@type": type_, **item} for item in items]


def _ids(id_: str | None) -> list[str]:
    return [id_] if id_ else []


_MAKERS: dict[type[Facts], Callable[[Page, Record, Any], Item]] = {
    EventFacts: _event,
    OrganisationFacts: _organisation,
    InstrumentFacts: _instrument,
    ConceptFacts: _concept,
    SeriesFacts: _series,
}
