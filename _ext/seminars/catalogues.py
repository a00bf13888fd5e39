"""The gate between translators and readers: a build reads a checked copy of the catalogues.

``locales/`` belongs to the translators and no build writes there. What a build reads is made here:
each entry that may be published, compiled; a file changes only where its content does, so an
incremental build reads again just the pages whose translation changed.
"""

from __future__ import annotations

import gettext
import hashlib
import json
from pathlib import Path

import polib

INTERFACE = "sphinx"


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

    def check_out(self, source: Path, *, language: str) -> None:
        """Compile the catalogues below *source*; entries that are fuzzy or empty are left out."""
        before = json.loads(self.manifest.read_text("utf-8")) if self.manifest.exists() else {}
        after: dict[str, str] = {}
        for path in sorted(source.rglob("*.po")):
            domain = path.relative_to(source).with_suffix("").as_posix()
            part = self.interface if domain == INTERFACE else self.pages
            copy = part / language / "LC_MESSAGES" / f"{domain}.po"
            name = copy.relative_to(self.root).as_posix()
            after[name] = _digest(path)
            if before.get(name) != after[name]:
                # Sphinx finds a catalogue by its .po and takes an older .mo for outdated
                catalogue = _published(path)
                _write_if_changed(copy, str(catalogue).encode())
                _write_if_changed(copy.with_suffix(".mo"), catalogue.to_binary())
        for stale in sorted(before.keys() - after.keys()):
            (self.root / stale).unlink(missing_ok=True)
            (self.root / stale).with_suffix(".mo").unlink(missing_ok=True)
        if after != before:
            _write_if_changed(self.manifest, json.dumps(after, indent=1).encode())


def _digest(path: Path) -> str:
    """Return what changes when the catalogue or the way it is checked does."""
    return hashlib.sha256(path.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def _published(path: Path) -> polib.POFile:
    """Return the entries of the catalogue at *path* that may be shown to readers."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    published = polib.POFile(wrapwidth=0)
    published.metadata = {
        key: catalogue.metadata[key]
        for key in (
            "Language",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Plural-Forms",
        )
        if key in catalogue.metadata
    }
    for entry in catalogue.translated_entries():
        published.append(
            polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr, msgctxt=entry.msgctxt)
        )
    return published


def _write_if_changed(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
