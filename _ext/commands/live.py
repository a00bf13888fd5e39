"""Serve one language while it is being written or translated."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from commands.lock import NAME, Lock
from commands.project import BUILD, LOCALES, ROOT, languages
from storage import discard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PASSING = r"/__pycache__/|~$|\.sw.$|/\.#"  # what Python and editors leave behind for a moment


def serve(language: str, *, port: int) -> NoReturn:
    """Build *language* at every save and refresh the browser; become that server.

    A warning does not stop it: half a sentence is what a preview is for. It begins anew each time,
    for nobody knows at which moment the last one was stopped.
    """
    folder = BUILD / "live" / language
    lock = Lock(folder / NAME)
    if not lock.take(wait=False):
        raise SystemExit(f"livehtml: there is one of `{language}` already; end it first")
    for path in folder.iterdir():
        if path.name != NAME:
            discard(path)
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "sphinx_autobuild", *_options(language, port)])  # noqa: S606 - no shell is wanted


def _options(language: str, port: int) -> Iterator[str]:
    """Yield the arguments of sphinx-autobuild: it watches the project, and writes elsewhere."""
    folder: Path = BUILD / "live" / language
    yield from ("--port", str(port), "--re-ignore", _PASSING, "--ignore", str(BUILD))
    for other in languages():
        if other != language:
            yield from ("--ignore", str(LOCALES / other))
    yield from ("-b", "html", "-n", "-q", "-D", f"language={language}")
    yield from ("-D", "seminars_preview=1")
    yield from ("-d", str(folder / "doctrees"), str(ROOT), str(folder / "html"))
