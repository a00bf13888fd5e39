"""What is done at the events of a build: fetch, ask the pure part, report or note."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from prose.faults import meant
from records import pictures
from records.checking import check, check_other
from records.declarations import Recommendation, Record
from records.front_matter import damage_in, split_front_matter
from records.model import Kind, Target, kind_of
from records.schema import free_texts, targets
from seminars.domain import SeminarsDomain, seminars_of
from seminars.marking import is_marked
from seminars.messages import warn
from seminars.nodes import (
    event_list,
    fact_sheet,
    recommendation,
    recommendation_list,
    record_list,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.domains import Domain

    from records.declarations import Mention
    from records.faults import Fault

_ORPHAN = "---\norphan: true\n---\n"
_BLANK = "\n" * _ORPHAN.count("\n")
_REFERRING = {kind.value for kind in Kind}


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
    record = Record(kind, name, docname, None)
    if not damaged:
        matter = split_front_matter(source[0])
        # MyST would make fields of the front matter, and crash on some
        source[0] = matter.body if matter.heading else _with_heading(name, matter.body)
        facts, faults = check(kind, name, matter)
        _report(docname, faults)
        if facts is not None:
            record = Record(kind, name, docname, facts, dict(matter.lines), free_texts(facts))
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


def note_texts(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note what the page says in its language, and whom it names."""
    docname = app.env.docname
    domain = seminars_of(app.env)
    record = domain.records.get(docname)
    for sheet in doctree.findall(fact_sheet):
        assert record is not None
        domain.records[docname] = Record(
            record.kind, record.id, docname, record.facts, record.lines, sheet.texts
        )
    entries = tuple(_recommendations(docname, doctree))
    if entries:
        domain.recommendations[docname] = entries
        _report_repeated(entries)
    mentions = {*_mentions_in_text(doctree), *_mentions_in_facts(record)}
    for entry in entries:
        mentions |= {(Kind.CONCEPT, name, entry.line, "concepts") for name in entry.concepts}
    if mentions:
        domain.mentions[docname] = tuple(sorted(mentions))
    if any(True for _ in doctree.findall(_is_list)):
        domain.listings[docname] = True
    if any(xref.get("refdomain") != domain.name for xref in doctree.findall(addnodes.pending_xref)):
        domain.linking[docname] = True


def _is_list(node: nodes.Node) -> bool:
    return isinstance(node, (event_list, record_list, recommendation_list))


def _recommendations(docname: str, doctree: nodes.document) -> Iterable[Recommendation]:
    """Yield the recommendations of a page with their numbers."""
    for number, mark in enumerate(doctree.findall(recommendation), start=1):
        passages = tuple(
            (child.astext(), any(map(is_marked, child.findall()))) for child in mark.children
        )
        line, audiences = mark.line or 1, mark["audiences"]
        yield Recommendation(
            docname, mark["name"], number, line, audiences, mark["concepts"], passages
        )


def _report_repeated(entries: Iterable[Recommendation]) -> None:
    first: dict[str, Recommendation] = {}
    for entry in entries:
        if first.setdefault(entry.id, entry) is not entry:
            text = "the id `%s` is taken by another recommendation of this page"
            warn("duplicate", text, entry.id, location=(entry.docname, entry.line))


def _mentions_in_text(doctree: nodes.document) -> Iterable[Mention]:
    """Yield what the prose of a page refers to by id."""
    for xref in doctree.findall(addnodes.pending_xref):
        if xref.get("refdomain") == SeminarsDomain.name and xref["reftype"] in _REFERRING:
            yield Kind(xref["reftype"]), sys.intern(xref["reftarget"]), xref.line or 1, ""


def _mentions_in_facts(record: Record | None) -> Iterable[Mention]:
    """Yield what the front matter of a record refers to by id."""
    if record is None or record.facts is None:
        return
    for path, (kind, name) in targets(record.facts):
        yield kind, sys.intern(name), record.lines.get(path, 1), path


def report_pictures(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: report each picture that the website or the book cannot take.

    A file that is not there is reported by others. Of several formats of one picture
    (``photo.*``) one that is taken is enough.
    """
    for image in doctree.findall(nodes.image):
        names: dict[str, str] = image.get("candidates", {})
        found = [app.srcdir / name for name in names.values()]
        faults = {path: _fault_of(path) for path in found if path.is_file()}
        if faults and all(faults.values()):
            path, fault = next(iter(faults.items()))
            place = path.relative_to(app.srcdir).as_posix()
            warn("photo", "%s: %s", place, fault, location=(app.env.docname, _line_of(image)))


def _fault_of(path: Path) -> str:
    try:
        pictures.check(path)
    except (OSError, pictures.PictureError) as error:
        return str(error)
    return ""


def _line_of(node: nodes.Node | None) -> int:
    """Return the line of *node*, or of what is around it."""
    while node is not None and node.line is None:
        node = node.parent
    return (node.line if node is not None else None) or 1


def report_unknown(app: Sphinx, domain: Domain | None, node: addnodes.pending_xref) -> bool | None:
    """On ``warn-missing-reference``: say which id was probably meant; True for a reported one.

    What a front matter names has been reported by ``check_consistency``.
    """
    if not isinstance(domain, SeminarsDomain) or node["reftype"] not in _REFERRING:
        return _report_other(app, domain, node)
    target = Target(Kind(node["reftype"]), node["reftarget"])
    if node["refwarn"]:
        text = f"{{{target.kind}}}`{target.id}`: {domain.unknown(target)}"
        warn("unknown_record", text, location=(node["refdoc"], node.line or 1))
    return True


def _report_other(app: Sphinx, domain: Domain | None, node: addnodes.pending_xref) -> bool | None:
    """Say what a reference to no record does not find: a recommendation, a page, a label."""
    kind, target = node["reftype"], node["reftarget"]
    if kind == "rec" and isinstance(domain, SeminarsDomain):
        found = seminars_of(app.env).recommendations.values()
        near = meant(target, [entry.key for entries in found for entry in entries])
        text = f"{{rec}}`{target}`: there is no such recommendation{near}"
    elif kind == "doc":
        pages = app.env.found_docs
        text = f"{{doc}}`{target}`: there is no such page{meant(target, pages)}"
    elif kind in {"numref", "term", "keyword", "option"}:
        text = f"{{{kind}}}`{target}`: nothing of this name is in the archive"
    else:
        return None
    if node.get("refwarn"):
        warn("unknown_record", "%s", text, location=(node["refdoc"], node.line or 1))
    return True
