"""Tags and entities of HTML, of which a page has none and the interface those of its templates."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from catalogues.rule import Rule, Sign
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

TAG = re.compile(r"<[^<>]*>?|>")
# As HTML reads them: a number needs no semicolon, nor do names that are old enough
# (https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state)
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_NAME_OF_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})  # elements that have no end


def _of_pages(source: Structure, translation: Structure) -> Iterator[Wrong]:
    if translation.tags:
        yield from _order(source.tags, translation.tags)


def _of_interface(source: str, translation: str) -> Iterator[Wrong]:
    """Yield the tags and entities that are lost, foreign, or in a wrong order."""
    tags = [TAG.findall(text) for text in (source, translation)]
    had, has = (Counter(found) for found in tags)
    had.update(_entities(source))
    has.update(_entities(translation))
    for part in sorted(had - has):
        yield f"{shown(part)} is missing", "put it back as in the source"
    for part in sorted(has - had):
        yield f"{shown(part)} is not in the source", "take it out"
    if had == has:
        yield from _order(*tags)


def _entities(text: str) -> list[str]:
    return [part for part in _ENTITY.findall(text) if html.unescape(part) != part]


def _order(had: Sequence[str], has: Sequence[str]) -> Iterator[Wrong]:
    if _is_nested(had) and not _is_nested(has):
        yield "the tags close in another order than they open", "mend their order"


def _is_nested(tags: Sequence[str]) -> bool:
    """Return whether each of the HTML *tags* closes what was opened last."""
    opened: list[str] = []
    for tag in tags:
        name = _NAME_OF_TAG.match(tag)
        if name is None or tag.endswith("/>") or name[2].lower() in _VOID:
            continue
        if not name[1]:
            opened.append(name[2].lower())
        elif not opened or opened.pop() != name[2].lower():
            return False
    return not opened


RULE = Rule(
    name="html",
    finding="there is a tag or an entity that the source lacks",
    mend="take it out",
    structure=_of_pages,
    counted="the HTML",
    signs=(
        Sign(re.compile(r"</?[A-Za-z!?][^\s>]*>?"), "an HTML tag", anywhere=True),
        Sign(
            re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);"),
            "an entity",
            anywhere=True,
        ),
    ),
    interface=_of_interface,
    skips_words=True,
)
