"""What the data consist of: a Data Package (https://specs.frictionlessdata.io/data-package/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cldr.language_tags import tag
from formats.cited_pages import LICENCE
from formats.records_data import columns, name_of
from formats.register import entries_of
from records.kinds import KINDS
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content
    from records.kind import Kind

NAME = "datapackage.json"
_TITLE = "Creative Commons Attribution 4.0 International"


def files(content: Content) -> Mapping[str, bytes]:
    """Return the one file."""
    resources = [_table(kind) for kind in KINDS]
    register = entries_of(content)
    if register:  # which is an empty file otherwise, and no table
        path, fields = "recommendations.csv", [_field(name, "") for name in register[0]]
        resources.append(_resource("recommendations", path, fields))
    package = {
        "name": f"seminars-{tag(content.language).lower()}",
        "title": content.archive,
        "version": content.edition.number,
        "created": f"{content.edition.day}T00:00:00Z" if content.edition.day else "",
        "homepage": content.site_url,
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": _TITLE}],
        "resources": resources,
    }
    known = {name: value for name, value in package.items() if value}
    return {"": as_json(known, indent=1).encode()}


def _table(kind: Kind) -> dict[str, Any]:
    fields = [_field(name, text) for name, text in columns(kind).items()]
    return _resource(name_of(kind), f"data/{name_of(kind)}.csv", fields)


def _resource(name: str, path: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {"fields": fields, "primaryKey": "id"},
    }


def _field(name: str, description: str) -> dict[str, Any]:
    """Return a column: days that are known are dates, and all else may be a part of one."""
    field = {"name": name, "type": "date" if name == "updated" else "string"}
    field |= {"description": description} if description else {}
    return field | ({"constraints": {"required": True, "unique": True}} if name == "id" else {})
