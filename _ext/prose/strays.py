"""Files that an editor takes for pages and that are none, and pages whose name is none.

A file that is never read has no warnings: that it is there is all that can be seen of it.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from catalogues.locales import UPSTREAM
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_PAGE = re.compile(
    r"(?P<name>.+?)\.(?:md|markdown|mdown|mkdn?|mdx?|rst)(?:\.txt)?\s*", re.IGNORECASE
)
_TAKEN = ("search", "genindex", "modindex", "py-modindex")  # names of pages that a build makes


class Found(NamedTuple):
    """A file or link at ``path`` below the top folder, and whether it must not be opened."""

    path: str
    fault: str = ""


def pages_below(root: Path, excluded: Collection[str], folder: str = "") -> Iterator[Found]:
    """Yield what looks like a page below *root*, and what only looks like a file or folder.

    Left out are names that begin with ``.``, folders that begin with ``_`` and what *excluded*, the
    patterns of conf.py, matches.
    """
    with os.scandir(root / folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = f"{folder}/{entry.name}" if folder else entry.name
        is_named = any(fnmatchcase(path, pattern) for pattern in excluded)
        if entry.name.startswith(".") or (entry.is_dir() and (entry.name[0] == "_" or is_named)):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from pages_below(root, excluded, path)
        elif entry.is_dir():
            yield Found(path, "a folder must not be a link: its pages would be read twice")
        elif _PAGE.fullmatch(entry.name):
            yield Found(path, _unreadable(root, path))


def _unreadable(root: Path, path: str) -> str:
    """Return why the file at *path* must not be opened, or ""."""
    place = root / path
    if not place.exists():
        return "this link leads nowhere: put the page itself here"
    if not stat.S_ISREG(place.stat().st_mode):
        return "this is no file"
    if not place.resolve().is_relative_to(root.resolve()):
        return "this link leads out of the archive: put the page itself here"
    return ""


def fault_of_page(path: str, folders: Collection[str]) -> str:
    """Return what is wrong with the name of a page that is read, or "".

    *folders* are those of the records.
    """
    folder, _, name = path.removesuffix(".md").rpartition("/")
    if not folder:
        return _taken(name)
    if name == "index" or folder in folders:
        return ""  # whether the name is an id, the check of its front matter says
    return f"no page is looked for in `{shown(folder)}/`{_folder_like(folder, folders)}"


def fault_of_other(path: str, folders: Collection[str], *, is_excluded: bool) -> str:
    """Return why the file at *path*, which looks like a page, is never read; "" if so intended."""
    folder, _, file = path.rpartition("/")
    found = _PAGE.fullmatch(file)
    assert found
    if file.startswith("_"):
        return "a file whose name begins with `_` is never read: rename it, or delete it"
    if is_excluded:
        return ""
    if not file.endswith(".md") or file.endswith(".md.md"):
        right = shown(found["name"])
        return f"this page is never read: its name ends in `.md`; rename it `{right}.md`"
    return f"no page is looked for in `{shown(folder)}/`{_folder_like(folder, folders)}"


def twins(paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, text) for pages whose names differ in capitals alone: not every disk can."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        other = first.setdefault(path.casefold(), path)
        if other != path:
            yield path, f"this name differs from `{shown(other)}` in capitals alone: rename one"


def _taken(name: str) -> str:
    if name.casefold() in _TAKEN:
        return f"a build makes a page named `{name}` itself: rename the file"
    if name.casefold() == UPSTREAM:  # what translates the page would be taken for it
        return f"Sphinx has a catalogue named `{name}` itself: rename the file"
    return ""


def _folder_like(folder: str, folders: Collection[str]) -> str:
    close = difflib.get_close_matches(folder, folders, n=1, cutoff=0.6)
    inside = [name for name in folders if folder.startswith(f"{name}/")]
    right = (close or inside or [""])[0]
    if right:
        return f"; did you mean `{right}/`?"
    return f": put it in {', '.join(f'`{name}/`' for name in sorted(folders))} or at the top"
