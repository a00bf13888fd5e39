"""Have catalogues follow their pages: renamed, removed, come back.

Each step moves a whole file, or writes what is united before it deletes what it was united from.
So after an interruption the next run takes up where the last one was stopped.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from catalogues.left_out import obstacle, unwritable
from catalogues.locales import ASIDE, FOLDER, INTERFACE, UPSTREAM, files_of
from catalogues.po.document import BrokenCatalogue, Catalogue
from catalogues.update.merge import united

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import polib

    from catalogues.left_out import LeftOut

    Obstruction = BrokenCatalogue | LeftOut

_ALIKE = 0.5  # as git has it: from here on a new page is an old one under a new name


def follow_pages(
    folder: Path,
    templates: Mapping[str, polib.POFile],
    faults: list[Obstruction],
    *,
    is_source: bool = False,
) -> Iterator[tuple[str, Path]]:
    """Put each catalogue where its page wants it; yield what was done, and the path.

    *folder* is that of a language: it holds the catalogues of the pages of *templates*, and aside
    those of pages that are gone. One that cannot be read stays where it is; it is reported when it
    is to be merged. What cannot be moved is among the *faults*.
    """
    here, aside = folder / FOLDER, folder / ASIDE
    upstream = here / f"{UPSTREAM}.po"
    if upstream.is_file() and not obstacle(upstream, below=folder.parent) and _is_whole(upstream):
        yield from _move(upstream, here / f"{INTERFACE}.po", "renamed", faults, folder.parent)
    files = files_of(folder, is_source=is_source)
    for name, path in files.removed.items():
        if name in templates and _is_whole(path):
            yield from _move(path, here / f"{name}.po", "brought back", faults, folder.parent)
    gone = {
        name: _messages(Catalogue(path).content)
        for name, path in files.catalogues.items()
        if name not in templates and _is_whole(path)
    }
    new = {
        name: _messages(template)
        for name, template in templates.items()
        if name != INTERFACE and not os.path.lexists(here / f"{name}.po")
    }
    for old, name in _renamed(gone, new):
        del gone[old]
        yield from _move(here / f"{old}.po", here / f"{name}.po", "renamed", faults, folder.parent)
    for name in gone:
        yield from _move(
            here / f"{name}.po", aside / f"{name}.po", "set aside", faults, folder.parent
        )


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


def _move(
    path: Path, target: Path, deed: str, faults: list[Obstruction], locales: Path
) -> Iterator[tuple[str, Path]]:
    """Move the catalogue at *path* to *target*, into what stands there already."""
    found = obstacle(target, below=locales)
    if found is not None:
        faults.append(found)
        return
    try:
        if target.exists():
            if not _is_whole(target):
                return
            _join(path, target, language=target.relative_to(locales).parts[0])
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            _rename(path, target)
    except OSError as error:
        faults.append(unwritable(target, error))
        return
    yield deed, target


def _join(path: Path, target: Path, *, language: str) -> None:
    """Write what the catalogue at *path* says into that at *target*, and delete it."""
    catalogue, other = Catalogue(target), Catalogue(path)
    catalogue.content[:] = united([*catalogue.content, *other.content], language=language)
    catalogue.absorb(other)
    catalogue.save()
    path.unlink()


def _rename(path: Path, target: Path) -> None:
    """Rename the catalogue at *path*; a link leads to the same file from its new place."""
    if path.is_symlink():
        target.symlink_to(os.path.relpath(os.path.realpath(path), os.path.realpath(target.parent)))
        path.unlink()
    else:
        path.replace(target)
