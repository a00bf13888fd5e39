"""Build every language with one Sphinx builder, side by side, each in a process of its own."""

from __future__ import annotations

import gc
import logging
import os
import selectors
import sys
import time
from contextlib import suppress
from importlib import import_module
from importlib.metadata import entry_points
from typing import IO, TYPE_CHECKING, Any, cast

from cldr.collation import sort_key
from cldr.languages import own_name
from commands import project
from commands.checkout import check_out, checked_copy, is_checked_out, standing_of_others
from commands.console import Console, Notices, Progress, Warnings
from commands.processes import fork, stop, succeeded
from commands.project import ROOT, settings
from commands.sources import Sources, sources
from commands.stamps import begin, doctrees, is_built, note_built, output_folder, prepare
from storage import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.lock import Lock

_LOOK = 0.5  # how often to see whether the lock is still there, in seconds


def build(builder: str, languages: Sequence[str], lock: Lock) -> list[str]:
    """Build *languages* with *builder*; return those that failed, after all have been tried.

    Sphinx is loaded when there is something to build, while another process checks the catalogues:
    each takes half a second. Whatever happens, no process goes on when this one ends or the *lock*
    is lost.
    """
    made_of = sources()
    for line in made_of.catalogues.lines(ROOT) if builder != "gettext" else ():
        print(line, flush=True)  # once, not in each language; templates are made of pages alone
    prepare(builder)
    waiting = [code for code in languages if not _is_built(builder, code, made_of.digest)]
    if waiting or not is_checked_out():
        checking = fork(lambda: check_out(made_of))
        try:
            _load()
        except BaseException:
            stop([checking])
            raise
        if not succeeded(checking):
            return list(languages)
    digests = {code: [made_of.digest, _own_digest(code, made_of)] for code in waiting}
    building = _Building(builder, digests, lock)
    try:
        building.run()
    finally:
        building.stop()
    if waiting:
        building.note(was_edited=not made_of.end())
    return building.failed


def _own_digest(language: str, made_of: Sources) -> str:
    """Return what changes when the pages of *language* may."""
    return digest(made_of.digest_for(language), *standing_of_others(language))


class _Building:
    """Builds languages side by side, each *made_of* what its digests stand for."""

    def __init__(self, builder: str, made_of: dict[str, list[str]], lock: Lock) -> None:
        self.builder, self.made_of, self.lock = builder, made_of, lock
        self.running = selectors.DefaultSelector()
        self.built: list[str] = []
        self.failed: list[str] = []
        self.said: set[str] = set()

    def run(self) -> None:
        """Build the languages of which anything has changed, one to a core at a time."""
        waiting = [code for code in self.made_of if not self._is_built(code)]
        while waiting or self.running.get_map():
            while waiting and len(self.running.get_map()) < (os.cpu_count() or 1):
                one = _Build(self.builder, waiting.pop(0), self.said)
                self.running.register(one.output, selectors.EVENT_READ, one)
            for key, _events in self.running.select(timeout=_LOOK):
                if not key.data.show():
                    self.running.unregister(key.fileobj)
                    done = self.built if key.data.finished() else self.failed
                    done.append(key.data.language)
            self.lock.check()
        self.failed.sort(key=list(self.made_of).index)

    def _is_built(self, language: str) -> bool:
        """Return whether only the wording of others has changed, which is noted."""
        if not _is_built(self.builder, language, self.made_of[language][-1]):
            return False
        self.built.append(language)
        return True

    def stop(self) -> None:
        """End what is running."""
        stop(key.data.process for key in self.running.get_map().values())
        self.running.close()

    def note(self, *, was_edited: bool) -> None:
        """Note what was built; of what, nobody knows where a source *was_edited* meanwhile."""
        for language in self.built:
            note_built(self.builder, language, [] if was_edited else self.made_of[language])


def _is_built(builder: str, language: str, made_of: str) -> bool:
    """Return whether nothing is to be done, and say so; other builders may look elsewhere."""
    if builder == "html" and is_built(builder, language, made_of):
        print(f"[{language}] {builder}: nothing has changed", flush=True)
        return True
    return False


