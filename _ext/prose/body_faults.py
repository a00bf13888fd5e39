"""What is wrong with the body of a page, in an editor's words."""

from __future__ import annotations

from typing import NamedTuple

NO_NOTE = "the footnote `[^"  # which begins what is said of one without a text


class Fault(NamedTuple):
    """What is wrong at a line (from 1) of a page, and how to mend it.

    ``drops`` says that the block is not to be read at all: it would do harm, or be reported again
    in other words by what reads it. ``last`` is where it ends, 0 for the end of the block.
    """

    line: int
    text: str
    drops: bool = False
    last: int = 0
