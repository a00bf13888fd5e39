"""Index the pages of each language with Pagefind, so that a reader loads what one query needs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from gate.harmless import in_terminal
from publishing.freshness import output_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

INDEX = "pagefind"  # the folder of the index in that of its language
PARTS = "parts.json"  # in it: the names of the folders of its parts, which search.js merges
PAGE = "search.html"

_PROSE = "article"
_IGNORED = (  # what is on every page, and what repeats other pages
    ".page-tools",
    ".headerlink",
    ".event-list",
    ".fact-sheet > dt",
    ".last-change",
    ".record-list",
    ".register",
    ".register-event",
    ".toctree-wrapper",
    ".translation-status",
    ".untranslated-cue",
    ".ways-in",
    "#mentions",
)

# Pagefind holds all that it indexes in memory, 0.4 MB a page, so an archive is indexed in parts.
# They are few: a reader loads some 30 kB of each. The program of the first searches all.
_PAGES_OF_A_PART = 600
_MOST_PARTS = 3

_UNUSED = ("*-ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")

# Pagefind joins a word to what stands before an apostrophe or a dash that is not of ASCII, so that
# nobody would find the ONUDC of l’ONUDC. A sign of ASCII parts them: search.js takes it out again.
_PARTING = "^"
_JOINT = re.compile(r"(?<=\w)[’‐‑–—…](?=[\w<])")
_MAIN = re.compile(r"<article\b.*</article>", re.DOTALL)


def index(languages: Sequence[str]) -> dict[str, bool]:
    """Index what was built of *languages*, side by side.

    Return whether it succeeded, for each whose pages are not those that were indexed before.
    """
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = list(pool.map(_index_one, languages))
    found = zip(languages, results, strict=True)
    return {language: result for language, result in found if result is not None}


def _index_one(language: str) -> bool | None:
    """Index *language* and say so; return whether it succeeded, None if nothing has changed."""
    start = time.monotonic()
    errors = index_folder(output_folder("html", language), language=language)
    if errors is None:
        return None
    for line in errors:
        print(f"[{language}] {in_terminal(line)}", flush=True)
    seconds = time.monotonic() - start
    verdict = "FAILED" if errors else "done"
    print(f"[{language}] search: {verdict} in {seconds:.1f} s", flush=True)
    return not errors


def index_folder(folder: Path, *, language: str) -> list[str] | None:
    """Index the pages in *folder*, in processes of their own; return what went wrong.

    Return None if the index is one of the pages as they are.
    """
    prose = folder.with_name(f"{folder.name}.prose")
    parts = _extract(folder, prose)
    index = folder / INDEX
    old = {path.name for path in index.iterdir()} if index.is_dir() else set()
    new = [part for part in parts if part not in old or not _stamp(prose / part).exists()]
    if not new and old == {*parts, PARTS}:
        return None
    for stale in old - {*parts, PARTS}:
        shutil.rmtree(index / stale)
    index.mkdir(parents=True, exist_ok=True)
    errors = []
    for part in new:
        unused = _UNUSED if part == parts[0] else (*_UNUSED, *_PROGRAM)
        errors += _index_part(prose / part, index / part, language=language, unused=unused)
    (index / PARTS).write_text(json.dumps(parts), encoding="utf-8")
    return errors


def _index_part(prose: Path, target: Path, *, language: str, unused: Sequence[str]) -> list[str]:
    """Have Pagefind index the pages in *prose*, without *unused* files; return what went wrong."""
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--quiet", "--keep-index-url"]
    command += ["--site", str(prose), "--output-path", str(target)]
    command += ["--root-selector", _PROSE, "--exclude-selectors", ",".join(_IGNORED)]
    command += ["--force-language", language]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    for path in (path for pattern in unused for path in target.glob(pattern)):
        path.unlink()
    if result.returncode:
        errors = (result.stdout + result.stderr).splitlines()
        return errors or [f"pagefind ended with {result.returncode}"]
    _stamp(prose).touch()
    return []


def _stamp(prose: Path) -> Path:
    """Return the file that is there while the pages in *prose* are those that were indexed."""
    return prose.with_name(f"{prose.name}.indexed")


def _extract(folder: Path, prose: Path) -> list[str]:
    """Bring to *prose* what is indexed of the pages in *folder*, and return its parts.

    Where a part changes, its stamp goes.
    """
    pages = list(_pages(folder))
    number = min(1 + len(pages) // _PAGES_OF_A_PART, _MOST_PARTS)
    parts = [str(1 + part) for part in range(number)]
    copies = {}
    for page in pages:
        name = page.relative_to(folder).as_posix()
        part = parts[zlib.crc32(name.encode()) % len(parts)]
        copies[prose / part / name] = page
        _extract_page(page, prose / part / name, _stamp(prose / part))
    for stale in set(prose.rglob("*.html")) - copies.keys():
        _stamp(prose / stale.relative_to(prose).parts[0]).unlink(missing_ok=True)
        stale.unlink()
    return parts


def _extract_page(page: Path, copy: Path, stamp: Path) -> None:
    """Bring the prose of *page* to *copy*; with a change, *stamp* goes."""
    time_of_page = page.stat().st_mtime_ns
    if copy.exists() and copy.stat().st_mtime_ns == time_of_page:
        return
    text = parted(page.read_text("utf-8"))
    if not copy.exists() or copy.read_text("utf-8") != text:
        stamp.unlink(missing_ok=True)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")
    os.utime(copy, ns=(time_of_page, time_of_page))


def _pages(folder: Path) -> Iterator[Path]:
    """Yield the pages with prose of their own."""
    yield from (
        path
        for path in sorted(folder.rglob("*.html"))
        if path.name != PAGE and not path.relative_to(folder).parts[0].startswith("_")
    )


def parted(page: str) -> str:
    """Return the article of *page* with a sign of parting after each joint within words."""
    article = _MAIN.search(page)
    prose = article[0] if article else page
    return f"<html><body>{_JOINT.sub(lambda joint: joint[0] + _PARTING, prose)}</body></html>"
