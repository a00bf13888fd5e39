"""A compiled catalogue as a table."""

from __future__ import annotations

from gettext import GNUTranslations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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

    def without(self, messages: Iterable[str]) -> Messages:
        """Forget the translations of *messages*, and return what is left."""
        found: dict[object, str] = self._catalog  # type: ignore[attr-defined]
        for message in messages:
            found.pop(message, None)
        return self
