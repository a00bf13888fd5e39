"""Where the front matter of a page begins and ends, and what is wrong with its two fences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from records.faults import Fault

_OPENING = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")
_SIGNS = frozenset("-–—.…`~*_ \t")  # what a word processor makes of a fence, too
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,40}[ \t]*:(?:[ \t].*)?")
_PLAIN_KEY = re.compile(r"[a-z][a-z0-9_-]{0,40}:(?!\S)")  # and no “Sources : …” of a text
_HEADING = re.compile(r"#[ \t]+\S.*")
_ABOVE = 12  # lines that may stand above a front matter by mistake
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")


@dataclass
class Parts:
    """A page in two: the *lines* of its front matter, of which the first is *first* of the page.

    ``end`` counts the lines of the page before its body; ``is_there`` tells an empty front matter
    from none.
    """

    lines: list[str] = field(default_factory=list)
    first: int = 1
    end: int = 0
    is_there: bool = False
    is_closed: bool = True
    faults: list[Fault] = field(default_factory=list)


def split(lines: list[str]) -> Parts:
    """Find the front matter of a page of *lines*; where a fence is wrong, what was meant."""
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return Parts()
    if start == 0 and _OPENING.fullmatch(lines[0]):
        return _closed(lines, 1, [])
    following = next((line for line in lines[start + 1 :] if line.strip()), "")
    if (_is_like_fence(lines[start]) or lines[start].startswith("---")) and _KEY.fullmatch(
        following.strip()
    ):
        text = "the front matter begins with `---` alone on the very first line of the page"
        return _closed(lines, start + 1, [Fault("", text, start + 1)])
    if _KEY.fullmatch(lines[start]) and _fence_after(lines, start) is not None:
        text = "the front matter has no beginning: put a line `---` above this one"
        return _closed(lines, start, [Fault("", text, start + 1)])
    return _below(lines, start)


def _below(lines: list[str], start: int) -> Parts:
    """Return the front matter that stands below a few other lines, where it is none."""
    for at in range(start + 1, min(start + _ABOVE, len(lines))):
        keys = lines[at + 1 : at + 3]
        if _OPENING.fullmatch(lines[at]) and len(keys) == 2 and all(map(_KEY.fullmatch, keys)):
            if _fence_after(lines, at + 1) is None:
                break
            text = "the front matter begins in the first line: what is above it belongs below it"
            return _closed(lines, at + 1, [Fault("", text, at + 1)])
    return Parts()


def unclosed(parts: Parts) -> Parts:
    """Return *parts* cut where the front matter seems to end if its closing fence is forgotten.

    That is at the heading: below it, a line of the body was taken for the fence.
    """
    end = _guessed_end(parts.lines)
    if not parts.is_closed or end == len(parts.lines):
        return parts
    return _without_end(parts.lines, parts.first, end, parts.faults)


def conflict(parts: Parts) -> Fault | None:
    """Return the fault of a front matter in which two versions were left side by side."""
    for number, line in enumerate(parts.lines):
        if _CONFLICT.fullmatch(line):
            text = "two versions stand side by side: keep one, and take out the lines like this one"
            return Fault("", text, parts.first + number)
    return None


def _is_like_fence(line: str) -> bool:
    """Return whether *line* is meant as a fence, be it written rightly or not."""
    signs = line.strip()
    return (len(signs) > 1 or signs in {"—", "…"}) and _SIGNS.issuperset(signs)


def _closed(lines: list[str], start: int, faults: list[Fault]) -> Parts:
    """Return the front matter of which *start* is the index of the first line."""
    end = _closing(lines, start)
    if end is None:
        inside = lines[start:]
        return _without_end(inside, start + 1, _guessed_end(inside), faults)
    inside, closings = lines[start:end], [end]
    following = _fence_after(lines, end + 1)
    if following is not None:
        text = "keys stand below the line that closes the front matter: take this line out"
        faults = [*faults, Fault("", text, end + 1)]
        inside += ["", *lines[end + 1 : following]]
        closings.append(following)
    return Parts(inside, start + 1, closings[-1] + 1, is_there=True, faults=faults)


def _without_end(inside: list[str], first: int, end: int, faults: list[Fault]) -> Parts:
    """Return the first *end* lines as a front matter that nobody has closed."""
    text = "the front matter is not closed: put a line `---` below its last key"
    line = first - 1 if first > 1 else 1
    for number, shown in enumerate(inside[:end]):
        if _is_like_fence(shown):
            text = "this line does not close the front matter: `---` does, at its very start, alone"
            line, end = first + number, number
            break
    skipped = end + 1 if end < len(inside) and _is_like_fence(inside[end]) else end
    faults = [*faults, Fault("", text, line)]
    end_of_page = first - 1 + skipped
    return Parts(inside[:end], first, end_of_page, is_there=True, is_closed=False, faults=faults)


def _guessed_end(lines: list[str]) -> int:
    """Return how many *lines* belong to a front matter: those above the heading of the page."""
    for number, line in enumerate(lines):
        begins = number == 0 or not lines[number - 1].strip()
        if begins and _HEADING.fullmatch(line) and not _key_follows(lines, number):
            return number
    blank = [number for number, line in enumerate(lines) if not line.strip()]
    return next((number for number in blank if not _key_follows(lines, number)), len(lines))


def _key_follows(lines: list[str], at: int) -> bool:
    """Return whether a blank line, or what looks like a heading, stands above another key."""
    following = next((line for line in lines[at:] if line.strip() and line[0] != "#"), "")
    return bool(_PLAIN_KEY.match(following))


def _closing(lines: list[str], start: int) -> int | None:
    return next((at for at in range(start, len(lines)) if _CLOSING.fullmatch(lines[at])), None)


def _fence_after(lines: list[str], start: int) -> int | None:
    """Return the index of the fence that closes keys which begin at *start*, if they do."""
    keys = False
    for at in range(start, len(lines)):
        line = lines[at]
        if _CLOSING.fullmatch(line):
            return at if keys else None
        if _KEY.fullmatch(line):
            keys = True
        elif line.strip() and not (keys and line.startswith((" ", "- ", "#"))):
            return None
    return None
