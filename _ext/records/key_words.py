"""What a key of a front matter means and how its values are written, in words for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_origin

from records.fields import Form, OneOf, Refers, marks_in, models_in, types_in
from records.keys import keys_in, plain_key
from records.kinds import kind_named

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

# What stands in a new page for what its editor is to write; no value consists of it
TO_FILL_IN = "…"


def form(info: FieldInfo) -> str:
    """Return how the values of a key are written; empty for entries that have keys themselves."""
    words = "true or false" if bool in types_in(info.annotation) else ""
    for mark in (*info.metadata, *marks_in(info.annotation)):
        if isinstance(mark, Refers):
            words = f"id of a page in {kind_named(mark.kind).folder}/"
        elif isinstance(mark, Form):
            words = mark.words
        elif isinstance(mark, OneOf):
            words = " | ".join(mark.values)
    return f"list: {words}" if words and is_list(info) else words


def example(info: FieldInfo) -> str:
    """Return a value for a key as a new page has it, which its editor replaces."""
    value = "true" if bool in types_in(info.annotation) else TO_FILL_IN
    return f"[{value}]" if is_list(info) else value


def is_list(info: FieldInfo) -> bool:
    """Return whether a key takes several values or entries."""
    return any(get_origin(found) is tuple for found in types_in(info.annotation))


def entry_of(info: FieldInfo) -> type[BaseModel] | None:
    """Return the model of the entries of a key, if it has any that no text may stand for."""
    return next((one for one in models_in(info.annotation) if not plain_key(one)), None)


def to_fill_in(model: type[BaseModel], path: str) -> str:
    """Return what is said of the key at *path*, where a new page waits for its value."""
    plain = ".".join(part for part in path.split(".") if not part.isdigit())
    info = dict(keys_in(model)).get(plain)
    if info is None:
        return "is to be filled in"
    words = form(info)
    return f"is to be filled in: {info.description}" + (f" ({words})" if words else "")
