"""The beginning of a text, in whole sentences."""

from __future__ import annotations

import re

# Three letters or digits before the stop, for shorter words are abbreviations; what follows is seen
# by the letter or digit with which it begins
_END_OF_SENTENCE = re.compile(r"\w{3}[»”’)]*[.!?…。][»”’)]*(?=\s+(\W*\w))")


def beginning(text: str, length: int) -> str:
    """Return the whole sentences with which *text* begins, as many as *length* characters hold.

    Where the first is longer than that, it is cut between words.
    """
    if len(text) <= length:
        return text
    start = text[: length + 1]
    ends = _END_OF_SENTENCE.finditer(text, 0, len(start) + 2)
    sentences = [end for end in ends if not (end[1][-1].islower() or end[1][-1].isdigit())]
    sentences = [end for end in sentences if end.end() <= length]
    if sentences:
        return start[: sentences[-1].end()]
    return f"{start[:-1].rpartition(' ')[0] or start[:-1]}…"
