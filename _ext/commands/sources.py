"""What a build is made of: the content of each file, whatever its age says."""

from __future__ import annotations

import fnmatch
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from commands.project import BUILD, LOCALES, ROOT, catalogue_files, settings
from prose.strays import pages_below
from records.settings import CONF
from storage import Stamp, digest, discard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogues.locales import Survey

_TOP = f"{ROOT}/"
_TIMES = Stamp(BUILD / "times")


@dataclass(frozen=True)
class Sources:
    """The digest and the time of each file, by its path in the project.

    ``catalogues`` are those among the files, and what was left out; ``unread`` are pages that are
    never read, which a build has to say.
    """

    catalogues: Survey
    files: dict[str, tuple[str, int]]
    unread: tuple[str, ...]
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", self._digest(self.files))

    def content(self, path: Path) -> str:
        """Return the digest of the file *path*; it is empty for one that is not there."""
        return self.files.get(str(path).removeprefix(_TOP), ("", 0))[0]

    def digest_for(self, language: str) -> str:
        """Return what changes with any file but the catalogues of other languages."""
        others = f"{LOCALES.name}/"
        own = f"{others}{language}/"
        return self._digest(
            {
                name: known
                for name, known in self.files.items()
                if name.startswith(own) or not name.startswith(others)
            }
        )

    def _digest(self, files: dict[str, tuple[str, int]]) -> str:
        contents = [(name, content) for name, (content, _time) in sorted(files.items())]
        return digest(repr(contents), repr(self.unread))

    def end(self) -> bool:
        """Note that builds have ended; return whether nothing was edited meanwhile.

        What was edited may have been read before or after, so it counts as unknown.
        """
        paths = _paths(catalogue_files())
        now = {str(path).removeprefix(_TOP): _time_of(path) for path in paths}
        same = {name: known for name, known in self.files.items() if now.get(name) == known[1]}
        _note(same, built=time.time_ns())
        return len(same) == len(now) == len(self.files)


def sources() -> Sources:
    """Return what there is to build, with times as Sphinx is to see them.

    Sphinx reads a page again when its file is newer than the last build
    (https://github.com/sphinx-doc/sphinx/issues/11556). So a file whose content has not changed
    gets the time that it had, for a fresh checkout has new ones; one whose content has, but which
    is older than the last build, like one out of an archive, gets a new one.
    """
    before, built = _noted()
    after: dict[str, tuple[str, int]] = {}
    survey = catalogue_files()
    for path in _paths(survey):
        name = str(path).removeprefix(_TOP)
        content, noted = before.get(name, ("", 0))
        now = _time_of(path)
        if now != noted:
            found = digest(path.read_bytes())
            if found == content:
                now = _set_time(path, noted) or now
            elif now <= built:
                now = _renew(path, later=built)
            content = found
        after[name] = (content, now)
    if after != before:
        _note(after, built=built)
    unread = [page.path for page in pages_below(ROOT, settings().get("exclude_patterns", ()))]
    return Sources(survey, after, tuple(sorted(set(unread) - after.keys())))


def _paths(survey: Survey) -> Iterator[Path]:
    yield from map(Path, content_files())
    yield from survey.paths()


def _time_of(path: Path) -> int:
    return path.stat().st_mtime_ns


def _set_time(path: Path, to: int) -> int:
    """Give the file *path* the time *to*; return its time, 0 where the sources are read-only."""
    with suppress(OSError):
        os.utime(path, ns=(to, to))
        return _time_of(path)  # which may be rounded
    return 0


def _renew(path: Path, *, later: int) -> int:
    """Make the file *path* newer than *later*; where that cannot be, all is to be read again."""
    renewed = _set_time(path, max(time.time_ns(), later + 1))
    if not renewed:
        discard(BUILD / "doctrees")
    return renewed or _time_of(path)


def _noted() -> tuple[dict[str, tuple[str, int]], int]:
    """Return what was noted of each file, and when the last builds ended."""
    files, built = _TIMES.read() or ({}, 0)
    return {name: (content, at) for name, (content, at) in files.items()}, built


def _note(files: dict[str, tuple[str, int]], *, built: int) -> None:
    _TIMES.note([files, built])


def content_files() -> Iterator[os.DirEntry[str]]:
    """Yield what pages are made of, by what ``conf.py`` says of it and by no other list."""
    found = {"include_patterns": ["**"], "exclude_patterns": [], **settings()}
    yield from matching(found["include_patterns"], found["exclude_patterns"])
    folders = (*found.get("html_static_path", ()), *found.get("templates_path", ()))
    yield from matching([CONF, *(f"{folder}/**" for folder in folders)])


def matching(patterns: Iterable[str], excluded: Iterable[str] = ()) -> Iterator[os.DirEntry[str]]:
    """Yield the files that match *patterns* of Sphinx, in no folder that is *excluded*.

    ``**`` stands for every folder below. Of folders below a star, more is taken than Sphinx takes:
    what is built once too often is right as well.
    """
    skipped = tuple(excluded)
    for pattern in patterns:
        fixed = re.split(r"[*?\[]", pattern, maxsplit=1)[0].rpartition("/")[0]
        if not (ROOT / fixed).is_dir():
            continue  # a project that nobody has filled yet
        deep = "**" in pattern or "/" in pattern[len(fixed) + bool(fixed) :]
        for entry in _entries(ROOT / fixed, skipped, deep=deep):
            if fnmatch.fnmatch(entry.path.removeprefix(_TOP), pattern) and entry.is_file():
                yield entry


def _entries(
    folder: Path | str, excluded: tuple[str, ...], *, deep: bool
) -> Iterator[os.DirEntry[str]]:
    """Yield what is in *folder*, and in those below it where *deep* is set."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif deep and not _is_excluded(entry.path.removeprefix(_TOP), excluded):
                yield from _entries(entry.path, excluded, deep=True)


def _is_excluded(path: str, excluded: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in excluded)
