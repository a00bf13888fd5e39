"""One command at a time works in ``_build``; another one waits, and says so."""

from __future__ import annotations

import fcntl
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage import discard, make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = ".lock"


class LockLostError(Exception):
    """The folder was removed while a command was at work in it."""


class Lock:
    """A file that is locked; whoever inherits it holds it too.

    So the lock is there as long as any process of a command may write, even when the first of them
    was killed; the system takes it away with the last one (man 2 flock).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = _open(path)

    def take(self, *, wait: bool) -> bool:
        """Lock the file; return False where another process has it and *wait* is not set."""
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        if self.is_lost():  # it was removed meanwhile, and another one may be there
            os.close(self.file)
            self.file = _open(self.path)
            return self.take(wait=wait)
        return True

    def is_lost(self) -> bool:
        """Return whether the file is not there any more, so that another command may be at work."""
        try:
            return not os.path.samestat(os.fstat(self.file), self.path.lstat())
        except OSError:
            return True

    def check(self) -> None:
        """Raise LockLostError where the file is not there any more."""
        if self.is_lost():
            raise LockLostError(self.path.parent.name)


def _open(path: Path) -> int:
    make_folder(path.parent)
    if path.is_dir() or path.is_symlink():
        discard(path)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    os.set_inheritable(file, True)
    return file


@contextmanager
def locked(folder: Path) -> Iterator[Lock]:
    """Be the only command at work in *folder*; wait for the one that is."""
    lock = Lock(folder / NAME)
    if not lock.take(wait=False):
        print(f"another command is at work in {folder.name}/: waiting for its end", file=sys.stderr)
        lock.take(wait=True)
    try:
        yield lock
    finally:
        os.close(lock.file)
