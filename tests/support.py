"""What tests share: pages of a small site, copies of the real one, and how to run its commands."""

from __future__ import annotations

import functools
import gzip
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import threading
import zlib
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polib

from records.folders import patterns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).resolve().parents[1]
CONTENT = (
    "conf.py",
    "index.md",
    "about.md",
    "recommendations.md",
    "translation.md",
    *(pattern.removesuffix("/**") for pattern in patterns()),
)
CODE = ("_ext", "_static", "_templates", "locales")

CONF = """
extensions = ["myst_parser", "seminars"]
primary_domain = "sem"
project = "Archives"
language = "fr"
seminars_languages = {"fr": "fr_FR", "en": "en_GB", "ro": "ro_RO", "ru": "ru_RU"}
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence"]
gettext_compact = False
nitpicky = True
html_theme = "furo"
exclude_patterns = ["_out", "locales"]
seminars_citations = False
"""

INDEX = """
# Archives

```{toctree}
:glob:

events/*
glossary/*/*
```
"""

EVENT = """---
type: seminar
start: 2018-06-05
end: 2018-06-07
city: Chisinau
country: MD
organisers: [unodc]
updated: 2026-01-01
sources:
  - {url: "https://example.org/", id: page, kind: report, title: Page, lang: fr}
---

# Un séminaire

Un texte sur l’{org}`unodc`.
"""

ORGANISATION = """---
type: un-secretariat-office
abbreviation: ONUDC
url: https://www.unodc.org/
updated: 2026-01-01
---

# Office des Nations Unies contre la drogue et le crime

Un texte.
"""

PAGES = {
    "index.md": INDEX,
    "events/2018-06-05-chisinau.md": EVENT,
    "glossary/organisations/unodc.md": ORGANISATION,
}


def warnings(app: SphinxTestApp) -> list[str]:
    """Return the warnings of a build, with places as seen from the source folder."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
    return [line for line in text.replace(f"{app.srcdir}{os.sep}", "").splitlines() if line]


def copy_project(target: Path) -> Path:
    """Copy what the archive is made of, without what was built, into *target*."""
    target.mkdir(parents=True, exist_ok=True)
    for name in (*CONTENT, *CODE):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target / name)
    return target


def publish(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the Makefile in the copy *project*."""
    return subprocess.run(
        [sys.executable, "-m", "commands", *arguments],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project / "_ext"), "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )


def begin(project: Path, **names: str) -> subprocess.CompletedProcess[str]:
    """Begin a page in the copy *project* as make does, which hands *names* to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "commands.new_page"],
        env=os.environ | {"PYTHONPATH": str(project / "_ext")} | names,
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below *folder*."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def small_project(target: Path, pages: Mapping[str, str]) -> Path:
    """Make a project of the archive's code with *pages* alone, and no translations, in *target*."""
    copy_project(target)
    for name in (*CONTENT[1:], "locales"):
        path = target / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in pages.items():
        write(target / name, text)
    conf = target / "conf.py"
    write(conf, f"{conf.read_text('utf-8')}\nseminars_citations = False\n")
    return target


def write(path: Path, text: str) -> None:
    """Write *text* to *path*, in a folder that need not exist yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def translations(place: Path) -> set[str]:
    """Return every translation in the catalogue or folder *place*: active, fuzzy or obsolete."""
    return {
        text
        for path in ([place] if place.is_file() else place.rglob("*.po"))
        for entry in polib.pofile(str(path))
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if text
    }


def png() -> bytes:
    """Return a PNG of one pixel (https://www.w3.org/TR/png-3/)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\xff\xff")
    parts = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def fragments(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what the index knows of each page."""
    found = {}
    for path in (folder / "pagefind").glob("*/fragment/*"):
        text = gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd").decode()
        page = json.loads(text)
        found[page["url"]] = page
    return found


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* from a free port of this machine, and give the address."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
