"""What has changed last, for feed readers: Atom (RFC 4287), one for all and one to each country.

Its size does not grow with the archive. An entry is dated by the day on which its page was last
changed: the archive knows no hours.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from cldr.collation import sort_key
from cldr.language_tags import tag
from formats.cited_pages import LICENCE
from records.kinds.events import EventFacts
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from formats.content import Content

_MOST = 30  # entries
_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}lang"
ALL = ""


class _Entry(NamedTuple):
    """A seminar as feeds have it, and the countries in which it was held."""

    day: str
    docname: str
    title: str
    language: str
    summary: str
    countries: frozenset[str]


def countries_of(content: Content) -> list[str]:
    """Return the codes of the countries that have a feed, in the order of their names."""
    found = {code for entry in _entries(content) for code in entry.countries}
    language = content.language
    return sorted(found, key=lambda code: sort_key(content.country(code), language=language))


def name_of(country: str) -> str:
    """Return the name of the feed of *country*, or of that of ``ALL``."""
    return f"-{country.lower()}" if country else ""


def files(content: Content) -> Mapping[str, bytes]:
    """Return the feed of all seminars, and that of each country, by their names."""
    entries = sorted(_entries(content), key=attrgetter("docname"), reverse=True)
    entries.sort(key=attrgetter("day"), reverse=True)
    found = {name_of(ALL): _feed(content, ALL, entries[:_MOST])} if entries else {}
    for code in countries_of(content):
        own = [entry for entry in entries if code in entry.countries]
        found[name_of(code)] = _feed(content, code, own[:_MOST])
    return found


def _entries(content: Content) -> Iterable[_Entry]:
    for docname, record in content.records.items():
        facts = record.facts
        if isinstance(facts, EventFacts):
            title = content.title(docname)
            codes = frozenset(
                filter(None, (facts.country, *(place.country for place in facts.further_places)))
            )
            summary = content.summary(docname)
            yield _Entry(
                str(facts.updated), docname, title.text, tag(title.language), summary, codes
            )


def _feed(content: Content, country: str, entries: list[_Entry]) -> bytes:
    own = f"{content.site_url}{content.language}/"
    root = ET.Element("feed", {"xmlns": _ATOM, _NAMESPACE: tag(content.language)})
    address = f"{own}feed{name_of(country)}.xml"
    _add(root, "id", address)
    where = f" – {content.country(country)}" if country else ""
    _add(root, "title", f"{content.archive}{where}")
    _add(root, "updated", _moment(max(entry.day for entry in entries)))
    ET.SubElement(root, "link", {"rel": "self", "href": address, "type": "application/atom+xml"})
    ET.SubElement(root, "link", {"href": f"{own}{content.addresses['index']}"})
    _add(ET.SubElement(root, "author"), "name", content.archive)
    _add(root, "rights", LICENCE)
    for entry in entries:
        page = f"{own}{content.addresses[entry.docname]}"
        item = ET.SubElement(root, "entry", {_NAMESPACE: entry.language})
        _add(item, "id", page)
        _add(item, "title", entry.title)
        _add(item, "updated", _moment(entry.day))
        ET.SubElement(item, "link", {"href": page})
        _add(item, "summary", entry.summary)
    ET.indent(root)
    content_: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content_ + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = as_name(text)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
