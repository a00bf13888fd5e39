"""Tables of the book: what would be higher than a page breaks, what would be too wide is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from seminars.book.text import as_latex

if TYPE_CHECKING:
    from docutils.nodes import Element

_SHORT_TABLE = 1000  # letters of a table that fits on half a page, whatever its columns are
_SHORT_CELL = 400  # letters of a cell that fits on a page
_NARROW, _WIDE = 8, 60  # letters by which the columns of a long one share its width
# From which number of columns on which size of letters is taken
_SIZES = ((11, r"\scriptsize"), (7, r"\footnotesize"))
_FRAMES = (nodes.Admonition, nodes.topic, nodes.sidebar, addnodes.seealso)


def is_long(table: Element) -> bool:
    """Return whether *table* may be higher than a page."""
    return len(table.astext()) > _SHORT_TABLE


def let_break(table: Element) -> None:
    """Have *table* set as one that breaks over pages, each column as wide as its texts want it."""
    widths = [_NARROW] * _columns(table)
    for row in table.findall(nodes.row):
        cells = [child for child in row.children if isinstance(child, nodes.entry)]
        for place, cell in enumerate(cells):
            length = len(cell.astext())
            widths[place] = max(widths[place], min(length, _WIDE))
            if length > _SHORT_CELL:  # longtable cuts off what is higher than a page, and is silent
                cell.insert(0, nodes.raw("", r"\begin{archivecell}", format="latex"))
                cell.append(nodes.raw("", r"\end{archivecell}", format="latex"))
    if "colwidths-given" not in table["classes"]:
        for column, width in zip(table.findall(nodes.colspec), widths, strict=True):
            column["colwidth"] = width
    table["classes"] += ["longtable", "colwidths-given"]


def size(table: Element) -> str:
    """Return the command for the size of letters that *table* needs; "" is that of the page."""
    columns = _columns(table)
    return next((command for least, command in _SIZES if columns >= least), "")


def _columns(table: Element) -> int:
    return sum(1 for _column in table.findall(nodes.colspec))


def open_frames(document: Element) -> None:
    """Put rules in the place of each frame around a long table.

    TeX collects what is in a frame before it looks for pages: a table breaks nowhere there, and
    its end is lost in silence.
    """
    for frame in list(document.findall(nodes.Element)):
        if isinstance(frame, _FRAMES) and any(map(is_long, frame.findall(nodes.table))):
            title = next(iter(frame.findall(nodes.title)), None)
            if title is not None:
                title.parent.remove(title)
            label = f"{admonitionlabels[frame.tagname]}:" if title is None else title.astext()
            begin = rf"\archiveopenframe{{{as_latex(label)}}}"
            frame.parent.replace(
                frame,
                [
                    nodes.raw("", begin, format="latex"),
                    *frame.children,
                    nodes.raw("", r"\archivecloseframe", format="latex"),
                ],
            )
