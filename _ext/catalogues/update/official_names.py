"""Tell the translators of one language what a record is officially called in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cldr.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from catalogues.gate import Checked
    from catalogues.po.document import Catalogue

    Page = Mapping[str, Catalogue]  # by language
    Check = Callable[[str, bytes], Checked]  # of a language, and the content of its catalogue


def add_official_names(
    page: Page, official: Mapping[str, list[str]], *, check: Check, locale: str
) -> None:
    """Add to the comments of a page's catalogues the names that are official in other languages.

    *official* holds the languages in which a message is; *locale* is the one in which comments are
    written. A name that *check* refuses is none, and goes no further than the catalogue in which it
    stands. Comments come fresh from the templates, so that a name is added once.
    """
    known = dict(_published(page, {code for codes in official.values() for code in codes}, check))
    for language, catalogue in page.items():
        for entry in catalogue.content:
            if not entry.obsolete:
                codes = official.get(entry.msgid, [])
                names = {code: language_name(code, locale=locale) for code in codes}
                lines = _lines(language, entry.msgid, names, known)
                entry.comment = "\n".join(filter(None, [entry.comment, *lines]))


def _published(
    page: Page, wanted: Collection[str], check: Check
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield language and message, and how a page's catalogue in a *wanted* language has it."""
    for language in sorted(page.keys() & wanted):
        for entry in check(language, page[language].written()).entries:
            yield (language, entry.msgid), " ".join(entry.msgstr.split())


def _lines(
    language: str, message: str, official: Mapping[str, str], known: Mapping[tuple[str, str], str]
) -> Iterator[str]:
    """Yield what is said of *message* to translators into *language*; *official* has names."""
    for other, name in official.items():
        if other == language:
            yield f"Il existe une forme officielle en {name} : la reprendre telle quelle."
        elif (other, message) in known:
            yield f"Officiel en {name} : {known[other, message]}"
