"""Write TBX-Basic, in the style DCA of ISO 30042:2019: what terminology databases exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from cldr.language_tags import tag
from texts.harmless import in_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogues.terms.designations import Concept, Designation

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
_SPACE = "urn:iso:std:iso:30042:ed-2"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPES = {
    "full": "fullForm",
    "abbreviation": "abbreviation",
    "short": "shortForm",
    "variant": "variant",
}
# What ISO 30042 calls a name: one to use, and one that is a rendering and nobody's own
_STATUSES = {True: "preferredTerm-admn-sts", False: "admittedTerm-admn-sts"}


def tbx(concepts: Iterable[Concept], *, title: str, language: str) -> bytes:
    """Return *concepts* as the file that is called *title*; *language* is that of its notes."""
    root = ET.Element(
        "tbx", {"xmlns": _SPACE, "type": "TBX-Basic", "style": "dca", _LANGUAGE: tag(language)}
    )
    description = ET.SubElement(ET.SubElement(root, "tbxHeader"), "fileDesc")
    ET.SubElement(ET.SubElement(description, "titleStmt"), "title").text = title
    source = ET.SubElement(ET.SubElement(description, "sourceDesc"), "p")
    source.text = title
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for concept in concepts:
        _add_concept(body, concept)
    ET.indent(root)
    # ElementTree escapes what is a sign of XML, and writes what XML cannot hold
    content = in_xml(ET.tostring(root, encoding="unicode"))
    return f"{_DECLARATION}\n{content}\n".encode()


def _add_concept(body: ET.Element, concept: Concept) -> None:
    own = concept.id if concept.id[0].isalpha() else f"_{concept.id}"  # XML: no digit at the start
    entry = ET.SubElement(body, "conceptEntry", {"id": own})
    ET.SubElement(entry, "descrip", {"type": "subjectField"}).text = concept.subject
    if concept.url:
        link = {"type": "externalCrossReference", "target": concept.url}
        ET.SubElement(entry, "xref", link).text = concept.url
    for language, named in concept.languages.items():
        section = ET.SubElement(entry, "langSec", {_LANGUAGE: tag(language)})
        if named.definition:
            group = ET.SubElement(section, "descripGrp")
            ET.SubElement(group, "descrip", {"type": "definition"}).text = named.definition
            for source in named.sources:
                ET.SubElement(group, "admin", {"type": "source"}).text = source
        for name in named.names:
            _add_term(section, name)


def _add_term(section: ET.Element, name: Designation) -> None:
    term = ET.SubElement(section, "termSec")
    ET.SubElement(term, "term").text = name.text
    status = {"type": "administrativeStatus"}
    ET.SubElement(term, "termNote", status).text = _STATUSES[name.preferred]
    ET.SubElement(term, "termNote", {"type": "termType"}).text = _TYPES[name.type]
    if name.note:
        ET.SubElement(term, "note").text = name.note
