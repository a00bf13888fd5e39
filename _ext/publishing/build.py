"""Build every language with one Sphinx builder, side by side, each in a process of its own."""

from __future__ import annotations

import filecmp
import gc
import hashlib
import os
import re
import selectors
import shutil
import sys
import time
import traceback
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from gate.harmless import in_terminal
from publishing import project
from publishing.checking import check_out, checked_copy, standing_of_others
from publishing.freshness import (
    Sources,
    doctrees,
    forget_built,
    forget_read,
    is_built,
    note_built,
    output_folder,
    prepare,
)
from publishing.project import ROOT, settings
from records.languages import own_name, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

_INNER = (".buildinfo", ".doctrees")  # of Sphinx itself
_PROGRESS = re.compile(r"^(reading sources|writing [a-z ]+|copying images)\.\.\. *\[ *(\d+)%\]")
_LAST = re.compile(r"Traceback|[A-Z]\w+ error!")  # after it every line matters
_SHOWN = re.compile(
    r"WARNING|ERROR|CRITICAL|Traceback|^\S*(Error|Exception)\b|^\(?(line|broken|redirect)"
    r"|^locales\b|^conf\.py:|^[A-Z]\w+ error!"
)


def build(builder: str, languages: Sequence[str]) -> list[str]:
    """Build *languages* with *builder*; return those that failed, after all have been tried.

    Sphinx is loaded when there is something to build, while another process checks the catalogues:
    each takes half a second.
    """
    sources = prepare(builder)
    for line in sources.catalogues.lines(ROOT) if builder != "gettext" else ():
        print(line, flush=True)  # once, not in each language; templates are made of pages alone
    waiting = [code for code in languages if not _is_built(builder, code, sources.digest)]
    if waiting:
        checking = _fork(lambda: check_out(sources))
        _load()
        if not _succeeded(checking):
            return list(languages)
    return _build_side_by_side(
        builder, {code: [sources.digest, _own_digest(code, sources)] for code in waiting}
    )


def _own_digest(language: str, sources: Sources) -> str:
    """Return what changes when the pages of *language* may."""
    parts = [sources.digest_for(language), *standing_of_others(language)]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()


def _build_side_by_side(builder: str, made_of: dict[str, list[str]]) -> list[str]:
    """Build languages, each *made_of* what its digests stand for; return those that failed."""
    waiting = []
    for language, digests in made_of.items():
        if _is_built(builder, language, digests[-1]):
            note_built(builder, language, digests)
        else:
            waiting.append(language)
    failed: list[str] = []
    said: set[str] = set()
    with selectors.DefaultSelector() as running:
        while waiting or running.get_map():
            while waiting and len(running.get_map()) < (os.cpu_count() or 1):
                language = waiting.pop(0)
                one = _Build(builder, language, made_of[language], said)
                running.register(one.output, selectors.EVENT_READ, one)
            for key, _events in running.select():
                if not key.data.show():
                    running.unregister(key.fileobj)
                    if not key.data.finished():
                        failed.append(key.data.language)
    return [language for language in made_of if language in failed]


def _is_built(builder: str, language: str, digest: str) -> bool:
    """Return whether nothing is to be done, and say so; other builders may look elsewhere."""
    if builder == "html" and is_built(builder, language, digest):
        print(f"[{language}] {builder}: nothing has changed", flush=True)
        return True
    return False


def _fork(work: Callable[[], int | None]) -> int:
    """Do *work* in a process of its own; return its id."""
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        status = work() or 0
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _succeeded(process: int) -> bool:
    """Wait for the end of *process*; return whether it succeeded."""
    _, status = os.waitpid(process, 0)
    return status == 0


def _load() -> None:
    """Load what every language needs, before the processes fork."""
    gc.disable()  # all of it stays
    from sphinx.application import builtin_extensions  # noqa: PLC0415 - see build()

    for name in (*builtin_extensions, *settings()["extensions"], settings().get("html_theme", "")):
        with suppress(ImportError, ValueError):  # Sphinx says what is missing
            import_module(name)
    sort_key("", language=settings()["language"])  # reads the table of collation
    for locale in project.languages().values():
        own_name(locale)  # reads what CLDR says in it
    gc.freeze()
    gc.enable()


