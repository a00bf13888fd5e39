"""JSON Schemas: of the front matter of each kind of record, and of the state of translations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from formats import status_schema
from records.kinds import KINDS
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content


def files(content: Content) -> Mapping[str, bytes]:
    """Return the schema of each file, by its name; the pages do not matter."""
    return schemas()


@cache  # to make them takes as long as to write some pages; languages share what was made before
def schemas() -> Mapping[str, bytes]:
    """Return the JSON Schema (draft 2020-12) of the records of each kind, and of other files."""
    found = {kind.name: kind.facts.model_json_schema() for kind in KINDS}
    found["translation-status"] = status_schema.schema()
    return {name: _written(schema) for name, schema in found.items()}


def _written(schema: dict[str, Any]) -> bytes:
    version = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return as_json(version | schema, indent=2, sort_keys=True).encode()
