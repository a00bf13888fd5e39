"""Check a catalogue: what of it may be shown to readers, and what is wrong with the rest."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from catalogues import interface, pages, provenance, structure
from catalogues.characters import hidden_characters, spaces_around, too_long, too_many_signs
from catalogues.findings import Fault, Finding
from catalogues.parsing import MessageParser
from catalogues.provenance import ANYWHERE, Page, Place
from catalogues.reading import Counts, Entry, fault_of_language, read
from catalogues.words import are_mere_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_REPEATED = Fault(
    "repeated", "this message has a translation further up", "keep one of them in the catalogue"
)
_LINE_BREAK = Fault("space", "there is a line break in a name", "write it on one line")
_LONGER = 200  # characters; XeTeX works for minutes at a running head of some thousand
_LONG_NAME = Fault("size", "the name is far longer than in the source", "translate it alone")
_MANY_ENTRIES = 10_000  # the longest page of the archive has a hundredth of it
_TOO_MANY = Fault(
    "size", f"the catalogue has more than {_MANY_ENTRIES} entries", "take out what no page has"
)
# The cost of parsing a text grows with the square of its signs at worst (measured: 0.13 µs each).
# The catalogues of the archive come to a hundredth of this; what is beyond it is not parsed.
_BUDGET = 10_000_000
_MOST_FINDINGS = 1_000  # that are named one by one
_TOO_WRONG = Fault(
    "size", f"there are more than {_MOST_FINDINGS} faults; the others are not named", "mend these"
)
_TOO_DEAR = Fault(
    "size", "the catalogue has more signs like []*_` than can be checked", "take them out"
)


class Checked(NamedTuple):
    """The entries that may be published, and the findings in the order of their lines.

    ``counts`` and ``messages`` are of all entries, as ``catalogues.reading`` says; ``refused`` is
    how many translations have faults. What no page has is neither published nor refused.
    """

    entries: list[Entry]
    findings: list[Finding]
    counts: Counts
    messages: frozenset[str]
    refused: int


def check(
    content: bytes,
    *,
    syntax: Collection[str],
    is_interface: bool = False,
    page: str | None = None,
    others: Collection[str] = (),
) -> Checked:
    """Check a catalogue of a page, or the one of the interface.

    *syntax* names the extensions of MyST's syntax that the pages use; *page* is the source of the
    page. Without it every entry is judged, as Markdown. *others* are the languages that this
    catalogue is not of: nothing is published of one whose header says that it is.
    """
    entries, findings, counts, messages = read(content)
    foreign = fault_of_language(content, others)
    if foreign is not None:
        return Checked([], [*findings, foreign], counts, messages, counts.translated)
    findings = list(findings)
    judge = _judge_of_interface if is_interface else _Judge(syntax, page)
    seen: set[str] = set()
    published, refused = [], 0
    for entry in entries:
        if len(seen) >= _MANY_ENTRIES:
            findings.append(Finding.of(_TOO_MANY, line=entry.line))
            break
        is_repeated = entry.msgid in seen
        found = [_REPEATED] if is_repeated else judge(entry)
        if found is None:
            continue
        seen.add(entry.msgid)
        if not found:
            published.append(entry)
            continue
        refused += 1
        _name(found, entry, findings)
    return Checked(published, sorted(set(findings)), counts, messages, refused)


def _name(faults: Iterable[Fault], entry: Entry, findings: list[Finding]) -> None:
    """Add the *faults* of *entry* to the *findings*, unless there are too many for anybody."""
    if len(findings) > _MOST_FINDINGS:
        return
    findings += (Finding.of(fault, line=entry.line, message=entry.msgid) for fault in faults)
    if len(findings) > _MOST_FINDINGS:
        findings[_MOST_FINDINGS:] = [Finding.of(_TOO_WRONG, line=entry.line)]


@cache
def way_of_checking(syntax: frozenset[str], languages: tuple[str, ...]) -> str:
    """Return what changes when the same catalogue might be judged or published otherwise."""
    digest = hashlib.sha256(repr((sorted(syntax), sorted(languages))).encode())
    for library in ("polib", "myst-parser", "markdown-it-py", "mdit-py-plugins"):
        digest.update(version(library).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _faults_of_any(entry: Entry) -> Iterator[Fault]:
    """Yield the faults that any text can have; one that has them is not looked into further."""
    for measure in (too_long, too_many_signs):
        fault = measure(entry.msgid, entry.msgstr)
        if fault is not None:
            yield fault
            return
    yield from hidden_characters(entry.msgid, entry.msgstr)
    yield from spaces_around(entry.msgid, entry.msgstr)


def _judge_of_interface(entry: Entry) -> list[Fault]:
    """Return the faults of a word of the interface."""
    if entry.msgid == entry.msgstr:
        return []
    return [*_faults_of_any(entry)] or [*interface.compare(entry.msgid, entry.msgstr)]


class _Judge:
    """Judges the entries of the catalogue of one page."""

    def __init__(self, syntax: Collection[str], page: str | None) -> None:
        self._parser = _parser(frozenset(syntax))
        self._page: Page | None = None if page is None else provenance.page(page)
        self._cost_before = self._parser.cost

    def __call__(self, entry: Entry) -> list[Fault] | None:
        """Return the faults of *entry*; None if no page shows it."""
        place = ANYWHERE if self._page is None else self._page.place(entry.msgid)
        if place is None:
            return None
        if entry.msgid == entry.msgstr or are_mere_words(entry.msgid, entry.msgstr):
            return []
        return [*_faults_of_any(entry)] or [*self._faults(entry, place)]

    def _faults(self, entry: Entry, place: Place) -> Iterator[Fault]:
        """Yield the faults of *entry* wherever it is shown, those of its characters aside."""
        if place.plain or place.heading:
            yield from _faults_of_name(entry)
        if place.plain:
            texts = map(structure.of_words, (entry.msgid, entry.msgstr))
            yield from pages.compare(*texts)
        if place.prose:
            yield from self._faults_of_prose(entry, place)

    def _faults_of_prose(self, entry: Entry, place: Place) -> Iterator[Fault]:
        if self._parser.cost - self._cost_before > _BUDGET:
            yield _TOO_DEAR
            return
        labels = self._page.labels if self._page else frozenset()
        source = self._parser.source(entry.msgid, labels)
        translation = self._parser.parse(entry.msgstr, labels_of=entry.msgid, labels=labels)
        if "&" in entry.msgstr:  # entities are what they stand for by now
            yield from hidden_characters(entry.msgid + source.visible, translation.visible)
        if self._page and self._page.has_breaks and not place.heading:
            source = replace(source, breaks=translation.breaks)  # the page itself will tell
        yield from pages.compare(source, translation, is_free=place.usage_note)


def _faults_of_name(entry: Entry) -> Iterator[Fault]:
    """Yield what no name has, wherever it goes: a second line, or the length of a page."""
    if "\n" in entry.msgstr:
        yield _LINE_BREAK
    if len(entry.msgstr) > 5 * len(entry.msgid) + _LONGER:
        yield _LONG_NAME


@cache
def _parser(syntax: frozenset[str]) -> MessageParser:
    """Return the parser for *syntax*: one for all messages of a process."""
    return MessageParser(syntax)
