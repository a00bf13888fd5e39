"""Text cut to the room that there is for it."""

from __future__ import annotations

_LOOSE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE},;:.–—-(«“„"  # what no text ends in


def shortened(text: str, most: int) -> str:
    """Return *text*, of at most so many characters: what is longer is cut between words.

    One word that is longer by itself is cut within. Brackets are not: what stands in them, such
    as a number or an abbreviation, goes with them, and the text before the last ones is whole.
    """
    if len(text) <= most:
        return text
    start = text[:most]
    words = (start.rpartition(" ")[0] or start[:-1]).rstrip(_LOOSE)
    opened = start.rfind("(")
    before = text[: max(opened, 0)].rstrip(_LOOSE)
    if not before or ")" in start[opened:]:
        return f"{words}…"
    return before if text.find(")", opened) == len(text) - 1 else f"{before}…"
