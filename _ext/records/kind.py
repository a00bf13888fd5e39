"""What a kind of record is, and how one record names another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from records.dossier import OTHER, REST, Group
from records.facts import AT_THE_FOOT, NOTES_OF_THE_FOOT, Facts
from records.folders import FOLDERS
from records.keys import faults_of_keys, kinds_in, texts_in, texts_shown
from records.sheet_rows import Row, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Names(NamedTuple):
    """The keys that say what a record is called, beside its heading; empty for none.

    An abbreviation is official where the heading is, in the languages that *official* lists; a
    short name is the archive's own, and variants stand in one text, parted by semicolons. Words
    of the prose are taken for one of these names where *in_prose* is set.
    """

    abbreviation: str = ""
    short: str = ""
    variants: str = ""
    official: str = ""
    in_prose: bool = False


class Dates(NamedTuple):
    """The keys of the first and of the last day of what has a date: lists are in that order.

    An id begins with the first day, or with the one that was *announced* first; *ids* says to
    editors of what it is one, and how it is made.
    """

    first: str
    ids: str
    last: str = ""
    announced: str = ""


class Chain(NamedTuple):
    """A key with references that must not lead back to where they began.

    The entries of a key may have types of relations: those in *mutual* may lead back.
    """

    key: str
    target: str = ""
    type: str = ""
    mutual: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, repr=False)
class Kind:
    """A kind of record, all that is particular of it; *name* is that of its role.

    ``heading`` tells translators what the heading is; ``foot`` are rows that stand below the text,
    each under a heading of its own; ``hidden`` are keys that no row shows, and why. ``names`` is
    None for what is no term of the glossary, and ``dates`` for what has no date. ``sidebar`` is the
    key of what stands there, if neither short name nor heading does. ``provisions`` is the key of
    the places where instruments speak of it. ``dossier`` are the headings under which the page
    lists the others that name its record.
    """

    name: str
    facts: type[Facts]
    rows: tuple[Row, ...]
    heading: str
    hidden: Mapping[str, str] = field(default_factory=dict)
    names: Names | None = None
    chains: tuple[Chain, ...] = ()
    dates: Dates | None = None
    sidebar: str = ""
    provisions: str = ""
    foot: tuple[Row, ...] = ()
    dossier: tuple[Group, ...] = REST

    def __post_init__(self) -> None:
        """Refuse what was forgotten or misspelt, or it would be silent."""
        # each once, though a key may stand in several rows
        faults = [f"{self.file}: {fault}" for fault in dict.fromkeys(_faults(self))]
        if faults:
            raise TypeError("\n".join(faults))

    def __repr__(self) -> str:
        """Return the name alone: digests hold it."""
        return f"<{self.name}>"

    def __lt__(self, other: Kind) -> bool:
        """Sort by names."""
        return self.name < other.name

    @property
    def file(self) -> str:
        """The file of the kind, as seen from the folder of the code."""
        return f"{self.facts.__module__.replace('.', '/')}.py"

    @property
    def is_named_in_full(self) -> bool:
        """Whether fact sheets have the whole name of such a record, before its abbreviation."""
        return bool(self.names and self.names.abbreviation)

    @cached_property
    def folder(self) -> str:
        """The folder of the source tree that holds the records of this kind."""
        return FOLDERS[self.facts.__module__.rpartition(".")[2]]

    @cached_property
    def notes(self) -> dict[str, str]:
        """What translators are told of each free text, by its path without numbers."""
        found = dict(NOTES_OF_THE_FOOT)
        for row in (*self.rows, *self.foot):
            found |= {path: row.note_of(path) for path in texts_shown(row.shows)}
        return found

    def note_of(self, path: str, facts: Facts) -> str:
        """Return what translators are told of the free text at *path* of *facts*.

        Where the entry that it stands in has a name, they are told whose text it is.
        """
        note = self.notes[re.sub(r"\.\d+", "", path)]
        *above, _key = path.split(".")
        entry: Any = facts
        for part in above:
            entry = entry[int(part)] if part.isdigit() else getattr(entry, part)
        name = getattr(entry, "name", "") if above else ""
        return f"{note} (“{name}”)" if name else note

    def words(self) -> Iterator[tuple[str, bool]]:
        """Yield each message of the interface in the rows, and whether it stands for a value."""
        for row in (*self.rows, *self.foot):
            yield from ((label, False) for label in (row.label, row.one, *row.inverse) if label)
            yield from words_of(row.shows)
        yield from ((group.label, False) for group in (*self.dossier, OTHER))

    @property
    def refers_to(self) -> frozenset[str]:
        """The names of the kinds to which the keys refer."""
        fields = self.facts.model_fields.values()
        return frozenset(name for one in fields for name in kinds_in(one))

    @cached_property
    def own_references(self) -> frozenset[str]:
        """The keys of the kind itself that hold ids of others of the same kind."""
        own = self.facts.model_fields.keys() - Facts.model_fields.keys()
        return frozenset(key for key in own if self.name in kinds_in(self.facts.model_fields[key]))


class Target(NamedTuple):
    """What a reference points to: a record of one kind by its id."""

    kind: Kind
    id: str

    @property
    def docname(self) -> str:
        """The page of the record, whether it is there or not."""
        return f"{self.kind.folder}/{self.id}"


def _days_of(kind: Kind) -> tuple[str, ...]:
    dates = kind.dates
    return (dates.first, dates.last, dates.announced) if dates else ()


def _faults(kind: Kind) -> Iterator[str]:
    """Yield what is wrong with *kind*, in the words of somebody who adds one, or a key to it."""
    file = kind.facts.__module__.rpartition(".")[2]
    if file not in FOLDERS:
        yield f"the file `{file}` is not in FOLDERS of records/folders.py: add its line there"
    hidden = {**AT_THE_FOOT, **kind.hidden}
    of_keys = list(
        faults_of_keys(kind.facts, [row.shows for row in (*kind.rows, *kind.foot)], hidden)
    )
    yield from of_keys
    for path in () if of_keys else texts_in(kind.facts):
        if not kind.notes.get(path):
            yield f"the free text `{path}` has no note for translators: give its row one"
    used = [*(kind.names or ())[:4], *_days_of(kind), kind.sidebar, kind.provisions]
    for key in [*used, *(chain.key for chain in kind.chains)]:
        if key and key not in kind.facts.model_fields:
            yield f"there is no key `{key}` in {kind.facts.__name__}"
    first = kind.facts.model_fields.get(kind.dates.first) if kind.dates else None
    if first and not first.is_required():
        yield "the key of the first day may be left out: require it"
