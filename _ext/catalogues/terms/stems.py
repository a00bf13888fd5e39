"""Bring the forms of a word together, so that an inflected name is known for what it is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer
from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

Words = tuple[str, ...]

WORD = re.compile(r"\w+")
_SHORT = 4  # letters; shorter words of a name are articles and the like, but for abbreviations
_SAME = 0.6  # of the longer stem, what two forms of a word have in common at least


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return what brings the forms of a word of *language* together; abbreviations stay.

    A language for which there is no stemmer has its words compared by how they begin.
    """
    name = (Locale.parse(language).english_name or "").split(" ")[0].lower()
    known = name in snowballstemmer.algorithms()
    of_language = snowballstemmer.stemmer(name).stemWord if known else str

    @cache
    def stem(word: str) -> str:
        if is_abbreviation(word) and len(word) <= _SHORT:
            return word
        stemmed: str = of_language(word.lower())
        return stemmed

    return stem


def is_abbreviation(word: str) -> bool:
    """Return whether *word* is written in capitals."""
    return len(word) > 1 and word.isupper()


def content_words(name: str, stem: Callable[[str], str]) -> Words:
    """Return the stems of the words of *name* that carry its meaning.

    A short word does where it is an abbreviation, or the first word of a heading.
    """
    words = WORD.findall(name)
    kept = [
        word
        for number, word in enumerate(words)
        if len(word) >= _SHORT or is_abbreviation(word) or (number == 0 and word[0].isupper())
    ]
    return tuple(stem(word) for word in kept or words)


def has_all(stems: Collection[str], words: Words) -> bool:
    """Return whether each of *words* has a form of its own among *stems*."""
    return bool(words) and all(has(stems, word) for word in words)


def has(stems: Collection[str], word: str) -> bool:
    """Return whether *stems* has a form of *word*."""
    return word in stems or any(_alike(word, other) for other in stems)


def _alike(one: str, other: str) -> bool:
    """Return whether two stems may be of one word: they begin alike."""
    if one[0] != other[0] or one.isupper() or other.isupper():
        return False
    same = 0
    for char, its in zip(one, other, strict=False):
        if char != its:
            break
        same += 1
    return same >= max(3, _SAME * max(len(one), len(other)))
