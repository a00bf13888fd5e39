"""Words as Pagefind is to index them; ``search-results.js`` takes out again what is put in here.

Pagefind parts words at spaces and at signs of ASCII, and knows no letter but as it is written.
"""

from __future__ import annotations

import re
from functools import cache

from cldr.letters import unspaced, written_out

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
    start, end = page.find(_MAIN[0]), page.rfind(_MAIN[1])
    prose = page[start : end + len(_MAIN[1])] if 0 <= start < end else page
    words = _with_plain_words(_JOINT.sub(_PARTED, prose))
    return f"<html><body>{_unspaced().sub(_BREAK, words)}</body></html>"


@cache
def _unspaced() -> re.Pattern[str]:
    """Return where a word may begin in scripts that have no spaces: behind each letter.

    What they need to be found is a phrase of such words. A dictionary would find longer ones, and
    not the same in the browser as here.
    """
    letters, befores = unspaced()
    return re.compile(rf"(?={letters})(?<=\w)|(?<={befores})(?=[\w<])")


@cache
def _letters() -> re.Pattern[str]:
    chars = {case for char in written_out() for case in (char, char.upper())}
    return re.compile(f"[{''.join(sorted(char for char in chars if not char.isascii()))}]")


def _with_plain_words(prose: str) -> str:
    """Return *prose* with each word that has a letter such as œ or ł once more, without it."""
    parts: list[str] = []
    end = 0
    for found in _letters().finditer(prose):
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
