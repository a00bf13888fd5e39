"""How a language sorts: by the tailorings of CLDR, which ICU has for every language."""

from __future__ import annotations

from functools import cache
from unicodedata import category

from icu import Collator, Locale

from cldr.initial_articles import without_article
from cldr.language_tags import tag

SortKey = tuple[bytes, bytes, str]


@cache
def sort_key(text: str, *, language: str, written_in: str = "") -> SortKey:
    """Return the key by which *text* sorts in *language*: letters, then accents, case and text.

    Unicode Collation Algorithm (UTS #10) with the letters that the language sorts on their own;
    punctuation does not count among words, nor does an article before them, of the language that
    the text is *written_in* if that is another one.
    """
    letters, whole = _collators(language)
    named = words_of(without_article(text, language=written_in or language))
    return letters.getSortKey(named), whole.getSortKey(text), text


def words_of(text: str) -> str:
    """Return the words of *text* with a space between them; vowel signs and accents are theirs."""
    chars = (char if char.isalnum() or category(char)[0] == "M" else " " for char in text)
    return " ".join("".join(chars).split())


@cache
def _collators(language: str) -> tuple[Collator, Collator]:
    """Return what compares the letters of texts in *language* alone, and what compares all."""
    locale = Locale.forLanguageTag(tag(language))
    letters, whole = Collator.createInstance(locale), Collator.createInstance(locale)
    letters.setStrength(Collator.PRIMARY)
    return letters, whole
