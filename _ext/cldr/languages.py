"""What CLDR (through Babel) says of languages and countries."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from cldr.language_tags import tag
from cldr.un_names import UN_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping


def own_names(locales: Mapping[str, str]) -> dict[str, str]:
    """Return by its code what speakers call the language of each locale, as a heading has it.

    Of two that have one name each says its script and country: *Português (Brasil)*.
    """
    names = {code: own_name(locale) for code, locale in locales.items()}
    count = Counter(names.values())
    return {
        code: name if count[name] == 1 else own_name(locales[code], in_full=True)
        for code, name in names.items()
    }


@cache
def own_name(locale: str, *, in_full: bool = False) -> str:
    """Return what speakers call the language of *locale*, as a heading would write it."""
    cldr = Locale.parse(locale)
    name = (cldr.get_display_name if in_full else cldr.get_language_name)(locale) or locale
    return name[:1].upper() + name[1:]


@cache
def language_name(code: str, *, locale: str) -> str:
    """Return the name of the language *code* in the language of *locale*.

    What CLDR has no name for, a language in a script say, is named by its parts: *serbe (latin)*.
    """
    cldr = Locale.parse(locale)
    name: str | None = cldr.languages.get(tag(code).replace("-", "_"))
    if name:
        return name
    language, *others = tag(code).split("-")
    parts = [_part(other, cldr) for other in others]
    name = cldr.languages.get(language, language)
    return f"{name} ({', '.join(parts)})" if parts else name


def _part(subtag: str, cldr: Locale) -> str:
    """Return the name of a script, a country or a variety."""
    for names in (cldr.scripts, cldr.territories, cldr.variants):
        if name := names.get(subtag) or names.get(subtag.upper()):
            return str(name)
    return subtag


@cache
def country_name(code: str, *, locale: str) -> str:
    """Return the name of the country *code* (ISO 3166-1 alpha-2) in the language of *locale*.

    It is the short form of the United Nations, where CLDR has another one.
    """
    cldr = Locale.parse(locale)
    name: str = UN_NAMES.get(cldr.language, {}).get(code) or cldr.territories[code]
    return name


@cache
def countries() -> frozenset[str]:
    """Return the code of each country (ISO 3166-1 alpha-2).

    Groupings and placeholders of CLDR are none (UTS #35, unicode_region_subtag).
    """
    codes = map(str, Locale.parse("en").territories)
    alpha_2 = frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code))
    return alpha_2 - {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


@cache
def language_codes() -> frozenset[str]:
    """Return the code of each language, in the form that has no script and no country."""
    codes = frozenset(code for code in map(str, Locale.parse("en").languages) if "_" not in code)
    return codes - {"mul", "und", "zxx"}
