"""The gate between translators and readers: a build reads a checked copy of the catalogues.

``locales/`` belongs to the translators and no build writes there. What a build reads is made here:
each entry that may be published, compiled; a file changes only where its content does, so an
incremental build reads again just the pages whose translation changed.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from pathlib import Path

INTERFACE = "sphinx"


def check_out(source: Path, target: Path, *, language: str) -> None:
    """Compile the catalogues below *source* for *language* into *target*.

    ``target/pages`` receives those of the pages and ``target/interface`` the words of the
    interface. An entry that is fuzzy, obsolete or empty is left out.
    """
    wanted: set[Path] = set()
    for path in sorted(source.rglob("*.po")):
        domain = path.relative_to(source).with_suffix("")
        part = "interface" if str(domain) == INTERFACE else "pages"
        copy = target / part / language / "LC_MESSAGES" / domain
        catalogue = _published(path)
        # Sphinx finds a catalogue by its .po and takes the .mo for outdated when it is older
        for suffix, content in ((".po", str(catalogue).encode()), (".mo", catalogue.to_binary())):
            wanted.add(copy.with_suffix(suffix))
            _write_if_changed(copy.with_suffix(suffix), content)
    for stale in sorted({path for path in target.rglob("*.?o") if path.is_file()} - wanted):
        stale.unlink()
    if not wanted:
        shutil.rmtree(target, ignore_errors=True)


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
