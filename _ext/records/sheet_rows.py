"""The rows of a fact sheet, and what the shapes in them show and say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from records.rows import Citations, Each, Phrase, Provision, Shape, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Row:
    """A row of a fact sheet: a message of the interface, and what stands behind it.

    *note* tells translators what the free text of the row is; a row with several
    of them has *notes* by the last part of their keys. *one* is the label of a single line.
    *inverse* are patterns by which a page shows what another one says in such a row. What
    *heads* a page stands in a line under its title on the website, and not in the sheet.
    """

    label: str
    shows: Shape
    note: str = ""
    one: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    inverse: tuple[str, ...] = ()
    heads: bool = False

    def note_of(self, path: str) -> str:
        """Return what translators are told of the free text at *path*."""
        return self.notes.get(path.rpartition(".")[2], self.note)


def within(shape: Shape) -> Iterator[Shape]:
    """Yield *shape* and every shape in it that names keys of the same model."""
    yield shape
    for inner in () if isinstance(shape, Each) else shape.shapes:
        yield from within(inner)


def words_of(shape: Shape) -> Iterator[tuple[str, bool]]:
    """Yield each message of the interface that *shape* shows, and whether it stands for a value.

    A pattern that is made of signs alone is no message.
    """
    found: list[tuple[str, bool]] = []
    if isinstance(shape, Word):
        found = [(word, isinstance(value, str)) for value, word in shape.words.items()]
    if isinstance(shape, Phrase) and isinstance(shape.pattern, str):
        found = [(shape.pattern, False)]
    if isinstance(shape, Citations):
        found = [(shape.without, False)]
    if isinstance(shape, Provision):
        found = [(message, False) for message in shape.words]
    yield from (word for word in found if any(map(str.isalpha, word[0].replace("%s", ""))))
    for inner in shape.shapes:
        yield from words_of(inner)
