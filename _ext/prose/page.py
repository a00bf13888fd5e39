"""What the check of a body has to know of its page and of the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prose.named_files import Files


class Directive(NamedTuple):
    """A directive as it is written, and the English ``name`` by which it is known, or ""."""

    written: str
    name: str
    argument: str
    content: str
    nested: bool


@dataclass(frozen=True)
class Page:
    """A page whose body is to be checked.

    ``directive`` and ``role`` return the English name under which docutils knows what an editor has
    named (``brut`` is ``raw`` in a French page), or "" where there is no such thing.
    """

    path: str  # of its file, as seen from the top of the archive
    folder: str  # in which it stands
    is_record: bool
    is_seminar: bool
    allows_raw: bool
    directive: Callable[[str], str]
    role: Callable[[str], str]
    options: Callable[[Directive], Iterable[tuple[int, str]]]
    files: Files
