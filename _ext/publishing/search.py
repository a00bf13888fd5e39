"""Index the pages of each language with Pagefind, so that a reader loads what one query needs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from publishing.freshness import output_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

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
    prose = folder.with_name(f"{folder.name}.prose")
    stamp = folder.with_name(f"{folder.name}.indexed")  # there while the index is that of *prose*
    _extract(folder, prose, stamp)
    if stamp.exists() and (folder / INDEX).is_dir():
        return None
    shutil.rmtree(folder / INDEX, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--quiet", "--keep-index-url"]
    command += ["--site", str(prose), "--output-path", str(folder / INDEX)]
    command += ["--root-selector", _PROSE, "--exclude-selectors", ",".join(_IGNORED)]
    command += ["--force-language", language]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    for pattern in _UNUSED:
        for path in (folder / INDEX).glob(pattern):
            path.unlink()
    if result.returncode:
        errors = (result.stdout + result.stderr).splitlines()
        return errors or [f"pagefind ended with {result.returncode}"]
    stamp.touch()
    return []


def _extract(folder: Path, prose: Path, stamp: Path) -> None:
    """Bring to *prose* what is indexed of the pages in *folder*; with a change, *stamp* goes."""
    copies = {prose / page.relative_to(folder): page for page in _pages(folder)}
    prose.mkdir(exist_ok=True)
    for copy, page in copies.items():
        time_of_page = page.stat().st_mtime_ns
        if copy.exists() and copy.stat().st_mtime_ns == time_of_page:
            continue
        text = parted(page.read_text("utf-8"))
        if not copy.exists() or copy.read_text("utf-8") != text:
            stamp.unlink(missing_ok=True)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8")
        os.utime(copy, ns=(time_of_page, time_of_page))
    for stale in set(prose.rglob("*.html")) - copies.keys():
        stamp.unlink(missing_ok=True)
        stale.unlink()


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
