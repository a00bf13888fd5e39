"""The records as plain data, in the language of the build: what pages declare, and no prose.

Speakers are left out: pages name them in their function, and nobody is to make an index of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cldr.language_tags import tag
from records.fields import models_in
from records.part import Part
from records.parties import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from formats.content import Content
    from records.archive import Record
    from records.kind import Kind

OF_PERSONS = frozenset({"speakers"})
_FIRST = {
    "id": "the id of the record, which is never given again",
    "address": "the address of its page",
    "title": "the heading of its page",
    "language": "the language of the title, where it is not translated",
}
_FOLLOWING = {"source_urls": "the addresses of its sources"}


def name_of(kind: Kind) -> str:
    """Return what the records of *kind* are called among the data: as in their addresses."""
    return kind.folder.rpartition("/")[2]


def records_of(content: Content, kind: Kind) -> list[Record]:
    """Return the records of *kind* whose front matter was not refused, by page."""
    found = [record for record in content.records.values() if record.kind is kind]
    return sorted((one for one in found if one.facts), key=lambda one: one.docname)


def columns(kind: Kind) -> dict[str, str]:
    """Return the columns of the table of *kind*, each with what it holds.

    What has keys of its own is in no table, but for parties and the addresses of sources.
    """
    own = {
        name: info.description or ""
        for name, info in kind.facts.model_fields.items()
        if {*models_in(info.annotation)} <= {Party} and name not in OF_PERSONS
    }
    return _FIRST | own | _FOLLOWING


def entry(content: Content, record: Record) -> dict[str, Any]:
    """Return all that is declared of *record*, its free texts as the build shows them."""
    assert record.facts is not None
    title = content.title(record.docname)
    place = f"{content.site_url}{content.language}/" if content.site_url else ""
    return {
        "id": record.id,
        "address": f"{place}{content.addresses[record.docname]}",
        "title": title.text,
        "language": tag(title.language),
        **dict(_values(record, record.facts)),
    }


def row(content: Content, record: Record) -> dict[str, Any]:
    """Return the same for a table."""
    assert record.facts is not None
    found = entry(content, record)
    for name, value in record.facts:
        if isinstance(value, tuple) and any(isinstance(one, Party) for one in value):
            found[name] = "; ".join(map(_party, found[name]))
    return found | {"source_urls": [source.url for source in record.facts.sources]}


def _party(value: object) -> str:
    """Return a party as editors write it: its id, the code of a State, or a name."""
    return " ".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _values(record: Record, model: BaseModel, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the keys of *model* that have a value, and these as JSON has them."""
    for name, value in model:
        if name not in OF_PERSONS and value not in {None, ""}:
            found = _value(record, value, f"{path}{name}")
            if found not in ([], {}):
                yield name, found


def _value(record: Record, value: Any, path: str) -> Any:
    if isinstance(value, Part):
        return dict(_values(record, value, f"{path}."))
    if type(value) is tuple:  # and no date of which the day is unknown, which is one, too
        return [_value(record, one, f"{path}.{number}") for number, one in enumerate(value)]
    if isinstance(value, int):
        return value
    return record.texts[path].text if path in record.texts else str(value)
