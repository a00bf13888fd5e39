"""Repeat in a message what somebody wrote: short, on one line, and harmless."""

from __future__ import annotations

from texts.harmless import in_terminal

_LONGEST = 60  # characters


def shown(text: str, *, longest: int = _LONGEST) -> str:
    """Return *text* short and on one line, without anything that a terminal would act upon."""
    start = " ".join(in_terminal(text[: 2 * longest]).split())
    return start if len(start) <= longest else f"{start[:longest]}…"


def quoted(text: str) -> str:
    """Return a passage of prose in backquotes, or in other marks where it has them itself."""
    return f"“{shown(text)}”" if "`" in text else f"`{shown(text)}`"


def spelled(text: str) -> str:
    """Return a value in backquotes, letter by letter, for each of its characters counts.

    One that a terminal would obey or nobody would see is written as its number.
    """
    start = "".join(
        char if char.isprintable() else f"U+{ord(char):04X}" for char in text[:_LONGEST]
    )
    return f"`{start}…`" if len(text) > _LONGEST else f"`{start}`"
