"""The check of citations: every statement of a seminar's page names the source that it rests on.

What the archive adds stands in an editor's note, which needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from catalogues.provenance import USAGE_NOTE
from records.faults import counted
from records.kinds.events import EVENT, EventFacts
from seminars.citations import line_of_block, source_mark
from seminars.domain import seminars_of
from seminars.language_marks import Marking
from seminars.marks import placeholder
from seminars.recommendation_directive import recommendation
from seminars.reports import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from records.archive import Record

_UNCITED = (
    "this %s cites no source: write %s behind what rests on it, or put what the archive adds into "
    ":::{editor-note}"
)
# What is no statement: code, comments, the head of a table, whom a photograph is owed to
_NO_STATEMENT = (nodes.FixedTextElement, nodes.Invisible, nodes.thead, nodes.legend)
_WORDS: tuple[tuple[type[nodes.Element], str], ...] = (
    (recommendation, "recommendation"),
    (nodes.entry, "cell"),
    (nodes.list_item, "list item"),
    (nodes.footnote, "footnote"),
)


class CheckCitations(SphinxTransform):
    """Report each statement that cites nothing, and each source that nothing cites."""

    default_priority = 871  # after ReadCitations (870)

    def apply(self, **kwargs: Any) -> None:
        """Look at the page of a seminar whose front matter is in order."""
        if not self.config.seminars_citations:
            return
        record = seminars_of(self.env).records.get(self.env.docname)
        if record is None or record.kind is not EVENT or record.facts is None:
            return
        self._report_statements(record)
        self._report_sources(record)

    def _report_statements(self, record: Record) -> None:
        assert record.facts is not None
        example = f"{{source}}`{record.facts.sources[0].id}`"
        is_translation = Marking(self.config).is_needed
        for block in _statements(self.document, is_translation=is_translation):
            if next(block.findall(source_mark), None) is None:
                place = (self.env.docname, line_of_block(block))
                warn("citation", _UNCITED, _what(block), example, location=place)

    def _report_sources(self, record: Record) -> None:
        assert record.facts is not None
        cited = {name for mark in self.document.findall(source_mark) for name in mark["sources"]}
        if isinstance(record.facts, EventFacts):
            cited |= {name for one in record.facts.relations for name in one.sources}
        for number, source in enumerate(record.facts.sources):
            if source.id not in cited:
                path = f"sources.{number}.id"
                text = "%s: no sentence cites the source `%s`: write {source}`%s` behind what it "
                text += "says, or take it out"
                place = (self.env.docname, record.lines.get(path, 1))
                warn("citation", text, counted(path), source.id, source.id, location=place)


def _statements(node: nodes.Element, *, is_translation: bool) -> Iterator[nodes.Element]:
    """Yield the texts in *node* that must cite a source.

    Translators may write a note on usage anew, and leave its citations out.
    """
    for child in node.children:
        if not isinstance(child, nodes.Element) or isinstance(child, _NO_STATEMENT):
            continue
        if isinstance(child, placeholder) and not isinstance(child, recommendation):
            continue  # an editor's note, the fact sheet, lists that the archive makes
        if _is_statement(child):
            if not (is_translation and USAGE_NOTE in child["classes"]):
                yield child
        else:
            yield from _statements(child, is_translation=is_translation)


def _is_statement(node: nodes.Element) -> bool:
    """Return whether *node* is a text that says something, and not how something is called."""
    if isinstance(node, nodes.title):
        return isinstance(node.parent, nodes.table)
    is_text = isinstance(node, (nodes.paragraph, nodes.caption, nodes.line))
    return is_text and any(map(str.isalnum, node.astext()))


def _what(block: nodes.Element) -> str:
    """Return what *block* is to an editor."""
    if isinstance(block, (nodes.caption, nodes.title)):
        return "caption"
    above: nodes.Node | None = block
    while above is not None:
        for kind, word in _WORDS:
            if isinstance(above, kind):
                return word
        above = above.parent
    return "paragraph"


def setup(app: Sphinx) -> None:
    """Register the check of citations, which is part of every build."""
    app.add_config_value("seminars_citations", default=True, rebuild="env", types=(bool,))
    app.add_transform(CheckCitations)
