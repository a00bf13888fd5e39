"""The kinds of record: each is one file of this folder, in the order of ``records.folders``."""

from __future__ import annotations

import copyreg
from importlib import import_module
from typing import TYPE_CHECKING

from records.folders import FOLDERS
from records.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Callable


def _kind_in(file: str) -> Kind:
    """Return the kind that the module *file* of this folder makes."""
    name = f"{__name__}.{file}"
    found = vars(import_module(name)).values()
    (kind,) = (one for one in found if isinstance(one, Kind) and one.facts.__module__ == name)
    return kind


def _known(kinds: tuple[Kind, ...]) -> dict[str, Kind]:
    """Return *kinds* by their names; TypeError for a name that stands twice or that is none."""
    known: dict[str, Kind] = {}
    for kind in kinds:
        if known.setdefault(kind.name, kind) is not kind:
            raise TypeError(
                f"{kind.file}: the name {kind.name!r} is taken by {known[kind.name].file}"
            )
    for kind in kinds:
        for name in sorted(kind.refers_to - known.keys()):
            raise TypeError(f"{kind.file}: Refers({name!r}): there is no such kind")
    return known


KINDS = tuple(map(_kind_in, FOLDERS))
_BY_NAME = _known(KINDS)
_BY_FOLDER = {kind.folder: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """Return the kind whose role is called *name*; KeyError if there is none."""
    return _BY_NAME[name]


def kind_of(docname: str) -> Kind | None:
    """Return the kind of record that the page *docname* declares, or None for any other page."""
    folder, _, name = docname.rpartition("/")
    return None if name == "index" else _BY_FOLDER.get(folder)


def has_names(docname: str) -> bool:
    """Return whether the page *docname* declares a record whose names other languages show."""
    kind = kind_of(docname)
    return kind is not None and kind.names is not None


def _kept(kind: Kind) -> tuple[Callable[[str], Kind], tuple[str]]:
    """Return what a build keeps of *kind*: its name, by which the one of the list is found."""
    return kind_named, (kind.name,)


copyreg.pickle(Kind, _kept)
