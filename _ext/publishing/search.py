"""Index the pages of each language with Pagefind, so that a reader loads what one query needs."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from publishing.freshness import output_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INDEX = "pagefind"  # the folder of the index in that of its language
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
_UNUSED = ("*-ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")

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
        print(f"[{language}] {line}", flush=True)
    seconds = time.monotonic() - start
    verdict = "FAILED" if errors else "done"
    print(f"[{language}] search: {verdict} in {seconds:.1f} s", flush=True)
    return not errors


def index_folder(folder: Path, *, language: str) -> list[str] | None:
    """Index the pages in *folder*, in a process of its own; return what went wrong.

    Return None if the index is one of the pages as they are.
    """
    pages = list(_pages(folder))
    stamp, digest = folder.with_name(f"{folder.name}.indexed"), _digest(folder, pages)
    if (folder / INDEX).is_dir() and stamp.exists() and stamp.read_text("utf-8") == digest:
        return None
    shutil.rmtree(folder / INDEX, ignore_errors=True)
    stamp.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as prose:
        for page in pages:
            copy = Path(prose) / page.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(parted(page.read_text("utf-8")), encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--quiet", "--keep-index-url"]
        command += ["--site", prose, "--output-path", str(folder / INDEX)]
        command += ["--root-selector", _PROSE, "--exclude-selectors", ",".join(_IGNORED)]
        command += ["--force-language", language]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    for pattern in _UNUSED:
        for path in (folder / INDEX).glob(pattern):
            path.unlink()
    if result.returncode:
        errors = (result.stdout + result.stderr).splitlines()
        return errors or [f"pagefind ended with {result.returncode}"]
    stamp.write_text(digest, encoding="utf-8")
    return []


def _digest(folder: Path, pages: Sequence[Path]) -> str:
    """Return what changes with the name or the content of a page."""
    digest = hashlib.sha256()
    for page in pages:
        digest.update(f"{page.relative_to(folder)}\0".encode())
        digest.update(hashlib.sha256(page.read_bytes()).digest())
    return digest.hexdigest()


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
