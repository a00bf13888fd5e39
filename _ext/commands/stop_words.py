"""Words without meaning for a search: “the”, “of”, “what”.

They are those of Sphinx's own search (the lists of Snowball), which has none for some languages;
these, and what somebody asks with, stand here. A language without any is searched all the same.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from cldr.language_tags import primary

_MORE = {
    "en": (
        "what which who whom whose where when why how about vs versus etc please find meaning "
        "definition difference"
    ),
    "fr": (
        "comment pourquoi quand où combien quoi dont donc si ni car contre entre vers chez sous "
        "ça cela ceci vs etc définition différence"
    ),
    "ro": (
        "a acea aceasta această aceea acel acela acele acest acesta aceste acestei acestor ai al "
        "ale alt am ar are as asupra au avea aveți ca că când care cărei cărui căror ce cea cei "
        "cel cele celor cine cu cum cât câte da dar de deci deși despre din dintr dintre doar "
        "după e ea ei el ele era este eu fi fie fiind fost iar îi îl în înainte între într îmi își "
        "îți l la le lor lui mai mi ne nici noi nu o or ori pe pentru prin printr sa să sale sau "
        "se sub sunt ta te tot toate toți un una unde unei unele unii unor unui va vor vreo "
        "definiție definiția diferența"
    ),
    "ru": (
        "это такое такие какие каково какова сколько почему чья чей чьи ли "
        "определение разница отличие"
    ),
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words without meaning of *language*."""
    code = primary(language)
    return frozenset(_MORE.get(code, "").split()) | _of_sphinx(code)


def _of_sphinx(code: str) -> frozenset[str]:
    from sphinx.search import languages  # noqa: PLC0415 - it loads docutils

    found = languages.get(code)
    if isinstance(found, str):
        module, _, name = found.rpartition(".")
        found = getattr(import_module(module), name)
    return frozenset(found.stopwords) if found else frozenset()
