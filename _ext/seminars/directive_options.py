"""What is wrong with the options of a directive, and with what stands behind its name.

MyST's own reader of directives finds it, and says it in words for programmers, or not at all: a
value that is missing ends in a traceback where docutils looks into it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from docutils.parsers import rst as docutils
from docutils.parsers.rst.states import MarkupError
from myst_parser.parsers.directives import parse_directive_text

from prose.directives import ARCHIVE
from texts.quotation import shown
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prose.page import Directive


_OPTION = re.compile(r"\s*:([A-Za-z][\w-]*)[ ]*:(?:\s|$)")
_BARE = re.compile(r"([A-Za-z][\w-]*)[ ]*:(?:\s|$)")
_EMPTY = "is empty: give a value, or leave the option out"
_NUMBER = ": a whole number is allowed, from 1 on"
_SAID = (
    ("none permitted", "{} takes no text: leave it out"),
    ("content", "a text stands behind {} and one below its options: write all of it below"),
    ("comments", "`#` begins a comment in an option: put the value between quotes"),
)
_BOXES = ("note", "warning", "tip", "important", "hint", "caution", "danger", "attention", "error")
_QUOTED = ("epigraph", "highlights", "pull-quote", "topic", "sidebar", "line-block", "container")
_TABLES = ("table", "list-table", "csv-table")
_TEXTS = frozenset((*_BOXES, "admonition", *_QUOTED, *_TABLES))  # docutils wants a text in them


def option_faults(
    found: Directive, directive: type[docutils.Directive] | Callable[..., object]
) -> Iterator[tuple[int, str]]:
    """Yield (lines below the name, what is wrong) for what MyST or docutils would stumble over."""
    if not (isinstance(directive, type) and issubclass(directive, docutils.Directive)):
        return  # a function, which takes what it likes
    try:
        read = parse_directive_text(directive, found.argument, found.content, line=0)
    except MarkupError as error:
        yield 0, _argument(found, str(error))
        return
    except (AttributeError, LookupError, ArithmeticError):  # docutils looked into no value
        empty = [key for key, _line, value in _options(found.content) if not value]
        yield 0, f"{', '.join(empty[:1])}: {_EMPTY}" if empty else "an option is not understood"
        return
    for warning in read.warnings:
        yield warning.lineno or 0, _words(found, warning.msg)
    yield from _misplaced(found, directive, read.body)
    if not read.body and not read.warnings and found.name in _TEXTS:
        yield 0, f"`{{{shown(found.written)}}}` is empty: write its text below it, or take it out"


def _options(content: str) -> list[tuple[str, int, str]]:
    """Return the options at the head of *content*: key, line below the name, value."""
    found = []
    for number, line in enumerate(content.split("\n"), start=1):
        option = _OPTION.match(line)
        if not option:
            break
        found.append((option[1], number, line[option.end() :].strip()))
    return found


def _misplaced(
    found: Directive, directive: type[docutils.Directive], body: list[str]
) -> Iterator[tuple[int, str]]:
    """Yield options that stand twice, or within the text of a directive of the archive."""
    options = _options(found.content)
    count = Counter(key for key, _line, _value in options)
    for key, place, _value in options:
        if count.pop(key, 1) > 1:
            yield place, f"{key}: this option stands twice: keep one of them"
    if found.name not in ARCHIVE:
        return
    first = len(found.content.splitlines()) - len(body) + 1
    for number, line in enumerate(body):
        read = _OPTION.match(line) or (_BARE.match(line) if number == 0 else None)
        if read and read[1] in (directive.option_spec or {}):
            text = f"write `:{read[1]}: …` right below the line with `{{{found.written}}}`"
            yield max(first + number, 1), f"`{shown(line.strip())}` is read as text: {text}"


def _argument(found: Directive, said: str) -> str:
    """Say what is wrong with what stands behind the name of a directive."""
    name = f"`{{{shown(found.written)}}}`"
    if "required" in said:
        what = "an id" if found.name == "recommendation" else "a word or a title"
        return f"{what} is missing behind {name}, on the same line"
    return f"`{shown(found.argument)}`: one word is allowed behind {name}; its text stands below"


def _words(found: Directive, said: str) -> str:
    """Return in an editor's words what MyST *said*."""
    name = f"`{{{shown(found.written)}}}`"
    if unknown := re.match(r"Unknown option key: (['\"])(.*)\1 \(allowed: \[(.*)\]\)", said):
        allowed = unknown[3].replace("'", "")
        near = meant(unknown[2], allowed.split(", "))
        return f"{shown(unknown[2])}: there is no such option{near or f'; allowed are {allowed}'}"
    if value := re.match(r"Invalid option value for '(.*?)': (.*?): (.*)", said, re.DOTALL):
        return f"{value[1]}: {_of_value(value[2], value[3])}"
    for words, text in _SAID:
        if words in said:
            return text.format(name)
    return "an option is a line `:key: value`; a value with quotes or brackets stands in quotes"


def _of_value(given: str, said: str) -> str:
    """Say what is wrong with a value that was *given*, of which docutils *said* something."""
    if given == "None":
        return _EMPTY
    choice = re.search(r"choose from (.*)", said)
    number = _NUMBER if re.search(r"int\(\)|positive|negative", said) else ""
    return f"`{shown(given)}` is not allowed here{f': {choice[1]}' if choice else number}"
