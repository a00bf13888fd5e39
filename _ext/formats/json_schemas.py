"""The JSON Schema of the front matter of each kind of record, with which editors complete it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from records.kinds import KINDS
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content
    from records.kind import Kind


def files(content: Content) -> Mapping[str, bytes]:
    """Return the schema of each kind, by its name; the pages do not matter."""
    return schemas()


@cache  # to make them takes as long as to write some pages; languages share what was made before
def schemas() -> Mapping[str, bytes]:
    """Return the JSON Schema (draft 2020-12) of the records of each kind."""
    return {kind.name: _schema(kind) for kind in KINDS}


def _schema(kind: Kind) -> bytes:
    schema = kind.facts.model_json_schema()
    version = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return as_json(version | schema, indent=2, sort_keys=True).encode()
