"""What readers do not see: controls, characters without a width, marks of direction."""

from __future__ import annotations

import html
import unicodedata
from typing import TYPE_CHECKING

from catalogues.rule import Rule
from texts.invisible import VISIBLE, hidden_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

_STACK = 4  # marks on one letter; no language has more


def hidden_characters(source: str, translation: str) -> Iterator[Wrong]:
    """Yield the characters that a reader does not see: controls, zero-width, direction."""
    if VISIBLE.fullmatch(translation):
        return
    for char in hidden_in(translation, besides=source):
        name = unicodedata.name(char, "control character").lower()
        wrong = f"there is an invisible character, U+{ord(char):04X} ({name})"
        yield wrong, "take it out, or type the passage again"
    if _highest_stack(translation) > max(_STACK, _highest_stack(source)):
        yield f"there are more than {_STACK} accents on one letter", "type the passage again"


def _highest_stack(text: str) -> int:
    """Return how many marks stand on one letter at most, whatever their combining class."""
    if VISIBLE.fullmatch(text):
        return 0
    most = run = 0
    for char in text:
        run = run + 1 if char > "\u02ff" and unicodedata.category(char)[0] == "M" else 0
        most = max(most, run)
    return most


def _of_entities(source: Structure, translation: Structure) -> Iterator[Wrong]:
    """Yield the same where entities are what they stand for."""
    if "&" in translation.markdown:
        yield from hidden_characters(source.markdown + source.visible, translation.visible)


def _of_interface(source: str, translation: str) -> Iterator[Wrong]:
    """Yield the same where entities are what HTML takes them for."""
    seen = [html.unescape(text) for text in (source, translation)]
    if seen[1] != translation:
        yield from hidden_characters(*seen)


RULE = Rule(
    name="character",
    finding="there is an invisible character",
    mend=(
        "type the passage again; it came with something that was pasted. What your spelling needs "
        "is let through: joiners between letters of scripts that join, soft hyphens within words, "
        "marks of direction beside letters that run right to left"
    ),
    text=hidden_characters,
    prose=_of_entities,
    counted="the character",
    interface=_of_interface,
    skips_words=True,
)
