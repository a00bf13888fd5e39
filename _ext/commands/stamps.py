"""What makes a kept build folder right to build upon: by content, not by the age of files.

A language is not built at all when nothing has changed, nor when only the wording of others has.
What a build has left is built upon while it is as it was when that build was whole; otherwise, be
it that the build was stopped or that somebody altered a file, it is thrown away.
"""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from commands.project import BUILD
from commands.sources import matching
from storage import Stamp, digest, discard, drop_links, make_folder, state

if TYPE_CHECKING:
    from collections.abc import Iterable

INDEX = "pagefind"  # in the folder of a language: its index, which is made after it was built
_CODE = ("_ext/**", "requirements.txt", "Makefile")
_COMPILED = ("*/__pycache__",)
_LINKED = 3  # how deep folders of our own stand in _build


def prepare(builder: str) -> None:
    """Remove what *builder* must not build upon: links, and what other code has made."""
    make_folder(BUILD)
    drop_links(BUILD, depth=_LINKED)
    noted = Stamp(BUILD / "doctrees" / builder / "code")
    parts = [
        Path(entry).read_bytes()
        for entry in sorted(matching(_CODE, _COMPILED), key=attrgetter("path"))
    ]
    code = digest(*parts)
    if noted.read() != code:
        discard(BUILD / "doctrees" / builder)
        discard(BUILD / "work" / builder)
        noted.note(code)


def is_built(builder: str, language: str, made_of: str) -> bool:
    """Return whether *language* was built of what *made_of* stands for, and is still there."""
    _doctrees, output, known = _noted(builder, language)
    return made_of in known and output == _output_state(builder, language) != ""


def built_of(builder: str, language: str) -> list[str]:
    """Return what was noted to stand for that of which *language* was built."""
    return _noted(builder, language)[2]


def begin(builder: str, language: str) -> None:
    """Begin to build a language; until ``note_built``, nothing of it is built upon.

    An output folder that is gone as a whole is made again; one that was altered was not.
    """
    before, output, _made_of = _noted(builder, language)
    is_whole = before == state(doctrees(builder, language))
    if not is_whole or _output_state(builder, language) not in (output, ""):
        discard(doctrees(builder, language))
        discard(output_folder(builder, language))
    _stamp(builder, language).forget()
    make_folder(output_folder(builder, language))


def note_built(builder: str, language: str, made_of: Iterable[str]) -> None:
    """Note that a language is built, and what of; each of *made_of* tells it from anything else."""
    states = [state(doctrees(builder, language)), _output_state(builder, language)]
    _stamp(builder, language).note([*states, list(made_of)])


def _noted(builder: str, language: str) -> tuple[str | None, str, list[str]]:
    """Return the states of doctrees and output, and what they were made of."""
    found = _stamp(builder, language).read()
    return (None, "", []) if found is None else tuple(found)


def _stamp(builder: str, language: str) -> Stamp:
    return Stamp(BUILD / "doctrees" / builder / f"{language}.built")


def _output_state(builder: str, language: str) -> str:
    return state(output_folder(builder, language), without=[INDEX])


def output_folder(builder: str, language: str) -> Path:
    """Return the folder into which *builder* writes *language*."""
    return BUILD / "work" / builder / language


def doctrees(builder: str, language: str) -> Path:
    """Return the folder of the doctrees of a build; builders must not share them."""
    return BUILD / "doctrees" / builder / language
