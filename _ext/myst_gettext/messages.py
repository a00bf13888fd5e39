"""A compiled catalogue as a table."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Messages(GNUTranslations):
    """The messages of one catalogue, with the translation of each."""

    def translations(self) -> dict[str, str]:
        """Return the translation of each message that has one; the empty one is the header."""
        found: dict[object, str] = self._catalog  # type: ignore[attr-defined]
        return {
            key: text
            for key, text in found.items()
            if isinstance(key, str) and key and text.strip()
        }


class Kept(NullTranslations):
    """The messages that are left to somebody else, with the translation of each."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        super().__init__()
        self._catalog = dict(translations)  # where ``Locale`` looks whether there are any

    def gettext(self, message: str) -> str:
        """Return the translation of *message*, or itself."""
        return self._catalog.get(message, message)
