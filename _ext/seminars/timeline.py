"""How many seminars of each year the archive has: a picture, and the same as a list."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from records.facets import FACETS, years
from records.kinds.events import EVENT, EventFacts
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.facet_lists import link_to
from seminars.marks import Filler, Question, placeholder, register
from seminars.templates import render

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from seminars.composer import Inline

_WIDTH, _HEIGHT, _GROUND = 564.0, 120.0, 150.0  # of the picture, of the highest bar, of its foot
_LABEL = 45.0  # the room that a year takes
_YEARS = next(facet for facet in FACETS if facet.values is years)


class Bar(NamedTuple):
    """A year of the picture; *label* is empty where there is no room for it."""

    x: float  # the left side of the bar
    middle: float
    top: float
    width: float
    height: float
    value: str
    label: str


def bars(numbers: dict[int, int]) -> list[tuple[int, int, Bar]]:
    """Return a bar to each year from the first to the last, with the year and its number."""
    first, last = min(numbers), max(numbers)
    room = _WIDTH / (last - first + 1)
    width, most = min(28.0, room * 0.7), max(numbers.values())
    step = next(number for number in count(1) if number * room >= _LABEL)
    found = []
    for place, year in enumerate(range(first, last + 1)):
        number, middle = numbers.get(year, 0), room * (place + 0.5)
        height = round(_HEIGHT * number / most, 1)
        label = str(year) if (last - year) % step == 0 else ""
        sizes = (round(middle - width / 2, 1), round(middle, 1), round(_GROUND - height, 1))
        bar = Bar(*sizes, round(width, 1), height, str(number or ""), label)
        found.append((year, number, bar))
    return found


def _numbers(env: BuildEnvironment, _docname: str) -> dict[int, int]:
    """Return how many seminars were held in each year that has one."""
    found: Counter[int] = Counter()
    for event in seminars_of(env).of_kind(EVENT):
        if isinstance(event.facts, EventFacts):
            found.update(map(int, years(event.facts)))
    return dict(sorted(found.items()))


_NUMBERS = Question("seminars by year", _numbers)


class timeline(placeholder):
    """Stands for the years."""

    asks = (_NUMBERS,)


class timeline_picture(nodes.General, nodes.Element):
    """The picture, made of ``bars``."""


class Timeline(SphinxDirective):
    """The number of seminars of each year."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every seminar is known."""
        return [timeline()]


class FillTimelines(Filler):
    """Draw the years, and list them."""

    def fill(self, found: timeline) -> list[nodes.Node]:
        """Return the picture and the list, the latest year first; the book has none."""
        numbers = self.ask(_NUMBERS)
        if not numbers or not is_website(self.app.builder):
            return []
        number = self.composer.number
        drawn = [
            bar._replace(
                value=number(held) if held else "", label=number(year) if bar.label else ""
            )
            for year, held, bar in bars(numbers)
        ]
        title = _("Number of seminars in each year, from %(first)s to %(last)s") % {
            "first": number(min(numbers)),
            "last": number(max(numbers)),
        }
        words = _("The archive counts what it has a page of, not all that was held.")
        say = self.composer.words
        picture = timeline_picture(bars=drawn, title=say(title), words=say(words))
        return [picture, *self._listed(numbers)]

    def _listed(self, numbers: dict[int, int]) -> list[nodes.Node]:
        composer = self.composer
        items: list[list[Inline]] = []
        for year, held in sorted(numbers.items(), reverse=True):
            page = f"{_YEARS.folder}/{year}"
            link = link_to(self.app, composer.docname, page, composer.number(year))
            items.append([link, " ", composer.run([composer.number(held)], "count")])
        return composer.bullets(items, "years")


def _visit(writer: Any, node: timeline_picture) -> None:
    writer.body.append(render("timeline.html", **node.attributes))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_node(timeline_picture, html=(_visit, None))
    register(app, timeline, FillTimelines)
    app.add_directive_to_domain("sem", "timeline", Timeline)
