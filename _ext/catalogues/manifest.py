"""What is kept of the catalogues that were checked, and the form in which it is kept."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from catalogues.findings import Finding
from catalogues.po.reader import Counts
from storage import digest

if TYPE_CHECKING:
    from pathlib import Path

    from catalogues.gate import Checked


class Catalogue(NamedTuple):
    """What is known of a checked catalogue; its messages stand there by their keys.

    ``published`` may be shown, ``waiting`` are the others: untranslated, fuzzy or ``refused``, as
    so many translations are. ``revised`` is the day on which a second person has revised what is
    published; empty if none has.
    """

    digest: str
    counts: Counts
    published: frozenset[str]
    waiting: frozenset[str]
    findings: tuple[Finding, ...]
    refused: int
    revised: str


UNKNOWN = Catalogue("", Counts(), frozenset(), frozenset(), (), 0, "")


def message_key(message: str) -> str:
    """Return a short name for *message*, to tell it from the others of a page."""
    return digest(message.encode("utf-8", "surrogatepass"))[:12]


def summary(made_of: str, checked: Checked) -> Catalogue:
    """Return what is kept of a catalogue that was *checked*."""
    published = frozenset(message_key(entry.msgid) for entry in checked.entries)
    active = frozenset(map(message_key, checked.messages))
    return Catalogue(
        made_of,
        checked.counts,
        published,
        active - published,
        tuple(checked.findings),
        checked.refused,
        checked.revised,
    )


Plain = tuple[str, list[int], str, str, list[list[object]], int, str]


def plain(known: Catalogue) -> Plain:
    """Return *known* as JSON can hold it."""
    keys = [" ".join(sorted(part)) for part in (known.published, known.waiting)]
    findings = [list(found) for found in known.findings]
    figures = list(known.counts)
    return known.digest, figures, keys[0], keys[1], findings, known.refused, known.revised


def _from_plain(  # noqa: PLR0913, PLR0917 - one to each part of a catalogue
    made_of: str,
    counts: list[int],
    published: str,
    waiting: str,
    findings: list[tuple[int, str]],
    refused: int,
    revised: str,
) -> Catalogue:
    """Return what ``plain`` made plain."""
    return Catalogue(
        made_of,
        Counts(*counts),
        frozenset(published.split()),
        frozenset(waiting.split()),
        tuple(Finding(*found) for found in findings),
        refused,
        revised,
    )


@lru_cache(maxsize=16)  # a forked build has what the one before it has read
def read(manifest: Path, changed: int) -> dict[str, Catalogue]:
    """Return what the file *manifest*, last *changed* then, says of catalogues by their domains."""
    try:
        found = json.loads(manifest.read_text("utf-8"))
        return {domain: _from_plain(*plain) for domain, plain in found.items()}
    except (AttributeError, TypeError, ValueError):
        return {}  # damaged, or of another version of the code: all is checked again
