"""Processes side by side, and what becomes of them when one of them fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from commands.processes import fork, side_by_side, stop, succeeded
from support import ROOT


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("number", [1, 2, 5, 20])
def test_results_come_in_the_order_of_the_jobs(number: int, chunk: int) -> None:
    assert side_by_side(lambda job: job * job, range(number), chunk=chunk) == [
        job * job for job in range(number)
    ]


def test_many_results_do_not_block_each_other() -> None:
    assert side_by_side(lambda job: "x" * job, [200_000] * 9, chunk=1) == ["x" * 200_000] * 9


def test_a_job_that_fails_fails_all(capfd: pytest.CaptureFixture[str]) -> None:
    def work(job: int) -> float:
        return 1 / job

    with pytest.raises(ChildProcessError):
        side_by_side(work, [1, 0, 1, 1], chunk=1)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_full_disk_is_one_line_and_not_a_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise OSError(28, "No space left on device", "/x")

    assert not succeeded(fork(work))
    assert capfd.readouterr().err == "the disk is full: make room on it and run this again\n"


def test_what_is_stopped_has_ended() -> None:
    process = fork(signal.pause)
    stop([process])

    with pytest.raises(ChildProcessError):
        os.waitpid(process, 0)


def test_a_child_is_killed_with_its_parent() -> None:
    program = (
        "import os, time; from commands.processes import fork\n"
        "print(fork(lambda: time.sleep(600)), flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(ROOT / "_ext")},
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    output, _rest = parent.communicate(timeout=30)  # which the child would keep open

    assert output == b""
    assert child > 0
