"""Text cut to the room that there is for it."""

from __future__ import annotations

_LOOSE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE},;:.–—-(«“„"  # what no text ends in


def shortened(text: str, most: int) -> str:
    """Return *text*, of at most so many characters: what is longer is cut between words.

    One word that is longer by itself is cut within.
    """
    if len(text) <= most:
        return text
    start = text[:most]
    return f"{(start.rpartition(' ')[0] or start[:-1]).rstrip(_LOOSE)}…"
