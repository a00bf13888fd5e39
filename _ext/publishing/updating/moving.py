"""Have catalogues follow their pages: renamed, removed, come back.

Each step moves a whole file, or writes what is united before it deletes what it was united from.
So after an interruption the next run takes up where the last one was stopped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gate.catalogues import INTERFACE, catalogues_below
from publishing.updating.merging import united
from publishing.updating.po import BrokenCatalogue, Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import polib

_ALIKE = 0.5  # as git has it: from here on a new page is an old one under a new name


def follow_pages(
    folder: Path, aside: Path, templates: Mapping[str, polib.POFile]
) -> Iterator[tuple[str, Path]]:
    """Put each catalogue where its page wants it; yield what was done, and the path.

    *folder* holds the catalogues of the pages of *templates*, *aside* those of pages that are gone.
    One that cannot be read stays where it is; it is reported when it is to be merged.
    """
    for path, name in list(catalogues_below(aside)):
        if name in templates and _is_whole(path):
            yield from _move(path, folder / f"{name}.po", "brought back")
    gone = {
        name: _messages(Catalogue(path).content)
        for path, name in list(catalogues_below(folder))
        if name not in templates and _is_whole(path)
    }
    new = {
        name: _messages(template)
        for name, template in templates.items()
        if name != INTERFACE and not (folder / f"{name}.po").exists()
    }
    for old, name in _renamed(gone, new):
        del gone[old]
        yield from _move(folder / f"{old}.po", folder / f"{name}.po", "renamed")
    for name in gone:
        yield from _move(folder / f"{name}.po", aside / f"{name}.po", "set aside")


def _is_whole(path: Path) -> bool:
    try:
        Catalogue(path)
    except BrokenCatalogue:
        return False
    return True


def _messages(entries: Iterable[polib.POEntry]) -> frozenset[str]:
    return frozenset(entry.msgid for entry in entries if not entry.obsolete)


def _renamed(
    gone: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]
) -> list[tuple[str, str]]:
    """Return the pairs of an old and a new name under which most messages are the same."""
    pairs = sorted(
        (-2 * len(gone[old] & new[name]) / (len(gone[old]) + len(new[name]) or 1), old, name)
        for old in gone
        for name in new
    )
    found: dict[str, str] = {}
    for score, old, name in pairs:
        if -score >= _ALIKE and old not in found and name not in found.values():
            found[old] = name
    return list(found.items())


def _move(path: Path, target: Path, deed: str) -> Iterator[tuple[str, Path]]:
    """Move the catalogue at *path* to *target*, into what stands there already."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        if not _is_whole(target):
            return
        catalogue = Catalogue(target)
        catalogue.content[:] = united([*catalogue.content, *Catalogue(path).content])
        catalogue.save()
        path.unlink()
    else:
        path.replace(target)
    yield deed, target
