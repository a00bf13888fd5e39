"""What is wrong with a directive: its name, its place, the files that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prose import addresses
from prose.inlines import file_fault, picture_fault
from prose.page import Directive
from texts.quotation import quoted, shown
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from prose.page import Page

ARCHIVE = (
    "data-files",
    "editor-note",
    "event-list",
    "facet-list",
    "figures",
    "photo",
    "publisher-sheet",
    "recommendation",
    "recommendation-list",
    "record-list",
    "record-toctree",
    "search-field",
    "timeline",
    "translation-status",
)
_BOXES = "note warning tip important hint caution danger attention error seealso admonition"
_TABLES = "table list-table csv-table"
_LAYOUT = "class compound container epigraph highlights hlist pull-quote rubric sidebar topic"
_CODE = "code code-block sourcecode literalinclude parsed-literal"
_REST = "centered contents figure glossary image include index line-block only toctree"
_OTHERS = tuple(f"{_BOXES} {_TABLES} {_LAYOUT} {_CODE} {_REST}".split())
_NEAR = ("note", "figure", "image", "toctree", "include", "admonition")  # no language of code
_USED = frozenset((*ARCHIVE, *_OTHERS))
_REFUSED = {
    "raw": "raw HTML or LaTeX is not allowed: write Markdown",
    "eval-rst": "reStructuredText is not allowed: write Markdown",
    "role": "no roles are defined in pages",
    "default-role": "no roles are defined in pages",
    "meta": "the head of a page is made by the archive",
    "math": "there are no formulas in the archive: write it in words or as `code`",
    "tabularcolumns": "LaTeX is not allowed: leave it out",
}
UNCLOSED = "is not closed"
CLOSES_NOTHING = "closes nothing, and opens a block without a name"
PICTURES = ("photo", "figure", "image")
OF_FILES = (*PICTURES, "include", "literalinclude")  # their argument is no text
_LITERAL = ("code", "code-block", "sourcecode", "toctree", "index", "highlight", "raw", "math")
_IN_FILE = re.compile(r"^\s*:?(?:file|url)\s*:|```|:::|~~~", re.IGNORECASE | re.MULTILINE)
_TARGET = re.compile(r"^:?target\s*:[ ]*(.+)$", re.MULTILINE)
_OPTION = re.compile(r":[A-Za-z][\w-]*:(?: |$)")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,}|:{3,})\s*(.*)")


def directive_of(token: Token, page: Page, *, nested: bool) -> Directive | None:
    """Return the directive that a fence is, or None for a block of code."""
    written, _, argument = token.info.strip().partition(" ")
    if not re.fullmatch(r"\{[^{}\s]+\}", written):
        return None
    name = written[1:-1]
    known = name if name == "eval-rst" else page.directive(name)
    return Directive(name, known, argument.strip(), token.content, nested)


def fence_fault(token: Token, page: Page) -> str:
    """Return what is wrong with the opening line of a block that is no directive, or ""."""
    mark, info = token.markup, token.info.strip()
    word = re.match(r"\{?\s*([\w:-]*)", info)
    name = word[1] if word else ""
    right = f"write {mark}{{{name}}}"
    if "{" in info or "}" in info:
        return f"{quoted(mark + info)} is no directive: {right}{meant(name, _names(page, name))}"
    if mark.startswith(":") and not info:
        return f"{quoted(mark)} {CLOSES_NOTHING}: give each block one end"
    if mark.startswith(":") or name in ARCHIVE or name in _NEAR:
        return f"{quoted(mark + info)} is no directive: {right}"
    return ""


def _names(page: Page, name: str) -> tuple[str, ...]:
    return () if name and page.directive(name) else (*ARCHIVE, *_OTHERS)


def unclosed(token: Token, lines: list[str]) -> str:
    """Return that the fence *token* is not closed in *lines*, the text that it stands in, or ""."""
    assert token.map
    first, end = token.map
    last = lines[end - 1].lstrip(" >").rstrip() if end - 1 > first and end <= len(lines) else ""
    mark = token.markup
    if len(last) >= len(mark) and not last.strip(mark[0]):
        return ""
    what = quoted(mark + token.info.strip())
    return f"{what} {UNCLOSED}: end it with {quoted(mark)}, and blocks around it have more signs"


def directive_faults(directive: Directive, page: Page) -> Iterator[tuple[str, bool]]:
    """Yield what is wrong with the directive itself, and whether it must not be read."""
    if directive.name in PICTURES:
        yield from _picture(directive, page)
        return
    wrong = _fault(directive, page)
    if wrong:
        yield wrong, True


def _fault(directive: Directive, page: Page) -> str:
    """Return what is wrong with a directive that shows no picture, or ""."""
    match directive.name:
        case "":
            near = meant(directive.written, (*ARCHIVE, *_OTHERS))
            return f"there is no directive `{{{shown(directive.written)}}}`{near}"
        case name if name not in _USED and not page.allows_raw:
            wrong = _REFUSED.get(name, "it has no use in the archive: write Markdown")
            return f"`{{{shown(directive.written)}}}`: {wrong}"
        case "recommendation" | "toctree" | "record-toctree":
            return _place_fault(directive, page)
        case "include" | "literalinclude":
            return file_fault(directive.argument, page)
        case "csv-table" if _IN_FILE.search(directive.content):
            return "a table is written in the page: no file, address or directive stands in it"
    return ""


def _place_fault(directive: Directive, page: Page) -> str:
    """Return why a directive cannot stand where it does, or ""."""
    if directive.name != "recommendation":
        wrong = "a table of contents stands on no page of a record, but on one that lists them"
        return wrong if page.is_record else ""
    if not page.is_seminar:
        return "a recommendation stands on the page of a seminar, and this is none"
    if directive.nested:
        return "a recommendation stands by itself, in no list, quotation or other directive"
    return ""


def _picture(directive: Directive, page: Page) -> Iterator[tuple[str, bool]]:
    address = directive.argument.replace("\\ ", " ")
    wrong = picture_fault(addresses.local(address), address, page)
    if not wrong and re.search(r"(?<!\\)\s", directive.argument) and directive.name != "photo":
        wrong = f"put a backslash before each space in `{shown(directive.argument)}`"
    if wrong:
        yield wrong, not directive.argument
    for found in _TARGET.finditer(directive.content):
        if wrong := addresses.fault_of(found[1].strip()):
            yield wrong, True


def body_of(directive: Directive) -> tuple[int, str]:
    """Return what of a directive is Markdown again, and how many lines of it come before that."""
    if directive.name in _LITERAL or directive.name in _REFUSED:
        return 0, ""
    lines = directive.content.split("\n")
    first = 0
    if lines[0].strip() == "---":
        rest = [number for number, line in enumerate(lines[1:], 1) if line.strip() == "---"]
        first = rest[0] + 1 if rest else 0
    else:
        while first < len(lines) and _OPTION.match(lines[first]):
            first += 1
    return first, "\n".join(lines[first:])


def has_fence(text: str) -> bool:
    """Return whether a block of code begins like a directive that was moved to the right."""
    found = _FENCE.match(text)
    return found is not None and found[2].startswith("{")
