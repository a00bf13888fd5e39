"""What is wrong with a page line by line, before it is parsed: marks of git, and sizes."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from prose.body_faults import Fault
from texts.invisible import hidden_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_PAGE = 300_000  # characters; a long seminar has 20,000
_LONGEST_LINE = 20_000
_OPEN_BRACKETS = 100  # in one paragraph; the time to parse them grows with their square
# https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
_MARK = re.compile(r"(?:[<>|]{7})(?: |$)|={7}$")
_CONFLICT = "a mark of git: two versions stand here; keep one and delete the lines of marks"
_NO_FENCE = re.compile(r"[ >]*(`{3,})[ ]*(\{[\w:-]+\})[^`]*`")


def line_faults(lines: list[str]) -> Iterator[Fault]:
    """Yield what is wrong with single lines of a page or with its size, and is never read."""
    size = sum(map(len, lines))
    if size > _LONGEST_PAGE:
        wrong = f"the page has {size} characters, and {_LONGEST_PAGE} are allowed: divide it"
        yield Fault(1, wrong, drops=True, last=len(lines))
        return
    yield from _conflicts(lines)
    yield from _no_fences(lines)
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST_LINE:
            wrong = f"the line has {len(line)} characters: write one sentence to a line"
            yield Fault(number, wrong, drops=True, last=number)
        if found := hidden_in(line):
            first = min(found, key=line.index)
            wrong = f"there is an invisible character, U+{ord(first):04X}: take it out"
            lines[number - 1] = line.translate(dict.fromkeys(map(ord, found)))
            yield Fault(number, wrong)
        elif "&" in line and (found := hidden_in(text := unescape(line))):
            first = min(found, key=text.index)
            wrong = f"`&…;` stands for an invisible character, U+{ord(first):04X}: take it out"
            yield Fault(number, wrong)
    yield from _brackets(lines)


def _conflicts(lines: list[str]) -> Iterator[Fault]:
    """Yield one fault for each conflict, and leave of *lines* the first of its two versions.

    Seven signs under a line of text may be a heading, where there is no other mark.
    """
    marks = [number for number, line in enumerate(lines, start=1) if _MARK.match(line.rstrip())]
    is_sure = any(lines[number - 1][0] != "=" for number in marks)
    done = 0
    for number in marks:
        is_heading = number > 1 and lines[number - 2].strip() and not is_sure
        if number <= done or (is_heading and lines[number - 1][0] == "="):
            continue
        sign = lines[number - 1][:7]
        later = {lines[mark - 1][0]: mark for mark in reversed(marks) if mark > number}
        done = later.get(">", number) if sign[0] != ">" else number
        second = min((mark for mark in later.values() if mark <= done), default=number)
        yield Fault(number, f"`{sign}` is {_CONFLICT}", drops=True, last=number)
        lines[second - 1 : done] = [""] * (done - second + 1)


def _no_fences(lines: list[str]) -> Iterator[Fault]:
    """Yield a fault for each line that opens no block, for it has backquotes in it.

    See https://spec.commonmark.org/0.31.2/#info-string; the line that was to close it would open
    another one.
    """
    for number, line in enumerate(lines, start=1):
        found = _NO_FENCE.match(line)
        if found:
            ends = (at for at in range(number, len(lines)) if lines[at].strip() == found[1])
            wrong = (
                f"`{found[2]}` is no directive: a line that opens one has no backquotes behind it"
            )
            yield Fault(number, wrong, drops=True, last=next(ends, number - 1) + 1)


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
