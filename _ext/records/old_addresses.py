"""Addresses that pages had before: what conf.py says of them, and where each leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from records.faults import Fault, given
from records.fields import ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SETTING = "seminars_redirects"
_PAGE = re.compile(rf"(?:{ID.pattern.removeprefix('(?=.{1,100}$)')}/)*{ID.pattern}")


def faults_of_old(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Refuse what is no path of a page, and old names that lead back to themselves."""
    redirects = settings[SETTING]
    wrong = False
    for old, new in redirects.items():
        for page in (old, new):
            if not isinstance(page, str) or not _PAGE.fullmatch(page):
                wrong = True
                text = "its path without .md, as in events/2018-06-05-chisinau, is allowed"
                yield Fault(f"{SETTING}.{old}", f"{given(page)} is no page: {text}")
    for old in () if wrong else redirects:
        way = _way(redirects, old)
        if way[-1] in way[:-1]:
            names = ", ".join(way)
            yield Fault(f"{SETTING}.{old}", f"this leads round and round: {names}: take one out")


def final(redirects: Mapping[str, str]) -> dict[str, str]:
    """Return the page to which each old name leads at last, for a page may be renamed twice."""
    return {old: _way(redirects, old)[-1] for old in redirects}


def _way(redirects: Mapping[str, str], page: str) -> list[str]:
    """Return *page* and those to which it leads, as far as none stands twice."""
    way = [page]
    while way[-1] in redirects and way[-1] not in way[:-1]:
        way.append(redirects[way[-1]])
    return way
