"""Say a finding in the language of the translator, as far as a catalogue of its own has the words.

``locale/<language>/LC_MESSAGES/check-po.po`` beside this file is gettext's, as any program has it:
its messages are what the rules say, with names in curly brackets for what is filled in.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import polib

_FOLDER = Path(__file__).parent / "locale"
_NAME = re.compile(r"\\\{([a-z]+)\\\}")  # in a text that is escaped for a pattern
_FILLED = re.compile(r"\{([a-z]+)\}")
_IN = re.compile(r"(.*?)( \(in “.*”\))?( \[[a-z]+\])", re.DOTALL)


class _Words(NamedTuple):
    """What a translator wrote for all messages that *pattern* finds."""

    pattern: re.Pattern[str]
    translation: str


def in_language(text: str, language: str) -> str:
    """Return the *text* of a finding in *language*; in English where a part of it is not known."""
    parts = _IN.fullmatch(text)
    if parts is None:
        return text
    said, place = _both(parts[1], language), _one((parts[2] or "").lstrip(), language)
    if said is None:
        return text
    return said + (f" {place or parts[2].lstrip()}" if parts[2] else "") + parts[3]


def word(text: str, language: str) -> str:
    """Return a *text* without anything to be filled in, in *language* or as it is."""
    return _one(text, language) or text


def _both(text: str, language: str) -> str | None:
    """Return what is wrong and how to mend it, which a colon parts; None if either is not known."""
    for colon in re.finditer(": ", text):
        wrong, mend = (
            _one(part, language) for part in (text[: colon.start()], text[colon.end() :])
        )
        if wrong is not None and mend is not None:
            return f"{wrong}: {mend}"
    return None


def _one(text: str, language: str) -> str | None:
    """Return *text* in *language*, what was filled in as it stands; None if it is not known."""
    for known in _words(language):
        found = known.pattern.fullmatch(text)
        if found is not None:
            parts = _FILLED.split(known.translation)  # words, name, words, name, … words
            parts[1::2] = map(found.group, parts[1::2])
            return "".join(parts)
    return None


@cache
def _words(language: str) -> tuple[_Words, ...]:
    """Return what the catalogue of *language* has, what is fuzzy or empty left out."""
    path = _FOLDER / language / "LC_MESSAGES" / "check-po.po"
    if not path.is_file():
        return ()
    return tuple(
        _Words(
            re.compile(_NAME.sub(r"(?P<\1>.+)", re.escape(entry.msgid)), re.DOTALL), entry.msgstr
        )
        for entry in polib.pofile(str(path)).translated_entries()
    )