class _Build:
    """One language being built in a forked process.

    *said* is what any language has reported: a mistake of a page is one in all of them.
    """

    def __init__(self, builder: str, language: str, digests: Sequence[str], said: set[str]) -> None:
        self.builder, self.language, self.digests, self.said = builder, language, digests, said
        forget_built(builder, language)
        self.start = time.monotonic()
        self.quarter = ""
        self.broken = False
        self.rest = b""
        self.output, writing = os.pipe()
        self.process = _fork(lambda: _run_sphinx(builder, language, writing))
        os.close(writing)

    def show(self) -> bool:
        """Show what the process has printed since; return whether more is to come."""
        data = os.read(self.output, 1 << 16)
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in lines:
            self._show_line(in_terminal(line.decode("utf-8", "replace").rstrip()))
        return bool(data)

    def _show_line(self, line: str) -> None:
        """Print what an editor wants to see: warnings, and progress by quarters."""
        progress = _PROGRESS.match(line)
        if progress:
            quarter = f"{progress[1]}: {int(progress[2]) // 25 * 25} %"
            if quarter == self.quarter:
                return
            line = self.quarter = quarter
        elif _LAST.match(line):
            self.broken = True
        elif not self.broken and (line in self.said or not _SHOWN.search(line)):
            return
        self.said.add(line)
        print(f"[{self.language}] {line}", flush=True)

    def finished(self) -> bool:
        """Wait for the end of the process; return whether it succeeded."""
        os.close(self.output)
        succeeded = _succeeded(self.process)
        verdict = "done" if succeeded else "FAILED"
        seconds = time.monotonic() - self.start
        print(f"[{self.language}] {self.builder}: {verdict} in {seconds:.1f} s", flush=True)
        if succeeded:
            note_built(self.builder, self.language, self.digests)
        else:
            forget_read(self.builder, self.language)
        return succeeded


def _run_sphinx(builder: str, language: str, writing: int) -> int:
    """Run Sphinx in this process, its output going to *writing*; return the exit status."""
    from sphinx.cmd.build import main  # noqa: PLC0415 - see build()

    os.dup2(writing, 1)
    os.dup2(writing, 2)
    gc.disable()  # until there is something to collect
    options = ["-b", builder, "-W", "-n", "-D", f"language={language}"]
    options += ["-D", f"seminars_catalogues={checked_copy().root}", "--no-color"]
    options += ["-D", "speedups_own_process=1", "-d", str(doctrees(builder, language))]
    try:
        return main([*options, str(ROOT), str(output_folder(builder, language))])
    except SystemExit as error:  # what is wrong with a setting that only Sphinx knows
        print(error, file=sys.stderr)
        return 1


def synchronise(
    source: Path,
    target: Path,
    *,
    without: Collection[str] = (),
    copy: Callable[[Path, Path], object] = shutil.copy2,
) -> None:
    """Make *target* equal to *source*: copy what differs, delete what is not there any more.

    What *without* names stays behind. *copy* may be a link for files that nobody writes into.
    """
    skipped = (*_INNER, *without)
    wanted = {name for name in _files_below(source) if name.split("/", 1)[0] not in skipped}
    there = set(_files_below(target))
    for name in sorted(wanted):
        # same size and time, or else same content; a copy has the time of what it was made of
        if name not in there or not filecmp.cmp(f"{source}/{name}", f"{target}/{name}"):
            published = target / name
            published.parent.mkdir(parents=True, exist_ok=True)
            new = published.with_name(f".{published.name}.new")
            new.unlink(missing_ok=True)
            copy(source / name, new)
            new.replace(published)  # so that readers find the one or the other
    for name in there - wanted:
        (target / name).unlink()
    for folder, _folders, _files in os.walk(target, topdown=False):
        if not any(Path(folder).iterdir()):
            Path(folder).rmdir()


def _files_below(folder: Path) -> Iterator[str]:
    """Yield the paths of all files in *folder*, as seen from there."""
    for parent, _folders, names in os.walk(folder):
        below = f"{Path(parent).relative_to(folder).as_posix()}/".removeprefix("./")
        yield from (f"{below}{name}" for name in names)
