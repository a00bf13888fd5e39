"""Where the shapes of a row find what they show."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from cldr.collation import sort_key
from records.fields import Refers, marks_in
from records.kinds import kind_named
from records.parties import Party

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from pydantic import BaseModel

    from cldr.collation import SortKey
    from records.kind import Kind, Target
    from seminars.composer import Composer, Inline

Line = list["Inline"]  # of several, each is an entry of a list


class Place(NamedTuple):
    """Where a shape finds its keys: in *model*, the facts or an entry of them at *path*.

    *eu_acts* are the ids of the instruments that are acts of the European Union. *spelt* are
    those of which the sheet has said already what their abbreviation stands for; None where none
    is spelt out. *year* is that of the sheet: what has another name now is not named in full.
    """

    composer: Composer
    texts: Mapping[str, Inline]
    model: Any
    path: str = ""
    cite: Callable[[Iterable[str]], Line] = lambda _ids: []
    eu_acts: Collection[str] = ()
    spelt: set[Target] | None = None
    year: int | None = None

    def value(self, key: str) -> Any:
        """Return what *key* holds."""
        return getattr(self.model, key)

    def entries(self, key: str) -> list[tuple[str, Any]]:
        """Return the entries of *key*, or its only one, each with what its path begins with.

        States stand in the alphabetical order of the language where they stand among parties.
        """
        found = self.value(key)
        if not isinstance(found, tuple):
            return [(f"{key}.", found)] if found else []
        entries = [(f"{key}.{number}.", entry) for number, entry in enumerate(found)]
        states = iter(sorted(filter(_state_in, entries), key=self._name_of_state))
        return [next(states) if _state_in(entry) else entry for entry in entries]

    def _name_of_state(self, entry: tuple[str, Any]) -> SortKey:
        name = self.composer.country(_state_in(entry))
        return sort_key(name, language=self.composer.language)

    def text(self, key: str) -> Line:
        """Return the free text of *key*."""
        text = self.texts.get(f"{self.path}{key}")
        return [text] if text else []


def _state_in(entry: tuple[str, Any]) -> str:
    """Return the code of the State that *entry* is; empty for what is none, as a place of one."""
    party = entry[1]
    return (party.country or "") if isinstance(party, Party) else ""


@cache
def kind_of_reference(model: type[BaseModel], key: str) -> Kind:
    """Return the kind of record to which *key* of *model* refers."""
    field = model.model_fields[key]
    marks = (*field.metadata, *marks_in(field.annotation))
    return next(kind_named(mark.kind) for mark in marks if isinstance(mark, Refers))
