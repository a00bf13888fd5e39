"""Read a catalogue as it comes: what cannot be read is reported at its line, the rest is kept."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from catalogues.findings import Fault, Finding
from catalogues.po.paragraphs import parsed
from catalogues.rules import characters
from catalogues.rules.form import ENCODING, FILE, HEADER, SYNTAX
from catalogues.rules.sizes import LARGEST_FILE, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    import polib

_UNREADABLE = "�"  # what stands for bytes that are not UTF-8

# Taken for ends of lines by str.splitlines, but by no editor; none belongs in a text
_FALSE_LINE_END = re.compile("[\v\f\x1c\x1d\x1e\x85\u2028\u2029]")

# `#note`, `#,fuzzy`: gettext takes them, polib wants a space; `#=` is `#,` since gettext 0.23
_TIGHT = re.compile(r"^([ \t]*#(?>~\||[.:,|~]|))(?=[^\s#])", re.MULTILINE)
_BARE = re.compile(r"^[ \t]*#(?:~\|?|\|)[ \t]*$", re.MULTILINE)
_STICKY = re.compile(r"^([ \t]*)#=", re.MULTILINE)
_UNPARTED = re.compile(r"#(?![ \n]|[:.,|~] )")  # whatever the three below may find
_LANGUAGE = re.compile(rb'^"Language: *([A-Za-z0-9_@-]+) *\\n"', re.MULTILINE)
_LONGEST_HEADER = 10_000  # bytes

_HEADER_MEND = "let Poedit or `make update-po` write the header again"
_NOT_UTF_8 = ENCODING.fault("the file is not UTF-8", "save it again with the encoding UTF-8")
_UNREADABLE_TEXT = ENCODING.fault("this text is not UTF-8", _NOT_UTF_8.mend)
_PLURAL = SYNTAX.fault("plural forms are not used here", "give one msgstr")
_CONTEXT = SYNTAX.fault("no message has a context here", "delete the line with msgctxt")
_TRICK = characters.RULE.fault("the message holds control characters", "run `make update-po`")


class Entry(NamedTuple):
    """A message with its translation; ``line`` is that of the ``msgid``."""

    line: int
    msgid: str
    msgstr: str


class Counts(NamedTuple):
    """How many entries a catalogue has; ``msgfmt --statistics`` counts the same."""

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0


class Reading(NamedTuple):
    """What could be read of a catalogue, and what is wrong with the rest.

    ``messages`` are those of all entries that are not obsolete, whatever their translation, in
    their order and with their lines; ``header`` has the fields of the header.
    """

    entries: list[Entry]
    findings: list[Finding]
    counts: Counts = Counts()
    messages: Mapping[str, int] = MappingProxyType({})
    header: Mapping[str, str] = MappingProxyType({})


def read(content: bytes) -> Reading:
    """Read a catalogue: entries that are translated, neither fuzzy nor obsolete."""
    if len(content) > LARGEST_FILE:
        return Reading([], [Finding.of(TOO_LARGE, line=1)])
    if b"\0" in content[:4] or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Reading([], [Finding.of(_NOT_UTF_8, line=1)])
    text = _FALSE_LINE_END.sub("\x01", content.decode("utf-8-sig", "replace"))
    text = with_plain_comments(text)
    lines = text.splitlines()
    findings: list[Finding] = []
    catalogue = parsed(lines, findings)
    findings += _header(lines, catalogue)
    entries = []
    active = [entry for entry in catalogue if entry.msgid and not entry.obsolete]
    messages: dict[str, int] = {}
    for entry in active:
        line = _line(entry, lines)
        messages.setdefault(entry.msgid, line)
        fault = None if entry.fuzzy else _fault(entry)
        if fault is not None:
            findings.append(Finding.of(fault, line=line, message=entry.msgid))
        elif entry.msgstr and not entry.fuzzy:
            entries.append(Entry(line, entry.msgid, entry.msgstr))
    return Reading(entries, findings, _counts(active), messages, catalogue.metadata)


def fault_of_language(content: bytes, others: Collection[str]) -> Finding | None:
    """Return that the header names one of the *others*, for which the folder is none, if so."""
    found = _LANGUAGE.search(content[:_LONGEST_HEADER])
    language = found[1].decode() if found else ""
    if found is None or language not in others:
        return None
    wrong = f"the header says that this catalogue is one of the language `{language}`"
    fault = FILE.fault(wrong, "move it to the folder of that language, or mend the header")
    return Finding.of(fault, line=content.count(b"\n", 0, found.start()) + 1)


def with_plain_comments(text: str) -> str:
    """Return *text*, the marks of its comments parted from what they mark, if they mark any."""
    if not _UNPARTED.search(text):
        return text
    return _TIGHT.sub(r"\1 ", _STICKY.sub(r"\1#,", _BARE.sub("#", text)))


def _counts(entries: list[polib.POEntry]) -> Counts:
    """Count *entries* as msgfmt does: one without a translation is that even if it is fuzzy."""
    filled = [entry for entry in entries if entry.msgstr or entry.msgstr_plural.get(0)]
    fuzzy = sum(entry.fuzzy for entry in filled)
    return Counts(len(filled) - fuzzy, fuzzy, len(entries) - len(filled))


def faults_of_form(content: bytes) -> list[Finding]:
    """Return why a catalogue cannot be read as a whole; one that has such faults is for a person.

    A program that wrote it again would lose what it could not read.
    """
    if len(content) > LARGEST_FILE:
        return [Finding.of(TOO_LARGE, line=1)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [Finding.of(_NOT_UTF_8, line=content.count(b"\n", 0, error.start) + 1)]
    findings: list[Finding] = []
    parsed(_FALSE_LINE_END.sub("\x01", with_plain_comments(text)).splitlines(), findings)
    return sorted(set(findings))


def _header(lines: Iterable[str], catalogue: polib.POFile) -> Iterator[Finding]:
    """Yield what is wrong with the header; it decides nothing, for UTF-8 alone is read."""
    kind = catalogue.metadata.get("Content-Type")
    line = next((n for n, text in enumerate(lines, 1) if text.startswith('"Content-Type')), 1)
    if kind is None:
        fault = HEADER.fault("the header with its Content-Type is missing", _HEADER_MEND)
        yield Finding.of(fault, line=line)
    elif not kind.lower().replace(" ", "").endswith("charset=utf-8"):
        fault = HEADER.fault("the header names another encoding than UTF-8", _HEADER_MEND)
        yield Finding.of(fault, line=line)


def _fault(entry: polib.POEntry) -> Fault | None:
    """Return why *entry* cannot be read, if so."""
    if _UNREADABLE in entry.msgid + entry.msgstr:
        return _UNREADABLE_TEXT
    if entry.msgid_plural or entry.msgstr_plural:
        return _PLURAL
    context: object = entry.msgctxt  # nobody asks for one, and with a NUL it makes another key
    if context is not None:
        return _CONTEXT
    if {"\0", "\x04"} & set(entry.msgid):  # they part a message from its context and its plural
        return _TRICK
    return None


def _line(entry: polib.POEntry, lines: list[str]) -> int:
    """Return the line of the ``msgid``; polib knows where the comments before it start."""
    start = max(entry.linenum or 1, 1)
    for number in range(start, len(lines) + 1):
        if lines[number - 1].lstrip().startswith("msgid"):
            return number
    return start
