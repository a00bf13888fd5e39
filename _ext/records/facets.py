"""By what readers find seminars: ``FACETS``, the one list. Each value has a page of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cldr.collation import sort_key
from cldr.digits import in_digits
from records.folders import FOLDERS
from records.kinds.events import EventFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from records.archive import Record


@dataclass(frozen=True)
class Facet:
    """What seminars have in common: a page to each value in *folder*, and a list of the values.

    *label* is what the list is called, *heading* what the page of a value is; both are messages of
    the interface, the latter with ``%s`` for the value. *values* are those of a seminar, of the
    characters that an id may have; *wording* is how a value is written in a locale. The list is in
    alphabetical order of what is written, or *descending*.
    """

    folder: str
    label: str
    heading: str
    values: Callable[[EventFacts], Iterable[str]]
    wording: Callable[..., str]
    descending: bool = False

    def __post_init__(self) -> None:
        """Refuse a folder of pages: the list of values would take the place of their index."""
        if self.folder in {path.split("/")[0] for path in FOLDERS.values()}:
            raise ValueError(f"the folder `{self.folder}` of a facet holds pages: take another")

    def groups(
        self, events: Iterable[Record], *, language: str, locale: str
    ) -> dict[str, list[Record]]:
        """Return the *events* of each value, in their order; the values in that of the list."""
        found: defaultdict[str, list[Record]] = defaultdict(list)
        for event in events:
            if isinstance(event.facts, EventFacts):
                for value in self.values(event.facts):
                    found[value].append(event)
        keys = {
            value: sort_key(self.wording(value, locale=locale), language=language)
            for value in found
        }
        order = sorted(found, key=lambda value: (keys[value], value), reverse=self.descending)
        return {value: found[value] for value in order}


def years(facts: EventFacts) -> Iterable[str]:
    """Return the year of a seminar, or each one in which it was held."""
    return map(str, range(facts.start.year, (facts.end or facts.start).year + 1))


FACETS = (Facet("years", "Seminars by year", "Seminars of %s", years, in_digits, descending=True),)
if len({facet.folder for facet in FACETS}) < len(FACETS):
    raise ValueError("two facets have one folder: " + ", ".join(one.folder for one in FACETS))


def words() -> Iterable[str]:
    """Return the messages of the interface that facets have."""
    return (message for facet in FACETS for message in (facet.label, facet.heading))
