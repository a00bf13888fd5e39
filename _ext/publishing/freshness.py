"""What makes a kept build folder right to build upon: by content, not by the age of files.

A language is not built at all when nothing has changed, nor when only the wording of others has.
"""

from __future__ import annotations

import fnmatch
import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from prose.strays import pages_below
from publishing.project import BUILD, LOCALES, ROOT, catalogue_files, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gate.files import Survey

_TOP = f"{ROOT}/"
_TIMES = BUILD / "times.json"
_SOURCES = (
    "*.md",
    "conf.py",
    "events/**/*",
    "glossary/**/*",
    "_static/**/*",
    "_templates/**/*",
)
_CODE = (
    "_ext/**/*.py",
    "_ext/**/*.css",
    "_ext/**/*.html",
    "_ext/**/*.tex",
    "requirements.txt",
    "Makefile",
)


@dataclass(frozen=True)
class Sources:
    """What a build is made of: the digest of each file, by its path in the project, and of all.

    ``catalogues`` are those among the files, and what was left out.
    """

    catalogues: Survey
    contents: dict[str, str]
    digest: str

    def content(self, path: Path) -> str:
        """Return the digest of the file *path*; it is empty for one that is not there."""
        return self.contents.get(str(path).removeprefix(_TOP), "")

    def digest_for(self, language: str) -> str:
        """Return what changes with any file but the catalogues of other languages."""
        others = f"{LOCALES.name}/"
        own = f"{others}{language}/"
        return _digest(
            (name, content)
            for name, content in self.contents.items()
            if name.startswith(own) or not name.startswith(others)
        )


def prepare(builder: str) -> Sources:
    """Make what *builder* built last time comparable with the sources as they are now."""
    _forget_other_code(builder)
    return _restore_times()


def is_built(builder: str, language: str, digest: str) -> bool:
    """Return whether *language* was built of what *digest* stands for, and is still there."""
    built = _built(builder, language)
    is_same = built.exists() and digest in built.read_text("utf-8").split()
    return is_same and output_folder(builder, language).is_dir()


def note_built(builder: str, language: str, digests: Iterable[str]) -> None:
    """Note what a language was built of; each of *digests* tells it from anything else."""
    _built(builder, language).write_text(" ".join(digests), encoding="utf-8")


def forget_built(builder: str, language: str) -> None:
    """Forget that a language was built: it is about to be built again."""
    _built(builder, language).unlink(missing_ok=True)


def forget_read(builder: str, language: str) -> None:
    """Have everything read again: the last build failed, and must not succeed by reading less."""
    (doctrees(builder, language) / "environment.pickle").unlink(missing_ok=True)


def _built(builder: str, language: str) -> Path:
    return BUILD / "doctrees" / builder / f"{language}.built"


def output_folder(builder: str, language: str) -> Path:
    """Return the folder into which *builder* writes *language*."""
    return BUILD / "work" / builder / language


def doctrees(builder: str, language: str) -> Path:
    """Return the folder of the doctrees of a build; builders must not share them."""
    return BUILD / "doctrees" / builder / language


def _forget_other_code(builder: str) -> None:
    """Remove what another version of the code has read and written."""
    stamp = BUILD / "doctrees" / builder / "code"
    digest = hashlib.sha256()
    for entry in sorted(_files(_CODE), key=attrgetter("path")):
        digest.update(Path(entry).read_bytes())
    if not stamp.exists() or stamp.read_text("utf-8") != digest.hexdigest():
        shutil.rmtree(stamp.parent, ignore_errors=True)
        shutil.rmtree(BUILD / "work" / builder, ignore_errors=True)
        stamp.parent.mkdir(parents=True)
        stamp.write_text(digest.hexdigest(), encoding="utf-8")


def _restore_times() -> Sources:
    """Give each file whose content has not changed the time that it had when it was last seen.

    Sphinx compares times; a fresh checkout has new ones (https://github.com/sphinx-doc/sphinx/issues/11556).
    """
    before = json.loads(_TIMES.read_text("utf-8")) if _TIMES.exists() else {}
    after: dict[str, list[object]] = {}
    survey = catalogue_files()
    for path in (*map(Path, _files(_SOURCES)), *survey.paths()):
        name = str(path).removeprefix(_TOP)
        digest, time = before.get(name, ("", 0))
        now = path.stat().st_mtime_ns
        if now != time:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            if content == digest:
                os.utime(path, ns=(time, time))
                now = time
            digest = content
        after[name] = [digest, now]
    if after != before:
        BUILD.mkdir(exist_ok=True)
        _TIMES.write_text(json.dumps(after, sort_keys=True), encoding="utf-8")
    contents = {name: str(digest) for name, (digest, _time) in sorted(after.items())}
    for page in pages_below(ROOT, settings()["exclude_patterns"]):
        contents.setdefault(page.path, "")  # never read, which a build has to say
    return Sources(survey, contents, _digest(contents.items()))


def _digest(contents: Iterable[tuple[str, str]]) -> str:
    return hashlib.sha256(repr(list(contents)).encode()).hexdigest()


def _files(patterns: tuple[str, ...]) -> Iterator[os.DirEntry[str]]:
    """Yield the files that match; ``**`` stands for every folder below."""
    for pattern in patterns:
        folder, deep, name = pattern.rpartition("/**/")
        if not (ROOT / folder).is_dir():
            continue  # a project that nobody has filled yet
        for entry in _entries(ROOT / folder, deep=bool(deep)):
            if fnmatch.fnmatch(entry.name, name) and entry.is_file():
                yield entry


def _entries(folder: Path | str, *, deep: bool) -> Iterator[os.DirEntry[str]]:
    """Yield what is in *folder*, and in those below it where *deep* is set."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif deep:
                yield from _entries(entry.path, deep=True)
