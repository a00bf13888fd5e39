"""Replace a translators' catalogue, so that whatever happens the old or the new one is there.

A file keeps its mode and its owner; a link stays a link, and what it leads to is replaced. A file
of several names (hard links) is written into, for a new one would have one name alone: what it is
to hold stands beside it until it is there, and a run that finds it so goes on from there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from catalogues.left_out import unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.left_out import LeftOut

_UNFINISHED = ".po.new"  # of what a killed run had not finished writing
_WHOLE = ".po.whole"  # what a killed run was writing into a file of several names


def replace(path: Path, content: bytes) -> bool:
    """Put *content* in the place of *path* at one stroke, if it differs; return whether it did."""
    path = Path(os.path.realpath(path))
    before = path.read_bytes() if path.exists() else None
    if before == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    try:
        _write_new(new, content, like=path)
        if before is None or path.stat().st_nlink == 1:
            new.replace(path)
        else:
            _write_into(path, new, before, content)
    except OSError:  # a full disk, above all
        new.unlink(missing_ok=True)
        raise
    return True


def _write_new(new: Path, content: bytes, *, like: Path) -> None:
    """Write *content* to the file *new*, with the mode and the owner of *like* where it exists."""
    new.unlink(missing_ok=True)
    with new.open("xb") as file:
        file.write(content)
        if like.exists():
            status = like.stat()
            with suppress(PermissionError):
                os.fchown(file.fileno(), status.st_uid, status.st_gid)
            os.fchmod(file.fileno(), status.st_mode & 0o7777)
        file.flush()
        os.fsync(file.fileno())  # or a loss of power could leave the new name with no content


def _write_into(path: Path, new: Path, before: bytes, content: bytes) -> None:
    """Write *content*, which stands in *new*, into the file *path*; *before* is what it held."""
    whole = new.with_suffix(".whole")
    new.replace(whole)
    try:
        _overwrite(path, content)
    except BaseException:
        _overwrite(path, before)  # which takes no more room than it has had
        raise
    finally:
        whole.unlink()


def _overwrite(path: Path, content: bytes) -> None:
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def finish_interrupted(folder: Path) -> Iterator[LeftOut]:
    """Delete what a killed run had not finished writing; finish what it had begun to write into.

    Yield what could not be written.
    """
    for path in _files(folder, _UNFINISHED):
        with suppress(OSError):  # it is in nobody's way
            path.unlink()
    for whole in _files(folder, _WHOLE):
        path = whole.with_name(whole.name.removeprefix(".").removesuffix(".whole"))
        try:
            if path.is_file():
                _overwrite(path, whole.read_bytes())
                whole.unlink()
            else:
                whole.rename(path)
        except OSError as error:
            yield unwritable(path, error)


def _files(folder: Path, suffix: str) -> Iterator[Path]:
    """Yield the files below *folder* whose names this module has given."""
    waiting = [folder]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                elif entry.name.startswith(".") and entry.name.endswith(suffix):
                    yield Path(entry.path)
