"""Words as Pagefind is to index them; ``search-results.js`` takes out again what is put in here.

Pagefind parts words at spaces and at signs of ASCII, and knows no letter but as it is written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cldr.letters import unspaced, written_out

if TYPE_CHECKING:
    from collections.abc import Set

# Pagefind joins a word to what stands before an apostrophe or a dash that is not of ASCII, so that
# nobody would find the ONUDC of l’ONUDC. A sign of ASCII parts them.
_PARTING = "^"
_PARTED = rf"\g<0>{_PARTING}"
_JOINT = re.compile(
    r"[’‐‑–—…](?<=\w.)(?=[\w<])"
)  # the sign first: a look behind each letter is dear
_BREAK = f"{_PARTING} "  # between words that the script does not part; the space of others stays
_PLAIN = f"{_PARTING}{_PARTING}"  # around a word in letters that everybody can type
_WORD = re.compile(r"\w*")
_MAIN = "<article", "</article>"


def parted(page: str) -> str:
    """Return the article of *page* with its words parted, and written out where they need it."""
    prose = article(page)
    signs = {*prose}  # most pages have none of those that take long to look for
    words = _with_plain_words(_JOINT.sub(_PARTED, prose), signs & _letters())
    if _before().search("".join(signs)):
        words = _unspaced().sub(_BREAK, words)
    return f"<html><body>{words}</body></html>"


def article(page: str) -> str:
    """Return the article of *page*, or all of it where there is none."""
    start, end = page.find(_MAIN[0]), page.rfind(_MAIN[1])
    return page[start : end + len(_MAIN[1])] if 0 <= start < end else page


@cache
def _unspaced() -> re.Pattern[str]:
    """Return where a word may begin in scripts that have no spaces: behind each letter.

    What they need to be found is a phrase of such words. A dictionary would find longer ones, and
    not the same in the browser as here.
    """
    letters, befores = unspaced()
    return re.compile(rf"(?={letters})(?<=\w)|(?<={befores})(?=[\w<])")


@cache
def _before() -> re.Pattern[str]:
    """Return behind which signs ``_unspaced`` may find a word: its letters are among them."""
    return re.compile(unspaced()[1])


@cache
def _letters() -> frozenset[str]:
    chars = {case for char in written_out() for case in (char, char.upper())}
    return frozenset(char for char in chars if not char.isascii())


def _with_plain_words(prose: str, letters: Set[str]) -> str:
    """Return *prose* with each word that has one of *letters*, as œ or ł, once more without it."""
    if not letters:
        return prose
    parts: list[str] = []
    end = 0
    for found in re.finditer(f"[{''.join(sorted(letters))}]", prose):
        place = found.start()
        if place < end or prose.rfind("<", end, place) > prose.rfind(">", end, place):
            continue  # in a word that has been done, or in a tag
        while place > end and prose[place - 1].isalnum():
            place -= 1
        word = _WORD.match(prose, place)
        assert word
        plain = "".join(written_out().get(char, char) for char in word[0].lower())
        parts += [prose[end : word.end()], f"{_PLAIN}{plain}{_PLAIN}"]
        end = word.end()
    return "".join((*parts, prose[end:]))
