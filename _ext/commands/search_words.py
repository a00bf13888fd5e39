"""Words as the index of names has them: ``search-names.js`` takes a query apart in the same way.

Letters are small and without accents, numbers without zeros in front; letters and digits part, so
that C029 is found by “C 29”. Scripts without spaces are taken by pairs of letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

from cldr.letters import unspaced, written_out

_RUNS = re.compile(r"[^\W\d_]+|\d+")
_SHOUTED = 3  # words, more of which do not make an abbreviation
_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # O.N.U.


def words_of(text: str) -> list[str]:
    """Return the words of *text*, in their order."""
    found: list[str] = []
    for run in _RUNS.findall(folded(_joined(text))):
        if run.isdigit():
            found.append(run.lstrip("0") or "0")
        elif _unspaced().match(run):
            found += map("".join, pairwise(run))
        else:
            found.append(run)
    return found


def abbreviations_in(name: str) -> set[str]:
    """Return those of the words of *name* that are abbreviations: they are in capitals alone.

    A long name that is so as a whole was printed in capitals and has none.
    """
    runs = _RUNS.findall(_joined(name))
    if len(runs) > _SHOUTED and name.isupper():
        return set()
    return {folded(run) for run in runs if len(run) > 1 and run.isupper()}


def _joined(text: str) -> str:
    return _ABBREVIATION.sub(lambda found: found[0].replace(".", ""), text)


def folded(text: str) -> str:
    """Return *text* in small letters that everybody can type."""
    small = unicodedata.normalize("NFC", text).lower()
    if small.isascii():
        return small
    parts = unicodedata.normalize("NFKD", small.translate(_plain_letters()))
    return parts.translate(_BARE)


class _Bare(dict[int, str]):
    """What stands for each part of a letter, by its number: nothing for a mark."""

    def __missing__(self, number: int) -> str:
        part = chr(number)
        is_mark = unicodedata.category(part)[0] == "M"
        self[number] = bare = "" if is_mark else written_out().get(part, part)
        return bare


_BARE = _Bare()


@cache
def _plain_letters() -> dict[int, str]:
    return str.maketrans(written_out())


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(unspaced()[0])
