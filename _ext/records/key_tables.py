"""The tables of all keys, for the guide: each key with its values, its meaning, its need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from records.facts import Facts
from records.key_words import form, is_list
from records.keys import choices, keys_in
from records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from records.kind import Kind

_HEAD = "| key | value | meaning |\n| --- | --- | --- |\n"


def key_tables() -> str:
    """Return a table of the keys of every kind, and one of the keys that all of them have."""
    parts = [("Every record", _rows(Facts))]
    parts += [(f"`{kind.folder}/`", _rows_of(kind)) for kind in KINDS]
    return "\n".join(f"## {title}\n\n{_HEAD}{''.join(rows)}" for title, rows in parts)


def _rows_of(kind: Kind) -> Iterator[str]:
    """Yield the rows of the keys that *kind* adds, and of those that it requires itself."""
    common = dict(keys_in(Facts))
    for path, info in keys_in(kind.facts):
        if path not in common or common[path].is_required() != info.is_required():
            yield _row(path, info)


def _rows(model: type[BaseModel]) -> Iterator[str]:
    for path, info in keys_in(model):
        yield _row(path, info)


def _row(path: str, info: FieldInfo) -> str:
    """Return the row of a key: one that a page must have is bold, and choices stand below it."""
    key = f"**`{path}`**" if info.is_required() else f"`{path}`"
    values = (
        "one of these" if choices(info) else form(info) or ("entries" if is_list(info) else "keys")
    )
    words = [str(info.description)]
    words += [f"`{value}`: {meaning}" for value, meaning in choices(info).items()]
    return f"| {key} | {_cell(values)} | {_cell('<br>'.join(words))} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
