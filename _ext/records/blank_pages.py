"""A new page of a record: every key of its kind, explained, for an editor to fill in."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from records.facts import Facts
from records.key_words import TO_FILL_IN, entry_of, example, form, is_list
from records.keys import choices
from records.page_names import date_in
from records.part import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from records.kind import Kind

_WIDTH = 96
_FIRST = "updated"
_HEAD = (
    f"Replace each {TO_FILL_IN} by a value. What begins with # is a comment: to use a key that may "
    "be left out, take the sign away; when the page is ready, delete the comments."
)
_BODY = """\
% The heading is its name or title, in French. Below it the page says what is to be known,
% one sentence to a line. A record is named by its id: {org}`unodc`.
% Each text of a seminar cites what it rests on, {source}`id`; what the archive adds stands between
% the lines :::{editor-note} and :::.
% A line like this one, with % before it, is shown to nobody. CONTRIBUTING.md has examples.
"""


def blank_page(kind: Kind, name: str, *, today: date) -> str:
    """Return the text of the new page *name* of a record of *kind*.

    The day, month or year that an id begins with is the first of the record, and *today* the one
    on which it was changed; keys that may be left out are comments.
    """
    values = {_FIRST: today.isoformat()}
    if kind.dates:
        values[kind.dates.first] = date_in(name)
    keys = list(_keys(kind.facts, needed=_needed(kind), values=values))
    # a key stands first, or whoever loses the line above it has a page that begins with a heading
    meaning = kind.facts.model_fields[_FIRST].description
    lines = [f"{_FIRST}: {values[_FIRST]}  # {meaning}", *_comment(_HEAD), *keys]
    return "\n".join(["---", *lines, "---", "", f"# {TO_FILL_IN}", "", _BODY])


def _needed(kind: Kind) -> set[str]:
    """Return the keys that a page has to begin with: those required, and one with a source."""
    required = _begun(kind.facts)
    return required if "sources" in required else {*required, "url"}


def _begun(model: type[BaseModel]) -> set[str]:
    """Return the keys of *model* with which a new page begins."""
    required = {key for key, info in model.model_fields.items() if info.is_required()}
    return required | model.usual_keys if issubclass(model, Part) else required


def _keys(
    model: type[BaseModel], *, needed: Collection[str], values: Mapping[str, str]
) -> Iterator[str]:
    """Yield the lines of all keys, those of every kind last."""
    keys = [key for key in model.model_fields if key != _FIRST]
    for key in sorted(keys, key=lambda key: key in Facts.model_fields):
        info = model.model_fields[key]
        yield from _explained(info)
        sign = "" if key in needed else "#"
        for line in _lines(key, info, value=values.get(key, "")):
            yield f"{sign}{line}"


def _lines(key: str, info: FieldInfo, *, value: str = "") -> Iterator[str]:
    """Yield a key with its value, or with an entry of which the keys are explained likewise."""
    entry = entry_of(info)
    if entry is None:
        yield f"{key}: {value or example(info)}"
        return
    yield f"{key}:"
    indent = "    " if is_list(info) else "  "
    needed = _begun(entry)
    fields = sorted(entry.model_fields.items(), key=lambda field: field[0] not in needed)
    for number, (name, inner) in enumerate(fields):
        yield from (f"{indent}{line}" for line in _explained(inner))
        lines = list(_lines(name, inner))
        if name not in needed and number:
            yield from (f"{indent}#{line}" for line in lines)
            continue
        start = "  - " if is_list(info) and not number else indent
        yield f"{start}{lines[0]}"
        yield from (f"{indent}{line}" for line in lines[1:])


def _explained(info: FieldInfo) -> Iterator[str]:
    """Yield what a key means and how it is written, and each value to choose from, as comments."""
    words = "" if choices(info) else form(info)
    yield from _comment(f"{info.description or ''}" + (f" ({words})" if words else ""))
    for value, meaning in choices(info).items():
        yield f"#   {value} = {meaning}"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# ")
