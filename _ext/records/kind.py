"""What a kind of record is, and how one record names another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from records.facts import AT_THE_FOOT, NOTES_OF_THE_FOOT, Facts
from records.fields import Free, Refers, marks_in, models_in, types_in
from records.folders import FOLDERS
from records.rows import Each, Place, Reference, Row, Shape, Text, Word, within, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo


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

    ``heading`` tells translators what the heading is; ``hidden`` are keys that no row shows, and
    why. ``names`` is None for what is no term of the glossary. ``days`` are the keys of the first
    and the last day of what has a date: its id begins with it, and lists are in that order.
    ``sidebar`` is the key of what stands there for the heading. ``definitions`` is the key of the
    places where instruments define it.
    """

    name: str
    facts: type[Facts]
    rows: tuple[Row, ...]
    heading: str
    hidden: Mapping[str, str] = field(default_factory=dict)
    names: Names | None = None
    chains: tuple[Chain, ...] = ()
    days: tuple[str, str] | None = None
    sidebar: str = ""
    definitions: str = ""

    def __post_init__(self) -> None:
        """Refuse what was forgotten or misspelt, or it would be silent."""
        faults = [f"{self.file}: {fault}" for fault in _faults(self)]
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

    @cached_property
    def folder(self) -> str:
        """The folder of the source tree that holds the records of this kind."""
        return FOLDERS[self.facts.__module__.rpartition(".")[2]]

    @cached_property
    def notes(self) -> dict[str, str]:
        """What translators are told of each free text, by its path without numbers."""
        found = dict(NOTES_OF_THE_FOOT)
        for row in self.rows:
            found |= dict.fromkeys(_texts(row.shows), row.note)
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
        return f"{note}, {name}" if name else note

    def words(self) -> Iterator[tuple[str, bool]]:
        """Yield each message of the interface in the rows, and whether it stands for a value."""
        for row in self.rows:
            yield row.label, False
            yield from words_of(row.shows)

    @property
    def refers_to(self) -> frozenset[str]:
        """The names of the kinds to which the keys refer."""
        fields = self.facts.model_fields.values()
        return frozenset(name for one in fields for name in _kinds_in(one))

    @cached_property
    def own_references(self) -> frozenset[str]:
        """The keys of the kind itself that hold ids of others of the same kind."""
        own = self.facts.model_fields.keys() - Facts.model_fields.keys()
        return frozenset(key for key in own if self.name in _kinds_in(self.facts.model_fields[key]))


class Target(NamedTuple):
    """What a reference points to: a record of one kind by its id."""

    kind: Kind
    id: str

    @property
    def docname(self) -> str:
        """The page of the record, whether it is there or not."""
        return f"{self.kind.folder}/{self.id}"


def _kinds_in(field_info: FieldInfo) -> Iterator[str]:
    """Yield the name of each kind that a key, or an entry of it, refers to."""
    for mark in (*field_info.metadata, *marks_in(field_info.annotation)):
        if isinstance(mark, Refers):
            yield mark.kind
    for model in models_in(field_info.annotation):
        for inner in model.model_fields.values():
            yield from _kinds_in(inner)


def _texts(shape: Shape) -> Iterator[str]:
    """Yield the path of each free text that *shape* shows, without numbers."""
    for part in within(shape):
        if isinstance(part, Text):
            yield part.key
        elif isinstance(part, Place):
            yield part.city
        elif isinstance(part, Each):
            yield from (f"{part.key}.{path}" for path in _texts(part.shape))


def _free_texts_of(model: type[BaseModel]) -> Iterator[str]:
    """Yield the path of each free text that *model* allows, without numbers."""
    for key, info in model.model_fields.items():
        if any(isinstance(mark, Free) for mark in (*info.metadata, *marks_in(info.annotation))):
            yield key
        for entry in models_in(info.annotation):
            yield from (f"{key}.{path}" for path in _free_texts_of(entry))


def _faults(kind: Kind) -> Iterator[str]:
    """Yield what is wrong with *kind*, in the words of somebody who adds one, or a key to it."""
    file = kind.facts.__module__.rpartition(".")[2]
    if file not in FOLDERS:
        yield f"the file `{file}` is not in FOLDERS of records/folders.py: add its line there"
    hidden = {**AT_THE_FOOT, **kind.hidden}
    of_keys = list(_faults_of_keys(kind.facts, [row.shows for row in kind.rows], hidden))
    yield from of_keys
    for path in () if of_keys else _free_texts_of(kind.facts):
        if not kind.notes.get(path):
            yield f"the free text `{path}` has no note for translators: give its row one"
    used = [*(kind.names or ())[:4], *(kind.days or ()), kind.sidebar, kind.definitions]
    for key in [*used, *(chain.key for chain in kind.chains)]:
        if key and key not in kind.facts.model_fields:
            yield f"there is no key `{key}` in {kind.facts.__name__}"


def _faults_of_keys(
    model: type[BaseModel], shapes: list[Shape], hidden: Mapping[str, str]
) -> Iterator[str]:
    """Yield each key of *model* that no shape shows, and each of a shape that is none."""
    if not model.__pydantic_fields_complete__:
        yield f"a type that {model.__name__} names is not known there: define it further up"
        return
    parts = [part for shape in shapes for part in within(shape)]
    shown = {key for part in parts for key in part.keys}
    for key in model.model_fields:
        if (key in shown) == (key in hidden):
            wrong = "is in a row and hidden as well" if key in shown else "is in no row"
            yield f"the key `{key}` of {model.__name__} {wrong}: show it, or hide it with a reason"
    for key in sorted((shown | hidden.keys()) - model.model_fields.keys()):
        yield f"there is no key `{key}` in {model.__name__}"
    for part in parts:
        for key in part.keys:
            if key in model.model_fields:
                yield from _faults_of_part(part, key, model)


def _faults_of_part(part: Shape, key: str, model: type[BaseModel]) -> Iterator[str]:
    """Yield what is wrong with *part*, which shows *key* of *model*."""
    info = model.model_fields[key]
    marks = {type(mark) for mark in (*info.metadata, *marks_in(info.annotation))}
    is_text = isinstance(part, Text) or (isinstance(part, Place) and key == part.city)
    if is_text != (Free in marks):
        right = "Text or Place" if Free in marks else "another shape"
        yield f"the key `{key}` of {model.__name__} wants {right}"
    if isinstance(part, Reference) != (Refers in marks):
        right = "Reference" if Refers in marks else "another shape"
        yield f"the key `{key}` of {model.__name__} wants {right}"
    if isinstance(part, Each):
        for entry in models_in(info.annotation):
            yield from _faults_of_keys(entry, [part.shape], {})
    if isinstance(part, Word):
        for value in sorted(_choices(info.annotation) - part.words.keys()):
            yield f"the key `{key}` of {model.__name__} has no word for `{value}`"


def _choices(annotation: Any) -> set[str]:
    """Return the values among which *annotation* lets an editor choose."""
    literals = (found for found in types_in(annotation) if get_origin(found) is Literal)
    return {value for found in literals for value in get_args(found)}
