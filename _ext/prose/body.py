"""Check the body of a page: every fault at once, and what of the page may be read all the same."""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from prose.blocks import Blocks
from prose.body_faults import NO_NOTE, Fault
from prose.directives import CLOSES_NOTHING, UNCLOSED
from prose.headings import heading_faults
from prose.inlines import RAW_HTML
from prose.lines import line_faults
from prose.plain import is_plain
from prose.tables import TOO_MANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from prose.page import Page


_LINE_END = re.compile(r"\r\n?|\n")  # as https://spec.commonmark.org/0.31.2/#line-ending

_MOST = 50  # faults of one page that are said


class Checked(NamedTuple):
    """The faults of a body, and its text without the blocks that must not be read."""

    faults: list[Fault]
    text: str


def check(text: str, page: Page, *, syntax: Iterable[str]) -> Checked:
    """Check *text*, the source of *page* whose front matter may have been blanked.

    *syntax* are the extensions of MyST's syntax that the project uses.
    """
    if is_plain(text, is_seminar=page.is_seminar):
        return Checked([], text)
    lines = _LINE_END.split(text)
    faults = list(line_faults(lines))
    for fault in faults:
        if fault.drops:
            _blank(lines, fault.line, fault.last)
    if faults and not any(lines):
        return Checked(faults, _title(text))
    parser = _parser(tuple(sorted(syntax)))
    tokens = parser.parse("\n".join(lines), {})
    faults += Blocks(page, parser).faults(tokens, lines)
    ends = _ends(tokens)
    for fault in faults:
        if fault.drops and not fault.last:
            _blank(lines, *ends.get(fault.line, (fault.line, fault.line)))
    for fault, level in heading_faults(tokens, page):
        faults.append(fault)
        _set_level(lines, fault.line, level)
    return Checked(_one_of_a_kind(faults), "\n".join(lines))


def _one_of_a_kind(faults: Sequence[Fault]) -> list[Fault]:
    """Return *faults* by line, without those that follow from another one.

    A tag has its end on the same line; a block without an end takes that of the block around it; a
    footnote is referred to more than once; a row is cut where a reference stands.
    """
    rows = {fault.line for fault in faults if TOO_MANY in fault.text}
    faults = [one for one in faults if TOO_MANY in one.text or one.line not in rows]
    starts = [fault.line for fault in faults if UNCLOSED in fault.text]
    faults = [
        fault
        for fault in faults
        if CLOSES_NOTHING not in fault.text or not any(start < fault.line for start in starts)
    ]
    found: dict[tuple[int, str], Fault] = {}
    for fault in faults:
        line = 0 if fault.text.startswith(NO_NOTE) else fault.line
        is_html = fault.text.endswith(RAW_HTML)
        found.setdefault((line, RAW_HTML if is_html else fault.text), fault)
    result = sorted(found.values(), key=attrgetter("line"))
    rest = len(result) - _MOST
    if rest > 0:
        result[_MOST:] = [Fault(result[_MOST].line, f"and {rest} more like these on this page")]
    return result


@cache
def _parser(syntax: tuple[str, ...]) -> MarkdownIt:
    """Return MyST's parser, with what was escaped kept apart from what was not."""
    parser = create_md_parser(MdParserConfig(enable_extensions=set(syntax)), RendererHTML)
    parser.core.ruler.disable(["text_join", "wordcount"])
    return parser


def _title(text: str) -> str:
    """Return the title of a page that is not read, so that others can refer to it."""
    found = re.search(r"^# .{1,500}$", text, re.MULTILINE)
    return found[0] if found else ""


def _blank(lines: list[str], first: int, last: int) -> None:
    """Blank *lines* from *first* to *last*, so that all others keep their numbers."""
    lines[first - 1 : last] = [""] * (last - first + 1)


def _ends(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    """Return the first and the last line of the block in which each line stands."""
    return {
        number: (token.map[0] + 1, token.map[1])
        for token in tokens
        if token.level == 0 and token.map
        for number in range(token.map[0] + 1, token.map[1] + 1)
    }


def _set_level(lines: list[str], line: int, level: int) -> None:
    """Let a heading be read with the *level* that it is to have, so that it is reported once."""
    found = re.match(r"([ ]{0,3})#+(.*)", lines[line - 1])
    if level and found:
        lines[line - 1] = f"{found[1]}{'#' * level}{found[2]}"
    elif level > 1 and line < len(lines) and lines[line][:1] == "=":
        lines[line] = "-" * len(lines[line])
