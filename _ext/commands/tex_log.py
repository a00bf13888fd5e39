"""What the log of TeX says of a book, in an editor's words: the page, and what is wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Letters run off the paper: its margin is 2.8 cm, or 79 pt; a foot takes a third of that below
_TOO_WIDE = 70.0
_TOO_WIDE_FOR_A_COLUMN = 10.0  # in a table: the next column begins behind two gaps of 3 or 6 pt
_TOO_HIGH = 20.0
_CUT_OFF = "a row, a picture or a box is higher than a page of the book and cut off: part it"
_LETTERS = 8  # of those that are missing, in one line

# What the book's own commands write (seminars.book, preamble.tex)
_READS = "archive-reads: "
_PRINTS = "archive-prints: "
_CUTS_OFF = "archive-cuts-off"
_TABLES = {"archive-table": True, "archive-table-ends": False}

_MISSING = re.compile(r"Missing character: There is no (.+?) (?:\([^)]*\) )?in font ")
_WIDE = re.compile(r"Overfull \\hbox \(([\d.]+)pt too wide\)")
_HIGH = re.compile(r"Overfull \\vbox \(([\d.]+)pt too high\) has occurred while \\output is active")
_FONTS_AND_BOXES = re.compile(r"\\TU/\S+ ?|\[\]|[|$]")
_SHOWN = 60  # letters of a line that is too long
_FLOAT = re.compile(r"Float too large for page by ([\d.]+)pt")
_LABEL = re.compile(r"LaTeX Warning: Label `(.+)' multiply defined")
_LINK = re.compile(r"LaTeX Warning: (?:Hyper reference|Reference) `(.+)' on page \S+ undefined")
_ERROR = re.compile(r"(?:^!|^\S+:\d+:) (?:LaTeX Error: |Package \w+ Error: )?(.+)")
_CONTEXT = re.compile(r"^l\.\d+ (.+)")
_CHATTER = re.compile(r"Latexmk: |Running |Collected error|Rule |Category ")
# latexmk on a program that SIGXCPU, number 24, has ended
_WORKED_TOO_LONG = re.compile(r"Command for '(\w+)' gave return code (?:24|152)$", re.MULTILINE)
_NO_END = "came to no end and was stopped: there is a loop in this page or in one that follows it"
_OTHER_ERROR = re.compile(r"(?i)\b(error|fatal|cannot|not found|no such file)\b")


@dataclass
class _Reader:
    """Goes through a log, and knows which page of the archive is read and which is printed."""

    read: str = ""
    printed: str = ""
    in_table: bool = False
    letters: dict[str, list[str]] = field(default_factory=dict)
    found: dict[tuple[str, str], None] = field(default_factory=dict)

    def note(self, page: str, text: str) -> None:
        """Note that *text* is wrong with *page*, once."""
        self.found[page, text] = None

    def take(self, line: str, following: Sequence[str]) -> None:
        """Take one *line*; what is *following* tells what else is on the sheet."""
        if line.startswith(_READS):
            self.read = _page(line.removeprefix(_READS))
        elif line.startswith(_PRINTS):
            self.printed = _page(line.removeprefix(_PRINTS))
        elif match := _MISSING.match(line):
            self.letters.setdefault(match[1], []).append(self.read)
        elif match := _LABEL.match(line):
            page, _colon, name = match[1].rpartition(":")
            self.note(page, f"the anchor `{name}` is defined twice: rename the one or the other")
        elif match := _LINK.match(line):
            self.note(self.read, f"a link leads to `{match[1]}`, which is not in the book")
        else:
            self._take_measure(line, following)

    def _take_measure(self, line: str, following: Sequence[str]) -> None:
        """Take a *line* that tells by how much something is too long or too high."""
        if line == _CUTS_OFF:
            self.note(self.read, _CUT_OFF)
        elif line in _TABLES:
            self.in_table = _TABLES[line]
        elif match := _WIDE.match(line):
            if self.read:  # else it is a heading in the table of contents, which has its page
                self._take_width(float(match[1]), _words(following))
        elif (match := _FLOAT.search(line)) and float(match[1]) > _TOO_HIGH:
            self.note(self.read, _CUT_OFF)
        elif (match := _HIGH.match(line)) and float(match[1]) > _TOO_HIGH:
            self.note(self._on_sheet(following), _CUT_OFF)

    def _take_width(self, excess: float, words: str) -> None:
        """Take by how much a line of *words* is too long."""
        shown = f": “{words}”" if words else ""
        if excess > _TOO_WIDE:
            text = "a line is too long for the page of the book: shorten it"
            self.note(self.read, text + shown)
        elif self.in_table and excess > _TOO_WIDE_FOR_A_COLUMN:
            text = "a column of a table is too narrow for its words: part the table"
            self.note(self.read, text + shown)

    def _on_sheet(self, following: Sequence[str]) -> str:
        """Return the last page of the archive that begins on the sheet that is printed next."""
        page = self.printed
        for line in following:
            if line.startswith(_PRINTS):
                page = _page(line.removeprefix(_PRINTS))
            elif line.startswith(_READS) or "]" in line:
                break
        return page


def faults(log: str) -> Iterator[tuple[str, str]]:
    """Yield what a book lacks that TeX has printed all the same: a page of the archive, and what.

    The page is "" where the log does not tell it.
    """
    reader = _Reader()
    lines = log.splitlines()
    for number, line in enumerate(lines):
        reader.take(line, lines[number + 1 : number + 20])
    missing: dict[str, list[str]] = {}
    for letter, pages in reader.letters.items():
        for page in dict.fromkeys(page for page in pages if page or not any(pages)):
            missing.setdefault(page, []).append(letter)
    if len(missing) > 1:
        missing.pop("", None)  # the heads of the index have letters of their own making
    for page, letters in missing.items():
        yield page, f"the fonts of the book lack {_named(letters)}: write it in other letters"
    yield from reader.found


def first_cause(log: str, output: str) -> tuple[str, str]:
    """Return the page of the archive that TeX read when it failed, and why it did.

    What is no error of TeX, but of the sorter of the index or of the maker of the PDF, stands in
    the *output* alone.
    """
    reader = _Reader()
    lines = log.splitlines()
    if match := _WORKED_TOO_LONG.search(output):
        for line in lines:
            reader.take(line, ())
        return reader.read, f"{match[1]} {_NO_END}"
    for number, line in enumerate(lines):
        if match := _ERROR.match(line):
            behind = lines[number + 1 : number + 12]
            context = next((found[1] for found in map(_CONTEXT.match, behind) if found), "")
            return reader.read, in_terminal(f"LaTeX: {match[1]} {context}".strip())
        reader.take(line, ())
    printed = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in printed if _OTHER_ERROR.search(line) and not _CHATTER.match(line)]
    return "", in_terminal((errors or printed[-1:] or ["no reason is given"])[0])


def _words(following: Sequence[str]) -> str:
    """Return the words that the log shows of a line, among fonts and boxes."""
    shown = _FONTS_AND_BOXES.sub("", following[0] if following else "")
    words = in_terminal(" ".join(shown.split()))
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _page(name: str) -> str:
    """Return the name of a page as ``seminars.book.index`` wrote it into the log."""
    return unquote(name.strip().replace("=", "%"))


def _named(letters: list[str]) -> str:
    """Return *letters* with their code points and names."""
    more = len(letters) - _LETTERS
    shown = ", ".join(map(_shown, letters[:_LETTERS]))
    return shown + (f" and {more} more" if more > 0 else "")


def _shown(letter: str) -> str:
    if len(letter) != 1:
        return f"“{letter}”"
    code = f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
    return f"“{letter}” ({code})" if letter.isprintable() else code
