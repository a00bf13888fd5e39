"""``update-po`` killed at any moment: each catalogue is the old or the new one, none is lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import polib
import pytest

from support import EVENT, PAGES, files, publish, small_project, translations, write

if TYPE_CHECKING:
    from pathlib import Path

RUNS = int(os.environ.get("AUDIT_RUNS", "12"))
CONCEPT = """---
updated: 2026-01-01
sources:
  - {{url: "https://example.org/", id: page, kind: report, title: Page, lang: fr}}
---

# Le concept numéro {number}

Ce paragraphe du concept {number} parle des victimes de la traite.

Celui-ci, le {number}, {verb} aux juges et aux procureurs de tous les pays.
"""


def concept(number: int, verb: str = "s’adresse") -> str:
    return CONCEPT.format(number=number, verb=verb)


class Outcome(NamedTuple):
    """What a killed run left: how many catalogues are new, and how many are still old."""

    new: int
    old: int


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A translated project whose pages have been changed, renamed, removed and brought back."""
    pages = {f"glossary/concepts/c{number:02}.md": concept(number) for number in range(8)}
    root = small_project(tmp_path_factory.mktemp("killed") / "before", {**PAGES, **pages})
    back = root / "glossary/concepts/c07.md"
    assert publish(root, "update-po").returncode == 0
    for path in sorted((root / "locales").rglob("*.po")):
        catalogue = polib.pofile(str(path), wrapwidth=0)
        for entry in catalogue:
            entry.msgstr = f"{path.relative_to(root)} {entry.msgid}"
        catalogue.save()
    back.unlink()
    assert publish(root, "update-po").returncode == 0
    for number in range(6):
        write(root / f"glossary/concepts/c{number:02}.md", concept(number, "est utile"))
    (root / "glossary/concepts/c05.md").rename(root / "glossary/concepts/renamed.md")
    (root / "glossary/concepts/c06.md").unlink()
    write(back, concept(7))
    write(root / "events/2018-06-05-chisinau.md", f"{EVENT}\nUn nouveau paragraphe.\n")
    return root


@pytest.fixture(scope="module")
def after(before: Path) -> Path:
    """The same project when nothing interrupts ``update-po``."""
    copy = before.parent / "after"
    shutil.copytree(before, copy)
    result = publish(copy, "update-po")
    assert result.returncode == 0, result.stdout + result.stderr
    assert files(copy / "locales") != files(before / "locales")
    return copy


def killed(before: Path, copy: Path, *, moment: float, writing: bool) -> bool:
    """Kill ``update-po`` in *copy* after *moment* seconds; return whether it was still running.

    With *writing*, the seconds count from the first catalogue that is replaced.
    """
    shutil.copytree(before, copy)
    first = copy / "locales/en/LC_MESSAGES/events/2018-06-05-chisinau.po"
    time_before = first.stat().st_mtime_ns
    process = subprocess.Popen(
        [sys.executable, "-m", "commands", "update-po"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy / "_ext")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while writing and process.poll() is None and first.stat().st_mtime_ns == time_before:
        time.sleep(0.0005)
    time.sleep(moment)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def check(before: Path, after: Path, copy: Path, *, finish: bool) -> Outcome:
    """Check what the killed run left in *copy*, and that the next one would *finish* its work."""
    old, new = files(before / "locales"), files(after / "locales")
    found = {name: text for name, text in files(copy / "locales").items() if name.endswith(".po")}
    changed = {name for name in new if new[name] != old.get(name)}
    contents = {*old.values(), *new.values()}
    for name, content in found.items():
        assert content in contents, name  # a catalogue that moved may have moved already
        polib.pofile(str(copy / "locales" / name))
    for language in ("en", "ro", "ru"):
        lost = translations(before / "locales" / language) - translations(
            copy / "locales" / language
        )
        assert not lost
    arrived = {name for name in changed if found.get(name) == new[name]}
    if finish:
        assert publish(copy, "update-po").returncode == 0
        assert files(copy / "locales") == new
    return Outcome(len(arrived), len(changed - arrived))


def test_a_killed_update_leaves_each_catalogue_old_or_new(before: Path, after: Path) -> None:
    chance = random.Random(20260101)  # noqa: S311 - moments, not secrets
    start = time.monotonic()
    shutil.copytree(before, before.parent / "timed")
    publish(before.parent / "timed", "update-po")
    whole = time.monotonic() - start
    moments = [(chance.uniform(0, whole), False) for _ in range(RUNS // 3)]
    moments += [(chance.uniform(0, 0.04), True) for _ in range(RUNS - len(moments))]

    def run(number: int) -> Outcome:
        moment, writing = moments[number]
        copy = before.parent / f"run-{number}"
        for earlier in range(8):  # where it had ended
            if killed(before, copy, moment=moment / 2**earlier, writing=writing):
                break
            shutil.rmtree(copy)
        outcome = check(before, after, copy, finish=number % 3 == 0)
        shutil.rmtree(copy)
        return outcome

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(run, range(RUNS)))

    amid = [outcome for outcome in outcomes if outcome.new and outcome.old]
    assert len(amid) >= RUNS // 3, outcomes  # so many were killed between two catalogues
