"""Processes that end with the one that began them, so that nothing is written behind its back."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from typing import TYPE_CHECKING, TypeVar

from commands.machine import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_PR_SET_PDEATHSIG = 1  # man 2 prctl
_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


def fork(work: Callable[[], int | None]) -> int:
    """Do *work* in a process that ends with this one; return its id."""
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        end_with(parent)
        status = work() or 0
    except KeyboardInterrupt:
        pass  # which the parent has got too, and says
    except BaseException as error:
        reason = reason_of(error)
        print(reason or "".join(traceback.format_exception(error)), file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def end_with(parent: int) -> None:
    """Have this process killed when *parent* ends, however it does.

    Only Linux can do that; elsewhere the lock is held until this process has ended by itself.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - a build of which nothing has changed does without

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it was too late
            os._exit(1)


def succeeded(process: int) -> bool:
    """Wait for the end of *process*; return whether it succeeded."""
    _, status = os.waitpid(process, 0)
    return status == 0


def stop(processes: Iterable[int]) -> None:
    """End *processes* at once, and wait until they have."""
    running = list(processes)
    for process in running:
        os.kill(process, signal.SIGKILL)
    for process in running:
        os.waitpid(process, 0)


def side_by_side(
    function: Callable[[_Job], _Result], jobs: Sequence[_Job], *, chunk: int
) -> list[_Result]:
    """Do as ``map``, in a process to each core; each takes *chunk* neighbours at a time.

    Unlike the pools of Python, it needs no semaphores, which are in ``/dev/shm``.
    """
    number = min(os.cpu_count() or 1, -(-len(jobs) // chunk))
    starts = range(0, len(jobs), chunk)
    shares = [[jobs[at : at + chunk] for at in starts[first::number]] for first in range(number)]
    workers = [_Worker(function, share) for share in shares]
    try:
        found: list[Iterator[list[_Result]]] = [iter(worker.results()) for worker in workers]
    finally:
        stop(worker.process for worker in workers if not worker.is_done)
    return [result for at in range(len(starts)) for result in next(found[at % number])]


class _Worker:
    """A process that calls *function* for each job of some chunks."""

    def __init__(
        self, function: Callable[[_Job], _Result], chunks: Sequence[Sequence[_Job]]
    ) -> None:
        self.is_done = False
        self.output, writing = os.pipe()
        self.process = fork(lambda: self._work(function, chunks, writing))
        os.close(writing)

    def _work(
        self, function: Callable[[_Job], _Result], chunks: Sequence[Sequence[_Job]], writing: int
    ) -> None:
        with os.fdopen(writing, "wb") as file:
            pickle.dump([list(map(function, chunk)) for chunk in chunks], file)

    def results(self) -> list[list[_Result]]:
        """Return what the process found, chunk by chunk; raise ChildProcessError if it failed."""
        with os.fdopen(self.output, "rb") as file:
            content = file.read()
        self.is_done = True
        if not succeeded(self.process):
            raise ChildProcessError
        found: list[list[_Result]] = pickle.loads(content)  # noqa: S301 - our own process wrote it
        return found
