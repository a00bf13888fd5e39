"""Tell the translators of one language what a record is officially called in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.checked_copy import check_catalogue, content_of, page_of
from catalogues.files import others_than
from cldr.languages import language_name
from commands.project import ROOT, languages, settings, source_language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from commands.updating.po import Catalogue

    Page = Mapping[str, Catalogue]  # by language


def add_official_names(name: str, page: Page, official: Mapping[str, list[str]]) -> None:
    """Add to the comments of a page's catalogues the names that are official in other languages.

    *name* is that of the page; *official* holds the languages in which a message is. A name that
    the gate refuses is none, and goes no further than the catalogue in which it stands. Comments
    come fresh from the templates, so that a name is added once.
    """
    known = dict(_published(name, page, {code for codes in official.values() for code in codes}))
    for language, catalogue in page.items():
        for entry in catalogue.content:
            if not entry.obsolete:
                lines = _lines(language, entry.msgid, official.get(entry.msgid, []), known)
                entry.comment = "\n".join(filter(None, [entry.comment, *lines]))


def _published(
    name: str, page: Page, wanted: Collection[str]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield language and message, and how a page's catalogue in a *wanted* language has it."""
    for language in sorted(page.keys() & wanted):
        checked = check_catalogue(
            page[language].written(),
            name,
            page=content_of(page_of(name, ROOT)),
            syntax=settings()["myst_enable_extensions"],
            others=others_than(language, languages()),
        )
        for entry in checked.entries:
            yield (language, entry.msgid), " ".join(entry.msgstr.split())


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
