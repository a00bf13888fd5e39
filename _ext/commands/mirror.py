"""Bring what was built to where readers find it: all of it, or nothing when a disk is full."""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from storage import READABLE, discard, entries, make_folder, put, unfinished

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_INNER = (".buildinfo", ".buildinfo.bak", ".doctrees")  # of Sphinx itself
_FOLDER = 0o755


class Publication:
    """What makes the folder *target* equal to *source*, once it is made ready.

    What *without* names in *source* is not published; what *kept* names in *target* stays. These
    are files and folders, by their paths.
    Files that end in one of *linked* are published as a second name of themselves, which costs
    less than a copy: for those that are only ever replaced, and never written into.
    """

    def __init__(
        self,
        source: Path,
        target: Path,
        *,
        without: Collection[str] = (),
        kept: Collection[str] = (),
        linked: tuple[str, ...] = (),
    ) -> None:
        self.source, self.target = source, target
        self._linked = linked
        self._new: dict[Path, Path] = {}
        self._without = {*_INNER, *without}
        self._kept = {*kept, *(f"{above}/" for name in kept for above in PurePath(name).parents)}
        self._there: dict[str, os.stat_result] = {}
        self._wanted: dict[str, os.stat_result] = {}

    def prepare(self) -> None:
        """Copy what differs beside its place; only this takes room on the disk."""
        make_folder(self.target)
        self.target.chmod(_FOLDER)
        self._wanted = _with_files(_files(self.source, self._without))
        self._there = _files(self.target, self._kept)
        self._make_way()
        for name, built in self._wanted.items():
            if name.endswith("/"):
                make_folder(self.target / name)
            elif not self._is_published(name, built):
                new = unfinished(self.target / name)
                self._new[new] = self.target / name
                is_linked = name.endswith(self._linked) and stat.S_IMODE(built.st_mode) == READABLE
                (_link if is_linked else _copy)(self.source / name, new, built)

    def _make_way(self) -> None:
        """Remove what is a file where a folder is wanted, and what is no file where one is."""
        for name, found in list(self._there.items()):
            is_folder = name.endswith("/")
            other = name.removesuffix("/") if is_folder else f"{name}/"
            if other in self._wanted or not (is_folder or stat.S_ISREG(found.st_mode)):
                discard(self.target / name)
                del self._there[name]

    def _is_published(self, name: str, built: os.stat_result) -> bool:
        """Return whether the file is there, readable for all.

        With the same size and time it is the same, for a copy has the time of its original; with
        another time it is compared.
        """
        there = self._there.get(name)
        if there is None or there.st_size != built.st_size:
            return False
        place = self.target / name
        if there.st_mtime_ns != built.st_mtime_ns and not filecmp.cmp(
            self.source / name, place, shallow=False
        ):
            return False
        if stat.S_IMODE(there.st_mode) != READABLE:
            place.chmod(READABLE)
        return True

    def publish(self) -> None:
        """Put the copies in their places: readers find the one or the other file."""
        for new in list(self._new):
            put(new, self._new.pop(new))
        for name in sorted(self._there.keys() - self._wanted.keys(), reverse=True):
            discard(self.target / name)
        for name in self._there.keys() & self._wanted.keys():
            if name.endswith("/") and stat.S_IMODE(self._there[name].st_mode) != _FOLDER:
                (self.target / name).chmod(_FOLDER)

    def give_up(self) -> None:
        """Remove copies that were not published."""
        for new in self._new:
            new.unlink(missing_ok=True)


def _copy(source: Path, new: Path, built: os.stat_result) -> None:
    """Copy *source* to *new*, with the time that it was *built*, readable for all."""
    shutil.copyfile(source, new)
    os.utime(new, ns=(built.st_mtime_ns, built.st_mtime_ns))
    new.chmod(READABLE)


def _link(source: Path, new: Path, built: os.stat_result) -> None:
    """Give *source* the name *new*, or copy it where the file system has one name a file."""
    try:
        new.hardlink_to(source)
    except OSError:
        _copy(source, new, built)


def _files(folder: Path, without: Collection[str]) -> dict[str, os.stat_result]:
    """Return all files and folders below *folder*, by their paths, but what *without* names.

    A folder that it names with a slash is left out alone, not what is in it.
    """
    return {name: found for name, found in entries(folder) if not _is_in(without, name)}


def _is_in(named: Collection[str], name: str) -> bool:
    """Return whether the path *name*, or a folder that it is in, is among those *named*."""
    parts = name.split("/")
    return name in named or any("/".join(parts[:end]) in named for end in range(1, len(parts) + 1))


def _with_files(found: dict[str, os.stat_result]) -> dict[str, os.stat_result]:
    """Return *found* without folders that hold no file."""
    used = {f"{parent}/" for name in found if name[-1] != "/" for parent in PurePath(name).parents}
    return {name: state for name, state in found.items() if name[-1] != "/" or name in used}


def publish_all(publications: Iterable[Publication]) -> None:
    """Publish them when all are ready; otherwise nothing is published."""
    ready = list(publications)
    try:
        with ThreadPoolExecutor() as pool:
            list(pool.map(Publication.prepare, ready))
        for one in ready:
            one.publish()
    except BaseException:
        for one in ready:
            one.give_up()
        raise
