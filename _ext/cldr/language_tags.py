"""Language tags (BCP 47) of gettext's codes, and the direction in which a language is written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale as Cldr
from icu import Script

from cldr.scripts import script

if TYPE_CHECKING:
    from collections.abc import Iterable

# What gettext calls a variety that has a subtag of another name (IANA language subtag registry)
_REGISTERED = {"ijekavian": "ijekavsk", "ekavian": "ekavsk"}

# RFC 5646, 2.1, without extensions and private use, of which no text makes anything
WELL_FORMED = re.compile(
    r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?"
    r"(?:[-_](?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*"
)


@cache
def primary(code: str) -> str:
    """Return the language that *code* is of, without its script, country and variety."""
    return tag(code).partition("-")[0]


@cache
def tag(code: str) -> str:
    """Return the language *code* of gettext, or a tag however it is written, as a tag.

    ``zh_CN`` is ``zh-CN``, ``sr@latin`` is ``sr-Latn``. The modifier of gettext names a script or
    a variety; one that names neither, as ``euro`` does, says nothing of the language. The case of
    subtags is that of RFC 5646, 2.1.1.
    """
    name, _, modifier = code.partition("@")
    language, *others = re.split("[-_]", name.partition(".")[0])
    subtag = _subtag(modifier.lower())
    others.insert(0 if len(subtag) == 4 else len(others), subtag)
    return "-".join([language.lower(), *(_written(other) for other in others if other)])


def _written(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 else subtag.lower()


def _subtag(modifier: str) -> str:
    """Return the subtag of the script or variety that gettext calls *modifier*, if there is one."""
    cldr = Cldr.parse("en")
    for code, name in cldr.scripts.items():
        if modifier in {name.lower(), code.lower()}:
            return str(code)
    modifier = _REGISTERED.get(modifier, modifier)
    return modifier if modifier.upper() in cldr.variants else ""


@cache
def direction(code: str) -> str:
    """Return how the script of the language *code*, as a page would say in ``dir``, is written.

    That is the script of the tag, or else the likely one (UTS #35, Likely Subtags).
    """
    found = script(tag(code))
    is_leftwards = bool(found) and Script(Script.getCode(found)[0]).isRightToLeft()
    return "rtl" if is_leftwards else "ltr"


def closest(language: str, tags: Iterable[str]) -> str | None:
    """Return the one of *tags* that takes in *language* most closely, as ``pt`` does ``pt_BR``.

    A tag takes in what has all of its subtags (RFC 4647, 3.3.2) and is written in its script, which
    a tag need not name: ``sr`` does not take in ``sr@latin``, nor ``zh`` ``zh_TW``.
    """
    own = tag(language)
    subtags = {*own.split("-"), script(own)}
    found = [
        one
        for one in tags
        if script(tag(one)) == script(own) and subtags.issuperset(tag(one).split("-"))
    ]
    return max(found, key=lambda one: tag(one).count("-"), default=None)
