"""Check a catalogue: what of it may be shown to readers, and what is wrong with the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import catalogues
import cldr
import texts
from catalogues import provenance, rules, structure
from catalogues.bare_words import are_mere_words
from catalogues.findings import Finding
from catalogues.locales import UNNAMED
from catalogues.message import MessageParser
from catalogues.po.reader import Counts, Entry, fault_of_language, read
from catalogues.provenance import ANYWHERE, Page, Place
from catalogues.revision import day_of
from catalogues.rules import sizes
from catalogues.rules.form import REPEATED
from storage import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from catalogues.findings import Fault
    from catalogues.locales import Language
    from catalogues.structure import Structure

_REPEATED = REPEATED.fault(
    "this message has a translation further up", "keep one of them in the catalogue"
)
_MANY_ENTRIES = 10_000  # the longest page of the archive has a hundredth of it
_TOO_MANY = sizes.RULE.fault(
    f"the catalogue has more than {_MANY_ENTRIES} entries", "take out what no page has"
)
# The cost of parsing a text grows with the square of its signs at worst (measured: 0.13 µs each).
# The catalogues of the archive come to a hundredth of this; what is beyond it is not parsed.
_BUDGET = 10_000_000
_MOST_FINDINGS = 1_000  # that are named one by one
_TOO_WRONG = sizes.RULE.fault(
    f"there are more than {_MOST_FINDINGS} faults; the others are not named", "mend these"
)
_TOO_DEAR = sizes.RULE.fault(
    "the catalogue has more signs like []*_` than can be checked", "take them out"
)


class Checked(NamedTuple):
    """The entries that may be published, and the findings in the order of their lines.

    ``counts`` and ``messages`` are of all entries, as ``catalogues.po.reader`` says; ``refused`` is
    how many translations have faults. What no page has is neither published nor refused.
    ``revised`` is the day on which a second person has revised the entries; empty if none has.
    """

    entries: list[Entry]
    findings: list[Finding]
    counts: Counts
    messages: Mapping[str, int]
    refused: int
    revised: str = ""


def check(
    content: bytes,
    *,
    syntax: Collection[str],
    is_interface: bool = False,
    page: str | None = None,
    language: Language = UNNAMED,
) -> Checked:
    """Check a catalogue of a page, or the one of the interface, of *language*.

    *syntax* names the extensions of MyST's syntax that the pages use; *page* is the source of the
    page. Without it every entry is judged, as Markdown. Nothing is published of a catalogue whose
    header says that it is of another *language*.
    """
    entries, findings, counts, messages, header = read(content)
    foreign = fault_of_language(content, language.others)
    if foreign is not None:
        return Checked([], [*findings, foreign], counts, messages, counts.translated)
    findings = list(findings)
    judge = _judge_of_interface if is_interface else _Judge(syntax, page, language.code)
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
    revised = day_of(header, published)
    return Checked(published, sorted(set(findings)), counts, messages, refused, revised)


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
    libraries = ("polib", "myst-parser", "markdown-it-py", "mdit-py-plugins", "babel")
    folders = [Path(part.__path__[0]) for part in (catalogues, cldr, texts)]
    code = [path for folder in folders for path in folder.rglob("*.py")]
    return digest(
        repr((sorted(syntax), sorted(languages))),
        *map(version, libraries),
        *(path.read_bytes() for path in sorted(code)),
    )


def _judge_of_interface(entry: Entry) -> list[Fault]:
    """Return the faults of a word of the interface."""
    pair = (entry.msgid, entry.msgstr)
    if entry.msgid == entry.msgstr:
        return []
    return [*rules.text_faults(*pair)] or [*rules.interface_faults(*pair)]


class _Judge:
    """Judges the entries of the catalogue of one page."""

    def __init__(self, syntax: Collection[str], page: str | None, language: str) -> None:
        self._language = language
        self._parser = _parser(frozenset(syntax))
        self._page: Page | None = None if page is None else provenance.page(page)
        self._cost_before = self._parser.cost

    def __call__(self, entry: Entry) -> list[Fault] | None:
        """Return the faults of *entry*; None if no page shows it."""
        place = ANYWHERE if self._page is None else self._page.place(entry.msgid)
        if place is None:
            return None
        pair = (entry.msgid, entry.msgstr)
        if entry.msgid == entry.msgstr:
            return []
        if are_mere_words(*pair):
            is_name = place.plain or place.heading
            return [*rules.mere_words_faults(*pair, is_name=is_name)]
        return [*rules.text_faults(*pair)] or [*self._faults(entry, place)]

    def _faults(self, entry: Entry, place: Place) -> Iterator[Fault]:
        """Yield the faults of *entry* wherever it is shown, those of its characters aside."""
        pair = (entry.msgid, entry.msgstr)
        if place.plain or place.heading:
            yield from rules.name_faults(*pair)
        if place.plain:
            source, translation = map(structure.of_words, pair)
            yield from rules.prose_faults(source, self._in_language(translation))
        if place.prose:
            yield from self._faults_of_prose(entry, place)

    def _faults_of_prose(self, entry: Entry, place: Place) -> Iterator[Fault]:
        if self._parser.cost - self._cost_before > _BUDGET:
            yield _TOO_DEAR
            return
        labels = self._page.labels if self._page else frozenset()
        source = self._parser.source(entry.msgid, labels)
        translation = self._parser.parse(entry.msgstr, labels_of=entry.msgid, labels=labels)
        if self._page and self._page.has_breaks and not place.heading:
            source = replace(source, breaks=translation.breaks)  # the page itself will tell
        if place.usage_note:
            source = replace(source, is_free=True)
        yield from rules.prose_faults(source, self._in_language(translation))

    def _in_language(self, text: Structure) -> Structure:
        """Return *text* with its language, which only numbers ask for."""
        return replace(text, language=self._language)


@cache
def _parser(syntax: frozenset[str]) -> MessageParser:
    """Return the parser for *syntax*: one for all messages of a process."""
    return MessageParser(syntax)
