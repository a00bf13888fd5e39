"""Say to translators in their language what this project says in English, as far as it is known.

``locale/<language>/LC_MESSAGES/translators.po`` beside this file is gettext's, as any program has
it: its messages are what the rules say of a translation and the comments say of a message, with
names in curly brackets for what is filled in.
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
_WORDS = "what"  # the name of what is filled in with words that are a message themselves


class _Words(NamedTuple):
    """What a translator wrote for all messages that *pattern* finds."""

    pattern: re.Pattern[str]
    translation: str


def known(text: str, language: str) -> str | None:
    """Return *text* in *language*, what was filled in as it stands; None if it is not known."""
    for words in _catalogue(language):
        found = words.pattern.fullmatch(text)
        if found is None:
            continue
        filled = found.groupdict()
        if _WORDS in filled:
            inner = known(filled[_WORDS], language)
            if inner is None:
                continue
            filled[_WORDS] = inner
        parts = _FILLED.split(words.translation)  # words, name, words, name, … words
        parts[1::2] = map(filled.__getitem__, parts[1::2])
        return "".join(parts)
    return None


def known_lines(text: str, language: str) -> str:
    """Return *text* with each line in *language* that is known, and the others as they are."""
    return "\n".join(known(line, language) or line for line in text.split("\n"))


@cache
def _catalogue(language: str) -> tuple[_Words, ...]:
    """Return what the catalogue of *language* has, what is fuzzy or empty left out.

    What has the most words of its own comes first: it is meant where a shorter one fits too.
    """
    path = _FOLDER / language / "LC_MESSAGES" / "translators.po"
    if not path.is_file():
        return ()
    entries = polib.pofile(str(path)).translated_entries()
    entries.sort(key=lambda entry: -len(_FILLED.sub("", entry.msgid)))
    return tuple(
        _Words(
            re.compile(_NAME.sub(r"(?P<\1>.+)", re.escape(entry.msgid)), re.DOTALL), entry.msgstr
        )
        for entry in entries
    )
