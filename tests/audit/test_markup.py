"""Every page and style sheet of the archive is valid: the Nu checker finds no error.

It is a program of Java (https://validator.github.io/validator/), which npm keeps.
"""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from support import files
from websites import Website

if TYPE_CHECKING:
    from pathlib import Path

CHECKER = "vnu-jar@26.9.27"
_JAR = "node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checker, in a folder of its own."""
    folder = tmp_path_factory.mktemp("checker")
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", CHECKER]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return folder / _JAR


def errors(checker: Path, folder: Path, *options: str) -> list[str]:
    """Return what is wrong with the files below *folder*, each with its place."""
    command = ["java", "-Xss4m", "-jar", str(checker), "--errors-only", "--format", "json"]
    result = subprocess.run(
        [*command, *options, str(folder)], capture_output=True, text=True, check=False
    )
    found = json.loads(result.stderr)["messages"]
    return [f"{one['url']}:{one.get('lastLine')}: {one['message']}" for one in found]


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("a.html", "<!doctype html><html lang=en><title>a</title><p id=a><p id=a>", "html"),
        ("a.css", "a { colr: red; }", "css"),
    ],
)
def test_an_error_is_seen(
    checker: Path, tmp_path: Path, name: str, text: str, options: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert len(errors(checker, tmp_path, f"--skip-non-{options}")) == 1


@pytest.mark.parametrize("kind", ["html", "css"])
def test_pages_and_sheets_are_valid(checker: Path, archive: Path, kind: str) -> None:
    website = Website(archive)
    for language in website.languages():  # beside them are parts of pages that join languages
        folder = website.folder / language
        assert any(name.endswith(f".{kind}") for name in files(folder))
        assert errors(checker, folder, f"--skip-non-{kind}") == []
