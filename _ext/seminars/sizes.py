"""Widths and heights of pictures and tables: attributes and classes in the place of ``style=``.

docutils writes them as styles within a page (``docutils.writers._html_base``: ``image_size``,
``depart_colspec``), which a strict policy refuses. ``sizes.css`` has the classes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECLARATION = re.compile(r"(width|height):\s*([\d.]+)\s*([a-zA-Z%]*)")
_FONT = 16  # pixels of a letter's height, by which browsers begin
_WINDOW = 8  # pixels of a hundredth of a window
# How many pixels a unit has: https://www.w3.org/TR/css-values-4/#absolute-lengths; what depends on
# letters or on the window is about that
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "em": _FONT,
    "rem": _FONT,
    "ex": _FONT / 2,
    "ch": _FONT / 2,
    "vh": _WINDOW,
    "vmin": _WINDOW,
    "vmax": _WINDOW,
}
_PERCENT = ("%", "vw")  # of the text, which is never wider than the window
MOST_PERCENT, MOST_REM = 100, 80  # of which sizes.css has a class for each whole number


def without_style(tagname: str, attributes: dict[str, Any]) -> dict[str, Any]:
    """Return the *attributes* of a tag with those that say the same as its style.

    A picture has its width in pixels, as HTML has it, and its style sheet the last word on its
    height; what else has a size gets a class.
    """
    kept = dict(attributes)
    found = _DECLARATION.findall(kept.pop("style"))
    classes = [*kept.pop("classes", [])]
    for dimension, number, unit in found:
        value = float(number)
        if tagname == "img" and dimension == "width" and unit.lower() in _PIXELS:
            kept["width"] = str(max(1, round(value * _PIXELS[unit.lower()])))
        else:
            classes += _class(dimension, value, unit.lower())
    return kept | {"classes": classes}


def _class(dimension: str, value: float, unit: str) -> Iterator[str]:
    """Yield the class of a size, as far as ``sizes.css`` has one: a share of the height has none.

    A box has no height of its own that a share could be of (CSS 2.2, 10.5).
    """
    if unit in _PERCENT and dimension == "width":
        yield f"width-{_within(value, MOST_PERCENT)}"
    elif unit in _PIXELS:
        yield f"{dimension}-{_within(value * _PIXELS[unit] / _FONT, MOST_REM)}-rem"


def _within(value: float, most: int) -> int:
    return min(max(round(value), 1), most)
