"""Below the text of a record: its meetings, and how a seminar stands to others.

What one page says is shown on both: the series lists the seminars that name it, and a seminar those
that it follows and those that follow it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sphinx.locale import _

from records.kinds.events import EVENT, EventFacts
from records.kinds.series import SERIES
from records.related_meetings import BY_THE_ARCHIVE, INVERSE
from seminars.citations import citation
from seminars.domain import seminars_of
from seminars.marks import Filler, Question, placeholder, register
from seminars.row_places import Place
from seminars.row_shapes import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.sheet_rows import Row
    from seminars.composer import Inline
    from seminars.entry import Entry

    Line = list[Inline]


class _Other(NamedTuple):
    """A seminar that names the record of a page, by its type of relation, if there are several.

    Where no source says so, it is *by_the_archive*.
    """

    type: str
    entry: Entry
    by_the_archive: bool = False


def _others(env: BuildEnvironment, docname: str) -> list[_Other]:
    """Return the seminars that say how they stand to the record of *docname*, by their days."""

    def invert() -> dict[str, list[tuple[str, str, str, bool]]]:
        found: defaultdict[str, list[tuple[str, str, str, bool]]] = defaultdict(list)
        for event in seminars_of(env).of_kind(EVENT):
            if isinstance(event.facts, EventFacts):
                start, place = str(event.facts.start), event.docname
                if event.facts.series:
                    found[f"{SERIES.folder}/{event.facts.series}"].append((start, place, "", False))
                for relation in event.facts.relations:
                    if relation.target:
                        target = f"{EVENT.folder}/{relation.target}"
                        is_ours = not relation.sources
                        found[target].append((start, place, relation.type, is_ours))
        return {target: sorted(events) for target, events in found.items()}

    domain = seminars_of(env)
    others = domain.made("related meetings", invert).get(docname, ())
    return [_Other(type_, domain.entry(name), ours) for _start, name, type_, ours in others]


_OTHERS = Question("related meetings", _others, of_page=True)


class foot(placeholder):
    """Stands for the rows below the text of the record of the page ``docname``."""

    asks = (_OTHERS,)


class FillFoot(Filler):
    """Make a section of each row that has a line."""

    def fill(self, found: foot) -> list[nodes.Node]:
        """Return the sections."""
        record = self.own(found)
        others = self.ask(_OTHERS, found["docname"])
        sections: list[nodes.Node] = []
        for row in record.kind.foot:
            shown = self._lines(row, record, others)
            if shown:
                label = row.one if row.one and len(shown) == 1 else row.label
                sections.append(self.foot(row.shows.keys[0], _(label), shown))
        return sections

    def _lines(self, row: Row, record: Record, others: list[_Other]) -> list[Line]:
        """Return the lines of the page and those of the others: by days, or the own ones first."""
        place = Place(self.composer, self.texts(record), record.facts, cite=self._citing(record))
        own = list(lines(row.shows, place))
        if record.kind is SERIES:
            meetings = [str(one.start) for one in getattr(record.facts, row.shows.keys[0])]
            dated = [*zip(meetings, own, strict=True)]
            for other in others:
                start = str(other.entry.record.days[0])  # type: ignore[union-attr,index] # it has facts
                dated.append((start, self.event_line(other.entry)))
            return [line for _start, line in sorted(dated, key=lambda one: one[0])]
        return own + [self._inverse(other) for other in others if not self._is_said(other, record)]

    def _citing(self, record: Record) -> Callable[[Iterable[str]], Line]:
        """Return what cites sources of *record* by their ids."""
        sources = record.facts.sources if record.facts else ()
        numbers = {source.id: number for number, source in enumerate(sources, 1)}

        def cite(names: Iterable[str]) -> Line:
            shown = sorted((numbers[name], name, "") for name in names)
            return [citation(shown, in_print=self.in_print)]

        return cite

    def _is_said(self, other: _Other, record: Record) -> bool:
        """Return whether the page itself says what another one says of both."""
        assert isinstance(record.facts, EventFacts)
        pattern = INVERSE[other.type]
        return any(
            one.target == other.entry.docname.rpartition("/")[2] and INVERSE[one.type] == pattern
            for one in record.facts.relations
        )

    def _inverse(self, other: _Other) -> Line:
        title = self.title_reference(other.entry)
        ours: Line = [_(BY_THE_ARCHIVE)] if other.by_the_archive else []
        return [*self.composer.phrase(_(INVERSE[other.type]), title), *ours]


def setup(app: Sphinx) -> None:
    """Register what stands below the text of a record."""
    register(app, foot, FillFoot)