def _load() -> None:
    """Load what every language needs, before the processes fork."""
    gc.disable()  # all of it stays
    from sphinx.application import builtin_extensions  # noqa: PLC0415 - see build()

    from formats.json_schemas import schemas  # noqa: PLC0415

    for name in (*builtin_extensions, *settings()["extensions"], settings().get("html_theme", "")):
        with suppress(ImportError, ValueError):  # Sphinx says what is missing
            import_module(name)
    sort_key("", language=settings()["language"])  # reads the table of collation
    for locale in project.languages().values():
        own_name(locale)  # reads what CLDR says in it
    schemas()  # of which each language writes a copy
    gc.freeze()
    gc.enable()


def builders() -> set[str]:
    """Return the names of all builders that Sphinx has, those of the extensions included."""
    _load()
    from sphinx.builders import Builder  # noqa: PLC0415 - see build()

    found = {entry.name for entry in entry_points(group="sphinx.builders")}
    classes: list[type[Builder]] = [Builder]
    while classes:
        one = classes.pop()
        found.add(one.name)
        classes.extend(one.__subclasses__())
    return found - {""}


class _Build:
    """One language being built in a forked process; *said* is what any language has reported."""

    def __init__(self, builder: str, language: str, said: set[str]) -> None:
        self.builder, self.language = builder, language
        begin(builder, language)
        self.start = time.monotonic()
        self.console = Console(language, said)
        self.output, writing = os.pipe()
        self.process = fork(lambda: _run_sphinx(builder, language, writing))
        os.close(writing)

    def show(self) -> bool:
        """Show what the process has sent since; return whether more is to come."""
        data = os.read(self.output, 1 << 16)
        self.console.take(data)
        return bool(data)

    def finished(self) -> bool:
        """Wait for the end of the process; return whether it succeeded."""
        os.close(self.output)
        good = succeeded(self.process)
        self.console.end()
        verdict = "done" if good else "FAILED"
        seconds = time.monotonic() - self.start
        self.console.show([f"{self.builder}: {verdict} in {seconds:.1f} s"])
        return good


def _run_sphinx(builder: str, language: str, writing: int) -> int:
    """Run Sphinx in this process, what it says going to *writing*; return the exit status.

    What it prints goes nowhere. It speaks English, for it is not asked to look for a locale.
    """
    from sphinx.application import Sphinx  # noqa: PLC0415 - see build()
    from sphinx.errors import SphinxError  # noqa: PLC0415
    from sphinx.util.console import nocolor  # noqa: PLC0415
    from sphinx.util.docutils import docutils_namespace, patch_docutils  # noqa: PLC0415

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(writing, 2)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
    nocolor()
    warnings = Warnings(writing)
    logging.basicConfig(stream=cast("IO[str]", warnings), format="%(message)s")  # of all others
    Progress.begin(writing)
    Notices.begin(writing)
    gc.disable()  # until there is something to collect
    try:
        with patch_docutils(ROOT), docutils_namespace():
            app = Sphinx(
                ROOT,
                ROOT,
                output_folder(builder, language),
                doctrees(builder, language),
                builder,
                _overrides(language),
                status=None,
                warning=cast("IO[str]", warnings),
                warningiserror=True,
            )
            app.build()
            return app.statuscode
    except (SphinxError, SystemExit) as error:
        if error.__cause__ is not None:
            raise
        kind = f"{error.category}: " if isinstance(error, SphinxError) else ""
        warnings.write(f"{kind}{error}")
        return 1


def _overrides(language: str) -> dict[str, Any]:
    """Return what settings of ``conf.py`` are replaced by in a build of *language*."""
    return {
        "language": language,
        "locale_dirs": [],  # Sphinx looks there for words of its own before the gate stands
        "nitpicky": True,
        "seminars_catalogues": str(checked_copy().root),
        "speedups_own_process": "1",
    }
