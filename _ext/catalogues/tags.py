"""The order of HTML tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME_OF_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})  # elements that have no end


def is_nested(tags: Sequence[str]) -> bool:
    """Return whether each of the HTML *tags* closes what was opened last."""
    opened: list[str] = []
    for tag in tags:
        name = _NAME_OF_TAG.match(tag)
        if name is None or tag.endswith("/>") or name[2].lower() in _VOID:
            continue
        if not name[1]:
            opened.append(name[2].lower())
        elif not opened or opened.pop() != name[2].lower():
            return False
    return not opened
