"""A translators' catalogue on disk: read as a whole or not at all, and replaced at one stroke.

What did not change keeps its bytes: tools such as Poedit and Weblate break lines in ways of their
own, and a line that nobody touched is none that a reviewer should have to look at.
"""

from __future__ import annotations

import codecs
import re
import tempfile
from typing import TYPE_CHECKING

import polib

from catalogues.po.header import OWN_FIELDS, flags_of_header, is_lost, lines_of_header
from catalogues.po.reader import faults_of_form, with_plain_comments
from catalogues.po.replacement import replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalogues.findings import Finding

_OBSOLETE = re.compile(r"#~ ?(?!\|)")  # what stands before a line of an obsolete entry
_IS_HEADER = re.compile(r'^[ \t]*msgid\s+""\s*\nmsgstr', re.MULTILINE)
# Bytes that are written as numbers, as C has it and gettext reads it; polib leaves them as they are
_NUMERIC = re.compile(r"(?<!\\)((?:\\\\)*)((?:\\(?:[0-7]{3}|x[0-9A-Fa-f]{2}))+)")
_BELL = re.compile(r"(?<!\\)((?:\\\\)*)\\a")


class BrokenCatalogue(Exception):  # noqa: N818 - what it says is the state of a file
    """A catalogue that cannot be read as a whole, so it is left as it is."""

    def __init__(self, path: Path, findings: list[Finding]) -> None:
        super().__init__(path)
        self.path, self.findings = path, findings


