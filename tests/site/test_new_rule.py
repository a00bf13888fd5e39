"""A rule of the gate is added to a copy of the archive: one file, and all that asks for rules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import polib
import pytest

from support import ROOT, copy_project, publish

if TYPE_CHECKING:
    from pathlib import Path

RULE = '''"""Names that a language writes in one way."""

from catalogues.rule import Rule


def _spelling(_source, translation):
    if "Привет" in translation:
        yield "this greeting is too familiar", "write “Здравствуйте”"


RULE = Rule(
    name="greeting",
    finding="a greeting is too familiar",
    mend="take the polite one",
    text=_spelling,
)
'''
CATALOGUE = "locales/ru/LC_MESSAGES/about.po"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the archive with the rule, and a translation of mere words that breaks it."""
    copy = copy_project(tmp_path_factory.mktemp("rule"))
    shutil.copyfile(ROOT / "CONTRIBUTING.md", copy / "CONTRIBUTING.md")
    (copy / "_ext/catalogues/rules/greetings.py").write_text(RULE, encoding="utf-8")
    catalogue = polib.pofile(str(copy / CATALOGUE), wrapwidth=0)
    entry = next(one for one in catalogue if one.msgid == "Origine des informations")
    entry.msgstr = "Привет всем"
    catalogue.save()
    return copy


def test_check_po_refuses_what_breaks_it(archive: Path) -> None:
    result = publish(archive, "check-po", "ru")

    assert result.returncode == 1
    found = [line for line in result.stdout.splitlines() if line.endswith("[greeting]")]
    assert len(found) == 1, result.stdout + result.stderr
    assert found[0].startswith(f"{CATALOGUE}:")
    assert (
        "this greeting is too familiar: write “Здравствуйте” (in “Origine des informations”)"
        in found[0]
    )


def test_a_build_keeps_the_translation_back(archive: Path) -> None:
    result = publish(archive, "html", "ru")

    assert result.returncode == 0, result.stdout + result.stderr
    assert "[greeting]" in result.stdout + result.stderr
    page = (archive / "_build/html/ru/about.html").read_text("utf-8")
    assert "Привет" not in page
    assert "Origine des informations" in page


def test_the_guide_has_a_line_for_it(archive: Path) -> None:
    guide = archive / "CONTRIBUTING.md"
    before = guide.read_text("utf-8").splitlines()

    subprocess.run(
        [sys.executable, "-m", "catalogues.guide"],
        env=os.environ | {"PYTHONPATH": str(archive / "_ext")},
        check=True,
    )

    after = guide.read_text("utf-8").splitlines()
    line = "| `[greeting]` a greeting is too familiar | take the polite one |"
    assert [text for text in after if text != line] == before
    assert after.count(line) == 1
