"""What tests share: pages of a small site, the archives to copy, and how to run its commands."""

from __future__ import annotations

import ast
import functools
import gzip
import json
import os
import re
import runpy
import shutil
import struct
import subprocess
import sys
import threading
import zlib
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polib
from sphinx.project import Project

from records.folders import patterns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "example"  # an archive for tests, which stays as it is
LANGUAGES = ("fr", "en", "ro", "ru")  # those of the example
CODE = ("_ext", "_static", "_templates")
CONTENT_FOLDERS = tuple(pattern.removesuffix("/**") for pattern in patterns())
# what an archive may set, and the example does not
_OF_AN_ARCHIVE = {"html_baseurl", "html_favicon", "html_logo", "html_short_title", "html_title"}

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

CITED = f"{EVENT.rstrip()}{{source}}`page`\n"  # as the check of citations wants it

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


def copy_archive(target: Path) -> Path:
    """Copy the archive as it is today, without what was built, into *target*."""
    for name in (*CODE, *CONTENT_FOLDERS, "locales"):
        _copy_folder(ROOT / name, target / name)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copyfile(path, target / path.name)
    return target


def pages_of_archive() -> list[str]:
    """Return the names of the pages of the archive as it is today."""
    conf = runpy.run_path(str(ROOT / "conf.py"))
    project = Project(str(ROOT), {".md": "markdown"})
    return sorted(project.discover(conf["exclude_patterns"], conf["include_patterns"]))


def copy_example(target: Path) -> Path:
    """Copy the archive for tests into *target*: complete in LANGUAGES, and the same for ever."""
    _copy_code(target)
    _copy_folder(EXAMPLE, target)
    write(target / "conf.py", settings_of_example())
    return target


def small_project(target: Path, pages: Mapping[str, str]) -> Path:
    """Make a project of the archive's code with *pages* alone, and no translations, in *target*."""
    _copy_code(target)
    write(target / "conf.py", f"{settings_of_example()}\nseminars_citations = False\n")
    for name, text in pages.items():
        write(target / name, text)
    return target


def _copy_code(target: Path) -> None:
    for name in CODE:
        _copy_folder(ROOT / name, target / name)


def _copy_folder(source: Path, target: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(source, target, ignore=ignored, dirs_exist_ok=True)


@cache
def settings_of_example() -> str:
    """Return ``conf.py`` with the name, languages, look and addresses that the example has.

    These are an archive's own, and tests must hold whatever they are; the rest goes with the code.
    """
    fixed = _assignments((EXAMPLE / "conf.py").read_text("utf-8"))
    derived = fixed.pop("html_theme_options")  # from the archive's own
    lines = (ROOT / "conf.py").read_text("utf-8").splitlines()
    for name, (first, last, _text) in reversed(_assignments("\n".join(lines)).items()):
        if name in fixed or name in _OF_AN_ARCHIVE:
            lines[first:last] = fixed.pop(name)[2] if name in fixed else []
    lines += (line for _, _, text in (*fixed.values(), derived) for line in text)
    return "\n".join(lines) + "\n"


def _assignments(text: str) -> dict[str, tuple[int, int, list[str]]]:
    """Return where each setting begins and ends in *text*, and its lines."""
    lines = text.splitlines()
    return {
        node.targets[0].id: (
            node.lineno - 1,
            node.end_lineno,
            lines[node.lineno - 1 : node.end_lineno],
        )
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if node.end_lineno is not None
    }


def beside_languages(page: bytes) -> bytes:
    """Return *page* as it is where fonts, scripts and styles are shared: a folder further up."""
    return re.sub(rb'(?<=")((\.\./)*_static/)', rb"../\1", page)


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


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve *folder* from a free port of this machine, and give the address."""
    in_folder = functools.partial(handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), in_folder) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