class Catalogue:
    """A catalogue as it stands at *path*, or an empty one where there is none.

    ``content`` is what polib knows of it, without what stands before it (``notes`` that are to be
    added to its header) and behind its last entry (``tail``).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.before = path.read_bytes() if path.exists() else b""
        findings = faults_of_form(self.before)
        if findings:
            raise BrokenCatalogue(path, findings)
        self._end = _end_of_lines(self.before)
        text = self.before.decode("utf-8-sig").replace(self._end, "\n").replace("\r\n", "\n")
        self._foot = text[len(text.rstrip("\n")) :] or "\n"
        *blocks, self.tail = _blocks(text)
        self._header, *headers = [block for block in blocks if _IS_HEADER.search(block)] or [""]
        entries = [block for block in blocks if not _IS_HEADER.search(block)]
        self.content = parsed("\n\n".join([self._header, *entries]))
        self.notes: list[str] = []
        self._blocks: dict[object, str] = {}
        self._strings: dict[object, str] = {}
        if len(entries) == len(self.content):
            self._blocks = dict(zip(map(_fields, self.content), entries, strict=True))
            self._strings = dict(zip(map(_words, self.content), entries, strict=True))
        self._head = _head(self.content)
        self._unite_headers(headers)

    def absorb(self, other: Catalogue) -> None:
        """Take over what *other* says beside its entries."""
        self._unite_headers([other._header])
        if other.tail and other.tail not in self.tail:
            self.tail = "\n".join(filter(None, [self.tail, other.tail]))

    def _unite_headers(self, others: list[str]) -> None:
        """Make one header of several, as git leaves them where it has joined two catalogues."""
        for block in others:
            marks = [line[1:].strip() for line in block.split("\n") if line.startswith("#")]
            comments = [line for line in marks if line.replace(" ", "") != ",fuzzy"]
            self._take_header("\n".join(comments), lines_of_header(block))
        for entry in [entry for entry in self.content if not entry.msgid]:
            self.content.remove(entry)
            self._take_header(entry.tcomment, entry.msgstr.split("\n"))

    def _take_header(self, comments: str, lines: list[str]) -> None:
        """Add to the header the *comments* and *lines* of another one, where it lacks them."""
        for line in lines:
            name, colon, value = (part.strip() for part in line.partition(":"))
            if colon and not self.content.metadata.get(name):
                self.content.metadata[name] = value
            elif name not in OWN_FIELDS and self.content.metadata.get(name) != value:
                self._note(line)
        for line in comments.split("\n"):
            self._note(line)

    def _note(self, line: str) -> None:
        if line.strip() and line not in (*self.content.header.split("\n"), *self.notes):
            self.notes.append(line)

    def written(self) -> bytes:
        """Return the bytes of the catalogue: each entry that did not change keeps its own.

        So do the lines of its strings where nothing but its comments has changed.
        """
        text = self._text(self._as_before)
        if not _says(text, self.content):
            text = self._text(_block)
            assert _says(text, self.content), self.path
        mark = codecs.BOM_UTF8 if self.before.startswith(codecs.BOM_UTF8) else b""
        return mark + text.replace("\n", self._end).encode()

    def save(self) -> bool:
        """Put the catalogue in its place; return whether anything changed."""
        return replace(self.path, self.written())

    def _as_before(self, entry: polib.POEntry) -> str:
        """Return *entry* as text, with all lines of it that stood in the catalogue."""
        found, strings = self._blocks.get(_fields(entry)), self._strings.get(_words(entry))
        if found or not strings or entry.obsolete:
            return found or _block(entry)
        comments = [line for line in _block(entry).split("\n") if line.startswith("#")]
        return "\n".join([*comments, *(line for line in strings.split("\n") if line[:1] != "#")])

    def _text(self, block_of: Callable[[polib.POEntry], str]) -> str:
        """Return the catalogue as text, of each entry what *block_of* gives."""
        is_same = self._head == _head(self.content) and not self.notes
        header = self._header if is_same and self._header else self._new_header()
        entries = sorted(self.content, key=lambda entry: bool(entry.obsolete))
        parts = map(block_of, entries)
        return "\n\n".join(filter(None, [header, *parts, self.tail])) + self._foot

    def _new_header(self) -> str:
        """Return the header, its fields in the order that they have; what it had besides stays."""
        metadata = self.content.metadata
        notes = [line for line in lines_of_header(self._header) if is_lost(line, metadata)]
        before = [line for line in self._header.split("\n") if line.startswith("#")]
        lines = [line for line in before if not line.startswith("#,")]
        lines = lines or [f"# {line}".rstrip() for line in self.content.header.split("\n")]
        lines += [f"# {line}" for line in [*notes, *self.notes]]
        lines += flags_of_header(before, is_fuzzy=_is_fuzzy(self.content))
        fields = (polib.escape(f"{key}: {value}\n") for key, value in metadata.items())
        return "\n".join([*lines, 'msgid ""', 'msgstr ""', *(f'"{field}"' for field in fields)])


def parsed(text: str) -> polib.POFile:
    """Parse *text*, with the previous sources of obsolete entries, which polib leaves out."""
    text = re.sub(r"^#~\|", "#|", with_plain_comments(text), flags=re.MULTILINE)
    text = _BELL.sub("\\1\a", _NUMERIC.sub(_decoded, text))
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", suffix=".po") as file:
        file.write(f"{text}\n#\n")  # polib drops the last entry if an empty `#.` follows it
        file.flush()  # a file, for polib ends lines of a string where no editor does
        return polib.pofile(file.name, encoding="utf-8", wrapwidth=0)


def _decoded(found: re.Match[str]) -> str:
    """Return the text that bytes written as numbers stand for, if they are one that is shown."""
    codes = re.findall(r"\\(?:([0-7]{3})|x(..))", found[2])
    numbers = [int(octal, 8) if octal else int(other, 16) for octal, other in codes]
    try:
        text = bytes(numbers).decode()
    except ValueError:  # no bytes, or no UTF-8
        return found[0]
    return found[1] + polib.escape(text) if text.isprintable() else found[0]


def _end_of_lines(content: bytes) -> str:
    if b"\r\n" in content:
        return "\r\n"
    return "\r" if b"\r" in content and b"\n" not in content else "\n"


def _blocks(text: str) -> list[str]:
    """Return the text of the header, of each entry, and of what stands behind the last one."""
    blocks: list[list[str]] = [[]]
    is_translated = False  # the block has its `msgstr`, so that anything else begins another one
    for line in text.split("\n"):
        bare = _OBSOLETE.sub("", line.strip(), count=1)
        if bare.startswith("msgstr"):
            is_translated = True
        elif is_translated and bare and not bare.startswith('"'):
            blocks.append([])
            is_translated = False
        blocks[-1].append(line)
    if is_translated:
        blocks.append([])
    return ["\n".join(lines).strip("\n") for lines in blocks]


def _says(text: str, catalogue: polib.POFile) -> bool:
    """Return whether *text* has the entries of *catalogue* and the fields of its header."""
    found = parsed(text)
    entries = sorted(catalogue, key=lambda entry: bool(entry.obsolete))
    return _head(found) == _head(catalogue) and [*map(_fields, found)] == [*map(_fields, entries)]


def _head(catalogue: polib.POFile) -> object:
    return _is_fuzzy(catalogue), tuple(catalogue.metadata.items())


def _is_fuzzy(catalogue: polib.POFile) -> bool:
    """Return whether the header is fuzzy; polib has its flags there, whatever they are."""
    flags: object = catalogue.metadata_is_fuzzy
    return "fuzzy" in flags if isinstance(flags, list) else bool(flags)


def _fields(entry: polib.POEntry) -> object:
    """Return all that an entry says, to be compared."""
    return (
        *_words(entry),
        (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural),
        (entry.comment, entry.tcomment, tuple(entry.flags)),
        tuple(entry.occurrences),
    )


def _words(entry: polib.POEntry) -> tuple[object, ...]:
    """Return the message and its translations."""
    return (
        (entry.msgctxt, entry.msgid, entry.msgid_plural),
        (entry.msgstr, tuple(sorted(entry.msgstr_plural.items()))),
        entry.obsolete,
    )


def _block(entry: polib.POEntry) -> str:
    text: str = entry.__unicode__(wrapwidth=0)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip("\n").replace("\a", r"\a")
