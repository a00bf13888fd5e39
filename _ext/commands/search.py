"""Index the pages of each language with Pagefind, so that a reader loads what one query needs."""

from __future__ import annotations

import fnmatch
import json
import os
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cldr.language_tags import tag
from cldr.letters import written_out
from commands import name_index
from commands.indexed_words import article, parted
from commands.page_parts import marked, parts_of
from commands.pagefind import PagefindError, index_of
from commands.stamps import INDEX, output_folder
from formats.names_sought import FILE
from storage import Stamp, digest, discard, entries, state, write_if_changed
from texts.harmless import as_json, in_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

PARTS = "parts.json"  # in it: the folders of the parts, which search.js merges, and its letters
PAGE = "search.html"
NAMES = "names"  # the folder of the index of names, beside the parts

_PROSE = "article"
_IGNORED = (  # what is on every page, and what repeats other pages
    ".page-tools",
    ".headerlink",
    "h1",
    ".citation",
    ".dossier",
    ".event-list",
    ".fact-line",
    ".fact-sheet",
    ".facet-note",
    ".facet-values",
    ".filter-status",
    ".filters",
    ".last-change",
    ".record-foot",
    ".record-list",
    ".register",
    ".register-event",
    ".side",
    ".source-places",
    ".toctree-wrapper",
    ".translation-status",
    ".untranslated-cue",
    ".ways-in",
)

# Pagefind holds all that it indexes in memory, 0.4 MB a page, so an archive is indexed in parts.
# They are few: a reader loads some 30 kB of each. The program of the first searches all.
_PAGES_OF_A_PART = 600
_MOST_PARTS = 3

_UNUSED = ("*-ui.*", "pagefind-highlight.js")
_WITHOUT_STEMS = "wasm.unknown.pagefind"  # the program of languages that Pagefind does not stem
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")


