"""What a command does whatever machine it runs on, and what it says where that cannot be."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from commands.lock import LockLostError
from commands.project import BUILD, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

# Debian, macOS and musl have it without any package
_LOCALE = {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "PYTHONUTF8": "1"}
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_ROOM = "the disk is full: make room on it and run this again"
_KEPT = "the last good website is kept"


def settle() -> None:
    """Make this process and all that it begins speak English and UTF-8, whatever the locale.

    What a terminal cannot show is shown as an escape.
    """
    is_utf8 = sys.getfilesystemencoding() == "utf-8"
    os.environ.update(_LOCALE)
    if not is_utf8:  # names of files have been read wrongly
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - no shell is wanted
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # it is a text file


def guarded(run: Callable[[], int]) -> int:
    """Return the exit status of *run*, or say in one line why it could not come to its end."""
    try:
        return run()
    except KeyboardInterrupt:
        return _stopped(f"stopped; {_KEPT}", status=130)
    except LockLostError as error:
        return _stopped(f"{error}/ was removed while this was at work in it: run it again")
    except OSError as error:
        if (reason := reason_of(error)) is None:
            raise
        return _stopped(f"{reason}; {_KEPT}")


def _stopped(reason: str, *, status: int = 1) -> int:
    print(reason, file=sys.stderr)
    return status


def reason_of(error: BaseException) -> str | None:
    """Return what is wrong with the machine and what to do; None where it is something else."""
    if _is_full(error):
        return _NO_ROOM
    if not isinstance(error, OSError) or not isinstance(error.filename, str | bytes | os.PathLike):
        return None
    place = Path(os.fsdecode(error.filename))
    name = place.relative_to(ROOT) if place.is_relative_to(ROOT) else place
    cure = f", or remove {BUILD.name}/" if place.is_relative_to(BUILD) else ""
    return f"{name}: {error.strerror}: see to its rights{cure} and run this again"


def _is_full(error: BaseException | None) -> bool:
    """Return whether *error* comes of a full disk, be it at second hand."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        error = error.__cause__ or error.__context__
    return False
