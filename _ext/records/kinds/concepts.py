"""Concepts: the terms of the field, and where instruments define them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from records import rows
from records.facts import Facts
from records.fields import Id, Name, Refers, Several, Text
from records.kind import Kind, Names
from records.part import Part
from records.rows import Row


class Definition(Part):
    """Where an instrument defines a concept."""

    instrument: Annotated[Id, Refers("instrument")] = Field(
        description="the instrument that defines it, not one that only mentions it"
    )
    article: Name = Field(description="the article, as it is cited: `2`, `3 (a)`, `11(4)`")


class ConceptFacts(Facts):
    """Front matter of a page under ``glossary/concepts/``."""

    also: Text | None = Field(None, description="other terms for it, parted by semicolons")
    defined_in: tuple[Definition, ...] = Field(
        (), description="where legal instruments define it; they may stand for a source"
    )
    related: Several[Annotated[Id, Refers("concept")]] = Field(
        (), description="concepts that a reader of this one should know"
    )


_DEFINITION = rows.Phrase(
    "%(instrument)s, article %(article)s",
    instrument=rows.Reference("instrument"),
    article=rows.Value("article"),
)

CONCEPT = Kind(
    "concept",
    ConceptFacts,
    rows=(
        Row("Also called", rows.Text("also"), note="autres termes"),
        Row("Defined in", rows.Each("defined_in", _DEFINITION)),
        Row("Related concepts", rows.Reference("related")),
        Row("Website", rows.Website("url")),
    ),
    heading="terme du glossaire",
    names=Names(variants="also"),
    definitions="defined_in",
)
