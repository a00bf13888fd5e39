"""Parse the paragraphs of a catalogue with polib: what is no entry is reported and left out."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

import polib

from catalogues.findings import Finding
from catalogues.rules import sizes
from catalogues.rules.form import SYNTAX

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_RUN = 1_000  # lines of comments or of one text; polib's time grows with their square
_PIECE = 500  # lines that are parsed at a time where something is wrong
_MOST_FINDINGS = 1_000  # that are named one by one

_KEYWORD = r"(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)"
_STRING = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_LINE = re.compile(rf"(?:{_KEYWORD})?\s*{_STRING}")
_LINES = re.compile(rf"(?>(?:#.*|(?:{_KEYWORD} ?)?{_STRING})?(?:\n|\Z))*")  # by a program
_LINE_OF_ERROR = re.compile(r"\(line (\d+)\)")

_SYNTAX = SYNTAX.fault(
    "this is not the form of a catalogue",
    'each text stands in quotes, a quote within it is written \\", and msgid comes before msgstr',
)
_RUN = sizes.RULE.fault(
    f"there are more than {_LONGEST_RUN} lines of comments, or of one text, in a row",
    "take out what does not belong to it",
)
_TOO_WRONG = SYNTAX.fault(
    f"more than {_MOST_FINDINGS} faults: from here on nothing is read", "replace the file"
)


def parsed(lines: list[str], findings: list[Finding]) -> polib.POFile:
    """Parse *lines*; paragraphs that are no entries are reported and emptied."""
    if not _LINES.fullmatch("\n".join(lines)):
        wrong = (number for number, line in enumerate(lines) if not _is_well_formed(line))
        some = islice(wrong, _MOST_FINDINGS + 1)
        findings += (Finding.of(_SYNTAX, line=number + 1) for number in some)
    findings += (Finding.of(_RUN, line=number + 1) for number in _long_runs(lines))
    for finding in findings:
        _empty(lines, finding.line - 1)
    if len(findings) > _MOST_FINDINGS:
        first = findings[_MOST_FINDINGS]
        del findings[_MOST_FINDINGS:]
        findings.append(Finding.of(_TOO_WRONG, line=first.line))
        return polib.POFile(wrapwidth=0)
    try:
        return _parse(lines)
    except OSError:  # what polib raises for each fault of syntax
        return _parsed_in_pieces(lines, findings)


def _parse(lines: list[str]) -> polib.POFile:
    # a last line of its own, for polib opens what reads like the name of a file
    return polib.pofile("\n".join([*lines, "#", ""]), encoding="utf-8", wrapwidth=0)


def _parsed_in_pieces(lines: list[str], findings: list[Finding]) -> polib.POFile:
    """Parse *lines* some paragraphs at a time, and go on behind each that is wrong.

    So every line is parsed twice at most; behind very many faults the rest is left.
    """
    catalogue = polib.POFile(wrapwidth=0)
    start = 0
    while start < len(lines):
        if len(findings) > _MOST_FINDINGS:
            findings.append(Finding.of(_TOO_WRONG, line=start + 1))
            break
        end = min(start + _PIECE, len(lines))
        while end < len(lines) and lines[end].strip():
            end += 1
        try:
            piece = _parse(lines[start:end])
        except OSError as error:
            found = _LINE_OF_ERROR.search(str(error))
            wrong = min(start + int(found[1]) if found else start + 1, end) - 1
            findings.append(Finding.of(_SYNTAX, line=wrong + 1))
            first, end = _paragraph(lines, wrong)
            piece = _parse_or_leave(lines[start:first])
        catalogue.metadata = catalogue.metadata or piece.metadata
        for entry in piece:
            entry.linenum = (entry.linenum or 1) + start
            catalogue.append(entry)
        start = end
    return catalogue


def _parse_or_leave(lines: list[str]) -> polib.POFile:
    """Parse *lines*, all of which polib has accepted but for what it may miss at their end."""
    try:
        return _parse(lines)
    except OSError:
        return polib.POFile(wrapwidth=0)


def _long_runs(lines: list[str]) -> Iterator[int]:
    """Yield where comments, or the strings of one text, go on for too many lines."""
    if len(lines) <= _LONGEST_RUN:
        return
    before, length = "", 0
    for number, line in enumerate(lines):
        start = line.lstrip()[:1]
        length = length + 1 if start in {"#", '"'} and start == before else 1
        before = start
        if length == _LONGEST_RUN + 1:
            yield number


def _is_well_formed(line: str) -> bool:
    """Return whether *line* may stand in a catalogue: polib forgives a missing quote."""
    line = line.strip()
    return not line or line.startswith("#") or _LINE.fullmatch(line) is not None


def _empty(lines: list[str], number: int) -> None:
    """Empty the paragraph of *lines* that the line *number* belongs to."""
    start, end = _paragraph(lines, number)
    lines[start:end] = [""] * (end - start)


def _paragraph(lines: list[str], number: int) -> tuple[int, int]:
    """Return the first line of the paragraph that the line *number* belongs to, and its end."""
    start = end = min(number, len(lines) - 1)
    while start > 0 and lines[start - 1].strip():
        start -= 1
    while end + 1 < len(lines) and lines[end + 1].strip():
        end += 1
    return start, end + 1
