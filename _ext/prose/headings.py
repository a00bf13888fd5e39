"""The headings of a page: one title, and no level left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prose.body_faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from prose.page import Page

_WORDS = {"text", "text_special", "code_inline", "myst_role"}
_BEFORE_IT = {"front_matter", "myst_target", "myst_line_comment", "myst_block_break"}


class Heading(NamedTuple):
    """A heading at a line (from 1): its level, and whether there are words in it."""

    line: int
    level: int
    is_empty: bool
    has_picture: bool


def headings_of(tokens: Sequence[Token]) -> list[Heading]:
    """Return the headings of a page; those in quotations and lists are none."""
    found = []
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map:
            children = tokens[number + 1].children or []
            is_empty = not any(child.content.strip() for child in children if child.type in _WORDS)
            has_picture = any(child.type == "image" for child in children)
            found.append(Heading(token.map[0] + 1, int(token.tag[1:]), is_empty, has_picture))
    return found


def heading_faults(tokens: Sequence[Token], page: Page) -> Iterator[tuple[Fault, int]]:
    """Yield each fault, with the level that the heading is to be read with, or 0."""
    headings = headings_of(tokens)
    has_title = any(heading.level == 1 for heading in headings)
    if not headings and not page.is_record:  # of a record, the front matter's check says it
        yield Fault(1, "the page has no heading: begin it with `# …`"), 0
    if headings and (has_title or not page.is_record):
        yield from _text_before(tokens, headings[0])
    level = 0
    for heading in headings:
        expected = _expected(heading, level, has_title=has_title or not page.is_record)
        wrong = _wrong(heading, level, expected)
        if wrong:
            yield Fault(heading.line, wrong), expected
        level = expected


def _expected(heading: Heading, before: int, *, has_title: bool) -> int:
    """Return the level that a heading behind one of level *before* may have."""
    if before == 0:
        return 1 if has_title else heading.level
    return max(2, min(heading.level, before + 1))


def _wrong(heading: Heading, before: int, expected: int) -> str:
    """Return what is wrong with *heading*, or ""."""
    signs, right = "#" * heading.level, "#" * expected
    if heading.is_empty and heading.has_picture:
        return "a heading is made of words: put the picture below it"
    if heading.is_empty:
        return "the heading is empty: write words behind it, or delete the line"
    if heading.level == expected:
        return ""
    if before == 0:
        return f"the first heading is the title of the page: write `{right} …`, not `{signs} …`"
    if heading.level == 1:
        return f"this is a second title: a page has one; write `{right} …`"
    return f"`{signs}` stands under `{'#' * before}`: write `{right} …`, the next level"


def _text_before(tokens: Sequence[Token], title: Heading) -> Iterator[tuple[Fault, int]]:
    """Yield a fault if something is shown above the title."""
    for token in tokens:
        if token.level or not token.map or token.type in _BEFORE_IT:
            continue
        if token.map[0] + 1 < title.line:
            yield Fault(token.map[0] + 1, "this stands before the title: put it under `# …`"), 0
        return
