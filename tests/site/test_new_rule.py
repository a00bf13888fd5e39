"""A rule of the gate is added to a copy of the archive: one file, and all that asks for rules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import polib
import pytest

from support import ROOT, copy_example, publish

if TYPE_CHECKING:
    from pathlib import Path

RULE = '''"""Greetings that nobody writes."""

from catalogues.rule import Rule


def _without(word):
    def compare(_source, translation):
        if word in getattr(translation, "visible", translation):
            yield "this greeting is too familiar", "write “Здравствуйте”"

    return compare


RULE = Rule(
    name="greeting",
    finding="a greeting is too familiar",
    mend="take the polite one",
    text=_without("Привет"),
    name_text=_without("Здорово"),
    structure=_without("Салют"),
    prose=_without("Чао"),
)
'''
CATALOGUE = "locales/ru/LC_MESSAGES/about.po"
# Headings, and translations of mere words: what the gate looks into least of all
BROKEN = {
    "Origine des informations": "Привет всем",
    "Langues": "Здорово всем",
    "Citer une page": "Салют всем",
    "À propos des archives": "Чао всем",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the archive with the rule, and translations that break each part of it."""
    copy = copy_example(tmp_path_factory.mktemp("rule"))
    shutil.copyfile(ROOT / "CONTRIBUTING.md", copy / "CONTRIBUTING.md")
    shutil.copytree(ROOT / "docs", copy / "docs")
    (copy / "_ext/catalogues/rules/greetings.py").write_text(RULE, encoding="utf-8")
    catalogue = polib.pofile(str(copy / CATALOGUE), wrapwidth=0)
    for entry in catalogue:
        entry.msgstr = BROKEN.get(entry.msgid, entry.msgstr)
    catalogue.save()
    return copy


def test_check_po_refuses_what_breaks_it(archive: Path) -> None:
    result = publish(archive, "check-po", "ru")

    assert result.returncode == 1
    found = [line for line in result.stdout.splitlines() if line.endswith("[greeting]")]
    assert len(found) == len(BROKEN), result.stdout + result.stderr
    assert all(line.startswith(f"{CATALOGUE}:") for line in found)
    said = "this greeting is too familiar: write “Здравствуйте” (in “{}”)"
    assert all(said.format(message) in result.stdout for message in BROKEN)


def test_a_build_keeps_the_translation_back(archive: Path) -> None:
    result = publish(archive, "html", "ru")

    assert result.returncode == 0, result.stdout + result.stderr
    assert "[greeting]" in result.stdout + result.stderr
    page = (archive / "_build/html/ru/about.html").read_text("utf-8")
    for message, translation in BROKEN.items():
        assert translation not in page
        assert message in page


@pytest.mark.parametrize("command", ["update-po", "termbase"])
def test_the_other_commands_know_it_too(archive: Path, command: str) -> None:
    result = publish(archive, command)

    assert result.returncode == 0, result.stdout + result.stderr
    assert BROKEN["Langues"] in (archive / CATALOGUE).read_text("utf-8")  # nothing is lost


def test_the_guide_has_a_line_for_it(archive: Path) -> None:
    guide = archive / "CONTRIBUTING.md"
    before = guide.read_text("utf-8").splitlines()

    subprocess.run(
        [sys.executable, "-m", "commands.guide"],
        env=os.environ | {"PYTHONPATH": str(archive / "_ext")},
        check=True,
    )

    after = guide.read_text("utf-8").splitlines()
    line = "| `[greeting]` a greeting is too familiar | take the polite one |"
    assert [text for text in after if text != line] == before
    assert after.count(line) == 1
