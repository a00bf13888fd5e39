"""The facts of a record: a sheet, and on the website a line under its title.

What the rows show, each kind of record says itself (``records.kinds``). On the website a page is
read forwards: title, line, first paragraph, and the sheet beside or behind it (``seminars.side``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _

from records.kinds.instruments import is_eu_act
from records.names import texts_of_sheet
from seminars.attribute_texts import attribute_text
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.marks import Filler, Question, placeholder, register
from seminars.row_names import spelt_in
from seminars.row_places import Place
from seminars.row_shapes import lines
from seminars.side import disclosure, side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.sheet_rows import Row

    Shown = tuple[str, list[nodes.Node]]  # label and content of a row


def _eu_acts(env: BuildEnvironment, docname: str) -> tuple[str, ...]:
    """Return their ids in an order that is the same in each process, unlike that of a set."""
    return tuple(record.id for record in seminars_of(env).in_order() if is_eu_act(record.facts))


_EU_ACTS = Question("acts of the European Union", _eu_acts)


class fact_sheet(placeholder):
    """Stands under the heading of a record; its children are the free texts of the front matter."""

    asks = (_EU_ACTS,)


class fact_text(attribute_text):
    """A free text of the front matter: the one at ``path``."""


class FillFactSheets(Filler):
    """Put the facts of a record under the heading."""

    def fill(self, found: fact_sheet) -> list[nodes.Node]:
        """Return the facts in the language of the build."""
        record = self.own(found)
        acts = self.ask(_EU_ACTS)
        texts = self.composer.texts(
            texts_of_sheet(record.kind, self.own_title(found), record.texts)
        )
        start = getattr(record.facts, "start", None)
        year = start.year if start else None
        place = Place(self.composer, texts, record.facts, eu_acts=acts, spelt=set(), year=year)
        if self.in_print:
            return as_list(record, place)
        if not is_website(self.app.builder):
            return [as_fields(_shown(record.kind.rows, place), place)]
        rows = [row for row in record.kind.rows if not row.heads]
        sheet = as_fields(_shown(rows, place), place)
        facts = [disclosure("", sheet, summary=_("Fact sheet"))] if len(sheet) else []
        return [*_line(record, place), side("", *facts)]


def setup(app: Sphinx) -> None:
    """Register the fact sheets and their texts."""
    app.add_node(fact_text)
    register(app, fact_sheet, FillFactSheets)


def _line(record: Record, place: Place) -> list[nodes.Node]:
    """Return the line under the title: what heads the page, an item for each."""
    rows = [row for row in record.kind.rows if row.heads]
    items = [line for row in rows for line in lines(row.shows, place)]
    return place.composer.bullets(items, "fact-line")


def as_fields(rows: Iterable[Shown], place: Place) -> nodes.field_list:
    """Return *rows* as a fact sheet."""
    sheet = nodes.field_list(classes=["fact-sheet"])
    for name, body in rows:
        label = nodes.field_name("", "", place.composer.text(name))
        sheet += nodes.field("", label, nodes.field_body("", *body))
    return sheet


def as_list(record: Record, place: Place) -> list[nodes.Node]:
    """Return the same fact sheet for print: a list, for it may break over pages at any line.

    A row of a table is cut off where the page ends. The commands are those of the book's preamble.
    """
    sheet: list[nodes.Node] = [_latex(r"\begin{factsheet}")]
    for name, body in _shown(record.kind.rows, place):
        label = place.composer.text(name)
        sheet.append(nodes.inline("", "", _latex(r"\fact{"), label, _latex("}")))
        sheet += [line for part in body for line in part.findall(nodes.paragraph)]
    return [*sheet, _latex(r"\end{factsheet}")]


def _latex(command: str) -> nodes.raw:
    return nodes.raw("", command, format="latex")


def _shown(rows: Iterable[Row], place: Place) -> Iterator[Shown]:
    """Yield label and content of each of *rows* that has any; its keys are at *place*.

    Who is named for the first time is so in full.
    """
    spelt = place.spelt if place.spelt is not None else set()
    for row in rows:
        found = []
        for line in lines(row.shows, place):
            spelt |= {*spelt_in(line)}
            found.append(line)
        if found:
            label = row.one if row.one and len(found) == 1 else row.label
            yield _(label), place.composer.bullets(found)
