"""What makes a kept build folder right to build upon: by content, not by the age of files.

A language is not built at all when nothing has changed, nor when only the wording of others has.
What a build has left is built upon while it is as it was when that build was whole; otherwise, be
it that the build was stopped or that somebody altered a file, it is thrown away.
"""

from __future__ import annotations

import json
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from commands.project import BUILD
from commands.sources import matching
from storage import digest, discard, drop_links, make_folder, read, state, write

if TYPE_CHECKING:
    from collections.abc import Iterable

INDEX = "pagefind"  # in the folder of a language: its index, which is made after it was built
_CODE = (
    "_ext/**.py",
    "_ext/**.css",
    "_ext/**.html",
    "_ext/**.tex",
    "requirements.txt",
    "Makefile",
)
_LINKED = 3  # how deep folders of our own stand in _build


def prepare(builder: str) -> None:
    """Remove what *builder* must not build upon: links, and what other code has made."""
    make_folder(BUILD)
    drop_links(BUILD, depth=_LINKED)
    noted = BUILD / "doctrees" / builder / "code"
    parts = [Path(entry).read_bytes() for entry in sorted(matching(_CODE), key=attrgetter("path"))]
    code = digest(*parts).encode()
    if read(noted) != code:
        discard(BUILD / "doctrees" / builder)
        discard(BUILD / "work" / builder)
        write(noted, code)


def is_built(builder: str, language: str, made_of: str) -> bool:
    """Return whether *language* was built of what *made_of* stands for, and is still there."""
    noted = _noted(builder, language)
    return made_of in noted[2:] and noted[1] == _output_state(builder, language) != ""


def begin(builder: str, language: str) -> None:
    """Begin to build a language; until ``note_built``, nothing of it is built upon.

    An output folder that is gone as a whole is made again; one that was altered was not.
    """
    noted = _noted(builder, language)
    output = _output_state(builder, language)
    if noted[:1] != [state(doctrees(builder, language))] or output not in (noted[1], ""):
        discard(doctrees(builder, language))
        discard(output_folder(builder, language))
    discard(_note_of(builder, language))
    make_folder(output_folder(builder, language))


def note_built(builder: str, language: str, made_of: Iterable[str]) -> None:
    """Note that a language is built, and what of; each of *made_of* tells it from anything else."""
    states = [state(doctrees(builder, language)), _output_state(builder, language)]
    write(_note_of(builder, language), json.dumps([*states, *made_of]).encode())


def _noted(builder: str, language: str) -> list[str]:
    """Return the states of doctrees and output, and what they were made of; nothing if damaged."""
    try:
        found = json.loads(read(_note_of(builder, language)) or b"[]")
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) and len(found) > 1 else []


def _note_of(builder: str, language: str) -> Path:
    return BUILD / "doctrees" / builder / f"{language}.built"


def _output_state(builder: str, language: str) -> str:
    return state(output_folder(builder, language), without=[INDEX])


def output_folder(builder: str, language: str) -> Path:
    """Return the folder into which *builder* writes *language*."""
    return BUILD / "work" / builder / language


def doctrees(builder: str, language: str) -> Path:
    """Return the folder of the doctrees of a build; builders must not share them."""
    return BUILD / "doctrees" / builder / language
