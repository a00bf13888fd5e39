"""The gate between translators and readers: a build reads a checked copy of the catalogues.

``locales/`` belongs to the translators and no build writes there. What a build reads is made here:
each entry that may be published, compiled; a file changes only where its content does, so an
incremental build reads again just the pages whose translation changed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import polib

INTERFACE = "sphinx"


def check_out(source: Path, target: Path, *, language: str) -> None:
    """Compile the catalogues below *source* for *language* into *target*.

    ``target/pages`` receives those of the pages and ``target/interface`` the words of the
    interface. An entry that is fuzzy, obsolete or empty is left out.
    """
    manifest = target / "manifest.json"
    before = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    after: dict[str, str] = {}
    for path in sorted(source.rglob("*.po")):
        domain = path.relative_to(source).with_suffix("").as_posix()
        part = "interface" if domain == INTERFACE else "pages"
        copy = target / part / language / "LC_MESSAGES" / f"{domain}.po"
        after[copy.relative_to(target).as_posix()] = digest = _digest(path)
        if before.get(copy.relative_to(target).as_posix()) != digest:
            # Sphinx finds a catalogue by its .po and takes the .mo for outdated when it is older
            catalogue = _published(path)
            _write_if_changed(copy, str(catalogue).encode())
            _write_if_changed(copy.with_suffix(".mo"), catalogue.to_binary())
    for stale in sorted(before.keys() - after.keys()):
        (target / stale).unlink(missing_ok=True)
        (target / stale).with_suffix(".mo").unlink(missing_ok=True)
    if after != before:
        _write_if_changed(manifest, json.dumps(after, indent=1).encode())


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
