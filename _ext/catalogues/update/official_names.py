"""Tell the translators of one language what a record is officially called in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.translators_words import known
from cldr.language_tags import closest
from cldr.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from catalogues.gate import Checked
    from catalogues.po.document import Catalogue

    Page = Mapping[str, Catalogue]  # by language
    Check = Callable[[str, bytes], Checked]  # of a language, and the content of its catalogue

_OWN = "There is an official form in {language}: take it as it stands."
_OTHER = "Official in {language}: {name}"


def add_official_names(
    page: Page, official: Mapping[str, list[str]], *, check: Check, locales: Mapping[str, str]
) -> None:
    """Add to the comments of a page's catalogues the names that are official in other languages.

    *official* holds the languages in which a message is; *locales* are those of all languages, in
    each of which its comments are written. A name that *check* refuses is none, and goes no further
    than the catalogue in which it stands. Comments come fresh from the templates, so that a name is
    added once.
    """
    published = dict(
        _published(page, {code for found in official.values() for code in found}, check)
    )
    for language, catalogue in page.items():
        for entry in catalogue.content:
            if not entry.obsolete:
                codes = official.get(entry.msgid, [])
                found = _names(entry.msgid, _within(page, codes), language, published)
                lines = [_line(code, name, language, locales[language]) for code, name in found]
                entry.comment = "\n".join(filter(None, [entry.comment, *lines]))


def _published(
    page: Page, wanted: Collection[str], check: Check
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield language and message, and how a page's catalogue in a *wanted* language has it."""
    for language in _within(page, wanted):
        for entry in check(language, page[language].written()).entries:
            yield (language, entry.msgid), " ".join(entry.msgstr.split())


def _within(languages: Iterable[str], codes: Collection[str]) -> list[str]:
    """Return those of *languages* that *codes* take in, as ``pt`` does ``pt_BR``."""
    return sorted(one for one in languages if closest(one, codes))


def _names(
    message: str, codes: list[str], language: str, published: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    """Yield the languages in which *message* is official, and its form there; none in its own."""
    for code in codes:
        if code == language:
            yield code, ""
        elif (code, message) in published:
            yield code, published[code, message]


def _line(code: str, name: str, language: str, locale: str) -> str:
    """Return what is said of a *name* in the language *code* to translators into *language*."""
    sentence = _OTHER if name else _OWN
    said = sentence.format(language=language_name(code, locale=locale), name=name)
    in_english = sentence.format(language=language_name(code, locale="en"), name=name)
    return known(said, language) or in_english
