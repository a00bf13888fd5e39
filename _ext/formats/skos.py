"""The glossary as SKOS in Turtle: each record with its names in all languages, and their status.

A name is a label of SKOS; as a resource of SKOS-XL it has its status, which is a concept of a
scheme of its own (https://www.w3.org/TR/skos-reference/). The file is the same in each language.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cldr.language_tags import tag
from formats.cited_pages import LICENCE
from formats.records_data import name_of, records_of
from records.kinds import KINDS
from records.kinds.concepts import ConceptFacts
from records.kinds.organisations import OrganisationFacts
from records.name_status import official_pages, status_in
from records.names import all_names
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from formats.content import Content
    from records.archive import Record
    from records.facts import Facts
    from records.kind import Kind

NAME = "glossary.ttl"
_PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SCHEME, _STATUSES = "<#glossary>", "<#statuses>"
# Each word of the archive for who calls something so; English, as the words of a vocabulary are
_STATUS = {
    "official": "official name",
    "usual": "name in use by authorities, without being official",
    "gazette": "name in a translation printed by an official journal",
    "rendered": "name rendered by the archive",
}
_UNSAFE = '<>"{}|^`\\'

Statement = tuple[str, list[str]]  # a predicate and its objects


def files(content: Content) -> Mapping[str, bytes]:
    """Return the one file."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items()]
    if content.site_url:
        lines.insert(0, f"@base <{content.site_url}{NAME}> .")
    blocks = [*_schemes(content)]
    for kind in _kinds():
        records = records_of(content, kind)
        if records:
            blocks.append(_collection(kind, records))
            blocks += [_concept(content, record) for record in records]
    return {"": "\n\n".join(["\n".join(lines), *blocks, ""]).encode()}


def _kinds() -> Iterator[Kind]:
    """Yield the kinds whose records are terms of the glossary."""
    return (kind for kind in KINDS if kind.names is not None)


def _schemes(content: Content) -> Iterator[str]:
    edition = content.edition
    yield _block(
        _SCHEME,
        ("a", ["skos:ConceptScheme"]),
        ("dct:title", [_literal(content.source_name, content.publication.source)]),
        ("dct:license", [_iri(LICENCE)]),
        ("dct:hasVersion", [_literal(edition.number)] if edition.number else []),
        ("dct:issued", [f'"{edition.day}"^^xsd:date'] if edition.day else []),
    )
    yield _block(_STATUSES, ("a", ["skos:ConceptScheme"]))
    for name, words in _STATUS.items():
        labels = ("skos:prefLabel", [_literal(words, "en")])
        yield _block(f"<#status-{name}>", ("a", ["skos:Concept"]), labels, _in(_STATUSES))


def _in(scheme: str) -> Statement:
    return "skos:inScheme", [scheme]


def _collection(kind: Kind, records: list[Record]) -> str:
    return _block(
        f"<#{name_of(kind)}-collection>",
        ("a", ["skos:Collection"]),
        ("skos:prefLabel", [_literal(name_of(kind), "en")]),
        ("skos:member", [f"<#{record.id}>" for record in records]),
    )


def _concept(content: Content, record: Record) -> str:
    facts = record.facts
    assert facts is not None
    return _block(
        f"<#{record.id}>",
        ("a", ["skos:Concept"]),
        _in(_SCHEME),
        *_labels(content, record, facts),
        ("skos:broader", [f"<#{id_}>" for id_ in _broader(content, facts)]),
        ("skos:related", [f"<#{id_}>" for id_ in _related(content, record, facts)]),
        ("rdfs:seeAlso", [_iri(url) for url in _addresses(content, record, facts)]),
        ("dct:modified", [f'"{facts.updated}"^^xsd:date']),
    )


def _labels(content: Content, record: Record, facts: Facts) -> Iterator[Statement]:
    """Yield the names of each language: the title is preferred, all others are alternatives."""
    preferred, alternative, resources = [], [], []
    for language in (content.publication.source, *content.publication.translations):
        say = content.publication.says(record.docname, language)
        names = all_names(record.kind, *record.named(say))
        texts = list(dict.fromkeys(name.text for name in names))
        literals = [_literal(text, language) for text in texts]
        preferred += literals[:1]
        alternative += literals[1:]
        status = status_in(facts, language)
        if literals and status:
            resources.append(
                f"[ a skosxl:Label ; skosxl:literalForm {literals[0]} ; "
                f"dct:type <#status-{status.value}> ]"
            )
    yield "skos:prefLabel", preferred
    yield "skos:altLabel", alternative
    yield "skosxl:prefLabel", resources


def _broader(content: Content, facts: Facts) -> Iterator[str]:
    """Yield of what an organisation is a part."""
    if isinstance(facts, OrganisationFacts) and facts.parent:
        yield from _known(content, OrganisationFacts, facts.parent)


def _related(content: Content, record: Record, facts: Facts) -> Iterator[str]:
    """Yield the concepts that readers of one should know."""
    for id_ in facts.related if isinstance(facts, ConceptFacts) else ():
        if id_ != record.id:
            yield from _known(content, ConceptFacts, id_)


def _known(content: Content, facts: type[Facts], id_: str) -> Iterator[str]:
    kind = next(kind for kind in KINDS if kind.facts is facts)
    if f"{kind.folder}/{id_}" in content.records:
        yield id_


def _addresses(content: Content, record: Record, facts: Facts) -> Iterator[str]:
    """Yield the official pages, and those of the archive where its address is known."""
    yield from official_pages(facts)
    if content.site_url:
        for language in content.publication.listed(record.docname):
            yield f"{content.site_url}{language}/{content.addresses[record.docname]}"


def _block(subject: str, *statements: Statement) -> str:
    lines = [f"{name} {', '.join(objects)}" for name, objects in statements if objects]
    return f"{subject}\n  " + " ;\n  ".join(lines) + " ."


def _literal(text: str, language: str = "") -> str:
    """Return *text* as Turtle quotes it: the escapes of JSON are among its own."""
    quoted = json.dumps(as_name(text), ensure_ascii=False)
    return f"{quoted}@{tag(language)}" if language else quoted


def _iri(address: str) -> str:
    """Return *address* between the signs of Turtle, without those that none may hold."""
    safe = "".join(
        f"%{ord(sign):02X}" if sign in _UNSAFE or sign <= " " else sign for sign in as_name(address)
    )
    return f"<{safe}>"
