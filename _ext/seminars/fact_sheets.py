"""The fact sheet under the heading of a record, in the language of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import _

from records.model import Kind, Target
from records.schema import (
    ConceptFacts,
    EventFacts,
    InstrumentFacts,
    OrganisationFacts,
    Speaker,
)
from seminars import labels
from seminars.marks import Filler, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

    from seminars.composing import Composer, Inline

Row = tuple[str, list[nodes.Node]]


class fact_sheet(placeholder):
    """Stands under the heading of a record; its children are the free texts of the front matter."""


class fact_text(nodes.General, nodes.Element, addnodes.translatable):
    """A free text of the front matter: the one at ``path`` reads ``text``.

    Each has a node of its own, for Sphinx takes a node for translated as soon as one of its
    messages is.
    """

    def preserve_original_messages(self) -> None:
        """Keep the French text: it is the message of the catalogue."""
        self["message"] = self["text"]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Put the translation in the place of the text."""
        self["text"] = translated_message

    def extract_original_messages(self) -> Sequence[str]:
        """Return the French text."""
        return [self.get("message", self["text"])]


class FillFactSheets(Filler):
    """Put the fact sheet under the heading."""

    def fill(self, found: fact_sheet) -> list[nodes.Node]:
        """Return the fact sheet in the language of the build."""
        record = self.domain.records[found["docname"]]
        texts = self.texts(record)
        if self.in_print:
            return as_list(self.composer, record.facts, texts)
        return [as_fields(self.composer, record.facts, texts)]


def setup(app: Sphinx) -> None:
    """Register the fact sheets and their texts."""
    app.add_node(fact_text)
    register(app, fact_sheet, FillFactSheets)


def as_fields(composer: Composer, facts: object, texts: Mapping[str, Inline]) -> nodes.field_list:
    """Return the fact sheet of *facts*, whose free texts are *texts*; empty rows are left out."""
    sheet = nodes.field_list(classes=["fact-sheet"])
    for name, body in _rows(composer, facts, texts):
        if body:
            label = nodes.field_name("", "", composer.text(name))
            sheet += nodes.field("", label, nodes.field_body("", *body))
    return sheet


def as_list(composer: Composer, facts: object, texts: Mapping[str, Inline]) -> list[nodes.Node]:
    """Return the same fact sheet for print: a list, for it may break over pages at any line.

    A row of a table is cut off where the page ends. The commands are those of the book's preamble.
    """
    sheet: list[nodes.Node] = [_latex(r"\begin{factsheet}")]
    for name, content in _rows(composer, facts, texts):
        if content:
            sheet.append(nodes.inline("", "", _latex(r"\fact{"), composer.text(name), _latex("}")))
            sheet += [line for part in content for line in part.findall(nodes.paragraph)]
    return [*sheet, _latex(r"\end{factsheet}")]


def _latex(command: str) -> nodes.raw:
    return nodes.raw("", command, format="latex")


def _rows(composer: Composer, facts: object, texts: Mapping[str, Inline]) -> Iterator[Row]:
    match facts:
        case EventFacts():
            yield from _event(composer, facts, texts)
        case OrganisationFacts():
            yield from _organisation(composer, facts, texts)
        case InstrumentFacts():
            yield from _instrument(composer, facts, texts)
        case ConceptFacts():
            yield from _concept(composer, facts, texts)


def _text(composer: Composer, *content: Inline | None) -> list[nodes.Node]:
    """Return a paragraph of *content*, or nothing where there is none."""
    present = [part for part in content if part]
    return [composer.paragraph(present)] if present else []


def _event(composer: Composer, facts: EventFacts, texts: Mapping[str, Inline]) -> Iterator[Row]:
    organisations = Kind.ORGANISATION
    yield _("Kind"), _text(composer, labels.event_type(facts.type))
    yield _("Date"), _text(composer, composer.interval(facts.start, facts.end))
    yield _("Place"), _text(composer, *composer.place(texts["city"], facts.country))
    yield _("Venue"), _text(composer, texts.get("venue"))
    yield _("Series"), _text(composer, texts.get("series"))
    yield _("Organisers"), composer.references(organisations, facts.organisers)
    yield _("Partners"), composer.references(organisations, facts.partners)
    yield _("Funders"), composer.references(organisations, facts.funders)
    yield (
        _("Participating organisations"),
        composer.references(organisations, facts.participants),
    )
    yield _("Participating States"), _text(composer, texts.get("participating_states"))
    yield _("Attendance"), _text(composer, texts.get("attendance"))
    speakers = [
        _speaker(composer, speaker, texts[f"speakers.{number}.function"])
        for number, speaker in enumerate(facts.speakers)
    ]
    yield _("Speakers"), composer.bullets(speakers)
    yield _("Legal instruments"), composer.references(Kind.INSTRUMENT, facts.instruments)
    yield _("Concepts"), composer.references(Kind.CONCEPT, facts.concepts)
    titles = [[composer.foreign(title.text, language=title.lang)] for title in facts.titles]
    yield _("Titles in the sources"), composer.bullets(titles)


