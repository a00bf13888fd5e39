"""Spaces that do not break, where the typography of a language wants them."""

from __future__ import annotations

import re
from functools import lru_cache

_NO_BREAK = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"

# Lexique des règles typographiques en usage à l'Imprimerie nationale, « Ponctuation »: a narrow
# space before ; ! ? and a full one before : and inside « »; a number does not leave its unit.
_FRENCH = (
    (re.compile(r"« "), f"«{_NO_BREAK}"),
    (re.compile(r" (?=[»:])"), _NO_BREAK),
    (re.compile(r" (?=[;!?])"), _NARROW),
    (re.compile(r"(?<=\d) (?=[\d%€])"), _NARROW),
    (re.compile(r"\b(n°|nos|art\.|p\.|M\.|Mme) (?=\S)"), rf"\1{_NO_BREAK}"),
)
# А. Э. Мильчин, «Справочник издателя и автора», 7.4: № and г. stay with the number.
_RUSSIAN = (
    (re.compile(r"(?<=№) (?=\d)"), _NO_BREAK),
    (re.compile(r"(?<=\d) (?=г\.)"), _NO_BREAK),
    (re.compile(r" (?=[–—] )"), _NO_BREAK),
)
_RULES = {"fr": _FRENCH, "ru": _RUSSIAN}
# What a text has at least that a rule applies to: most have nothing of it
_SIGNS = {"fr": re.compile(r"[«»:;!?°\d]|nos|art\.|p\.|M"), "ru": re.compile(r"[№\d–—]")}


@lru_cache(maxsize=4096)  # labels, names and days stand on many pages
def spaced(text: str, *, language: str) -> str:
    """Return *text* with the no-break spaces of *language*; a language without rules keeps it."""
    if language not in _RULES or not _SIGNS[language].search(text):
        return text
    for pattern, replacement in _RULES[language]:
        text = pattern.sub(replacement, text)
    return text
