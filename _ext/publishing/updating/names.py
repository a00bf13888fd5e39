"""Tell the translators of one language what a record is officially called in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publishing.project import languages, source_language
from records.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import polib

    Page = Mapping[str, polib.POFile]  # a catalogue by language


def add_official_names(page: Page, official: Mapping[str, list[str]]) -> None:
    """Add to the comments of a page's catalogues the names that are official in other languages.

    *official* holds the languages in which a message is. Comments come fresh from the templates,
    so that a name is added once.
    """
    known = {
        (language, entry.msgid): entry.msgstr
        for language, catalogue in page.items()
        for entry in catalogue
        if entry.translated()
    }
    for language, catalogue in page.items():
        for entry in catalogue:
            if not entry.obsolete:
                lines = _lines(language, entry.msgid, official.get(entry.msgid, []), known)
                entry.comment = "\n".join(filter(None, [entry.comment, *lines]))


def _lines(
    language: str, message: str, official: list[str], known: Mapping[tuple[str, str], str]
) -> Iterator[str]:
    locale = languages()[source_language()]
    for other in official:
        name = language_name(other, locale=locale)
        if other == language:
            yield f"Il existe une forme officielle en {name} : la reprendre telle quelle."
        elif (other, message) in known:
            yield f"Officiel en {name} : {known[other, message]}"
