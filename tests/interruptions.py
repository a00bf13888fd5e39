"""A small archive that is edited, and builds of it that are stopped, short of room, or not alone.

After whatever happened, the next build must equal a clean one. Each trial has a seed, which its
failure names.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from queue import Queue
from typing import TYPE_CHECKING

import polib

from damage import damage, precious
from support import EVENT, ORGANISATION, files, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_INDEX = (
    "# Archives\n\nLe début.\n\n```{event-list}\n```\n\n```{toctree}\n:hidden:\n:glob:\n\n"
    "liste\nevents/*\nglossary/*/*\n```\n"
)
_LIST = "# Liste\n\n```{record-list} org\n```\n\n```{translation-status}\n```\n"
_LANGUAGES = ("fr", "ru")
_MARKS = (  # what is about to be written when this is, in _build
    None,  # from the start
    "doctrees/html/fr/environment.pickle",  # pages
    "doctrees/html/ru/environment.pickle",
    "doctrees/html/fr.built",  # the website
    "html/fr/index.html",
    "html/index.html",  # the search index
)
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "0", "PYTHONDONTWRITEBYTECODE": "1"}
_KINDS = 15  # sets of edits, of each of which one clean build is made
_ENOUGH = 60  # seconds in which any of these builds ends


def archive(target: Path) -> Path:
    """Make a small archive in two languages, build it, and return its folder."""
    pages = {"index.md": _INDEX, "liste.md": _LIST}
    for number in range(4):
        day = f"2018-06-0{number + 1}"
        text = EVENT.replace("2018-06-05", day).replace("unodc", f"org-{number % 3}")
        pages[f"events/{day}-ville.md"] = text.replace("Un séminaire", f"Séminaire {number}")
    for number in range(3):
        text = ORGANISATION.replace("ONUDC", f"ORG{number}").replace("Office", f"Office {number}")
        pages[f"glossary/organisations/org-{number}.md"] = text
    root = small_project(target, pages)
    conf = root / "conf.py"
    text = conf.read_text("utf-8")
    conf.write_text(re.sub(r'(?m)^    "(en|ro)": .*\n', "", text), encoding="utf-8")
    _translate(root, "events/2018-06-01-ville", "Séminаr")
    result = publish(root, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    return root


def _translate(root: Path, page: str, word: str) -> None:
    """Translate each paragraph of *page*, with *word* in each."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for line in (root / f"{page}.md").read_text("utf-8").split("---\n", 2)[2].splitlines():
        if line.strip():
            catalogue.append(polib.POEntry(msgid=line.lstrip("# "), msgstr=f"{word} {line[2:]}"))
    path = root / f"locales/ru/LC_MESSAGES/{page}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


# -- edits -----------------------------------------------------------------------------------------


def _retitle(root: Path, chance: random.Random) -> None:
    page = chance.choice(sorted(root.glob("events/*.md")))
    text = page.read_text("utf-8")
    write(page, re.sub(r"(?m)^# .*", f"# Titre {chance.random()}", text, count=1))


def _rename_organisation(root: Path, chance: random.Random) -> None:
    page = chance.choice(sorted(root.glob("glossary/organisations/*.md")))
    text = page.read_text("utf-8")
    write(page, re.sub(r"(?m)^# .*", f"# Organisation {chance.random()}", text, count=1))


def _add(root: Path, chance: random.Random) -> None:
    day = f"2019-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    text = EVENT.replace("2018-06-05", day).replace("2018-06-07", day)
    write(root / f"events/{day}-ville.md", text.replace("unodc", "org-1"))


def _remove(root: Path, chance: random.Random) -> None:
    pages = sorted(root.glob("events/*.md"))
    if len(pages) > 2:
        chance.choice(pages).unlink()


def _say_more(root: Path, chance: random.Random) -> None:
    page = chance.choice(sorted(root.glob("events/*.md")))
    text = f"\nAvec l’{{org}}`org-{chance.randrange(3)}`, {chance.random()}.\n" * 30
    write(page, page.read_text("utf-8") + text)


def _translate_page(root: Path, chance: random.Random) -> None:
    page = chance.choice(sorted(root.glob("events/*.md")))
    _translate(root, f"events/{page.stem}", f"Перевод{chance.randrange(9)}")


def _change_look(root: Path, chance: random.Random) -> None:
    write(root / "_static/more.css", f"/* {chance.random()} */\n" * 500)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    _retitle,
    _rename_organisation,
    _add,
    _remove,
    _say_more,
    _translate_page,
    _change_look,
)


# -- what happens to a build -----------------------------------------------------------------------


def _output(root: Path) -> Path:
    return root.with_name(f"{root.name}.output")


def ended(root: Path, process: subprocess.Popen[bytes], *, within: float = _ENOUGH) -> str:
    """Wait for the end of *process*, which began in *root*; return what it and others printed."""
    process.wait(within)
    return output_of(root)


def output_of(root: Path) -> str:
    """Return what the processes that began in *root* have printed until now."""
    return _output(root).read_text("utf-8")


def begin(root: Path, *command: str, limit: int | None = None) -> subprocess.Popen[bytes]:
    """Begin *command* in *root*; no file that it writes may be longer than *limit*."""
    with _output(root).open("wb") as output:  # a pipe would be read until its last child has ended
        process = subprocess.Popen(
            [sys.executable, "-m", "commands", *command],
            cwd=root,
            env=os.environ | _ENVIRONMENT | {"PYTHONPATH": str(root / "_ext")},
            stdout=output if limit is None else subprocess.PIPE,  # a pipe has no limit
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_hear_interrupts,  # noqa: PLW1509 - there is one thread
        )
    if limit is not None:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (limit, limit))
    return process


