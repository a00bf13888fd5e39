"""What at a path is a catalogue, and what only looks like one or stands in its way."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from catalogues.rules.form import FILE
from catalogues.rules.sizes import LARGEST_FILE, TOO_LARGE
from texts.quotation import shown

if TYPE_CHECKING:
    from pathlib import Path

    from catalogues.findings import Fault

SUFFIX = ".po"

_LONGEST_NAME = 200  # bytes; 255 are allowed, and files are written under names that are longer
_LONGEST_PATH = 200  # characters of a path in a message
_LOCK_OF_EMACS = ".#"  # a link that leads nowhere, while a file is being edited

_CASE = FILE.fault("the name does not end in “.po”", "write the ending in small letters")
_NAME = FILE.fault("the name has characters that cannot be shown", "name it as its page is named")
_LONG = FILE.fault("the name is too long", "name it as its page is named")
_IS_FOLDER = FILE.fault("this is a folder and no catalogue", "rename or delete it")
NO_FOLDER = FILE.fault("there should be a folder here", "rename or delete what stands here")
LINKED_FOLDER = FILE.fault(
    "this is a link to a folder, and none is followed", "put the folder itself here"
)
_LEADS_NOWHERE = FILE.fault("this link leads nowhere", "put the catalogue itself here")
_LEADS_OUT = FILE.fault("this link leads out of the project", "put the catalogue itself here")
_SPECIAL = FILE.fault("this is no regular file", "put a catalogue here, or delete it")
UNREADABLE = FILE.fault("this cannot be read", "give yourself the right to read it")
_NO_ROOM = "make room, or give yourself the right to write here, and try again"


class LeftOut(NamedTuple):
    """What stands at *path* and is no catalogue, or none that may be read."""

    path: Path
    fault: Fault

    def line(self, top: Path) -> str:
        """Return on one line what is wrong, with the path as seen from *top*."""
        place = shown(self.path.relative_to(top).as_posix(), longest=_LONGEST_PATH)
        return f"{place}: {self.fault.wrong}: {self.fault.mend} [{self.fault.rule}]"


def obstacle(path: Path, *, below: Path) -> LeftOut | None:
    """Return what keeps a catalogue from being written at *path*, in a folder *below* another."""
    depth = len(path.relative_to(below).parts)
    for folder in reversed(path.parents[:depth]):
        if folder.is_symlink():
            return LeftOut(folder, LINKED_FOLDER)
        if os.path.lexists(folder) and not folder.is_dir():
            return LeftOut(folder, NO_FOLDER)
    if not os.path.lexists(path):
        return None
    fault = fault_of_file(str(path), os.path.realpath(below.parent))
    return None if fault is None else LeftOut(path, fault)


def unwritable(path: Path, error: OSError) -> LeftOut:
    """Return that the catalogue at *path* could not be written because of *error*."""
    wrong = f"this cannot be written ({shown(error.strerror or str(error))})"
    return LeftOut(path, FILE.fault(wrong, _NO_ROOM))


def fault_of(entry: os.DirEntry[str], project: str) -> Fault | None:
    """Return why *entry* is neither a catalogue nor a folder of some, if it looks like one.

    Links may lead to files below *project*, and to no folders.
    """
    fault = _fault_of_link(entry)
    if fault is not None:
        return fault
    is_folder, looks_like_catalogue = entry.is_dir(follow_symlinks=False), claims(entry.name)
    if is_folder and looks_like_catalogue:
        return _IS_FOLDER
    if is_folder or looks_like_catalogue:
        fault = _fault_of_name(entry.name)
    if fault is None and looks_like_catalogue:
        fault = fault_of_file(entry.path, project)
    return fault


def _fault_of_link(entry: os.DirEntry[str]) -> Fault | None:
    if not entry.is_symlink() or entry.name.startswith(_LOCK_OF_EMACS):
        return None
    if leads_to_folder(entry):
        return LINKED_FOLDER
    return None if os.path.exists(entry.path) else _LEADS_NOWHERE  # noqa: PTH110 - of a loop, Path raises an error


def _fault_of_name(name: str) -> Fault | None:
    if len(os.fsencode(name)) > _LONGEST_NAME:
        return _LONG
    if shown(name, longest=_LONGEST_PATH) != name:
        return _NAME
    return _CASE if claims(name) and not name.endswith(SUFFIX) else None


def fault_of_file(path: str, project: str) -> Fault | None:
    """Return why what is at *path* may not be read, if so."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path costs as much as all the rest
    except OSError:
        return _LEADS_NOWHERE if os.path.islink(path) else UNREADABLE  # noqa: PTH114
    if not os.path.realpath(path).startswith(f"{project}/"):
        return _LEADS_OUT
    if not stat.S_ISREG(status.st_mode):
        return _SPECIAL
    if not os.access(path, os.R_OK, effective_ids=True):
        return UNREADABLE
    return TOO_LARGE if status.st_size > LARGEST_FILE else None


def is_folder_or_link(entry: os.DirEntry[str]) -> bool:
    """Return whether *entry* is a folder, or a link to one."""
    return entry.is_dir(follow_symlinks=False) or leads_to_folder(entry)


def leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether *entry* is a link to a folder, be it one that leads back to itself."""
    return entry.is_symlink() and os.path.isdir(entry.path)  # noqa: PTH112


def claims(name: str) -> bool:
    """Return whether *name* is that of a catalogue, but for its letters."""
    return name.lower().endswith(SUFFIX) and not name.startswith(_LOCK_OF_EMACS)
