"""How a language sorts."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import takewhile

from pyuca import Collator

# The letters that a language sorts on their own, each after the letter that it follows: CLDR's root
# collation takes them for accented forms (CLDR, common/collation/ro.xml). French, English and
# Russian need no such rule: for them the root order is the order of the language.
_TAILORING: dict[str, dict[str, tuple[str, int]]] = {
    "ro": {
        "ă": ("a", 1),
        "â": ("a", 2),
        "î": ("i", 1),
        "ș": ("s", 1),
        "ş": ("s", 1),
        "ț": ("t", 1),
        "ţ": ("t", 1),
    },
}

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


@cache
def sort_key(text: str, *, language: str) -> SortKey:
    """Return the key by which *text* sorts in *language*: letters, then accents, case and text.

    Unicode Collation Algorithm (UTS #10) with the letters of the language set apart; punctuation
    does not count.
    """
    letters: list[tuple[int, int]] = []
    words = "".join(char if char.isalnum() else " " for char in text.lower()).split()
    for char in unicodedata.normalize("NFC", " ".join(words)):
        base, after = _TAILORING.get(language, {}).get(char, (char, 0))
        letters += ((weight, after) for weight in _primary_weights(base))
    return tuple(letters), tuple(_collator().sort_key(text)), text


@cache
def _collator() -> Collator:
    return Collator()


@cache
def _primary_weights(char: str) -> tuple[int, ...]:
    """Return the weights that tell *char* from another letter: those before the first zero."""
    return tuple(takewhile(bool, _collator().sort_key(char)))
