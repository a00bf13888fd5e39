"""Concepts: the terms of the field, and where instruments define them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from records import rows
from records.citation import MESSAGES
from records.dossier import REST, Group
from records.fields import Id, Refers, Several, Text
from records.kind import Kind, Names
from records.name_status import Named
from records.provisions import Provision  # noqa: TC001 - pydantic reads it
from records.sheet_rows import Row


class ConceptFacts(Named):
    """Front matter of a page under ``glossary/concepts/``."""

    former_keys: ClassVar = {"defined_in": "provisions, each with `role: defines`"}

    also: Text | None = Field(None, description="other terms for it, parted by semicolons")
    provisions: tuple[Provision, ...] = Field(
        (), description="where legal instruments define or regulate it; they may stand for a source"
    )
    related: Several[Annotated[Id, Refers("concept")]] = Field(
        (), description="concepts that a reader of this one should know"
    )


_PROVISION = rows.First(
    rows.Phrase(
        "%(instrument)s, %(provision)s",
        instrument=rows.Reference("instrument"),
        provision=rows.Provision(MESSAGES),
    ),
    rows.Reference("instrument"),
)

CONCEPT = Kind(
    "concept",
    ConceptFacts,
    rows=(
        Row("Also called", rows.Text("also"), note="other terms"),
        Row("Status of the term", rows.NameStatus()),
        Row("Definition", rows.Each("provisions", _PROVISION, by="role", only=("defines",))),
        Row(
            "Relevant provisions",
            rows.Each("provisions", _PROVISION, by="role", only=("regulates", "mentions")),
        ),
        Row("Related concepts", rows.Reference("related")),
        Row("Website", rows.OfficialPage()),
    ),
    heading="term of the glossary",
    names=Names(variants="also"),
    provisions="provisions",
    dossier=(
        Group("Subject of the meeting", "event", ("concepts",)),
        Group("Related concepts", "concept", ("related",)),
        *REST,
    ),
)
