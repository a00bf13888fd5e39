"""How each language cites a place in a legal instrument.

The words are messages of the interface, put together from the article down to the letter. Where
two kinds of instruments are cited alike in English and not elsewhere, the names of placeholders
differ.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from records.provisions import Provision

_PARTS = {"preamble": "Preamble", "appendix": "Appendix"}
_ARTICLE, _ARTICLES = "Article %(article)s", "Articles %(article)s to %(last)s"
_FIRST_ARTICLE = "Article 1"  # French calls it "article premier", as treaties and acts head it
_CHAPTER, _SECTION = "Chapter %(chapter)s", "%(place)s, section %(section)s"
_RECITAL, _OF_APPENDIX = "%(place)s, paragraph %(recital)s", "%(place)s, point (%(item)s)"
_PARAGRAPH = "%(place)s(%(paragraph)s)", "%(place)s(%(paragraph)s) to (%(last)s)"
_DIVISION = "%(place)s(%(division)s)", "%(place)s(%(division)s) to (%(last)s)"
_NUMBER = "%(place)s(%(number)s)", "%(place)s(%(number)s) to (%(last)s)"
# Of a treaty and of an act of the European Union, right below the article and below a paragraph
_POINT = "%(place)s(%(point)s)", "%(place)s(%(point)s) to (%(last)s)"
_POINT_BELOW = "%(place)s(%(pointbelow)s)", "%(place)s(%(pointbelow)s) to (%(last)s)"
_SUBPARAGRAPH = "%(place)s(%(subparagraph)s)", "%(place)s(%(subparagraph)s) to (%(last)s)"
_SUBPARAGRAPH_BELOW = (
    "%(place)s(%(subparagraphbelow)s)",
    "%(place)s(%(subparagraphbelow)s) to (%(last)s)",
)
_LETTER = "%(place)s(%(letter)s)", "%(place)s(%(letter)s) to (%(last)s)"
MESSAGES = (
    *_PARTS.values(),
    *(_ARTICLE, _ARTICLES, _FIRST_ARTICLE, _CHAPTER, _SECTION, _RECITAL, _OF_APPENDIX),
    *(*_PARAGRAPH, *_DIVISION, *_NUMBER, *_LETTER),
    *(*_POINT, *_POINT_BELOW, *_SUBPARAGRAPH, *_SUBPARAGRAPH_BELOW),
)

_ROMAN = re.compile("[IVXLC]+")
# Articles that were put in later have a letter, and in French an adverb: Interinstitutional Style
# Guide of the European Union, French edition, section 2.7
_INSERTED = re.compile(r"([0-9]+)([a-h])")
_ADVERBS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies")


class Step(NamedTuple):
    """A message of the interface, and what its placeholders stand for beside ``place``."""

    message: str
    values: dict[str, str]


def cite(
    provision: Provision, *, is_eu: bool, language: str, say: Callable[[str], str] = str
) -> str:
    """Return how *language* cites the place; empty for an instrument as a whole.

    *is_eu* is whether the instrument is an act of the European Union; *say* translates a message
    of the interface.
    """
    place = ""
    for message, values in _steps(provision, is_eu=is_eu, language=language):
        place = say(message) % {"place": place, **values}
    return place


def _steps(provision: Provision, *, is_eu: bool, language: str) -> Iterator[Step]:
    """Yield the parts of the place, each with the message that puts it behind those before."""
    yield from _head(provision, is_eu and language == "fr")
    below = _parts_below(provision, is_eu=is_eu)
    for number, (messages, name, value) in enumerate(below, 1):
        if provision.to and number == len(below):
            yield Step(messages[1], {name: value, "last": provision.to})
        else:
            yield Step(messages[0], {name: value})


def _head(provision: Provision, has_adverbs: bool) -> Iterator[Step]:
    if provision.part:
        yield Step(_PARTS[provision.part], {})
    if provision.chapter:
        yield Step(_CHAPTER, {"chapter": provision.chapter})
    if provision.section:
        yield Step(_SECTION, {"section": provision.section})
    if not provision.article:
        return
    article = _with_adverb(provision.article) if has_adverbs else provision.article
    if provision.to and not (provision.paragraph or provision.point):
        last = _with_adverb(provision.to) if has_adverbs else provision.to
        yield Step(_ARTICLES, {"article": article, "last": last})
    elif article == "1":
        yield Step(_FIRST_ARTICLE, {})
    else:
        yield Step(_ARTICLE, {"article": article})


def _with_adverb(article: str) -> str:
    found = _INSERTED.fullmatch(article)
    return f"{found[1]}\xa0{_ADVERBS[ord(found[2]) - ord('a')]}" if found else article


def _parts_below(provision: Provision, *, is_eu: bool) -> list[tuple[tuple[str, ...], str, str]]:
    """Return messages, placeholder and value of what stands below the article."""
    found: list[tuple[tuple[str, ...], str, str]] = []
    if provision.paragraph:
        if provision.part:
            found.append(((_RECITAL, _RECITAL), "recital", provision.paragraph))
        elif _ROMAN.fullmatch(provision.paragraph):
            found.append((_DIVISION, "division", provision.paragraph))
        else:
            found.append((_PARAGRAPH, "paragraph", provision.paragraph))
    if provision.point:
        found.append((*_point(provision, is_eu=is_eu), provision.point))
    if provision.letter:
        found.append((_LETTER, "letter", provision.letter))
    return found


def _point(provision: Provision, *, is_eu: bool) -> tuple[tuple[str, ...], str]:
    """Return the messages of a point and its placeholder, by what it is a part of."""
    assert provision.point is not None
    if provision.part:
        return (_OF_APPENDIX, _OF_APPENDIX), "item"
    if not provision.point.isalpha():
        return _NUMBER, "number"
    is_below = bool(provision.paragraph)
    if is_eu:
        return (_POINT_BELOW, "pointbelow") if is_below else (_POINT, "point")
    return (
        (_SUBPARAGRAPH_BELOW, "subparagraphbelow") if is_below else (_SUBPARAGRAPH, "subparagraph")
    )
