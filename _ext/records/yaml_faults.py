"""What is wrong where a front matter is no YAML: the rules of YAML in an editor's words.

Each key of the top level is looked at by itself, so that one mistake does not hide the next, nor
moves to where a parser at last stumbles: a quotation mark that is not closed ends at the next one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from records.faults import Fault, quoted
from records.yaml_values import PURE_LOADER, Values

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP = re.compile(r"([^\W\d][\w-]{0,40})[ \t]*:(?=[ \t]|$)|\S")
_KEY = re.compile(r"([\w-]{1,40})[ \t]*:(?:[ \t]|$)")
_MEANT = re.compile(r"[^\w\s]{0,2}([\w-]{1,40})[^\w\s]{0,2}?\s*(?:[:：]|=)")
_ENTRY = re.compile(r"[ \t]*-(?:\s|$)")
_INDENTED = re.compile(r" +[\w-]+[ \t]*")
_IN_QUOTES = "put the text between quotes"
_COLON = f"there is a colon in the text: {_IN_QUOTES}"
_SIGN = f"the text begins with a sign of YAML: {_IN_QUOTES}"
_QUOTES = "a quotation mark that opens here is not closed"
_ESCAPE = "a `\\` in double quotes is written twice: `\\\\`"
_OPEN = "a bracket `{}` that opens here is not closed, or a comma is missing"
_NO_KEY = "this is no `key: value`; a space belongs behind the colon"
_DEEPER = "this key is indented deeper than the one above, which has its value: indent both alike"
_OTHERWISE = f"this is no `key: value`; indent as the lines around, or {_IN_QUOTES}"
# What the scanner and the parser of PyYAML say (PyYAML 6.0, scanner.py and parser.py), whether
# what they began with or where they stopped is the place, and what an editor is told
_MEANINGS: tuple[tuple[str, bool, str], ...] = (
    ("mapping values are not allowed", False, _COLON),
    ("but got ':'", False, _COLON),
    ("sequence entries are not allowed", False, "a list begins on the line below its key"),
    ("found unexpected end of stream", True, _QUOTES),
    ("found unexpected document separator", True, _QUOTES),
    ("unknown escape character", False, _ESCAPE),
    ("expected escape sequence", False, _ESCAPE),
    ("expected ',' or ']'", True, _OPEN.format("[")),
    ("expected ',' or '}'", True, _OPEN.format("{")),
    ("could not find expected ':'", True, _NO_KEY),
    ("but found ','", False, f"there is a comma too many, or in the text: {_IN_QUOTES}"),
    ("but found '}'", False, "the brackets do not match"),
    ("but found ']'", False, "the brackets do not match"),
    ("mapping keys are not allowed", False, _SIGN),
    ("'\\t' that cannot start", False, "there is a tab: indent with spaces"),
    ("that cannot start any token", False, _SIGN),
    ("expected alphabetic or numeric", False, _SIGN),
    ("expected chomping or indentation", False, _SIGN),
)
# What the line itself shows, with which words of PyYAML: it comes before what these mean
_SHOWN: tuple[tuple[str, str, str], ...] = (
    (":", "", "a key is missing before `:`"),
    ("%", "", f"the line begins with a sign of YAML: {_IN_QUOTES}"),
    (r" *\t", "", "there is a tab: indent with spaces"),
    (r" *-[^\s-]", "", "a space belongs behind the hyphen"),
    (r"-(?: |$)", "expected <block end>", "a list stands below a key that has its value"),
    (
        r".*['\"]",
        "expected <block end>, but found '<scalar>'",
        "a quotation mark stands within the text: put the whole text between the other quotes",
    ),
)


class Block(NamedTuple):
    """The lines of one key of the top level, of which *first* is the line of the page."""

    key: str
    lines: list[str]
    first: int


class Repaired(NamedTuple):
    """What could be read of a front matter with mistakes: values, lines and what is wrong."""

    data: dict[str, object]
    lines: dict[str, int]
    faults: list[Fault]


def read_by_key(lines: list[str], *, first: int) -> Repaired:
    """Read each key of the front matter *lines* by itself; raise TooMuchError as Values does."""
    found = Repaired({}, {}, [])
    for block in _blocks(lines, first):
        _read_block(block, found)
    return found


def _read_block(block: Block, found: Repaired) -> None:
    """Add what *block* holds to what was *found*."""
    try:
        values = Values("\n".join(block.lines) + "\n", first=block.first, loader=PURE_LOADER)
    except yaml.YAMLError as error:
        fault = _explained(block, error)
        found.faults.append(fault)
        found.lines.setdefault(block.key, block.first)
        above = block.lines[: fault.line - block.first]
        if above and fault.path.partition(".")[0] != block.key:
            _read_block(Block(block.key, above, block.first), found)
        return
    if values.data is None:
        found.faults.append(_no_key(block))
        return
    for key in values.data.keys() & found.data.keys():
        found.faults.append(Fault(key, "this key stands twice: keep one of them", block.first))
    found.data.update({**values.data, **found.data})
    found.lines.update({**values.lines, **found.lines})
    found.faults.extend(values.faults)


def _no_key(block: Block) -> Fault:
    """Say that *block* has no key, and which was meant."""
    meant = _MEANT.match(block.lines[0])
    shown = quoted(block.lines[0].strip())
    text = f"{shown} is no `key: value`; a space belongs behind the colon"
    return Fault(meant[1] if meant else "", text, block.first)


def _blocks(lines: list[str], first: int) -> Iterator[Block]:
    """Yield the lines of each key of the top level: those from a key to the next."""
    block = Block("", [], first)
    for number, line in enumerate(lines):
        top = _TOP.match(line)
        starts = top and line[0] not in "#-]}" and not (line[0] in "'\"" and block.lines)
        if starts or not block.lines:
            if any(map(str.strip, block.lines)):
                yield block
            block = Block((top and top[1]) or "", [], first + number)
        block.lines.append(line)
    if any(map(str.strip, block.lines)):
        yield block


def _explained(block: Block, error: yaml.YAMLError) -> Fault:
    """Say in plain words what PyYAML found in *block*."""
    assert isinstance(error, yaml.MarkedYAMLError)  # control characters are out
    said = f"{error.context} {error.problem}"
    found = (meaning for meaning in _MEANINGS if meaning[0] in said)
    _, from_start, text = next(found, ("", False, _OTHERWISE))
    stopped = error.problem_mark
    mark = error.context_mark if from_start and error.context_mark else stopped
    number = min(mark.line if mark else 0, len(block.lines) - 1)
    line = block.lines[number]
    if text == _COLON and stopped and _INDENTED.fullmatch(line[: stopped.column]):
        return Fault(_path(block, number), _DEEPER, block.first + number)
    shown = (text for begins, words, text in _SHOWN if words in said and re.match(begins, line))
    return Fault(_path(block, number), next(shown, text), block.first + number)


def _path(block: Block, number: int) -> str:
    """Return the key that the mistake in line *number* of *block* belongs to."""
    key = _KEY.match(block.lines[number].strip().removeprefix("- ").strip())
    if not number and not block.key and not key:
        key = _MEANT.match(block.lines[0])
    if not key or not number or not block.key:
        return block.key or (key[1] if key else "")
    if not _KEY.fullmatch(block.lines[0].rstrip()):
        return key[1]  # below a key that has its value, it is meant to stand beside that
    entries = sum(_ENTRY.match(line) is not None for line in block.lines[1 : number + 1])
    place = f".{entries - 1}" if entries else ""
    return f"{block.key}{place}.{key[1]}"
