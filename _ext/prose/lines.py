"""What is wrong with a page line by line, before it is parsed: marks of git, and sizes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prose.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_PAGE = 1_000_000  # characters; a long seminar has 20,000
_LONGEST_LINE = 20_000
_OPEN_BRACKETS = 100  # in one paragraph; the time to parse them grows with their square
# https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
_BEGIN = re.compile(r"<{7}(?: |$)")
_MARK = re.compile(r"(?:[<>|]{7})(?: |$)|={7}$")
_CONFLICT = "a mark of git: two versions stand here; keep one and delete the lines of marks"


def line_faults(lines: list[str]) -> Iterator[Fault]:
    """Yield what is wrong with single lines or with the whole; it is never read."""
    size = sum(map(len, lines))
    if size > _LONGEST_PAGE:
        wrong = f"the page has {size} characters, and {_LONGEST_PAGE} are allowed: divide it"
        yield Fault(1, wrong, drops=True, last=len(lines))
        return
    yield from _conflicts(lines)
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST_LINE:
            wrong = f"the line has {len(line)} characters: write one sentence to a line"
            yield Fault(number, wrong, drops=True, last=number)
    yield from _brackets(lines)


def _conflicts(lines: list[str]) -> Iterator[Fault]:
    """Yield one fault for each conflict; seven signs under a line of text may be a heading."""
    marks = [number for number, line in enumerate(lines, start=1) if _MARK.match(line.rstrip())]
    begins = [number for number in marks if _BEGIN.match(lines[number - 1])]
    sure = [number for number in marks if lines[number - 1][:1] != "="]
    alone = [number for number in marks if number == 1 or not lines[number - 2].strip()]
    for number in begins or sure[:1] or alone[:1]:
        ends = [mark for mark in marks if mark > number and lines[mark - 1][:1] == ">"]
        last = ends[0] if ends else number
        wrong = f"`{lines[number - 1][:7]}` is {_CONFLICT}"
        yield Fault(number, wrong, drops=True, last=last)


def _brackets(lines: list[str]) -> Iterator[Fault]:
    """Yield a fault for each paragraph with many brackets that nothing closes."""
    first = balance = 0
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            first = first or number
            balance += line.count("[") - line.count("]")
            continue
        if balance > _OPEN_BRACKETS:
            wrong = f"{balance} brackets are not closed: close each, or put a backslash before it"
            yield Fault(first, wrong, drops=True, last=number - 1)
        first = balance = 0
