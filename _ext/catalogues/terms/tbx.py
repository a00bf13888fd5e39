"""Write TBX-Basic of ISO 30042:2008, which terminology databases and translators' tools read.

What followed in 2019 neither OmegaT nor the Translate Toolkit takes, so nor does Weblate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from cldr.language_tags import tag
from texts.harmless import in_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogues.terms.designations import Concept, Designation

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
_CONSTRAINTS = "TBXBasicXCSV02.xcs"  # which say what TBX-Basic has
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
    root = ET.Element("martif", {"type": "TBX-Basic", _LANGUAGE: tag(language)})
    header = ET.SubElement(root, "martifHeader")
    description = ET.SubElement(header, "fileDesc")
    ET.SubElement(ET.SubElement(description, "titleStmt"), "title").text = title
    source = ET.SubElement(ET.SubElement(description, "sourceDesc"), "p")
    source.text = title
    encoding = ET.SubElement(header, "encodingDesc")
    ET.SubElement(encoding, "p", {"type": "XCSURI"}).text = _CONSTRAINTS
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for concept in concepts:
        _add_concept(body, concept)
    ET.indent(root)
    # ElementTree escapes what is a sign of XML, and writes what XML cannot hold
    content = in_xml(ET.tostring(root, encoding="unicode"))
    return f"{_DECLARATION}\n{content}\n".encode()


def _add_concept(body: ET.Element, concept: Concept) -> None:
    own = concept.id if concept.id[0].isalpha() else f"_{concept.id}"  # XML: no digit at the start
    entry = ET.SubElement(body, "termEntry", {"id": own})
    ET.SubElement(entry, "descrip", {"type": "subjectField"}).text = concept.subject
    if concept.url:
        link = {"type": "externalCrossReference", "target": concept.url}
        ET.SubElement(entry, "xref", link).text = concept.url
    for language, named in concept.languages.items():
        section = ET.SubElement(entry, "langSet", {_LANGUAGE: tag(language)})
        if named.definition:
            group = ET.SubElement(section, "descripGrp")
            ET.SubElement(group, "descrip", {"type": "definition"}).text = named.definition
            for source in named.sources:
                ET.SubElement(group, "admin", {"type": "source"}).text = source
        for name in named.names:
            _add_term(section, name)


def _add_term(section: ET.Element, name: Designation) -> None:
    term = ET.SubElement(section, "tig")
    ET.SubElement(term, "term").text = name.text
    status = {"type": "administrativeStatus"}
    ET.SubElement(term, "termNote", status).text = _STATUSES[name.preferred]
    ET.SubElement(term, "termNote", {"type": "termType"}).text = _TYPES[name.type]
    if name.note:
        ET.SubElement(term, "note").text = name.note