def _hear_interrupts() -> None:
    """Take back that a shell lets what runs in the background ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stop(root: Path, chance: random.Random) -> str:
    """Begin a build and stop it at a random moment; return how, and whether it was still running.

    Some moments are counted from where something is about to be written in many places.
    """
    mark = chance.choice(_MARKS)
    moment = chance.uniform(0, 3) if mark is None else chance.uniform(0, 0.4)
    how = chance.choice(["SIGKILL of all", "SIGKILL", "SIGTERM", "SIGINT of all"])
    process = begin(root, "html")
    if mark is not None:
        _wait_for_change(root / "_build" / mark, process)
    time.sleep(moment)
    number = getattr(signal, how.split()[0])
    was_running = process.poll() is None
    if was_running:
        (os.killpg if how.endswith("all") else os.kill)(process.pid, number)
    output = ended(root, process)
    assert "Traceback" not in output, output
    return f"{how} {moment:.2f} s after {mark or 'the start'}, running: {was_running}"


def _wait_for_change(path: Path, process: subprocess.Popen[bytes]) -> None:
    before = _time_of(path)
    while process.poll() is None:
        if _time_of(path) not in {before, 0}:
            return
        time.sleep(0.002)


def _time_of(path: Path) -> int:
    """Return when *path* was written, 0 if it is not there; it comes and goes."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def fill_disk(root: Path, chance: random.Random) -> str:
    """Build with room for short files only; return how short, and what came of it."""
    limit = int(10 ** chance.uniform(0.5, 5.2))
    process = begin(root, "html", limit=limit)
    output = process.communicate(timeout=_ENOUGH)[0].decode()
    assert "Traceback" not in output, output
    if process.returncode:
        assert "the disk is full" in output, output
    return f"files of {limit} bytes, status {process.returncode}"


def build_twice(root: Path, chance: random.Random) -> str:
    """Run two commands at once; return which, and how they ended."""
    other = chance.choice([("html",), ("html", "ru"), ("update-po",), ("text",), ("gettext",)])
    first = begin(root, "html")
    time.sleep(chance.choice([0, chance.uniform(0, 2)]))
    second = begin(root, *other)
    outputs = [ended(root, one, within=2 * _ENOUGH) for one in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], "\n".join(outputs)
    return f"html and {' '.join(other)}"


# -- trials ----------------------------------------------------------------------------------------


class Trials:
    """Trials with a built archive, each at one of a few *places* below the folder *root*.

    It is put back where it was built: Sphinx reads all pages again of what was moved.
    """

    def __init__(self, root: Path, *, places: int = 1) -> None:
        self.free: Queue[Path] = Queue()
        self.clean: dict[int, dict[str, bytes]] = {}
        for number in range(places):
            place = archive(root / f"place-{number}")
            shutil.copytree(place, _saved(place))
            self.free.put(place)
        self.site = files(place / "_build" / "html")

    @contextmanager
    def place(self) -> Iterator[Path]:
        """Give the archive as it was built, and nobody else at the same place."""
        place = self.free.get()
        shutil.rmtree(place)
        shutil.copytree(_saved(place), place)
        try:
            yield place
        finally:
            self.free.put(place)

    def run(self, what: Callable[[Path, random.Random], str], seed: int) -> str:
        """Edit, let *what* happen to a build, build again, and compare with a clean build."""
        chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        with self.place() as copy:
            self._edit(copy, seed % _KINDS)
            happened = f"seed {seed}: {what(copy, chance)}"
            result = publish(copy, "html")
            assert result.returncode == 0, f"{happened}\n{result.stdout}{result.stderr}"
            kind = -seed if what is build_twice else seed % _KINDS  # which may alter catalogues
            if kind not in self.clean:
                self.clean[kind] = clean_site(copy)
            assert_same(files(copy / "_build" / "html"), self.clean[kind], happened)
        return happened

    @staticmethod
    def _edit(root: Path, kind: int) -> None:
        chance = random.Random(kind)  # noqa: S311 - edits, not secrets
        for edit in chance.sample(EDITS, chance.randrange(1, 4)):
            edit(root, chance)

    def damage(self, seed: int) -> str:
        """Damage what was built, build again, and compare with what was there."""
        chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        with self.place() as copy:
            elsewhere = precious(copy / "_build")
            before = files(elsewhere)
            happened = f"seed {seed}: {damage(copy, chance)}"
            result = publish(copy, "html")
            assert result.returncode == 0, f"{happened}\n{result.stdout}{result.stderr}"
            assert_same(files(copy / "_build" / "html"), self.site, happened)
            assert files(elsewhere) == before, happened
        return happened


def _saved(place: Path) -> Path:
    return place.with_name(f"{place.name}-saved")


def clean_site(built: Path) -> dict[str, bytes]:
    """Return the website that a clean build of the sources in *built* makes."""
    clean = built.with_name(f"{built.name}-clean")
    shutil.copytree(built, clean, ignore=shutil.ignore_patterns("_build"))
    result = publish(clean, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    found = files(clean / "_build" / "html")
    shutil.rmtree(clean)
    return found


def assert_same(found: dict[str, bytes], expected: dict[str, bytes], happened: str) -> None:
    """Check that two websites are the same, and say which files are not."""
    wrong = {name for name in found | expected if found.get(name) != expected.get(name)}
    assert not wrong, f"{happened}: {len(wrong)} wrong, like {sorted(wrong)[:5]}"
