"""How a language sorts: by the tailorings of CLDR, which ICU has for every language."""

from __future__ import annotations

from functools import cache

from icu import Collator, Locale

SortKey = tuple[bytes, bytes, str]


@cache
def sort_key(text: str, *, language: str) -> SortKey:
    """Return the key by which *text* sorts in *language*: letters, then accents, case and text.

    Unicode Collation Algorithm (UTS #10) with the letters that the language sorts on their own;
    punctuation does not count among words.
    """
    letters, whole = _collators(language)
    words = "".join(char if char.isalnum() else " " for char in text).split()
    return letters.getSortKey(" ".join(words)), whole.getSortKey(text), text


@cache
def _collators(language: str) -> tuple[Collator, Collator]:
    """Return what compares the letters of texts in *language* alone, and what compares all."""
    locale = Locale.createCanonical(language)
    letters, whole = Collator.createInstance(locale), Collator.createInstance(locale)
    letters.setStrength(Collator.PRIMARY)
    return letters, whole
