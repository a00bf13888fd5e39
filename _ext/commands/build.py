"""Build every language with one Sphinx builder, side by side, each in a process of its own."""

from __future__ import annotations

import gc
import os
import selectors
import time
from contextlib import suppress
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from cldr.collation import sort_key
from cldr.languages import own_name
from commands import project
from commands.book import offered
from commands.checkout import check_out, is_checked_out, standing_of_others
from commands.console import Console
from commands.processes import fork, stop, succeeded
from commands.project import ROOT, settings
from commands.sources import Sources, sources
from commands.sphinx_process import overrides_of, run_sphinx
from commands.stamps import begin, is_built, note_built, prepare
from storage import digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

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
    books = offered(languages, made_of.digest) if builder == "html" else {}
    whole = {code: _with_book(made_of.digest, books.get(code)) for code in languages}
    waiting = [code for code in languages if not _is_built(builder, code, whole[code])]
    if waiting or not is_checked_out():
        checking = fork(lambda: check_out(made_of))
        try:
            _load()
        except BaseException:
            stop([checking])
            raise
        if not succeeded(checking):
            return list(languages)
    digests = {
        code: [whole[code], _with_book(_own_digest(code, made_of), books.get(code))]
        for code in waiting
    }
    building = _Building(builder, digests, books, lock)
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


def _with_book(made_of: str, book: Path | None) -> str:
    """Return what changes when *made_of* does, or the *book* that a website offers."""
    return digest(made_of, book.read_bytes()) if book else made_of


class _Building:
    """Builds languages side by side, each *made_of* what its digests stand for.

    A website offers the *books* of its languages.
    """

    def __init__(
        self, builder: str, made_of: dict[str, list[str]], books: Mapping[str, Path], lock: Lock
    ) -> None:
        self.builder, self.made_of, self.books, self.lock = builder, made_of, books, lock
        self.running = selectors.DefaultSelector()
        self.built: list[str] = []
        self.failed: list[str] = []
        self.said: set[str] = set()

    def run(self) -> None:
        """Build the languages of which anything has changed, one to a core at a time."""
        waiting = [code for code in self.made_of if not self._is_built(code)]
        while waiting or self.running.get_map():
            while waiting and len(self.running.get_map()) < (os.cpu_count() or 1):
                language = waiting.pop(0)
                overrides = overrides_of(self.builder, language, self.books.get(language))
                one = _Build(self.builder, language, overrides, self.said)
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

    def __init__(
        self, builder: str, language: str, overrides: dict[str, Any], said: set[str]
    ) -> None:
        self.builder, self.language = builder, language
        begin(builder, language)
        self.start = time.monotonic()
        self.console = Console(language, said)
        self.output, writing = os.pipe()
        self.process = fork(lambda: run_sphinx(builder, language, overrides, writing))
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
