"""The gate between translators and readers: a build reads a checked copy of the catalogues.

``locales/`` belongs to the translators and no build writes there. What a build reads is made here:
each entry that passes the gate (``gate.checking``), compiled; a file changes only where its content
does, so an incremental build reads again just the pages whose translation changed.
"""

from __future__ import annotations

import gettext
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polib

from gate.checking import check, way_of_checking
from gate.findings import Finding
from myst_gettext.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from gate.reading import Entry

INTERFACE = "sphinx"
_STUB = b"# What passed the gate stands in the .mo beside this file.\n"


class CheckedCatalogues:
    """The checked copy that belongs to a folder of doctrees.

    ``pages`` holds the catalogues of the pages and ``interface`` the words of the interface, each
    as gettext wants them: language, ``LC_MESSAGES``, domain. ``manifest`` changes with any of them.
    """

    def __init__(self, doctrees: Path) -> None:
        self.root = Path(doctrees) / "catalogues"
        self.pages = self.root / "pages"
        self.interface = self.root / "interface"
        self.manifest = self.root / "manifest.json"

    def translation(self, domain: str, message: str, *, language: str) -> str:
        """Return *message* as the catalogue *domain* translates it, or itself."""
        found = gettext.translation(domain, self.pages, [language], fallback=True)
        return found.gettext(message)

    def messages(self, domain: str, *, language: str) -> frozenset[str]:
        """Return the messages that the catalogue *domain* translates."""
        path = gettext.find(domain, str(self.pages), [language])
        if path is None:
            return frozenset()
        with Path(path).open("rb") as file:
            return frozenset(Messages(file).translations())

    def check_out(
        self, source: Path, *, language: str, syntax: Collection[str]
    ) -> list[tuple[Path, Finding]]:
        """Compile what may be published of the catalogues below *source*; return the findings.

        A catalogue that was checked before is not checked again; its findings are kept.
        """
        before = json.loads(self.manifest.read_text("utf-8")) if self.manifest.exists() else {}
        after: dict[str, Any] = {}
        reports: list[tuple[Path, Finding]] = []
        for path, domain in catalogues_below(source):
            part = self.interface if domain == INTERFACE else self.pages
            copy = part / language / "LC_MESSAGES" / f"{domain}.po"
            name = copy.relative_to(self.root).as_posix()
            content = path.read_bytes()
            digest = _digest(content, syntax)
            after[name] = before.get(name)
            if after[name] is None or after[name]["digest"] != digest:
                entries, findings = check(content, syntax=syntax, is_interface=domain == INTERFACE)
                after[name] = {"digest": digest, "findings": [list(found) for found in findings]}
                _publish(entries, copy, language)
            reports += ((path, Finding(*found)) for found in after[name]["findings"])
        for stale in sorted(before.keys() - after.keys()):
            (self.root / stale).unlink(missing_ok=True)
            (self.root / stale).with_suffix(".mo").unlink(missing_ok=True)
        if after != before:
            _write_if_changed(self.manifest, json.dumps(after, indent=1).encode())
        return reports


def catalogues_below(source: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path and the domain of each catalogue below the folder *source*."""
    for path in sorted(source.rglob("*.po")):
        if path.is_file():
            yield path, path.relative_to(source).with_suffix("").as_posix()


def _digest(content: bytes, syntax: Collection[str]) -> str:
    """Return what changes when the catalogue or the way it is checked does."""
    ways = way_of_checking(frozenset(syntax)).encode()
    return hashlib.sha256(content + ways + _way_of_publishing()).hexdigest()


@cache
def _way_of_publishing() -> bytes:
    return Path(__file__).read_bytes()


def _publish(entries: Iterable[Entry], copy: Path, language: str) -> None:
    """Write *entries* as the catalogue *copy* and compile it; its header is the archive's own."""
    published = polib.POFile(wrapwidth=0)
    published.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    published.extend(
        polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr, msgctxt=entry.msgctxt)
        for entry in entries
    )
    _write_if_changed(copy, _STUB)  # Sphinx finds a catalogue by its .po, and reads its .mo
    _write_if_changed(copy.with_suffix(".mo"), published.to_binary())


def _write_if_changed(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
