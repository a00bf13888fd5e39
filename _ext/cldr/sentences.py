"""The beginning of a text, in whole sentences.

Where sentences end is what Unicode says (UAX #29), but at the abbreviations of each language. CLDR
lists some (``ss-standard``), of which ICU takes the ends of words for one: no sentence would end in
*occidentaux*, for *aux.*
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from icu import BreakIterator, Locale

from cldr.language_tags import primary, tag
from cldr.locale_codes import known_locale
from cldr.no_break_spaces import abbreviations, has_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

# The last word before a mere full stop; behind a bracket or a quotation mark, it ends a sentence
_LAST_WORD = re.compile(r"([\w°º.-]*[\w°º])\.\s*\Z")
_CLOSING = re.compile(r"\s»(?=\s)")  # in French, of which Unicode takes no notice
_INITIALS = re.compile(r"(?:\w\.-?)+\w")  # as in U.S. and т.е.
_NEXT = re.compile(r"\w")
_NEXT_WORD = 40  # characters, in which the next sentence shows its first letter
_SHORT = 3  # letters: before a figure, or in a language without rules, such a word may be short
# What stands before a word, so that no sentence ends there, and no space of which is bound
_OTHERS = {
    "fr": "c. cf. ex. env. éd. coll. dir. trad. fig. sect. tél. av. boul. bd. réf. suppl. St. Ste.",
    "en": "cf. ca. c. ed. eds. vs. v. viz. fig. ch. Gen. Col. Capt. Lt. Rev. Hon. Gov. Sen.",
    "ro": "dl. dna. d-na. d-l. dr. prof. ing. av. col. gen. lt. jud. mun. str. bd. tel. ex. cf. "
    "cca. ed. sf. Sf. op. ș.",
    "ru": "им. ул. просп. пер. д. кв. тел. см. ср. напр. ред. изд. обл. ген. полк. акад. доц. абз. "
    "подп. прим.",
}


def beginning(text: str, length: int, *, language: str) -> str:
    """Return the whole sentences with which *text* begins, as many as *length* characters hold.

    Where the first is longer than that, it is whole all the same, for half a sentence may say the
    contrary. One that goes on for more than twice as long is cut between words.
    """
    if len(text) <= length:
        return text
    most = 2 * length
    ends = [end for end in _ends(text[: most + _NEXT_WORD], language) if end <= most]
    if ends:
        return text[: max((end for end in ends if end <= length), default=ends[0])]
    start = text[:length]
    return text if len(text) <= most else f"{start.rpartition(' ')[0] or start}…"


def _ends(text: str, language: str) -> Iterator[int]:
    """Yield where sentences of *text* end, without the space that follows."""
    start = 0
    for boundary in _boundaries(text, language):
        sentence, following = text[start:boundary], _NEXT.search(text, boundary)
        if following and _is_end(sentence, following[0], language):
            end = boundary - len(sentence) + len(sentence.rstrip())
            closing = _CLOSING.match(text, end)
            yield closing.end() if closing else end
            start = boundary


def _boundaries(text: str, language: str) -> list[int]:
    """Return the boundaries that Unicode sees; ICU counts in UTF-16."""
    iterator = _iterator(language)
    iterator.setText(text)
    wide = text.encode("utf-16-le")
    return [len(wide[: 2 * boundary].decode("utf-16-le")) for boundary in iterator]


@cache
def _iterator(language: str) -> BreakIterator:
    return BreakIterator.createSentenceInstance(Locale.forLanguageTag(tag(language)))


def _is_end(sentence: str, following: str, language: str) -> bool:
    """Return whether a sentence ends where Unicode says so, *following* being the next letter."""
    if following.islower() or sentence.rstrip(". ").isdigit():
        return False  # the latter numbers a sentence
    found = _LAST_WORD.search(sentence)
    if found is None:
        return True
    word = found[1]
    if word.isdecimal():
        return not (_has_ordinals(language) and len(word) < _SHORT)
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or _INITIALS.fullmatch(word) or _is_abbreviation(f"{word}.", language):
        return False
    may_be_short = following.isdecimal() or not has_rules(language)
    return not (may_be_short and len(word) <= _SHORT and not word.isupper())


def _is_abbreviation(word: str, language: str) -> bool:
    known = _abbreviations(language)
    return word in known or word.lower() in known


@cache
def _abbreviations(language: str) -> frozenset[str]:
    others, locale = _OTHERS.get(primary(language), "").split(), known_locale(language)
    months = locale.months["format"]["abbreviated"].values() if locale else ()
    return abbreviations(language).union(others, map(str, months))


@cache
def _has_ordinals(language: str) -> bool:
    """Return whether a day is written with a full stop, as in 5. Juni."""
    locale = known_locale(language)
    return locale is not None and "d." in locale.date_formats["long"].pattern
