"""The fact sheet under the heading of a record, in the language of the build.

What its rows show, each kind of record says itself (``records.kinds``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _

from seminars.attribute_texts import attribute_text
from seminars.marks import Filler, placeholder, register
from seminars.row_shapes import Place, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

    from records.archive import Record
    from seminars.composer import Composer, Inline


class fact_sheet(placeholder):
    """Stands under the heading of a record; its children are the free texts of the front matter."""


class fact_text(attribute_text):
    """A free text of the front matter: the one at ``path``."""


class FillFactSheets(Filler):
    """Put the fact sheet under the heading."""

    def fill(self, found: fact_sheet) -> list[nodes.Node]:
        """Return the fact sheet in the language of the build."""
        record = self.own(found)
        texts = self.texts(record)
        if self.in_print:
            return as_list(self.composer, record, texts)
        return [as_fields(self.composer, record, texts)]


def setup(app: Sphinx) -> None:
    """Register the fact sheets and their texts."""
    app.add_node(fact_text)
    register(app, fact_sheet, FillFactSheets)


def as_fields(composer: Composer, record: Record, texts: Mapping[str, Inline]) -> nodes.field_list:
    """Return the fact sheet of *record*, whose free texts are *texts*; empty rows are left out."""
    sheet = nodes.field_list(classes=["fact-sheet"])
    for name, body in _rows(composer, record, texts):
        label = nodes.field_name("", "", composer.text(name))
        sheet += nodes.field("", label, nodes.field_body("", *body))
    return sheet


def as_list(composer: Composer, record: Record, texts: Mapping[str, Inline]) -> list[nodes.Node]:
    """Return the same fact sheet for print: a list, for it may break over pages at any line.

    A row of a table is cut off where the page ends. The commands are those of the book's preamble.
    """
    sheet: list[nodes.Node] = [_latex(r"\begin{factsheet}")]
    for name, body in _rows(composer, record, texts):
        sheet.append(nodes.inline("", "", _latex(r"\fact{"), composer.text(name), _latex("}")))
        sheet += [line for part in body for line in part.findall(nodes.paragraph)]
    return [*sheet, _latex(r"\end{factsheet}")]


def _latex(command: str) -> nodes.raw:
    return nodes.raw("", command, format="latex")


def _rows(
    composer: Composer, record: Record, texts: Mapping[str, Inline]
) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Yield label and content of each row that has any."""
    place = Place(composer, texts, record.facts)
    for row in record.kind.rows:
        found = list(lines(row.shows, place))
        if found:
            label = row.one if row.one and len(found) == 1 else row.label
            yield _(label), composer.bullets(found)
