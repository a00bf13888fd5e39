"""Places that a program fills: in a pattern of Python, and between curly brackets."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from catalogues.rule import Rule, differences
from catalogues.rules.roles import BRACES
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

_IN_PROSE = re.compile(r"%\(\w+\)[sd]|%[sd](?!\w)")
_IN_PATTERN = re.compile(r"%(?:\(\w*\))?(?>[-#0+ ]*)[\d*]*(?:\.[\d*]+)?[hlL]?[A-Za-z%]|%")


def _of_pages(source: Structure, translation: Structure) -> Iterator[Wrong]:
    if "{" in source.written:
        found = (set(BRACES.findall(text.written)) for text in (source, translation))
        had, has = found
        for part in sorted(had - has):
            yield f"`{shown(part)}` is missing", "put it back as in the source"
    if "%" in source.written or "%" in translation.written:
        texts = (source.written, translation.written)
        yield from differences(
            "the placeholder", *(Counter(_IN_PROSE.findall(text)) for text in texts)
        )


def _of_interface(source: str, translation: str) -> Iterator[Wrong]:
    """Yield what is wrong if a pattern of Python would be filled otherwise, or not at all."""
    had, has = (_IN_PATTERN.findall(text) for text in (source, translation))
    for part in sorted((Counter(had) - Counter(has)).keys()):
        yield f"the placeholder {part} is missing", "put it back"
    for part in sorted((Counter(has) - Counter(had)).keys()):
        wrong = f"the placeholder {part} is not in the source"
        yield wrong, "take it out; a per cent sign alone is none of yours"
    if Counter(had) == Counter(has) and _in_turn(had) != _in_turn(has):
        wrong = "the placeholders stand in another order"
        yield wrong, "those without a name must keep their order"


def _in_turn(found: list[str]) -> list[str]:
    return [part for part in found if "(" not in part]


RULE = Rule(
    name="placeholder",
    finding="`%s`, `%(name)s` or words in curly brackets are missing or new",
    mend="copy each from the message, character by character; `%s` and the like keep their order",
    prose=_of_pages,
    interface=_of_interface,
    skips_words=True,
)
