"""What the records in a row of a fact sheet are called, before their references are resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes

from records import rows
from records.kind import Target
from records.kinds import kind_named
from records.names import without_distinction
from records.sheet_rows import within
from seminars.composer import as_text
from seminars.domain import seminars_of
from seminars.row_places import kind_of_reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from seminars.composer import Inline
    from seminars.row_places import Line, Place


def names_in(shape: rows.Shape, place: Place) -> Iterator[str]:
    """Yield what *shape* shows, as it is called in the source."""
    composer = place.composer
    for part in within(shape):
        value = place.value(part.keys[0]) if part.keys else None
        if isinstance(part, rows.Reference) and value:
            model: type[BaseModel] = type(place.model)
            target = Target(kind_of_reference(model, part.key), value)
            record = seminars_of(composer.env).find(target)
            yield from map(without_distinction, record.source_names if record else ())
        elif isinstance(part, rows.Country) and value:
            yield composer.in_source().country(value)
        elif value:
            yield value


def has_brackets(text: str) -> bool:
    """Return whether *text* has brackets, so that it cannot stand in some."""
    return "(" in text or "（" in text


def as_read(line: Line, place: Place) -> str:
    """Return the words that readers see of *line*; a page is stale by the names that it shows."""
    return "".join(_read(part, place) for part in line)


def _read(part: Inline, place: Place) -> str:
    if not isinstance(part, addnodes.pending_xref):
        return as_text(part)
    domain = seminars_of(place.composer.env)
    record = domain.find(Target(kind_named(part["reftype"]), part["reftarget"]))
    if record is None:
        return as_text(part)
    parts = domain.entry(record.docname).called_at(part).parts
    return "".join(one if isinstance(one, str) else one.text for one in parts)


def spelt_in(line: Line) -> Iterator[Target]:
    """Yield the records whose names stand in full in *line*."""
    for part in line:
        for xref in () if isinstance(part, str) else part.findall(addnodes.pending_xref):
            if xref.get("in_full"):
                yield Target(kind_named(xref["reftype"]), xref["reftarget"])
