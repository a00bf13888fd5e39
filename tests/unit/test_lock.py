"""One command at a time works in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from commands.lock import NAME, Lock, LockLostError, locked
from support import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def other(folder: Path, *, sleep: float = 0) -> subprocess.Popen[str]:
    """Begin another process that locks *folder* and says so."""
    program = (
        "import sys, time; from pathlib import Path; from commands.lock import locked\n"
        f"with locked(Path({str(folder)!r})): print('in', flush=True); time.sleep({sleep})"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(ROOT / "_ext")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_second_waits_says_so_and_then_goes_on(tmp_path: Path) -> None:
    with locked(tmp_path / "_build"):
        second = other(tmp_path / "_build")
        assert second.stderr is not None
        line = second.stderr.readline()
        assert second.poll() is None
    output, _rest = second.communicate(timeout=30)

    assert line == "another command is at work in _build/: waiting for its end\n"
    assert output == "in\n"


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    first = other(tmp_path / "_build", sleep=60)
    assert first.stdout is not None
    assert first.stdout.readline() == "in\n"
    lock = Lock(tmp_path / "_build" / NAME)
    assert not lock.take(wait=False)
    first.kill()
    first.communicate()

    assert lock.take(wait=False)
    os.close(lock.file)


def test_the_lock_is_held_while_a_child_lives(tmp_path: Path) -> None:
    with locked(tmp_path / "_build"):
        child = subprocess.Popen(["sleep", "60"], close_fds=False)
    lock = Lock(tmp_path / "_build" / NAME)
    assert not lock.take(wait=False)
    child.kill()
    child.wait()

    assert lock.take(wait=False)
    os.close(lock.file)


@pytest.mark.parametrize("is_there_again", [False, True])
def test_a_lock_whose_folder_was_removed_is_lost(tmp_path: Path, is_there_again: bool) -> None:
    folder = tmp_path / "_build"
    with locked(folder) as lock:
        lock.check()
        shutil.rmtree(folder)
        if is_there_again:
            os.close(Lock(folder / NAME).file)
        with pytest.raises(LockLostError, match="_build"):
            lock.check()


def test_who_waited_for_a_lock_that_was_removed_takes_the_new_one(tmp_path: Path) -> None:
    folder = tmp_path / "_build"
    with locked(folder):
        second = other(folder, sleep=1)
        assert second.stderr is not None
        assert second.stderr.readline().endswith("waiting for its end\n")
        shutil.rmtree(folder)
    assert second.stdout is not None
    assert second.stdout.readline() == "in\n"
    third = Lock(folder / NAME)
    assert not third.take(wait=False)
    os.close(third.file)
    second.communicate(timeout=30)


@pytest.mark.parametrize("kind", ["folder", "link", "file"])
def test_anything_may_stand_in_the_place_of_the_lock(tmp_path: Path, kind: str) -> None:
    path = tmp_path / NAME
    if kind == "folder":
        (path / "in it").mkdir(parents=True)
    elif kind == "link":
        path.symlink_to("nowhere")
    else:
        path.write_bytes(b"\0garbage")
    with locked(tmp_path) as lock:
        lock.check()

    assert path.is_file()
