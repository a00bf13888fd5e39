"""Say a finding in the language of the translator, as far as all of its parts are known."""

from __future__ import annotations

import re

from catalogues.translators_words import known

_IN = re.compile(r"(.*?)( \(in “.*”\))?( \[[a-z]+\])", re.DOTALL)


def in_language(text: str, language: str) -> str:
    """Return the *text* of a finding in *language*; in English where a part of it is not known."""
    parts = _IN.fullmatch(text)
    if parts is None:
        return text
    said, place = _both(parts[1], language), known((parts[2] or "").lstrip(), language)
    if said is None:
        return text
    return said + (f" {place or parts[2].lstrip()}" if parts[2] else "") + parts[3]


def word(text: str, language: str) -> str:
    """Return a *text* without anything to be filled in, in *language* or as it is."""
    return known(text, language) or text


def _both(text: str, language: str) -> str | None:
    """Return what is wrong and how to mend it, which a colon parts; None if either is not known."""
    for colon in re.finditer(": ", text):
        wrong, mend = (
            known(part, language) for part in (text[: colon.start()], text[colon.end() :])
        )
        if wrong is not None and mend is not None:
            return f"{wrong}: {mend}"
    return None
