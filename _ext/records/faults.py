"""What is wrong on a page, in words that an editor understands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalogues.rules.characters import hidden_characters
from texts.quotation import spelled

_ENTRY = re.compile(r"(?<=\.)[0-9]+(?=\.|$)")


@dataclass(frozen=True)
class Fault:
    """Something wrong: its message, the key *path* and the line of the page, 0 where unknown."""

    path: str
    message: str
    line: int = 0
    meant: str = ""  # the key of which this one seems a misspelling

    def __str__(self) -> str:
        """Return the key and what is wrong with it."""
        return f"{self.path}: {self.message}" if self.path else self.message

    def at(self, file: str) -> str:
        """Return what is wrong with its place in *file*."""
        return f"{file}:{self.line}: {self}" if self.line else f"{file}: {self}"


def counted(path: str) -> str:
    """Return the *path* of a key as editors count: the first entry of a list is 1."""
    return _ENTRY.sub(lambda found: str(int(found[0]) + 1), path)


def quoted(given: object) -> str:
    """Return what an editor wrote as a message repeats it: on one line, short, and harmless."""
    if isinstance(given, (list, tuple, set)):
        return "a list"
    if isinstance(given, dict):
        return "a group of keys"
    return spelled(str(given))


def given(value: object) -> str:
    """Return the *value* of a setting as a message repeats it: a text between quotes."""
    return quoted(value) if isinstance(value, (dict, list, tuple, set)) else quoted(repr(value))


def hidden_in(text: str) -> str | None:
    """Return which character of *text* readers do not see, by the rule of the gate, or None."""
    wrong = next(hidden_characters("", text), None)
    return ": ".join(wrong) if wrong else None
