"""Repeat in a message what somebody wrote: short, on one line, and harmless."""

from __future__ import annotations

from texts.harmless import in_terminal

_LONGEST = 60  # characters


def shown(text: str, *, longest: int = _LONGEST) -> str:
    """Return *text* short and on one line, without anything that a terminal would act upon."""
    start = " ".join(in_terminal(text[: 2 * longest]).split())
    return start if len(start) <= longest else f"{start[:longest]}…"


def quoted(text: str) -> str:
    """Return *text* in backquotes, or in other marks where it has backquotes itself."""
    return f"“{shown(text)}”" if "`" in text else f"`{shown(text)}`"
