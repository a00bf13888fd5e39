"""The site is what it would be without what makes it quick."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from support import LANGUAGES, PAGES, beside_languages, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes


@pytest.fixture(scope="session")
def slow(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive for tests as Sphinx builds it by itself: pages and doctrees of every language."""
    target = tmp_path_factory.mktemp("slow")

    def sphinx(language: str) -> None:
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "-b", "html"]
        command += ["-D", "speedups=0", "-D", "myst_gettext=0", "-D", f"language={language}"]
        command += ["-d", f"{target}/doctrees/{language}", ".", f"{target}/html/{language}"]
        environment = os.environ | {"PYTHONPATH": "_ext", "SOURCE_DATE_EPOCH": "0"}
        subprocess.run(command, cwd=project, env=environment, check=True)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(sphinx, LANGUAGES))
    return target


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_those_of_sphinx(project: Path, slow: Path, language: str) -> None:
    quick = pages(project / "_build" / "work" / "html" / language, "*.html")
    expected = pages(slow / "html" / language, "*.html")

    assert len(quick) > 20
    assert [*quick] == [*expected]
    shared = {name: beside_languages(page) for name, page in expected.items()}
    assert [name for name in quick if quick[name] != shared[name]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_doctrees_are_those_of_sphinx(project: Path, slow: Path, language: str) -> None:
    quick = pages(project / "_build" / "doctrees" / "html" / language, "*.doctree")
    expected = pages(slow / "doctrees" / language, "*.doctree")

    assert len(quick) > 20
    assert [*quick] == [*expected]
    assert [name for name in quick if shown(quick[name]) != shown(expected[name])] == []


def test_every_way_to_build_warns_of_what_was_not_checked_and_succeeds(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", PAGES)
    places = project / "_ext/speedups/places.py"
    text = places.read_text("utf-8").replace('"sphinx": ("9.0.",)', '"sphinx": ("1.",)')
    write(places, text)
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", ".", str(tmp_path / "out")]
    environment = os.environ | {"PYTHONPATH": "_ext"}

    ways = [publish(project, "html")]
    (project / "index.md").write_text(f"{PAGES['index.md']}\nEncore.\n", "utf-8")
    ways += [
        publish(project, "html"),
        publish(project, "text", "fr"),
        subprocess.run(
            sphinx, cwd=project, env=environment, capture_output=True, text=True, check=False
        ),
    ]

    for found in ways:
        said = (found.stdout + found.stderr).splitlines()
        assert found.returncode == 0, said
        notes = [line.partition("WARNING: ")[2] for line in said if "not checked" in line]
        assert [note.split(" was")[0] for note in notes] == ["speedups", "myst_gettext"], said


def pages(folder: Path, pattern: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob(pattern))
        if "pagefind" not in path.parts
    }


def shown(doctree: bytes) -> str:
    document: nodes.document = pickle.loads(doctree)  # noqa: S301 - the test has just made it
    return document.pformat()
