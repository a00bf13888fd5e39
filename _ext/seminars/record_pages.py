"""The page of a record: its front matter is noted, and its parts are put around its text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _
from sphinx.transforms import SphinxTransform

from records.archive import Record
from records.circles import circles_in
from records.facts import free_texts
from records.faults import counted
from records.front_matter import damage_in, split_front_matter
from records.front_matter_faults import check, check_other
from records.kinds import kind_of
from records.shared_sources import pages_named, with_shared
from records.wording import Wording
from seminars.descent import descendants
from seminars.domain import seminars_of
from seminars.dossiers import dossier
from seminars.fact_sheets import fact_sheet, fact_text
from seminars.language_marks import Marking
from seminars.marks import Filler, placeholder, register
from seminars.meeting_relations import foot
from seminars.names_elsewhere import names_elsewhere
from seminars.reports import warn
from seminars.source_list import sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.faults import Fault

_ORPHAN = "---\norphan: true\n---\n"
_BLANK = "\n" * _ORPHAN.count("\n")


class last_change(placeholder):
    """Stands for the day on which the record of the page ``docname`` was last changed."""


# What a meeting is told from stands before what else the archive has; a term is looked up for that
_OF_MEETINGS = (foot, names_elsewhere, sources, descendants, dossier, last_change)
_OF_TERMS = (names_elsewhere, dossier, descendants, sources, last_change)


def note_record(app: Sphinx, docname: str, source: list[str]) -> None:
    """On ``source-read``: note the record of the page, and report each fault at its line."""
    name = docname.rpartition("/")[2]
    damaged = damage_in(source[0])
    if damaged:
        text = "the page is no UTF-8 text, or a character was lost here: save the page as UTF-8"
        warn("encoding", text, location=(docname, damaged))
        source[0] = f"# {name}\n"  # that others can refer to
    kind = kind_of(docname)
    if kind is None:
        _check_other(docname, name, source)
        return
    facts, lines, heading = None, {}, ""
    if not damaged:
        matter = split_front_matter(source[0])
        # MyST would make fields of the front matter, and crash on some
        source[0] = matter.body if matter.heading else _with_heading(name, matter.body)
        for page in pages_named(matter):
            app.env.note_dependency(page)
        matter = with_shared(matter, Path(app.srcdir))
        facts, faults = check(kind, name, matter)
        _report(docname, faults)
        lines, heading = dict(matter.lines), matter.heading or ""
    language = Marking(app.config).source
    found = free_texts(facts) if facts else {}
    texts = {path: Wording(text, language) for path, text in found.items()}
    record = Record(kind, name, docname, facts, lines, texts, heading)
    seminars_of(app.env).records[docname] = record


def _with_heading(name: str, body: str) -> str:
    """Return *body* with a heading, so that what lists the page does not miss its title too."""
    return f"# {name}\n{body.removeprefix(chr(10))}"


def _check_other(docname: str, name: str, source: list[str]) -> None:
    """Report what is wrong with the front matter of a page that is no record, and take it out."""
    matter = split_front_matter(source[0])
    faults = check_other(name, matter)
    _report(docname, faults)
    if faults and matter.body.startswith(_BLANK):
        # or MyST says in its own words that it is malformed, and Sphinx that no table lists it
        source[0] = matter.body.replace(_BLANK, _ORPHAN, 1)
    elif faults or matter.data == {}:
        source[0] = matter.body


def _report(docname: str, faults: Iterable[Fault]) -> None:
    for fault in faults:
        warn("front_matter", "%s", fault, location=(docname, fault.line))


class AddParts(SphinxTransform):
    """Put the marks of a record into its page."""

    default_priority = 5  # before PreserveTranslatableMessages (10) and Locale (20)

    def apply(self, **kwargs: Any) -> None:
        """Find the heading and put the fact sheet under it, the foot at the end."""
        if kind_of(self.env.docname) is None:
            return
        record = seminars_of(self.env).records.get(self.env.docname)
        section = next(self.document.findall(nodes.section), None)
        if record is None or record.facts is None or section is None:
            return
        sheet = fact_sheet(docname=record.docname)
        for path, text in free_texts(record.facts).items():
            message = fact_text(path=path, text=text)
            message.source, message.line = self.document["source"], record.lines.get(path, 1)
            sheet += message
        section.insert(1, sheet)
        parts = _OF_MEETINGS if record.kind.foot else _OF_TERMS
        section += [part(docname=record.docname) for part in parts]


class FillLastChange(Filler):
    """Say when a record was last changed."""

    def fill(self, found: last_change) -> list[nodes.Node]:
        """Return the last line of the page."""
        facts = self.own(found).facts
        assert facts is not None
        line = self.composer.phrase(_("Last updated: %s"), self.composer.day(facts.updated))
        return [self.composer.paragraph(line, "last-change")]


def note_texts(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note the texts of the record in the language of the page."""
    records, marking = seminars_of(app.env).records, Marking(app.config)
    for sheet in doctree.findall(fact_sheet):
        record = records[app.env.docname]
        texts = {
            text["path"]: marking.read(text["text"], text) for text in sheet.findall(fact_text)
        }
        records[record.docname] = record.with_texts(texts)


def report_contradictions(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-check-consistency``: report ids that stand twice, and relations in a circle."""
    first: dict[str, Record] = {}
    for record in seminars_of(env).in_order():
        owner = first.setdefault(record.id, record)
        if owner is not record:
            text = "the id `%s` is taken by %s"
            warn("duplicate", text, record.id, owner.docname, location=(record.docname, 1))
    for circle in circles_in(seminars_of(env).in_order()):
        record = circle.records[0]
        names = " → ".join(one.id for one in (*circle.records, record))
        place = (record.docname, record.lines.get(circle.path, 1))
        text = "%s: the records lead back to this one: %s"
        warn("circle", text, counted(circle.path), names, location=place)


def setup(app: Sphinx) -> None:
    """Register the pages of records."""
    register(app, last_change, FillLastChange)
    app.add_transform(AddParts)
    app.connect("source-read", note_record)
    app.connect("doctree-read", note_texts)
    app.connect("env-check-consistency", report_contradictions)
