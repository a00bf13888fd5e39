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
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polib

from support import EVENT, ORGANISATION, files, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_INDEX = (
    "# Archives\n\nLe début.\n\n```{event-list}\n```\n\n```{toctree}\n:hidden:\n:glob:\n\n"
    "liste\nevents/*\nglossary/*/*\n```\n"
)
_LIST = "# Liste\n\n```{record-list} org\n```\n\n```{translation-status}\n```\n"
_LANGUAGES = ("fr", "ru")
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


def begin(root: Path, *command: str, limit: int | None = None) -> subprocess.Popen[bytes]:
    """Begin *command* in *root*; no file that it writes may be longer than *limit*."""
    process = subprocess.Popen(
        [sys.executable, "-m", "publishing", *command],
        cwd=root,
        env=os.environ
        | {
            "PYTHONPATH": str(root / "_ext"),
            "SOURCE_DATE_EPOCH": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    if limit is not None:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (limit, limit))
    return process


def stop(root: Path, chance: random.Random) -> str:
    """Begin a build and stop it at a random moment; return how, and whether it was still running.

    Some moments are counted from where something is about to be written in many places.
    """
    mark = chance.choice(
        [None, None, "work/html/fr/index.html", "work/html/ru/index.html", "html/fr/index.html"]
    )
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
    process.wait(_ENOUGH)  # but no longer than for itself: what it began must not go on
    output = process.stdout.read().decode() if process.stdout else ""
    assert "Traceback" not in output, output
    return f"{how} {moment:.2f} s after {mark or 'the start'}, running: {was_running}"


def _wait_for_change(path: Path, process: subprocess.Popen[bytes]) -> None:
    before = path.stat().st_mtime_ns if path.exists() else 0
    while process.poll() is None:
        if path.exists() and path.stat().st_mtime_ns != before:
            return
        time.sleep(0.002)


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
    outputs = [one.communicate(timeout=2 * _ENOUGH)[0].decode() for one in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], "\n".join(outputs)
    return f"html and {' '.join(other)}"


# -- trials ----------------------------------------------------------------------------------------


@dataclass
class Trials:
    """Trials with one built archive, each in a copy of its own, below the folder *root*."""

    root: Path
    happened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.built = archive(self.root / "built")

    def run(self, what: Callable[[Path, random.Random], str], seed: int) -> str:
        """Edit, let *what* happen to a build, build again, and compare with a clean build."""
        chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        copy = self.root / f"{what.__name__}-{seed}"
        shutil.copytree(self.built, copy)
        for edit in chance.sample(EDITS, chance.randrange(1, 4)):
            edit(copy, chance)
        happened = f"seed {seed}: {what(copy, chance)}"
        self.happened.append(happened)
        result = publish(copy, "html")
        assert result.returncode == 0, f"{happened}\n{result.stdout}{result.stderr}"
        assert_clean(copy, happened)
        shutil.rmtree(copy)
        return happened


def assert_clean(built: Path, happened: str) -> None:
    """Check that the website in *built* is the one that a clean build makes."""
    clean = built.with_name(f"{built.name}-clean")
    shutil.copytree(built, clean, ignore=shutil.ignore_patterns("_build"))
    result = publish(clean, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    found, expected = files(built / "_build" / "html"), files(clean / "_build" / "html")
    shutil.rmtree(clean)
    wrong = {name for name in found | expected if found.get(name) != expected.get(name)}
    assert not wrong, f"{happened}: {len(wrong)} wrong, like {sorted(wrong)[:5]}"
