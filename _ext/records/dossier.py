"""Under which heading the page of a record lists the pages that name it: by kind, and by role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

T = TypeVar("T")


class Group(NamedTuple):
    """Pages of one *kind* that name a record by one of *keys*, or in any other place without.

    *label* is a message of the interface, the heading. Where there are *types*, what the pages
    declare is of one of them.
    """

    label: str
    kind: str
    keys: tuple[str, ...] = ()
    types: tuple[str, ...] = ()

    def has(self, naming: Naming) -> bool:
        """Return whether a page that names a record so is listed here for one of the keys."""
        is_of_type = not self.types or naming.type in self.types
        return is_of_type and not {*naming.keys}.isdisjoint(self.keys)


# What of each kind stands in no group of its own
REST = (
    Group("Named in the text or in a source", "event"),
    Group("Series of meetings", "series"),
    Group("Organisations", "org"),
    Group("Instruments", "instrument"),
    Group("Concepts", "concept"),
)
OTHER = Group("Other pages", "")  # of a kind that no group has, or of none


class Naming(NamedTuple):
    """A page that names a record: of what kind and type it is, empty for none; by which keys."""

    kind: str
    keys: Collection[str]
    type: str = ""


def key_of(path: str) -> str:
    """Return the key at *path* without the numbers of entries: ``speakers.organisation``."""
    return re.sub(r"\.\d+", "", path)


def grouped(
    groups: Iterable[Group], pages: Iterable[tuple[Naming, T]]
) -> list[tuple[Group, list[T]]]:
    """Return what stands in each group that has something, in the order of *groups*.

    A page stands in each group by a key of which it names the record, and in that of the rest if
    it is in no other one.
    """
    listed = [*groups, OTHER]
    found: dict[Group, list[T]] = {group: [] for group in listed}
    for naming, page in pages:
        own = [group for group in listed if group.kind == naming.kind]
        by_key = [group for group in own if group.has(naming)]
        rest = [group for group in own if not group.keys] or [OTHER]
        for group in by_key or rest[:1]:
            found[group].append(page)
    return [(group, entries) for group, entries in found.items() if entries]
