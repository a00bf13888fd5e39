"""Run commands and measure what they cost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

INTERVAL = 0.2  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """What commands cost that ran in turn: seconds, and bytes of all their processes together."""

    cpu: float
    wall: float
    peak: int


def measure(commands: Sequence[Sequence[str]], *, folder: Path, log: Path) -> Cost:
    """Run *commands* in *folder*; the end of one that fails is the end of the benchmark."""
    costs = [_measure_one(command, folder=folder, log=log) for command in commands]
    return Cost(
        cpu=sum(cost.cpu for cost in costs),
        wall=sum(cost.wall for cost in costs),
        peak=max(cost.peak for cost in costs),
    )


def _measure_one(command: Sequence[str], *, folder: Path, log: Path) -> Cost:
    environment = os.environ | {"PYTHONPATH": "_ext", "SOURCE_DATE_EPOCH": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users compile what is imported once
    start, peak = time.monotonic(), 0
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            peak = max(peak, _memory(process.pid))
            time.sleep(INTERVAL)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed, see {log}: {' '.join(command)}")
    # a process that ended between two looks has still been seen by the kernel
    return Cost(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=time.monotonic() - start,
        peak=max(peak, usage.ru_maxrss * 1024),
    )


def _memory(pid: int) -> int:
    """Return what a process and those below it hold, shared pages counted once."""
    total = 0
    try:
        root = psutil.Process(pid)
        processes = [root, *root.children(recursive=True)]
    except psutil.Error:
        return 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue  # it has just ended
    return total
