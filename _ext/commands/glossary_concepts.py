"""The termbase: every record of the glossary with its names in all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.locales import INTERFACE
from catalogues.terms.designations import Concept, Designation, Named
from commands.check_po import check_language
from commands.glossary_terms import glossary, translations
from commands.project import ROOT, catalogue_files, languages, source_language
from records.citation import cite
from records.front_matter import read_page, split_front_matter
from records.kinds.instruments import is_eu_act
from records.terminology import GlossaryEntry, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from records.names import Name
    from records.provisions import Provision

_RENDERED = "translation by the archive"  # a message of the interface


class Termbase:
    """The names of the records, from the pages and from what the gate lets pass."""

    def __init__(self) -> None:
        files = catalogue_files().languages
        self._checked = {code: check_language(code, files[code]) for code in languages()}
        self._words = {code: translations(self._checked[code], INTERFACE) for code in languages()}
        self._titles = {code: self._titles_in(code) for code in languages()}
        self._eu_acts = {one.target.id for one in glossary() if is_eu_act(one.facts)}

    def concepts(self) -> list[Concept]:
        """Return the concepts by their ids."""
        found = []
        for entry in sorted(glossary(), key=lambda entry: entry.target.id):
            concept = Concept(entry.target.id, self._subject(entry), entry.facts.url or "")
            for language in languages():
                named = self._named(entry, language)
                if named is not None:
                    concept.languages[language] = named
            found.append(concept)
        return found

    def _subject(self, entry: GlossaryEntry) -> str:
        """Return what kind of record *entry* is: the heading of the page that lists them."""
        page = ROOT / entry.target.kind.folder / "index.md"
        text = read_page(page) if page.is_file() else ""
        return plain(split_front_matter(text).heading or entry.target.kind.name)

    def _named(self, entry: GlossaryEntry, language: str) -> Named | None:
        own = self._translations(entry, language)
        names = entry.names(own)
        if not names:
            return None
        status = entry.status(language)
        is_rendered = status is not None and status.value == "rendered"
        note = self._say(language)(_RENDERED) if is_rendered else ""
        definition = entry.definition if own is None else own.get(entry.definition, "")
        return Named(
            tuple(_designation(name, is_preferred=not is_rendered, note=note) for name in names),
            plain(definition, self._titles[language]),
            tuple(self._sources(entry, language)),
        )

    def _translations(self, entry: GlossaryEntry, language: str) -> dict[str, str] | None:
        """Return the translations of the page of *entry*, or None for the source itself."""
        if language == source_language():
            return None
        return translations(self._checked[language], entry.docname)

    def _titles_in(self, language: str) -> Mapping[str, str]:
        """Return what a reference without words of its own shows, by the id of the record."""
        return {
            entry.target.id: entry.in_reference(self._translations(entry, language))
            or entry.in_reference()
            for entry in glossary()
        }

    def _sources(self, entry: GlossaryEntry, language: str) -> list[str]:
        """Return where instruments define a concept; else its page in the archive."""
        places = [place for place in entry.provisions if place.role == "defines"]
        return [self._cited(place, language) for place in places] or [f"{entry.docname}.html"]

    def _cited(self, place: Provision, language: str) -> str:
        """Return the title of the instrument, and the place in it."""
        is_eu = place.instrument in self._eu_acts
        words = cite(place, is_eu=is_eu, language=language, say=self._say(language))
        title = self._titles[language].get(place.instrument, place.instrument)
        return f"{title}, {words}" if words else title

    def _say(self, language: str) -> Callable[[str], str]:
        """Return what translates a message of the interface into *language*."""
        known = self._words[language]
        return lambda message: known.get(message, message)


def _designation(name: Name, *, is_preferred: bool, note: str) -> Designation:
    """Return *name* with its status: a variant is admitted, whoever uses it."""
    return Designation(name.text, name.type, is_preferred and name.type != "variant", note)
