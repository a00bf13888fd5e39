"""How files are kept under ``_build``: written at one stroke, and trusted only while untouched.

A build may be stopped at any moment, and anybody may delete or alter what it left behind. So a file
is the old or the new one, never a part of it; what stands in its way is not followed but removed;
and a folder is built upon only while it is what was noted when it was whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

READABLE = 0o644  # whatever the umask: the files are there for a web server, too
_ENTERABLE = 0o755


def digest(*parts: str | bytes) -> str:
    """Return what is the same for the same *parts* only."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


def read(path: Path) -> bytes | None:
    """Return the content of the regular file *path*; None where there is none, or not a whole one.

    A link is not followed, and a FIFO not waited for.
    """
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123 - it is open
            return file.read() if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError:
        return None


def write(path: Path, content: bytes) -> None:
    """Put *content* in the place of *path*, whatever is there, at one stroke.

    Raise OSError where that cannot be, as on a full disk: then what was there is there still.
    """
    make_folder(path.parent)
    new = unfinished(path)
    try:
        _write(new, content)
        put(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def write_if_changed(path: Path, content: bytes) -> bool:
    """Put *content* in the place of *path* where it differs; return whether it did."""
    if read(path) == content:
        return False
    write(path, content)
    return True


class Stamp:
    """What was noted of something that is kept, in the file *path*: anything that JSON can hold.

    Its first line is a digest of the rest, so that what is damaged, or of another version of the
    code, is as if it were not there. All that is kept is stale or not by such a note.
    """

    _FORM = "1"  # raised when the shape of any note changes

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Any | None:
        """Return what was noted; None where nothing is."""
        found = _sealed(self.path, self._FORM)
        return None if found is None else json.loads(found)

    def note(self, value: object) -> None:
        """Note *value*, in the place of what was noted."""
        content = json.dumps(value, sort_keys=True).encode()
        write_if_changed(self.path, _seal(self._FORM, content))

    def forget(self) -> None:
        """Note that nothing is known any more."""
        discard(self.path)


def kept(path: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """Return what was made for *key* and is kept in *path*, or *make* it and keep it there."""
    content = _sealed(path, key)
    if content is None:
        content = make()
        write(path, _seal(key, content))
    return content


def _seal(key: str, content: bytes) -> bytes:
    """Return *content* below a line that tells whether it is whole, and for *key*."""
    return digest(key, content).encode() + b"\n" + content


def _sealed(path: Path, key: str) -> bytes | None:
    """Return the content that was sealed for *key* in the file *path*; None where it is not."""
    head, _, content = (read(path) or b"").partition(b"\n")
    return content if head == digest(key, content).encode() else None


def unfinished(path: Path) -> Path:
    """Return the file that becomes *path*; what a killed process left there is gone.

    It is short, for a name may be as long as a file system allows, and always the same, so that
    such remains never pile up.
    """
    new = path.with_name(f".{digest(path.name)[:16]}.new")
    discard(new)
    return new


def put(new: Path, path: Path) -> None:
    """Rename *new* to *path*; a folder that is there in its place goes."""
    try:
        os.replace(new, path)  # noqa: PTH105 - Sphinx's paths are strings, and would replace text
    except IsADirectoryError:
        discard(path)
        os.replace(new, path)  # noqa: PTH105


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        os.fchmod(file.fileno(), READABLE)
        file.write(content)


def make_folder(path: Path) -> None:
    """Make the folder *path* where it is none, and readable for all; a file in its place goes."""
    try:
        path.mkdir()
    except FileNotFoundError:
        make_folder(path.parent)
        make_folder(path)
    except NotADirectoryError:
        make_folder(path.parent)
        make_folder(path)
    except FileExistsError:
        if not path.is_dir():
            discard(path)
            make_folder(path)
    else:
        path.chmod(_ENTERABLE)


def discard(path: Path) -> None:
    """Remove *path*, whatever it is; a link, not what it leads to."""
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        return  # a file stands where its folder should
    except (IsADirectoryError, PermissionError):  # the latter on systems that are not Linux
        try:
            shutil.rmtree(path)
        except PermissionError:
            _open_up(path)
            shutil.rmtree(path)


def _open_up(folder: Path) -> None:
    """Let the owner into *folder* and all folders below."""
    folder.chmod(0o700)
    for parent, names, _files in os.walk(folder):
        for name in names:
            if not (path := Path(parent, name)).is_symlink():
                path.chmod(0o700)


def entries(folder: Path | str, below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Yield what is in *folder* and in the folders below it: its path from there, and its state.

    A folder ends in a slash and comes before what is in it; no link is followed.
    """
    with os.scandir(folder) as found:
        for entry in found:
            name = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield f"{name}/", entry.stat(follow_symlinks=False)
                yield from entries(entry.path, f"{name}/")
            else:
                yield name, entry.stat(follow_symlinks=False)


def state(folder: Path, *, without: Collection[str] = ()) -> str:
    """Return what changes when any file in *folder* does: by name, kind, size and time.

    What *without* names at its top does not count. It is empty where there is no such folder.
    """
    try:
        if folder.is_symlink():
            return ""
        found = [
            f"{name} {of.st_mode} {of.st_size} {of.st_mtime_ns}"
            for name, of in entries(folder)
            if not name.endswith("/") and name.split("/", 1)[0] not in without
        ]
    except OSError:
        return ""
    return digest(*sorted(found))


def drop_links(folder: Path, *, depth: int) -> None:
    """Remove symbolic links in *folder* to the given *depth*: nothing is written through them."""
    try:
        with os.scandir(folder) as found:
            for entry in list(found):
                if entry.is_symlink():
                    Path(entry).unlink()
                elif depth > 1 and entry.is_dir():
                    drop_links(Path(entry), depth=depth - 1)
    except FileNotFoundError:
        return
