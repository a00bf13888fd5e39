"""Texts of nothing but words and pauses, of which no rule of the gate finds anything.

Two of three messages are such texts, translation and all; so they need not be looked into.
"""

from __future__ import annotations

import re

# Letters that stand alone and are seen by all, in the scripts that the archive has today
_LETTER = "[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0400-\u0481\u048a-\u052f]"
_END = "[.!?…)»”]{0,2}"
_WORDS = re.compile(
    rf"(?>{_LETTER}+(?>[’'-](?={_LETTER})|[,;.)»”]{{0,2}} [(«„“]?(?={_LETTER})|(?={_END}\Z)))+"
    rf"{_END}"
)
_LONGEST = 400  # characters; so its signs are too few for any limit


def are_mere_words(source: str, translation: str) -> bool:
    """Return whether both are one line of words, and neither is much longer than the other.

    No word stands against another without a space, so there is no address; there is no digit, no
    colon and no bracket of markup.
    """
    return (
        len(translation) <= min(_LONGEST, 5 * len(source))
        and _WORDS.fullmatch(translation) is not None
        and _WORDS.fullmatch(source) is not None
    )
