"""The keys of a front matter beside the rows that show them: what both hold, and what only one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from records.fields import Free, OneOf, Refers, marks_in, models_in
from records.part import Part
from records.rows import Each, Reference, Shape, Word
from records.sheet_rows import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo


def kinds_in(field_info: FieldInfo) -> Iterator[str]:
    """Yield the name of each kind that a key, or an entry of it, refers to."""
    for mark in (*field_info.metadata, *marks_in(field_info.annotation)):
        if isinstance(mark, Refers):
            yield mark.kind
    for model in models_in(field_info.annotation):
        for inner in model.model_fields.values():
            yield from kinds_in(inner)


def keys_in(
    model: type[BaseModel], above: str = "", *, of_plain: bool = False
) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the path of each key of *model* without numbers, those of its entries included.

    Entries that a text may stand for, so that editors hardly write their keys, are left out unless
    those *of_plain* entries are wanted as well.
    """
    for key, info in model.model_fields.items():
        yield f"{above}{key}", info
        for entry in models_in(info.annotation):
            if of_plain or not plain_key(entry):
                yield from keys_in(entry, f"{above}{key}.", of_plain=of_plain)


def plain_key(entry: type[BaseModel]) -> str:
    """Return the key for which a text stands that is given in the place of an entry's keys."""
    return entry.plain_key if issubclass(entry, Part) else ""


def texts_shown(shape: Shape) -> Iterator[str]:
    """Yield the path of each free text that *shape* shows, without numbers."""
    for part in within(shape):
        yield from part.texts
        if isinstance(part, Each):
            yield from (f"{part.key}.{path}" for path in texts_shown(part.shape))


def texts_in(model: type[BaseModel]) -> Iterator[str]:
    """Yield the path of each free text that *model* allows, without numbers."""
    for path, info in keys_in(model, of_plain=True):
        if any(isinstance(mark, Free) for mark in (*info.metadata, *marks_in(info.annotation))):
            yield path


def faults_of_keys(
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
    yield from _faults_of_entries(model, parts)


def _faults_of_entries(model: type[BaseModel], parts: list[Shape]) -> Iterator[str]:
    """Yield the same of the entries of each key, which several *parts* may show together."""
    shapes: defaultdict[str, list[Shape]] = defaultdict(list)
    for part in parts:
        if isinstance(part, Each) and part.key in model.model_fields:
            shapes[part.key].append(part.shape)
    for key, shown in shapes.items():
        for entry in models_in(model.model_fields[key].annotation):
            yield from faults_of_keys(entry, shown, {})


def _faults_of_part(part: Shape, key: str, model: type[BaseModel]) -> Iterator[str]:
    """Yield what is wrong with *part*, which shows *key* of *model*."""
    info = model.model_fields[key]
    marks = {type(mark) for mark in (*info.metadata, *marks_in(info.annotation))}
    if (key in part.texts) != (Free in marks):
        right = "Text or Place" if Free in marks else "another shape"
        yield f"the key `{key}` of {model.__name__} wants {right}"
    if isinstance(part, Reference) != (Refers in marks):
        right = "Reference" if Refers in marks else "another shape"
        yield f"the key `{key}` of {model.__name__} wants {right}"
    if isinstance(part, Word):
        for value in sorted(choices(info).keys() - part.words.keys()):
            yield f"the key `{key}` of {model.__name__} has no word for `{value}`"


def choices(info: FieldInfo) -> Mapping[str, str]:
    """Return the values among which a key lets an editor choose, with when to choose each."""
    marks = (*info.metadata, *marks_in(info.annotation))
    return next((mark.values for mark in marks if isinstance(mark, OneOf)), {})
