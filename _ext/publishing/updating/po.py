"""A translators' catalogue on disk: read as a whole or not at all, and replaced at one stroke.

What did not change keeps its bytes: tools such as Poedit and Weblate break lines in ways of their
own, and a line that nobody touched is none that a reviewer should have to look at.
"""

from __future__ import annotations

import os
import re
import tempfile
from typing import TYPE_CHECKING

import polib

from gate.reading import faults_of_form

if TYPE_CHECKING:
    from pathlib import Path

    from gate.findings import Finding

_UNFINISHED = ".*.po.new"  # what a killed run leaves behind


class BrokenCatalogue(Exception):  # noqa: N818 - what it says is the state of a file
    """A catalogue that cannot be read as a whole, so it is left as it is."""

    def __init__(self, path: Path, findings: list[Finding]) -> None:
        super().__init__(path)
        self.path, self.findings = path, findings


class Catalogue:
    """A catalogue as it stands at *path*, or an empty one where there is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.before = path.read_bytes() if path.exists() else b""
        findings = faults_of_form(self.before)
        if findings:
            raise BrokenCatalogue(path, findings)
        text = self.before.decode("utf-8-sig").replace("\r\n", "\n")
        self.content = parsed(text)
        self._blocks = _blocks(text, self.content)

    def written(self) -> bytes:
        """Return the bytes of the catalogue: each entry that did not change keeps its own."""
        text = _text(self.content, self._blocks)
        if not _says(text, self.content):
            text = _text(self.content, {})
            assert _says(text, self.content), self.path
        return (text.replace("\n", "\r\n") if b"\r\n" in self.before else text).encode()

    def save(self) -> bool:
        """Put the catalogue in its place; return whether anything changed."""
        return replace(self.path, self.written())


def parsed(text: str) -> polib.POFile:
    """Parse *text*, with the previous sources of obsolete entries, which polib leaves out."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", suffix=".po") as file:
        file.write(re.sub(r"^#~\|", "#|", text, flags=re.MULTILINE))
        file.flush()  # a file, for polib ends lines of a string where no editor does
        return polib.pofile(file.name, encoding="utf-8", wrapwidth=0)


def replace(path: Path, content: bytes) -> bool:
    """Put *content* in the place of *path* at one stroke, if it differs; return whether it did."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # or a loss of power could leave the new name with no content
    new.replace(path)
    return True


def delete_unfinished(folder: Path) -> None:
    """Delete what a killed run had not finished writing."""
    for path in folder.rglob(_UNFINISHED):
        path.unlink()


def _blocks(text: str, catalogue: polib.POFile) -> dict[object, str]:
    """Return the text of each entry, and of the header, by what it says."""
    texts = [block.strip("\n") for block in re.split(r"\n(?:[ \t]*\n)+", text) if block.strip()]
    says = [_head(catalogue), *map(_fields, catalogue)]
    return dict(zip(says, texts, strict=True)) if len(says) == len(texts) else {}


def _text(catalogue: polib.POFile, blocks: dict[object, str]) -> str:
    """Return *catalogue* as text, what stands in *blocks* as it stands there."""
    entries = sorted(catalogue, key=lambda entry: bool(entry.obsolete))
    parts = [blocks.get(_fields(entry)) or _block(entry) for entry in entries]
    return "\n\n".join([blocks.get(_head(catalogue)) or _header(catalogue), *parts]) + "\n"


def _says(text: str, catalogue: polib.POFile) -> bool:
    """Return whether *text* is *catalogue* and nothing else."""
    found = parsed(text)
    entries = sorted(catalogue, key=lambda entry: bool(entry.obsolete))
    return _head(found) == _head(catalogue) and [*map(_fields, found)] == [*map(_fields, entries)]


def _head(catalogue: polib.POFile) -> object:
    return catalogue.header, bool(catalogue.metadata_is_fuzzy), tuple(catalogue.metadata.items())


def _fields(entry: polib.POEntry) -> object:
    """Return all that an entry says, to be compared."""
    return (
        (entry.msgctxt, entry.msgid, entry.msgid_plural),
        (entry.msgstr, tuple(sorted(entry.msgstr_plural.items()))),
        (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural),
        (entry.comment, entry.tcomment, tuple(entry.flags), entry.obsolete),
        tuple(entry.occurrences),
    )


def _header(catalogue: polib.POFile) -> str:
    """Return the header, its fields in the order that they have."""
    lines = [f"# {line}".rstrip() for line in catalogue.header.split("\n")]
    lines += ["#, fuzzy"] if catalogue.metadata_is_fuzzy else []
    fields = (polib.escape(f"{key}: {value}\n") for key, value in catalogue.metadata.items())
    return "\n".join([*lines, 'msgid ""', 'msgstr ""', *(f'"{field}"' for field in fields)])


def _block(entry: polib.POEntry) -> str:
    text: str = entry.__unicode__(wrapwidth=0)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip("\n")
