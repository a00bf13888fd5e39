"""How recommendations descend from others and from instruments: what is shown at either end."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _

from records.archive import RELATIONS
from records.kind import Target
from records.kinds.instruments import INSTRUMENT
from seminars.domain import seminars_of
from seminars.items import ItemFiller
from seminars.marks import Question, joined, placeholder, register
from seminars.recommendations import RECOMMENDATIONS, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Recommendation
    from seminars.composer import Inline
    from seminars.entry import Entry


class Tie(NamedTuple):
    """One end of a relation: *own* names it, a recommendation by its key, an instrument by its id.

    *event* is the seminar of the other end, where that is a recommendation; *is_back* says that the
    relation is that of the other end to this one.
    """

    own: str
    type: str
    other: str
    event: Entry | None
    is_back: bool = False


def all_ties(env: BuildEnvironment) -> list[Tie]:
    """Return both ends of all relations, in the order of the pages."""
    domain = seminars_of(env)

    def collect() -> list[Tie]:
        found = []
        for docname, entries in sorted(RECOMMENDATIONS.of(env).items()):
            for entry in entries:
                for relation in entry.relations:
                    target = find(env, relation.target) if relation.is_to_recommendation else None
                    event = domain.entry(target.docname) if target else None
                    if event or not relation.is_to_recommendation:
                        found.append(Tie(entry.key, relation.type, relation.target, event))
                    back = domain.entry(docname)
                    found.append(Tie(relation.target, relation.type, entry.key, back, is_back=True))
        return found

    return domain.made("ties", collect)


def _ties_of_page(env: BuildEnvironment, docname: str) -> list[Tie]:
    """Return the ties of the recommendations of a page, or of the instrument that it is."""
    name = docname.rpartition("/")[2]
    by_page: dict[str, list[Tie]] = seminars_of(env).made("ties by page", lambda: _by_page(env))
    return by_page.get(name, [])


def _by_page(env: BuildEnvironment) -> dict[str, list[Tie]]:
    found: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in all_ties(env):
        found[tie.own.partition("/")[0]].append(tie)
    return dict(found)


TIES_OF_PAGE = Question("ties", _ties_of_page, of_page=True)


class descendants(placeholder):
    """Stands for the recommendations that name the instrument of the page ``docname``."""

    asks = (TIES_OF_PAGE,)


def _words(*, is_back: bool) -> dict[str, str]:
    """Return what the relations are called, seen from either end."""
    if is_back:
        return {
            "recalls": _("Recalled by:"),
            "repeats": _("Repeated by:"),
            "follows-up": _("Followed up by:"),
        }
    return {
        "recalls": _("Recalls:"),
        "repeats": _("Repeats:"),
        "follows-up": _("Follows up:"),
    }


class DescentFiller(ItemFiller):
    """Has the lines that show ties."""

    def ties_of(self, entry: Recommendation, ties: Iterable[Tie]) -> list[nodes.Node]:
        """Return the lines on the descent of a recommendation, from its own *ties* alone."""
        return self.tie_lines([tie for tie in ties if tie.own == entry.key])

    def tie_lines(self, ties: Sequence[Tie]) -> list[nodes.Node]:
        """Return a line for each kind of relation: what it is, and to what."""
        lines: list[nodes.Node] = []
        for is_back in (False, True):
            for relation in RELATIONS:
                shown = [
                    self.composer.run(self._other(tie))
                    for tie in ties
                    if (tie.type, tie.is_back) == (relation, is_back)
                ]
                if shown:
                    label = self.label(_words(is_back=is_back)[relation])
                    line = [*label, *joined(list(shown))]
                    lines.append(self.composer.paragraph(line, "recommendation-meta"))
        return lines

    def _other(self, tie: Tie) -> list[Inline]:
        """Return what the other end of *tie* is called; of a seminar also place and days."""
        if tie.event is None:
            return [self.composer.reference(Target(INSTRUMENT, tie.other))]
        line: list[Inline] = [self.composer.pending("rec", tie.other)]
        record = tie.event.record
        if record and record.days:
            days = self.composer.interval(*record.days)
            line += [" (", *self.event_place(record, is_linked=True), f", {days})"]
        return line

    def label(self, text: str) -> list[Inline]:
        """Return the beginning of a line on a recommendation."""
        return [*self.composer.phrase("%s ", nodes.emphasis("", "", self.composer.text(text)))]


class FillDescendants(DescentFiller):
    """List the recommendations that name an instrument."""

    def fill(self, found: descendants) -> list[nodes.Node]:
        """Return the section; nothing where no recommendation names it."""
        lines = self.tie_lines(self.ask(TIES_OF_PAGE, found["docname"]))
        if not lines:
            return []
        section = self.foot("descendants", _("Related recommendations"), [])
        section += lines
        return [section]


def setup(app: Sphinx) -> None:
    """Register the descent of recommendations."""
    register(app, descendants, FillDescendants)
