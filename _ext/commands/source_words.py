"""The function words of the language of the pages, by which its texts are known among others."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from sphinx import search

from catalogues.source_text import SourceText
from commands.project import source_language


@cache
def source_text(target: str) -> SourceText:
    """Return what tells the texts of the pages from those of a catalogue in *target*."""
    source = source_language()
    words = _function_words(source) - _function_words(target)
    return SourceText(words, source=source, target=target)


def _function_words(language: str) -> frozenset[str]:
    """Return the words that Sphinx leaves out of an index in *language*; none if it has no list."""
    found = search.languages.get(language.partition("_")[0])
    if isinstance(found, str):  # the path of the class, which is not loaded yet
        module, _dot, name = found.rpartition(".")
        return frozenset(getattr(import_module(module), name).stopwords)
    return frozenset() if found is None else frozenset(found.stopwords)
