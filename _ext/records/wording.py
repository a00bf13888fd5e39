"""A text that knows its language."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """A text of a page as it is shown, and the code of the language that it is in.

    That is the language of the build, or that of the source for want of a translation. It is
    known where the text is translated and cannot be told from its words: a name may be the same in
    two languages.
    """

    text: str
    language: str
