"""Compare a word of the interface with its translation: it is plain text, and no Markdown.

It may stand in HTML, in an attribute, in LaTeX and in a pattern of Python.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from catalogues import addresses, numbers
from catalogues.characters import hidden_characters
from catalogues.findings import Fault, shown
from catalogues.tags import is_nested

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACEHOLDER = re.compile(r"%(?:\(\w*\))?(?>[-#0+ ]*)[\d*]*(?:\.[\d*]+)?[hlL]?[A-Za-z%]|%")
_TAG = re.compile(r"<[^<>]*>?|>")
# As HTML reads them: a number needs no semicolon, nor do names that are old enough
# (https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state)
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_MEANT = frozenset('"\\{}`$^')  # what ends an attribute, starts a command or a placeholder


def compare(source: str, translation: str) -> Iterator[Fault]:
    """Yield what is wrong with *translation*."""
    yield from _placeholders(source, translation)
    yield from _tags(source, translation)
    outside = (_TAG.sub("", text) for text in (source, translation))
    had, has = (Counter(char for char in text if char in _MEANT) for text in outside)
    for char in sorted(has - had):
        wrong = f"the sign {char} is not in the source"
        yield Fault("markup", wrong, "take it out; quotes may be « », „ ” or “ ”")
    seen = [html.unescape(text) for text in (source, translation)]
    if seen[1] != translation:
        yield from hidden_characters(*seen)
    for part in sorted(addresses.found_in(seen[1]) - addresses.found_in(seen[0])):
        yield Fault("link", f"the address `{shown(part)}` is not in the source", "take it out")
    if "\n" in translation and "\n" not in source:
        yield Fault("space", "there is a line break", "write it on one line")
    yield from numbers.lost(source, translation)


def _tags(source: str, translation: str) -> Iterator[Fault]:
    """Yield the tags and entities that are lost, foreign, or in a wrong order."""
    tags = [_TAG.findall(text) for text in (source, translation)]
    had, has = (Counter(found) for found in tags)
    had.update(_entities(source))
    has.update(_entities(translation))
    for part in sorted(had - has):
        yield Fault("html", f"{shown(part)} is missing", "put it back as in the source")
    for part in sorted(has - had):
        yield Fault("html", f"{shown(part)} is not in the source", "take it out")
    if had == has and is_nested(tags[0]) and not is_nested(tags[1]):
        yield Fault("html", "the tags close in another order than they open", "mend their order")


def _entities(text: str) -> list[str]:
    return [part for part in _ENTITY.findall(text) if html.unescape(part) != part]


def _placeholders(source: str, translation: str) -> Iterator[Fault]:
    """Yield a fault if a pattern of Python would be filled otherwise, or not at all."""
    had, has = (_PLACEHOLDER.findall(text) for text in (source, translation))
    for part in sorted((Counter(had) - Counter(has)).keys()):
        yield Fault("placeholder", f"the placeholder {part} is missing", "put it back")
    for part in sorted((Counter(has) - Counter(had)).keys()):
        wrong = f"the placeholder {part} is not in the source"
        yield Fault("placeholder", wrong, "take it out; a per cent sign alone is none of yours")
    if Counter(had) == Counter(has) and _in_turn(had) != _in_turn(has):
        wrong = "the placeholders stand in another order"
        yield Fault("placeholder", wrong, "those without a name must keep their order")


def _in_turn(found: list[str]) -> list[str]:
    return [part for part in found if "(" not in part]
