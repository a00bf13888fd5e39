"""What a change of the archive by the guide does to ``make test``: nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from changes import CHANGES, TOGETHER, copy_everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GETTEXT = ("tests/unit", "tests/content", "tests/site", "tests/catalogues")


def is_green(root: Path, *tests: str) -> bool:
    """Run *tests* of the copy *root*, and show what was said."""
    # CI would have every difference printed whole
    environment = {
        name: value for name, value in os.environ.items() if name[:6] != "PYTEST" and name != "CI"
    }
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *tests],
        cwd=root,
        env=environment | {"PYTHONPATH": "_ext", "SAMPLE": "24"},
        capture_output=True,
        text=True,
        check=False,
    )
    print(result.stdout[-5000:], result.stderr[-5000:])
    return result.returncode == 0


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_leaves_the_tests_of_the_archive_green(tmp_path: Path, change: str) -> None:
    root = copy_everything(tmp_path / "copy")
    CHANGES[change](root)

    assert is_green(root, "tests/content")


@pytest.mark.parametrize("changes", TOGETHER, ids=["more", "less"])
def test_many_changes_leave_all_tests_green(
    tmp_path: Path, changes: tuple[Callable[[Path], None], ...]
) -> None:
    root = copy_everything(tmp_path / "copy")
    for change in changes:
        change(root)

    assert is_green(root, "-n", "auto", "--dist", "loadfile", *GETTEXT)
