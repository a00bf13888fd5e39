"""Citing a source at the sentence: the role, its mark on the page, the way back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxRole

from catalogues.role_syntax import ids_in
from seminars import links
from seminars.domain import seminars_of
from seminars.marks import Filler, placeholder, register
from seminars.reports import warn
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx

    from records.facts import Facts

_JOINER = "\N{WORD JOINER}"  # no line begins with what follows it (UAX 14, LB11)


class source_mark(placeholder):
    """Stands where a sentence cites ``sources``, ids of the page.

    ``shown`` are the number, the id and the anchor of each that there is, by their numbers.
    """


class SourceRole(SphinxRole):
    """Cites one source of the page or several: ``{source}`unodc, embassy```."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Leave a mark: which sources the page has is looked up when it has been parsed."""
        names = tuple(ids_in(self.text))
        mark = source_mark(docname=self.env.docname, sources=names, text=self.text)
        self.set_source_info(mark)
        return [mark], []


class ReadCitations(SphinxTransform):
    """Number the marks of the page, and report those that lead nowhere."""

    default_priority = 870  # after PlainTitles (865): what is said of titles is said of their text

    def apply(self, **kwargs: Any) -> None:
        """Go through the marks in the order of the page."""
        record = seminars_of(self.env).records.get(self.env.docname)
        facts = record.facts if record else None
        known = facts.sources if facts else ()
        numbers = {source.id: number for number, source in enumerate(known, start=1)}
        count: defaultdict[str, int] = defaultdict(int)
        for mark in list(self.document.findall(source_mark)):
            if self._stands_in_heading(mark):
                text = "a heading cites no source: cite it at the sentence that rests on it"
                warn("citation", text, location=(self.env.docname, line_of(mark)))
                mark.parent.remove(mark)
                continue
            _attach(mark)
            if record is None or facts is not None:  # what was refused is reported once
                self._report(mark, facts)
            for name in mark["sources"]:
                count[name] += 1
            mark["shown"] = sorted(
                (numbers[name], name, f"cited-{name}-{count[name]}")
                for name in mark["sources"]
                if name in numbers
            )

    @staticmethod
    def _stands_in_heading(mark: source_mark) -> bool:
        title = _nearest(mark, nodes.title)
        return title is not None and not isinstance(title.parent, nodes.table)

    def _report(self, mark: source_mark, facts: Facts | None) -> None:
        """Report each id that no source of the page has."""
        known = [source.id for source in facts.sources] if facts else []
        for name in mark["sources"]:
            if name in known:
                continue
            place = (self.env.docname, line_of(mark))
            if not known:
                text = "{source}`%s`: this page has no `sources` in its front matter"
                warn("citation", text, mark["text"], location=place)
                return
            near = meant(name, known) or f"; there are {', '.join(known)}"
            text = "{source}`%s`: there is no source `%s` on this page%s"
            warn("citation", text, mark["text"], name, near, location=place)


def _nearest(node: nodes.Node, kind: type[nodes.Element]) -> nodes.Element | None:
    """Return the nearest of *kind* around *node*."""
    above: nodes.Node | None = node.parent
    while above is not None and not isinstance(above, kind):
        above = above.parent
    return above


def _attach(mark: source_mark) -> None:
    """Take out the space before *mark*: it belongs to the word that it stands behind."""
    while True:
        place = mark.parent.index(mark)
        before = mark.parent[place - 1] if place else None
        if not isinstance(before, nodes.Text) or before == before.rstrip():
            return
        if before.strip():
            mark.parent[place - 1] = nodes.Text(before.rstrip())
        else:
            mark.parent.remove(before)


def line_of(mark: source_mark) -> int:
    """Return the line of the page at which the role stands."""
    block = _nearest(mark, nodes.TextElement)
    if block is None:
        return mark.line or 1
    before, found, _after = block.rawsource.partition(f"{{source}}`{mark['text']}`")
    return line_of_block(block) + (before.count("\n") if found else 0)


def line_of_block(block: nodes.Element) -> int:
    """Return the line of the page at which *block*, or what it stands in, begins.

    MyST gives the line of a table of Markdown to all that is in it, or none; each row has its own.
    """
    above: nodes.Node | None = block
    while above is not None and not above.line:
        above = above.parent
    line = (above.line if above is not None else None) or 1
    row, table = _nearest(block, nodes.row), _nearest(block, nodes.table)
    if row is None or table is None or (block.line and row.line != table.line):
        return line
    is_head = isinstance(row.parent, nodes.thead)
    return line if is_head else line + row.parent.index(row) + len(("head", "rule"))


class FillMarks(Filler):
    """Show the numbers of the sources that a sentence rests on."""

    def fill(self, found: source_mark) -> list[nodes.Node]:
        """Return the numbers, each a link; they are those of the list at the foot."""
        if not found["shown"]:  # an unknown id has been reported
            return []
        return [citation(found["shown"], in_print=self.in_print)]


def citation(shown: Iterable[tuple[int, str, str]], *, in_print: bool) -> nodes.Node:
    """Return links to sources, each *shown* by its number, its id, and the anchor of the link."""
    joiner = [] if in_print else [nodes.Text(_JOINER)]  # TeX breaks no line there
    found = []
    for number, name, own in shown:
        label = _("Source %s") % number
        text, anchor = f"[{number}]", f"source-{name}"
        found.append(links.internal(anchor, text, label=label, role="doc-noteref", own=own))
    return nodes.superscript("", "", *joiner, *found, classes=["citation"])


def setup(app: Sphinx) -> None:
    """Register the citations of sources."""
    register(app, source_mark, FillMarks)
    app.add_role_to_domain("sem", "source", SourceRole())
    app.add_transform(ReadCitations)
