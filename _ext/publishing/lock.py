"""One run of a command at a time: a second one waits for the first, and says so."""

from __future__ import annotations

import fcntl
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from publishing.project import BUILD

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold the lock *name* of this project; wait while another process holds it.

    The system gives it back when a process ends, however it does, so none is left behind.
    """
    file = _acquired(name)
    try:
        yield
    finally:
        os.close(file)


def _acquired(name: str) -> int:
    path = BUILD / f".{name}.lock"
    while True:
        BUILD.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"another `make {name}` is running: waiting until it ends", file=sys.stderr)
            fcntl.flock(file, fcntl.LOCK_EX)
        if path.exists() and os.path.samestat(os.fstat(file), path.stat()):
            return file
        os.close(file)  # `make clean` has deleted it meanwhile, and a third run may hold a new one
