"""Articles at the beginning of a title, which the alphabetical order of many languages passes over.

Which words those are: MARC 21, Appendix F, «Initial Definite and Indefinite Articles» (Library of
Congress), which also says by its silence which languages have none; *des* is of French practice.
Names of institutions lose theirs as titles do, names of places keep them (RDA 11.2.2.8, 16.2.2.4;
ISO 999 likewise). An article that is written together with its word, as in Arabic, counts.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from cldr.language_tags import tag

_ARTICLES = {
    "af": "die 'n ’n",
    "ca": "el els en l' l’ la les un una",
    "da": "de den det en et",
    "de": "das dem den der des die ein eine einem einen einer eines",
    "el": "ένα ένας η μια ο οι τα την της το τον του των",
    "en": "a an the",
    "es": "el la las lo los un una",
    "eu": "bat",
    "fr": "des l' l’ la le les un une",
    "ga": "an na",
    "gl": "a as o os unha",
    "hu": "a az egy",
    "it": "gl' gl’ gli i il l' l’ la le lo un un' un’ una uno",
    "mt": "il- l-",
    "nb": "de den det ei ein eit en et",
    "nl": "'n ’n 't ’t de een het",
    "nn": "dei den det ei ein eit",
    "no": "de dei den det ei ein eit en et",
    "oc": "l' l’ la las le les lo lou los un una",
    "pt": "a as o os um uma",
    "ro": "o un",
    "sv": "de den det en ett",
    "yi": "אַ אַן דאָס דער די",
}


def without_article(text: str, *, language: str) -> str:
    """Return *text*, which is in *language*, from its first word that is no article."""
    article = _pattern(language.partition("-")[0].partition("_")[0].partition("@")[0])
    found = article.match(text) if article else None
    if found is None or _is_place(text, language):
        return text
    return text[found.end() :]


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _ARTICLES.get(language, "").split()
    if not words:
        return None
    joined = [re.escape(word) for word in words if not word[-1].isalpha()]
    alone = [re.escape(word) for word in words if word[-1].isalpha()]
    choices = "|".join([*(rf"{word}\s*" for word in joined), rf"(?:{'|'.join(alone)})\s+"])
    return re.compile(rf"[\W_]*(?:{choices})(?=[\W_]*\w)", re.IGNORECASE)


def _is_place(text: str, language: str) -> bool:
    """Return whether *text* begins with the name of a place that has an article."""
    lowered = text.casefold()
    return any(re.match(rf"{re.escape(name)}\b", lowered) for name in _places(language))


@cache
def _places(language: str) -> frozenset[str]:
    """Return the names of countries and cities that CLDR writes with an article in *language*."""
    try:
        locale = Locale.parse(tag(language), sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    article = _pattern(locale.language)
    cities = (zone.get("city", "") for zone in locale.time_zones.values())
    names = {str(name).casefold() for name in (*locale.territories.values(), *cities)}
    return frozenset(name for name in names if article and article.match(name))
