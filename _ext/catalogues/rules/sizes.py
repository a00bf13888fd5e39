"""Sizes that nobody can have meant, or that programs work at for minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogues.rule import Rule
from catalogues.structure import signs_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

_FEW = 200
_MANY = 1_000  # signs; parsing such a text takes a tenth of a second
_LONGEST = 20_000  # characters; the longest paragraph of the archive has a tenth of it
_SPACES = re.compile(r"\s{40}")
_LONGER = 200  # characters; XeTeX works for minutes at a running head of some thousand
LARGEST_FILE = 4_000_000  # bytes; the longest page of the archive has a hundredth of it
_DEEPEST = 6  # spans, emphasis and links within each other; no sentence has more


def _of_texts(source: str, translation: str) -> Iterator[Wrong]:
    """Yield what is wrong if *translation* is so long that nobody can have meant it."""
    allowed = min(20 * len(source) + 2000, _LONGEST)
    if len(translation) > allowed:
        wrong = f"the translation has {len(translation)} characters for {len(source)} of the source"
        yield wrong, "translate this message and nothing else"
    elif len(source) > _LONGEST:
        yield f"the message has {len(source)} characters", "run `make update-po`"
    elif len(translation) > _FEW and _SPACES.search(translation) and not _SPACES.search(source):
        yield "there are 40 spaces or more in a row", "leave one of them"
    elif len(translation) > _FEW or len(source) > _MANY:
        yield from _signs(source, translation)


def _signs(source: str, translation: str) -> Iterator[Wrong]:
    """Yield what is wrong if *translation* is all signs: parsing such a text can take minutes."""
    had, has = signs_in(source), signs_in(translation)
    if has > 4 * had + _FEW or has > _MANY:
        wrong = f"the translation has {has} signs like []*_` for {had} of the source"
        yield wrong, "translate this message and nothing else"
    elif had > _MANY:
        yield f"the message has {had} signs like []*_`", "run `make update-po`"


def _of_names(source: str, translation: str) -> Iterator[Wrong]:
    if len(translation) > 5 * len(source) + _LONGER:
        yield "the name is far longer than in the source", "translate it alone"


def _depth(source: Structure, translation: Structure) -> Iterator[Wrong]:
    if translation.depth > max(source.depth, _DEEPEST):
        wrong = f"markup stands within markup {translation.depth} times over"
        yield wrong, "write it as the source does"


RULE = Rule(
    name="size",
    finding="the text or the file is far too long, or all signs",
    mend="translate this message and nothing else; of a file, take the last good one",
    guard=_of_texts,
    name_text=_of_names,
    structure=_depth,
    skips_words=True,
)
TOO_LARGE = RULE.fault(
    f"the catalogue has more than {LARGEST_FILE} bytes", "take out what does not belong to it"
)
