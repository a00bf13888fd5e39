"""From the code of a language, as gettext writes it, to what CLDR has of it."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl"}  # of gettext, which are scripts in CLDR


@cache
def known_locale(language: str) -> Locale | None:
    """Return what CLDR has of *language*; None if it has nothing."""
    name, _at, modifier = language.partition("@")
    script = _MODIFIERS.get(modifier, "")
    try:
        parsed = Locale.parse(name)
        return Locale(parsed.language, script=script or parsed.script, territory=parsed.territory)
    except (UnknownLocaleError, ValueError, TypeError):
        return None
