"""Where the shapes of a row find what they show."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from records.fields import Refers, marks_in
from records.kinds import kind_named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from pydantic import BaseModel

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

    def text(self, key: str) -> Line:
        """Return the free text of *key*."""
        text = self.texts.get(f"{self.path}{key}")
        return [text] if text else []


@cache
def kind_of_reference(model: type[BaseModel], key: str) -> Kind:
    """Return the kind of record to which *key* of *model* refers."""
    field = model.model_fields[key]
    marks = (*field.metadata, *marks_in(field.annotation))
    return next(kind_named(mark.kind) for mark in marks if isinstance(mark, Refers))