def _speaker(composer: Composer, speaker: Speaker, function: Inline) -> list[nodes.Node]:
    """Return the name, the function and what the speaker spoke for."""
    name = nodes.strong("", speaker.name)
    behind: Inline = ""
    if speaker.organisation:
        behind = composer.reference(Target(Kind.ORGANISATION, speaker.organisation))
    elif speaker.country:
        behind = composer.country(speaker.country)
    pattern = (
        _("%(name)s, %(function)s (%(organisation)s)") if behind else _("%(name)s, %(function)s")
    )
    line = composer.phrase(pattern, name=name, function=function, organisation=behind)
    return line + composer.phrase(" — %s", _("announced")) if speaker.announced else line


def _organisation(
    composer: Composer, facts: OrganisationFacts, texts: Mapping[str, Inline]
) -> Iterator[Row]:
    parent = [facts.parent] if facts.parent else []
    yield _("Abbreviation"), _text(composer, texts.get("abbreviation"))
    yield _("Name in this language"), _official(composer, facts.official)
    yield _("Kind"), _text(composer, labels.organisation_type(facts.type))
    yield _("Part of"), composer.references(Kind.ORGANISATION, parent)
    yield _("Founded"), _text(composer, str(facts.founded or ""))
    yield _("Seat"), _text(composer, *composer.place(texts.get("city"), facts.country))
    yield _("Website"), _website(composer, facts.url)


def _official(composer: Composer, official: tuple[str, ...]) -> list[nodes.Node]:
    """Say whether the heading is official in the language that the page is in."""
    if composer.language in official:
        return _text(composer, _("official"))
    return _text(composer, _("rendering by the archive, not official"))


def _website(composer: Composer, url: str | None) -> list[nodes.Node]:
    if not url:
        return []
    shown = url.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return _text(composer, composer.link(url, nodes.Text(shown.rstrip("/"))))


def _instrument(
    composer: Composer, facts: InstrumentFacts, texts: Mapping[str, Inline]
) -> Iterator[Row]:
    adopter = [facts.adopted_by] if facts.adopted_by else []
    yield _("Short name"), _text(composer, texts["short_name"])
    yield _("Title in this language"), _official(composer, facts.official)
    yield _("Kind"), _text(composer, labels.instrument_type(facts.type))
    if facts.number:
        yield (
            _("Number"),
            _text(
                composer,
                *composer.phrase(labels.number(facts.number.series), texts["number.ref"]),
            ),
        )
    yield _("Document"), _text(composer, texts.get("document"))
    yield _("CELEX number"), _text(composer, facts.celex)
    yield _("Adopted by"), composer.references(Kind.ORGANISATION, adopter)
    yield _("Place"), _text(composer, *composer.place(texts.get("city"), facts.country))
    for label, day in (
        (_("Adopted"), facts.adopted),
        (_("Opened for signature"), facts.opened_for_signature),
        (_("Signed"), facts.signed),
        (_("Published"), facts.published),
        (_("In force since"), facts.in_force),
        (_("To be transposed by"), facts.transposed_by),
    ):
        yield label, _text(composer, composer.day(day) if day else None)
    yield _("Monitoring"), composer.references(Kind.ORGANISATION, facts.monitoring)
    relations = [
        composer.phrase(
            labels.relation(relation.type),
            composer.reference(Target(Kind.INSTRUMENT, relation.target)),
        )
        for relation in facts.relations
    ]
    yield _("Related instruments"), composer.bullets(relations)
    yield _("Official text"), _website(composer, facts.url)


def _concept(composer: Composer, facts: ConceptFacts, texts: Mapping[str, Inline]) -> Iterator[Row]:
    yield _("Also called"), _text(composer, texts.get("also"))
    definitions = [
        composer.phrase(
            _("%(instrument)s, article %(article)s"),
            instrument=composer.reference(Target(Kind.INSTRUMENT, definition.instrument)),
            article=definition.article,
        )
        for definition in facts.defined_in
    ]
    yield _("Defined in"), composer.bullets(definitions)
    yield _("Related concepts"), composer.references(Kind.CONCEPT, facts.related)
    yield _("Website"), _website(composer, facts.url)
