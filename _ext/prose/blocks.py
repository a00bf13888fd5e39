"""What is wrong with the blocks of a page, and in the texts that they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prose.body_faults import NO_NOTE, Fault
from prose.directives import (
    OF_FILES,
    body_of,
    directive_faults,
    directive_of,
    fence_fault,
    has_fence,
    unclosed,
)
from prose.inlines import DEEP, html_fault, inline_faults
from prose.lines import line_faults
from prose.tables import no_table, row_faults
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from prose.page import Directive, Page

_DEEPEST = 18  # levels of blocks; MyST loses without a word what stands deeper than 20
_DIRECTIVES = 6  # directives in directives
_KEYS = re.compile(r"^(myst|html_meta|substitutions)\s*:", re.MULTILINE)
_LABEL = re.compile(r"^[ >]*\[\^?([^\]\n]+)\]:")


class Blocks:
    """Goes through the blocks of a page; ``trail`` are the files that include each other."""

    def __init__(self, page: Page, parser: MarkdownIt, trail: tuple[str, ...] = ()) -> None:
        self.page, self.parser = page, parser
        self.trail = trail or (page.path,)
        self.labels: set[str] = set()

    def faults(
        self, tokens: Sequence[Token], lines: list[str], *, first: int = 0, depth: int = 0
    ) -> Iterator[Fault]:
        """Yield what is wrong with the blocks of *lines*, the first of which is *first* (from 0).

        *depth* is the number of directives around them.
        """
        self.labels.update(found[1] for text in lines for found in _LABEL.finditer(text))
        too_deep = {
            _top(tokens, token.map[0]) for token in tokens if token.level >= _DEEPEST and token.map
        }
        for line in sorted(too_deep):
            yield Fault(first + line + 1, DEEP, drops=True)
        for number, token in enumerate(tokens):
            if token.map is None or (too_deep and _top(tokens, token.map[0]) in too_deep):
                continue
            found = [
                *self._token(token, lines, depth),
                *_structure(number, tokens, lines, nested=depth > 0),
            ]
            yield from (fault._replace(line=first + fault.line) for fault in found)

    def _token(self, token: Token, lines: list[str], depth: int) -> Iterator[Fault]:
        assert token.map
        line = token.map[0] + 1
        match token.type:
            case "inline":
                source = lines[token.map[0] : token.map[1]]
                yield from inline_faults(
                    token.children or (), self.page, line=line, lines=source, labels=self.labels
                )
            case "fence" | "colon_fence":
                yield from self._fence(token, lines, depth)
            case "html_block" if not self.page.allows_raw:
                yield Fault(line, html_fault(token.content), drops=True)
            case "code_block" if has_fence(token.content):
                wrong = "a directive begins at the left, and four spaces stand before this one"
                yield Fault(line, wrong)
            case "front_matter" if not self.page.allows_raw:
                for found in _KEYS.finditer(token.content):
                    number = line + 1 + token.content.count("\n", 0, found.start())
                    wrong = f"{found[1]}: this key is not allowed: it lets raw HTML in"
                    yield Fault(number, wrong, drops=True)
        for name in token.meta.get("insecure_attrs", ()) if token.type != "inline" else ():
            yield Fault(line, f"the attribute `{name}` is not allowed")

    def _fence(self, token: Token, lines: list[str], depth: int) -> Iterator[Fault]:
        """Yield what is wrong with a directive or a block of code."""
        assert token.map
        line = token.map[0] + 1
        directive = directive_of(token, self.page, nested=bool(depth or token.level))
        wrong = "" if directive else fence_fault(token, self.page)
        wrong = wrong or unclosed(token, lines)
        if wrong:
            yield Fault(line, wrong, drops=True)
        if directive is None:
            return
        found = list(directive_faults(directive, self.page))
        yield from (Fault(line, text, drops=drops) for text, drops in found)
        if wrong or any(drops for _text, drops in found):
            return
        options = list(self.page.options(directive)) if directive.argument or not found else []
        yield from (Fault(line + below, text, drops=True) for below, text in options)
        if options:
            return
        if depth >= _DIRECTIVES:
            yield Fault(line, DEEP, drops=True)
        elif directive.name == "include":
            yield from self._included(directive, line)
        else:
            yield from self._content(directive, line, depth)

    def _content(self, directive: Directive, line: int, depth: int) -> Iterator[Fault]:
        """Yield what is wrong with the texts of a directive."""
        if directive.argument and directive.name not in OF_FILES:
            for token in self.parser.parseInline(directive.argument, {}):
                source = [directive.argument]
                yield from inline_faults(token.children or (), self.page, line=line, lines=source)
        before, text = body_of(directive)
        if text.strip():
            tokens = self.parser.parse(text, {})
            yield from self.faults(tokens, text.split("\n"), first=line + before, depth=depth + 1)

    def _included(self, directive: Directive, line: int) -> Iterator[Fault]:
        """Yield what is wrong with an included file, at the line of the directive."""
        files = self.page.files
        path = files.path(directive.argument, folder=self.page.folder)
        if path in self.trail or len(self.trail) > _DIRECTIVES:
            yield Fault(line, f"`{path}` includes itself: take one of the includes out", drops=True)
            return
        try:
            text = (files.root / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            yield Fault(line, f"`{path}` is no text in UTF-8", drops=True)
            return
        for fault in self._faults_of_part(text, path):
            place = "" if fault.text.startswith("in ") else f"in {path}, line {fault.line}: "
            yield Fault(line, f"{place}{fault.text}", drops=True)

    def _faults_of_part(self, text: str, path: str) -> Iterator[Fault]:
        """Yield what is wrong with *text*, the part of pages that stands in the file *path*."""
        lines = text.split("\n")
        found = list(line_faults(lines))
        yield from found
        if found:
            return  # it may be too much to parse
        tokens = self.parser.parse(text, {})
        for token in tokens:
            if token.map and (token.type == "front_matter" or token.tag == "h1"):
                wrong = "a page is not included in another: refer to it, or give its part a file"
                yield Fault(token.map[0] + 1, wrong)
                return
        yield from Blocks(self.page, self.parser, (*self.trail, path)).faults(tokens, lines)


def _structure(
    number: int, tokens: Sequence[Token], lines: list[str], *, nested: bool
) -> Iterator[Fault]:
    """Yield what is wrong with what the token of that *number* begins, by those around it.

    *nested* says that a directive is around all of them.
    """
    token = tokens[number]
    assert token.map
    if token.type == "table_open":
        yield from row_faults(number, tokens, lines)
    elif token.type == "paragraph_open" and (wrong := no_table(lines[slice(*token.map)])):
        yield Fault(token.map[0] + 1, wrong)
    elif token.type == "hr" and (nested or token.level or _follows(tokens[:number])):
        line = shown(lines[token.map[0]].strip())
        wrong = f"`{line}` parts two paragraphs of a page, and does not stand between two here"
        yield Fault(token.map[0] + 1, f"{wrong}: take it out", drops=True)
    elif token.type == "footnote_reference_open" and tokens[number + 1].type.endswith("_close"):
        mark = shown(f"[^{token.meta['label']}]")
        wrong = f"{NO_NOTE}{mark[2:]}` has no text: write it behind the colon"
        yield Fault(token.map[0] + 1, wrong)


def _follows(tokens: Sequence[Token]) -> bool:
    """Return whether what follows *tokens* has no paragraph above; a title has its fact sheet."""
    last = tokens[-1] if tokens else None
    return last is not None and (
        last.type == "hr" or (last.type == "heading_close" and last.tag != "h1")
    )


def _top(tokens: Sequence[Token], line: int) -> int:
    """Return the first line of the block of the page in which *line* stands (from 0)."""
    tops = [token.map[0] for token in tokens if token.map and not token.level]
    return max((top for top in tops if top <= line), default=line)
