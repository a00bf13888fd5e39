"""The files that a page may name: those of the content, and no others."""

from __future__ import annotations

import difflib
import posixpath
from dataclasses import dataclass
from glob import escape
from typing import TYPE_CHECKING

from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Files:
    """The content of the archive below *root*; ``is_content`` judges a path as seen from there."""

    root: Path
    is_content: Callable[[str], bool]

    def path(self, name: str, *, folder: str) -> str:
        """Return the path that a page in *folder* means by *name*; ``/`` is the top folder."""
        top = "" if name.startswith("/") else folder
        return posixpath.normpath(posixpath.join(top, name.lstrip("/")))

    def fault_of(self, path: str) -> str:
        """Return why no page may name *path*, or ""; ``name.*`` is any format of a picture."""
        if "\0" in path or len(path) > 1000:
            return f"`{shown(path)}` is no name of a file"
        if path.startswith("../") or path in {"..", "."}:
            return f"`{shown(path)}` is outside the archive: put the file beside the page"
        try:
            return self._fault_of_file(path)
        except OSError as error:
            return f"`{shown(path)}` cannot be read: {error.strerror}"

    def _fault_of_file(self, path: str) -> str:
        if path.endswith(".*"):
            forms = sorted(
                (self.root / path).parent.glob(f"{escape(posixpath.basename(path)[:-2])}.*")
            )
            path = forms[0].relative_to(self.root).as_posix() if forms else path
        place = self.root / path
        if not place.exists() or place.name not in _names_in(place.parent):
            return f"there is no file `{shown(path)}`{self._meant(path)}"
        if not place.resolve().is_relative_to(self.root.resolve()):
            return f"`{shown(path)}` leads out of the archive: put the file itself there"
        inside = place.resolve().relative_to(self.root.resolve()).as_posix()
        if not self.is_content(path) or not self.is_content(inside):
            return f"`{shown(path)}` is no part of the content: put the file beside the page"
        if not place.is_file():
            return f"`{shown(path)}` is no file"
        return ""

    def _meant(self, path: str) -> str:
        """Return a question that names a file with a similar name in the same folder, or ""."""
        folder = self.root / posixpath.dirname(path)
        if not folder.resolve().is_relative_to(self.root.resolve()) or not folder.is_dir():
            return ""
        by_letters = {name.casefold(): name for name in sorted(_names_in(folder))}
        name = posixpath.basename(path).casefold()
        close = difflib.get_close_matches(name, by_letters, n=1, cutoff=0.6)
        return f"; did you mean `{shown(by_letters[close[0]])}`?" if close else ""


def _names_in(folder: Path) -> set[str]:
    """Return the names in *folder* as they are written: not every file system tells a from A."""
    return {entry.name for entry in folder.iterdir()}
