"""Check a catalogue: what of it may be shown to readers, and what is wrong with the rest."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gate import interface, pages
from gate.characters import hidden_characters, spaces_around, too_long, too_many_signs
from gate.findings import Fault, Finding
from gate.parsing import MessageParser
from gate.reading import Counts, Entry, read

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_REPEATED = Fault(
    "repeated", "this message has a translation further up", "keep one of them in the catalogue"
)
_TRICK = Fault("character", "the message holds control characters", "run `make update-po`")


class Checked(NamedTuple):
    """The entries that may be published, and the findings in the order of their lines.

    ``counts`` and ``messages`` are of all entries, as ``gate.reading`` says.
    """

    entries: list[Entry]
    findings: list[Finding]
    counts: Counts
    messages: frozenset[str]


def check(content: bytes, *, syntax: Collection[str], is_interface: bool = False) -> Checked:
    """Check a catalogue of a page, or the one of the interface.

    *syntax* names the extensions of MyST's syntax that the pages use.
    """
    entries, findings, counts, messages = read(content)
    faults = _interface_faults if is_interface else _page_faults(frozenset(syntax))
    published: dict[tuple[str | None, str], Entry] = {}
    for entry in entries:
        found = [*_faults_of_any(entry)] or [*faults(entry)]
        if not found and (entry.msgctxt, entry.msgid) in published:
            found = [_REPEATED]
        if not found:
            published[entry.msgctxt, entry.msgid] = entry
        findings += (Finding.of(fault, line=entry.line, message=entry.msgid) for fault in found)
    return Checked(list(published.values()), sorted(set(findings)), counts, messages)


@cache
def way_of_checking(syntax: frozenset[str]) -> str:
    """Return what changes when the same catalogue might be judged or published otherwise."""
    digest = hashlib.sha256(repr(sorted(syntax)).encode())
    for library in ("polib", "myst-parser", "markdown-it-py", "mdit-py-plugins"):
        digest.update(version(library).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _faults_of_any(entry: Entry) -> Iterator[Fault]:
    """Yield the faults that any text can have; one that has them is not looked into further."""
    if {"\0", "\x04"} & set(entry.msgid):  # they part a message from its context and its plural
        yield _TRICK
    for measure in (too_long, too_many_signs):
        fault = measure(entry.msgid, entry.msgstr)
        if fault is not None:
            yield fault
            return
    yield from hidden_characters(entry.msgid, entry.msgstr)
    yield from spaces_around(entry.msgid, entry.msgstr)


def _interface_faults(entry: Entry) -> Iterator[Fault]:
    if entry.msgid != entry.msgstr:
        yield from interface.compare(entry.msgid, entry.msgstr)


def _page_faults(syntax: frozenset[str]) -> Callable[[Entry], Iterator[Fault]]:
    parser = _parser(syntax)

    def faults(entry: Entry) -> Iterator[Fault]:
        if entry.msgid != entry.msgstr:
            translation = parser.parse(entry.msgstr, labels_of=entry.msgid)
            yield from pages.compare(parser.source(entry.msgid), translation)

    return faults


@cache
def _parser(syntax: frozenset[str]) -> MessageParser:
    """Return the parser for *syntax*: one for all messages of a process."""
    return MessageParser(syntax)
