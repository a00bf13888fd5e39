"""Relations between records that lead back to where they began, where that is nonsense."""

from __future__ import annotations

from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from records.archive import Record


class Circle(NamedTuple):
    """Records of which each stands to the next as *relation* says, the last to the first.

    ``path`` is where the first of them names the next.
    """

    relation: str
    records: tuple[Record, ...]
    path: str


def circles_in(records: Iterable[Record]) -> Iterator[Circle]:
    """Yield each circle among *records*, from the record on that comes first."""
    edges: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    by_id = {record.id: record for record in records}
    for record in by_id.values():
        for relation, target, path in _relations(record):
            edges[relation].setdefault(record.id, {}).setdefault(target, path)
    for relation in sorted(edges):
        for circle in _circles(edges[relation]):
            first = min(range(len(circle)), key=lambda at: by_id[circle[at]].docname)
            names = [*circle[first:], *circle[:first]]
            path = edges[relation][names[0]][names[1 % len(names)]]
            yield Circle(relation, tuple(by_id[name] for name in names), path)


def _relations(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield the relations of *record* that allow no circle: name, target, and key."""
    for chain in record.kind.chains if record.facts else ():
        found = getattr(record.facts, chain.key)
        if found and not chain.target:
            yield chain.key, found, chain.key
        for number, entry in enumerate(found if chain.target else ()):
            relation = getattr(entry, chain.type)
            target = getattr(entry, chain.target)
            if target and relation not in chain.mutual:
                yield relation, target, f"{chain.key}.{number}.{chain.target}"


def _circles(edges: dict[str, dict[str, str]]) -> Iterator[list[str]]:
    """Yield circles until none is left, each without an edge of those before."""
    left = {name: list(targets) for name, targets in edges.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            # each one points to the one before it, and the last is the first
            circle = list(reversed(error.args[1]))[:-1]
            yield circle
            left[circle[0]].remove(circle[1 % len(circle)])
        else:
            return
