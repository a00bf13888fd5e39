"""The terms of the glossary in the catalogues of a language: what the gate compares them with.

``check-po`` alone asks for this. A warning changes nothing of what is published, so a build has no
use for it, and what it keeps of a catalogue depends on that catalogue and on no other.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from catalogues.findings import Finding
from catalogues.locales import INTERFACE
from catalogues.terms.usage import Term, Terms
from commands.project import ROOT, source_language
from records.names import without_distinction
from records.terminology import GlossaryEntry, glossary_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogues.gate import Checked


@cache
def glossary() -> tuple[GlossaryEntry, ...]:
    """Return the records of the glossary."""
    return tuple(glossary_in(ROOT))


def translations(checked: Mapping[str, Checked], domain: str) -> dict[str, str]:
    """Return what may be published of the catalogue *domain*, by message."""
    entries = checked[domain].entries if domain in checked else []
    return {entry.msgid: entry.msgstr for entry in entries}


def warnings(language: str, checked: Mapping[str, Checked]) -> Iterator[tuple[str, Finding]]:
    """Yield the catalogue and the finding wherever a term of the glossary is not used.

    All catalogues of a *language* are looked at together: the page of a term says what it is
    called, and every other page may show a further form of it.
    """
    pages = {name: found.entries for name, found in checked.items() if name != INTERFACE}
    terms = Terms(
        (_term(entry, checked) for entry in glossary()),
        (entry for entries in pages.values() for entry in entries),
        source=source_language(),
        target=language,
    )
    for name, entries in pages.items():
        for entry in entries:
            for fault in terms.faults(entry):
                yield name, Finding.of(fault, line=entry.line, message=entry.msgid)


def _term(entry: GlossaryEntry, checked: Mapping[str, Checked]) -> Term:
    """Return *entry* as the gate wants it."""
    return Term(
        entry.target.kind.name,
        entry.target.id,
        tuple(without_distinction(name.text) for name in entry.names()),
        tuple(
            without_distinction(name.text)
            for name in entry.names(translations(checked, entry.docname))
        ),
        in_prose=entry.in_prose,
    )
