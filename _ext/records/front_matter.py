"""Read the front matter of a page from its source: values, and the line of each key."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from records import fences
from records.faults import Fault, hidden_in
from records.yaml_faults import read_by_key
from records.yaml_values import TooMuchError, Values

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 50_000  # characters: some hundred speakers and sources take a fifth of it
_BOM = "\ufeff"
_HEADING = re.compile(r"^#[ \t]+(\S[^\n]*)|^([^\s#>-][^\n]*)\n=+[ \t]*$", re.MULTILINE)
_DAMAGED = re.compile("[\0\ufffd]")  # UTF-16 is full of the one, Latin-1 becomes the other
# What no YAML may hold (YAML 1.2, section 5.1), and what ends a line for YAML alone
_NO_YAML = re.compile(
    "[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# What stands before the value in a line: spaces, a hyphen, the key and its colon
_STRUCTURE = re.compile(r"[\s-]*(?:[\w-]+\s*:(?!\S))?\s*")
_OTHER_SPACE = re.compile(r"[^\S \t]")


@dataclass(frozen=True)
class FrontMatter:
    """The front matter of a page.

    ``lines`` maps the path of each key (``speakers.0.name``) to its line in the page, from 1;
    ``heading`` is the source of the first heading of level one, or None; ``body`` is the page with
    its front matter blanked, so that lines keep their numbers. ``data`` is None where there is no
    front matter or nothing of it could be read, and ``faults`` say why; they also name what was
    left out of ``data``. ``unread`` are the paths of sources that stand on a page with faults.
    """

    data: dict[str, Any] | None = None
    lines: dict[str, int] = field(default_factory=dict)
    heading: str | None = None
    body: str = ""
    faults: tuple[Fault, ...] = ()
    unread: frozenset[str] = frozenset()

    def line_of(self, path: str) -> int:
        """Return the line of *path*, or of the nearest key above it that has one."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 1)


class _Read(NamedTuple):
    data: dict[str, Any] | None
    lines: dict[str, int]
    faults: list[Fault]


def read_page(path: Path) -> str:
    """Return the text of the page *path*, as Sphinx reads it; what is no UTF-8 is replaced."""
    return _with_plain_lines(path.read_bytes().decode("utf-8", "replace"))


def split_front_matter(source: str) -> FrontMatter:
    """Read the front matter at the head of *source*, the whole text of a page."""
    source = _with_plain_lines(source)
    lines = source.split("\n")
    parts = fences.split(lines)
    conflict = fences.conflict(parts)
    if not parts.is_there:
        read = _Read(None, {}, [])
    elif conflict:
        read = _Read(None, {}, [conflict])
    else:
        parts, read = _read(parts)
    body = "\n" * min(parts.end, len(lines) - 1) + "\n".join(lines[parts.end :])
    faults = tuple(sorted([*parts.faults, *read.faults], key=lambda fault: fault.line))
    heading = _heading(body) or _heading("\n".join(lines[: parts.first - 1]))
    return FrontMatter(read.data, read.lines, heading, body, faults)


def heading_of(source: str) -> str | None:
    """Return the text of the heading of the page *source*, which no front matter holds."""
    lines = _with_plain_lines(source).split("\n")
    return _heading("\n".join(lines[fences.split(lines).end :]))


def damage_in(source: str) -> int:
    """Return the line of *source* that was no UTF-8 text when the page was read, 0 for none."""
    found = _DAMAGED.search(source)
    return source.count("\n", 0, found.start()) + 1 if found else 0


def _read(parts: fences.Parts) -> tuple[fences.Parts, _Read]:
    """Read the values of a front matter; return also where it ends, if that was not seen before."""
    if sum(map(len, parts.lines)) > _LONGEST:
        text = f"the front matter has more than {_LONGEST} characters: a long text belongs below it"
        cut = fences.unclosed(parts)
        return cut, _Read(None, {}, [] if cut is not parts else [Fault("", text, 1)])
    lines, hidden = _without_hidden(parts)
    try:
        try:
            values = Values("\n".join(lines) + "\n", first=parts.first)
        except yaml.YAMLError:
            cut = fences.unclosed(parts)
            lines, spaces = _with_plain_spaces(lines[: len(cut.lines)], parts.first)
            return cut, _repaired(lines, parts.first, hidden + spaces)
    except TooMuchError as error:
        return parts, _Read(None, {}, [error.fault])
    faults = _at_keys(hidden, values.lines) + values.faults
    if values.data is None:
        text = "the front matter is made of lines `key: value`"
        return parts, _Read(None, {}, [*faults, Fault("", text, parts.first)])
    return parts, _Read(values.data, values.lines, faults)


def _repaired(lines: list[str], first: int, said: list[Fault]) -> _Read:
    """Read each key by itself; what is wrong in a line of which something is *said* follows."""
    found = read_by_key(lines, first=first)
    at = {fault.line for fault in said}
    paths = {fault.line: fault.path for fault in found.faults}
    placed = [
        Fault(paths.get(fault.line, fault.path), fault.message, fault.line)
        for fault in _at_keys(said, found.lines)
    ]
    others = [fault for fault in found.faults if fault.line not in at]
    return _Read(found.data, found.lines, placed + others)


def _without_hidden(parts: fences.Parts) -> tuple[list[str], list[Fault]]:
    """Take out of the lines the characters that YAML refuses, and say so once a line."""
    faults: list[Fault] = []
    lines: list[str] = []
    for number, line in enumerate(parts.lines):
        found = _NO_YAML.search(line)
        if found:
            faults.append(Fault("", hidden_in(found[0]) or "", parts.first + number))
        lines.append(_NO_YAML.sub("", line) if found else line)
    return lines, faults


def _with_plain_spaces(lines: list[str], first: int) -> tuple[list[str], list[Fault]]:
    """Put plain spaces around keys and hyphens, where YAML knows no others, and say so."""
    faults: list[Fault] = []
    plain: list[str] = []
    for number, line in enumerate(lines):
        structure = _STRUCTURE.match(line)
        begins = structure[0] if structure else ""
        plain.append(_OTHER_SPACE.sub(" ", begins) + line[len(begins) :])
        if plain[-1] != line:
            text = "there is a no-break space around a key or hyphen: type a plain one"
            faults.append(Fault("", text, first + number))
    return plain, faults


def _at_keys(faults: list[Fault], lines: dict[str, int]) -> list[Fault]:
    """Give each of *faults* the key that begins in its line, or the last one above."""
    starts = dict(reversed([(line, path) for path, line in lines.items()]))  # the outermost stays
    numbers = sorted(starts)
    found = []
    for fault in faults:
        place = bisect(numbers, fault.line)
        path = starts[numbers[place - 1]] if place else ""
        found.append(Fault(path, fault.message, fault.line))
    return found


def _heading(body: str) -> str | None:
    """Return the text of the first heading of level one, without closing signs (CommonMark 4.2)."""
    found = _HEADING.search(body)
    if found and found[2]:
        return found[2].strip()  # underlined
    text = found[1].rstrip(" \t") if found else ""
    opened = text.rstrip("#")
    if not opened or opened[-1] in " \t":
        text = opened.rstrip(" \t")
    return text or None


def _with_plain_lines(source: str) -> str:
    """Return *source* without byte order mark, and with the line ends of Unix."""
    return source.lstrip(_BOM).replace("\r\n", "\n").replace("\r", "\n")
