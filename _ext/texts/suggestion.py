"""Guess which name somebody meant who wrote another one."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def meant(name: str, names: Iterable[str]) -> str:
    """Return a question that names the one of *names* that was probably meant by *name*, or ""."""
    close = difflib.get_close_matches(name.lower(), sorted(names), n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`?" if close else ""
