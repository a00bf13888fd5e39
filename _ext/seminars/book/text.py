"""Texts as LaTeX: the one way in which words get into the book past Sphinx's writer."""

from __future__ import annotations

import unicodedata

from sphinx.util import texescape


def as_latex(text: str) -> str:
    r"""Return *text* as LaTeX that prints it as it stands, in one line.

    A control character is no letter to TeX but an error; ``^^5c``, which TeX reads as a backslash,
    needs no rule of its own, for ``^`` is escaped.
    """
    line = " ".join(text.split())
    shown = "".join(char for char in line if unicodedata.category(char) != "Cc")
    texescape.init()  # Sphinx fills its table when a LaTeX builder is made
    return texescape.escape(shown, "xelatex")
