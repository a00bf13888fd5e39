"""The benchmark runs on a small corpus; benchmarks/README.md has what it finds for many pages."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from support import ROOT, copy_example, files

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("fr", "ru")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that can make corpora."""
    copy = copy_example(tmp_path_factory.mktemp("benchmarks") / "archive")
    for name in ("benchmarks", "tests/example"):
        shutil.copytree(ROOT / name, copy / name)
    return copy


def run(copy: Path, *command: str) -> str:
    result = subprocess.run(
        [sys.executable, *command],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": "_ext"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def corpus(copy: Path, name: str, *, seed: int) -> dict[str, bytes]:
    run(
        copy,
        "-c",
        "import sys; from pathlib import Path; from benchmarks.corpus import make;"
        f"make(Path('{name}'), seminars=2, languages={LANGUAGES}, seed={seed})",
    )
    return files(copy / name)


def test_a_seed_decides_the_corpus(bench: Path) -> None:
    first = corpus(bench, "first", seed=1)

    assert corpus(bench, "second", seed=1) == first
    assert corpus(bench, "third", seed=2) != first


def test_both_builds_of_a_corpus_are_measured_and_say_the_same(bench: Path) -> None:
    options = ["--seminars", "3", "--languages", *LANGUAGES, "--sides", "ours", "stock"]
    printed = run(bench, "-m", "benchmarks", *options, "--steps", "cold build", "one glossary name")

    assert re.search(
        r"^\| cold build .*\| 1\.00 \(1\.00\) \| \d+\.\d\d \(\d+\.\d\d\) \|$", printed, re.MULTILINE
    )
    work = bench / "_build/benchmarks"
    measured = json.loads((work / "measurements.json").read_text("utf-8"))
    assert measured["stock"]["3"]["one glossary name"]["cpu"] > 0
    ours, stock = (work / "3-fr-ru" / name for name in ("ours/_build/html", "stock/_build/stock"))
    pages = sorted(path.relative_to(ours) for path in ours.glob("*/**/*.html"))
    assert len([page for page in pages if "-place" in page.name]) == 2 * 3
    for page in pages:
        assert text_of(ours / page) == text_of(stock / page), page


def text_of(page: Path) -> str:
    article = BeautifulSoup(page.read_text("utf-8"), "html.parser").find("article")
    return str(article)
