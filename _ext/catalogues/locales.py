"""Which files below ``locales/`` are catalogues; what else stands there is named and left out.

Nothing is opened and no link to a folder is followed: a pipe cannot stop a build, nor a loop.
"""

from __future__ import annotations

import os
import stat
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from catalogues.left_out import (
    LINKED_FOLDER,
    NO_FOLDER,
    SUFFIX,
    UNREADABLE,
    LeftOut,
    claims,
    fault_of,
    is_folder_or_link,
)
from catalogues.rules.form import FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from catalogues.findings import Fault

    IsPage = Callable[[str], bool]

# The catalogue of the words of the interface: no page is called so, for conf.py reads none that
# begins with "_". Sphinx compiles and reads one of the name that it gives its own by itself, before
# an extension could check it (sphinx.application.Sphinx._init_i18n)
INTERFACE = "_interface"
UPSTREAM = "sphinx"
FOLDER = "LC_MESSAGES"
ASIDE = "removed"  # beside it: the catalogues of pages that are gone

_SOURCE = FILE.fault(
    "pages are written in this language, so it has no catalogue but that of the interface",
    "move or delete this one",
)
_UPSTREAM = FILE.fault(
    "this is the name of Sphinx's own catalogue",
    f"name it {INTERFACE}.po, as `make update-po` does",
)
_NO_PAGE = FILE.fault(
    "there is no page of this name",
    "name it as its page is named; `make update-po` sets aside those whose page is gone",
)
_NOT_READ = FILE.fault("catalogues are not read here", f"move it to {FOLDER}/")


class Language(NamedTuple):
    """The language that a catalogue is to be of, and the *others* that it is not to be of."""

    code: str = ""
    others: tuple[str, ...] = ()


UNNAMED = Language()  # of a catalogue of which nobody says what it is


class Files(NamedTuple):
    """The catalogues of a language by their domains, and what was left out."""

    catalogues: dict[str, Path]
    removed: dict[str, Path]
    left_out: list[LeftOut]


class Survey(NamedTuple):
    """The files of each language, and what was left out beside them."""

    languages: dict[str, Files]
    left_out: list[LeftOut]

    def paths(self) -> list[Path]:
        """Return the catalogues of all languages."""
        return [path for files in self.languages.values() for path in files.catalogues.values()]

    def lines(self, top: Path, *, chosen: Collection[str] | None = None) -> list[str]:
        """Return what was left out, a line each: of all languages, or of those *chosen*."""
        found = list(self.left_out)
        for language, files in self.languages.items():
            if chosen is None or language in chosen:
                found += files.left_out
        return [one.line(top) for one in found]


def path_of(language: str, domain: str) -> str:
    """Return where in the project the catalogue *domain* of *language* stands."""
    return f"locales/{language}/LC_MESSAGES/{domain}.po"


def is_interface(domain: str) -> bool:
    """Return whether *domain* holds the words of the interface."""
    return domain == INTERFACE


def others_than(language: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Return those of *languages* that a catalogue of *language* is not of."""
    return tuple(code for code in languages if code != language)


def language_of(code: str, languages: Iterable[str]) -> Language:
    """Return the language *code* of a catalogue, which is one of *languages*."""
    return Language(code, others_than(code, languages))


def is_page_of(top: Path, excluded: Collection[str]) -> IsPage:
    """Return what tells whether a page of a name is below *top*; *excluded* are patterns."""

    def is_page(name: str) -> bool:
        paths = [f"{name}.md", *map(str, PurePosixPath(name).parents[:-1])]
        if any(fnmatchcase(path, pattern) for path in paths for pattern in excluded):
            return False
        return any(os.path.isfile(top / f"{name}{suffix}") for suffix in (".md", ".rst"))  # noqa: PTH113 - it raises nothing, however long the name

    return is_page


def survey(locales: Path, languages: Collection[str], *, is_page: IsPage | None = None) -> Survey:
    """Return the catalogues below *locales*; the first of *languages* is that of the pages.

    One that *is_page* does not know is left out, where it is given.
    """
    left_out: list[LeftOut] = []
    entries = _entries(locales, left_out)
    if entries is None:
        return Survey({code: Files({}, {}, []) for code in languages}, left_out)
    known = f"conf.py has no such language: {', '.join(languages)}"
    fault = FILE.fault(known, "add it there, or delete the folder")
    for entry in entries:
        if entry.name not in languages and is_folder_or_link(entry):
            left_out.append(LeftOut(Path(entry.path), fault))
        elif entry.name not in languages and claims(entry.name):
            left_out.append(LeftOut(Path(entry.path), _NOT_READ))
    source = next(iter(languages), "")
    found = {
        code: files_of(locales / code, is_source=code == source, is_page=is_page)
        for code in languages
    }
    return Survey(found, left_out)


def files_of(folder: Path, *, is_source: bool = False, is_page: IsPage | None = None) -> Files:
    """Return the catalogues of the language whose folder is *folder*; see ``survey``."""
    left_out: list[LeftOut] = []
    found: dict[str, dict[str, Path]] = {FOLDER: {}, ASIDE: {}}
    for entry in _entries(folder, left_out) or ():
        if entry.name in found and not (is_source and entry.name == ASIDE):
            found[entry.name] = _catalogues(Path(entry.path), left_out)
        elif is_folder_or_link(entry) or claims(entry.name):
            left_out.append(LeftOut(Path(entry.path), _NOT_READ))
    catalogues = {}
    for name, path in found[FOLDER].items():
        fault = _fault_of_page(name, is_source=is_source, is_page=is_page)
        if fault is None:
            catalogues[name] = path
        else:
            left_out.append(LeftOut(path, fault))
    return Files(catalogues, found[ASIDE], sorted(left_out, key=lambda one: str(one.path)))


def _fault_of_page(name: str, *, is_source: bool, is_page: IsPage | None) -> Fault | None:
    """Return why the catalogue *name* is none of a page, if so."""
    if name == INTERFACE:
        return None
    if name == UPSTREAM:
        return _UPSTREAM
    if is_source:
        return _SOURCE
    return _NO_PAGE if is_page is not None and not is_page(name) else None


def _catalogues(top: Path, left_out: list[LeftOut]) -> dict[str, Path]:
    """Return the catalogues below *top* by their domains, in the order of their paths."""
    found, waiting = {}, [top]
    project = os.path.realpath(top.parents[2])
    while waiting:  # no recursion: folders may be nested deeper than Python's calls
        for entry in _entries(waiting.pop(), left_out) or ():
            path = Path(entry.path)
            fault = fault_of(entry, project)
            if fault is not None:
                left_out.append(LeftOut(path, fault))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif claims(entry.name):
                found[path.relative_to(top).as_posix().removesuffix(SUFFIX)] = path
    return dict(sorted(found.items(), key=lambda one: str(one[1])))


def _entries(folder: Path, left_out: list[LeftOut]) -> list[os.DirEntry[str]] | None:
    """Return what is in *folder* by name; None if it is none to be read, which is noted."""
    try:
        mode = folder.lstat().st_mode
        if stat.S_ISDIR(mode):
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return None
    except OSError:
        left_out.append(LeftOut(folder, UNREADABLE))
        return None
    left_out.append(LeftOut(folder, LINKED_FOLDER if stat.S_ISLNK(mode) else NO_FOLDER))
    return None
