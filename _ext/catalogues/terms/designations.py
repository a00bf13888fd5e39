"""What the records of the glossary are called in each language, as terminology tools want it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Designation:
    """A name; ``preferred`` is one to use, and official where names are official at all."""

    text: str
    type: str
    preferred: bool
    note: str


@dataclass(frozen=True)
class Named:
    """A concept in one language."""

    names: tuple[Designation, ...]
    definition: str
    sources: tuple[str, ...]


@dataclass
class Concept:
    """A record of the glossary; ``languages`` are those that have a name for it."""

    id: str
    subject: str
    url: str
    languages: dict[str, Named] = field(default_factory=dict)