def index(languages: Sequence[str]) -> list[str]:
    """Index what was built of *languages*, side by side; return those for which it failed."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = list(pool.map(_index_one, languages))
    return [language for language, good in zip(languages, results, strict=True) if not good]


def _index_one(language: str) -> bool:
    """Index *language*, say so where anything has changed, and return whether it succeeded."""
    start = time.monotonic()
    errors = index_folder(output_folder("html", language), language=language)
    if errors is None:
        return True
    for line in errors:
        print(f"[{language}] {in_terminal(line)}", flush=True)
    seconds = time.monotonic() - start
    verdict = "FAILED" if errors else "done"
    print(f"[{language}] search: {verdict} in {seconds:.1f} s", flush=True)
    return not errors


def index_folder(folder: Path, *, language: str) -> list[str] | None:
    """Index the pages in *folder*; return what went wrong.

    Return None if the index is one of the pages as they are.
    """
    index = folder / INDEX
    stamp = Stamp(folder.with_name(f"{folder.name}.indexed"))
    noted = _Noted(*(stamp.read() or ({}, {}, "")))
    sought = _sought(folder)
    prose = {name: noted.prose_of(folder / name, name, of) for name, of in _pages(folder)}
    parts = _parts(prose)
    states = {part: digest(*(f"{n} {prose[n][1]}" for n in parts[part])) for part in parts}
    states[NAMES] = digest(as_json(sought), *states.values())
    is_whole = noted.state == state(index)
    if is_whole and states == noted.parts:
        stamp.note(_Noted(prose, states, noted.state))
        return None
    kept = noted.parts if is_whole else {}
    stamp.forget()
    try:
        for part in (part for part in parts if states[part] != kept.get(part)):
            _index_part(folder, parts[part], index / part, language=language)
    except PagefindError as error:
        return [f"pagefind: {error}"]
    _index_names(folder, list(prose), parts, language=language, sought=sought)
    known = {"parts": list(parts), "plain": written_out()}
    write_if_changed(index / PARTS, as_json(known).encode())
    for path in index.iterdir():
        if path.name not in {*parts, PARTS, NAMES}:
            discard(path)
    stamp.note(_Noted(prose, states, state(index)))
    return []


def _sought(folder: Path) -> dict[str, Any]:
    """Return by what each page in *folder* is looked for beside its prose, as far as it is told."""
    path = folder / FILE
    return json.loads(path.read_bytes()) if path.exists() else {}


def _index_names(
    folder: Path,
    names: Iterable[str],
    parts: Iterable[str],
    *,
    language: str,
    sought: Mapping[str, Any],
) -> None:
    """Write the index of the names of the pages *names*, beside the *parts*."""
    pages = {}
    for name in names:
        known, own = sought.get(name, {}), parts_of((folder / name).read_text("utf-8"))
        named = [(code, text) for code, of in known.get("names", {}).items() for text in of]
        pages[name] = name_index.Sought(
            tuple(dict.fromkeys([(language, own.title), *named])),
            (*known.get("places", ()), *own.line, own.section),
            own.facts,
        )
    of_others = {code: None for of in sought.values() for code in of["names"] if code}
    found = name_index.files(
        pages,
        ids=name_index.ids_in(folder / INDEX / part for part in parts),
        languages=[*dict.fromkeys([language, *of_others])],
    )
    _write(folder / INDEX / NAMES, found)


class _Noted(NamedTuple):
    """What was noted when an index was whole.

    Of each page its age and the digest of its prose, of each part that of its pages, and the state
    of the index.
    """

    pages: dict[str, tuple[str, str]]
    parts: dict[str, str]
    state: str

    def prose_of(self, path: Path, name: str, of: os.stat_result) -> tuple[str, str]:
        """Return the age of the page *name*, the file *path*, and the digest of what is indexed."""
        age = f"{of.st_size} {of.st_mtime_ns}"
        known = self.pages.get(name)
        if known and known[0] == age:
            return age, known[1]
        page = path.read_text("utf-8")
        return age, digest(article(page), repr(parts_of(page)))  # all that is indexed comes of it


def _parts(pages: Iterable[str]) -> dict[str, list[str]]:
    """Return the names of the parts of an index, and which of *pages* are in each."""
    names = sorted(pages)
    number = min(1 + len(names) // _PAGES_OF_A_PART, _MOST_PARTS)
    parts: dict[str, list[str]] = {str(1 + part): [] for part in range(number)}
    for name in names:
        parts[str(1 + zlib.crc32(name.encode()) % number)].append(name)
    return parts


def _index_part(folder: Path, names: Sequence[str], target: Path, *, language: str) -> None:
    """Make *target* the index of the pages *names*; raise PagefindError where there are none."""
    if not names:
        raise PagefindError("there are no pages to index")
    config = {
        "root_selector": _PROSE,
        "exclude_selectors": _IGNORED,
        "force_language": tag(language),
        "keep_index_url": True,
    }
    prose = ((name, _prose((folder / name).read_text("utf-8"))) for name in names)
    found = index_of(prose, number=len(names), config=config)
    unused = [*_UNUSED, *_PROGRAM] if target.name != "1" else [*_UNUSED]
    if any(_matches(name, ["wasm.*"]) and name != _WITHOUT_STEMS for name in found):
        unused.append(_WITHOUT_STEMS)
    _write(target, {name: of for name, of in found.items() if not _matches(name, unused)})


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    """Make *target* a folder with *files* alone."""
    for name, content in files.items():
        write_if_changed(target / name, content)
    for name, _state in list(entries(target)):
        if not name.endswith("/") and name not in files:
            discard(target / name)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _prose(page: str) -> str:
    """Return what is indexed of *page*."""
    return marked(parted(page), parts_of(page))


def _pages(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the pages with prose of their own."""
    for name, of in entries(folder):
        if name.endswith(".html") and name[0] != "_" and name.rpartition("/")[2] != PAGE:
            yield name, of


def main(arguments: Sequence[str]) -> int:
    """Index what ``sphinx-build`` alone has written: a folder, and the code of its language."""
    folder, language = Path(arguments[0]), arguments[1]
    errors = index_folder(folder, language=language) or []
    Stamp(folder.with_name(f"{folder.name}.indexed")).forget()  # beside it nothing is ours
    for line in errors:
        print(in_terminal(line), file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
