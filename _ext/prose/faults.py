"""What is wrong with the body of a page, in an editor's words."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def meant(name: str, names: Iterable[str]) -> str:
    """Return a question that names the one of *names* that was probably meant by *name*, or ""."""
    close = difflib.get_close_matches(name.lower(), sorted(names), n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`?" if close else ""
