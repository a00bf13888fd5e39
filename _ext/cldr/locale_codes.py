"""From the code of a language, as gettext writes it, to what CLDR has of it."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from cldr.language_tags import tag


@cache
def known_locale(language: str) -> Locale | None:
    """Return what CLDR has of *language*; None if it has nothing."""
    try:
        return Locale.parse(tag(language), sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None
