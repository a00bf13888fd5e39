"""What pages are called in every language, for the search: read by ``commands.search`` alone.

A page is found by the names of another language too, so the index of each has those of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalogues.locales import INTERFACE
from records.facets import LIST, WITH_MADE_PAGES
from records.names_sought import names_anywhere, names_in, places_in, times_of
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from formats.content import Content
    from records.archive import Record

FILE = "names-sought.json"


def files(content: Content) -> Mapping[str, bytes]:
    """Return the names of each record, by its address."""
    words = {code: content.publication.says(INTERFACE, code) for code in content.locales}
    found = {
        content.addresses[docname]: _sought(content, record, words)
        for docname, record in content.records.items()
        if record.facts is not None
    }
    return {FILE: as_json({**found, **_values(content, words)}).encode()}


def _sought(
    content: Content, record: Record, words: Mapping[str, Callable[[str], str]]
) -> dict[str, Any]:
    """Return names by language, ``""`` for any; and places and times."""
    names, places = {"": names_anywhere(record)}, []
    for code, locale in content.locales.items():
        say = content.publication.says(record.docname, code)
        names[code] = names_in(record, say=say, word=words[code])
        places += places_in(record, say=say, word=words[code], locale=locale)
    times = times_of(record, locale=content.locales[content.language])
    return {"names": names, "places": [*dict.fromkeys(places), *times]}


def _values(content: Content, words: Mapping[str, Callable[[str], str]]) -> dict[str, Any]:
    """Return the names of the values of facets whose pages are made of those of others."""
    found = {}
    facets = {facet.folder: facet for facet in WITH_MADE_PAGES}
    for page, address in sorted(content.addresses.items()):
        folder, _, value = page.partition("/")
        if folder in facets and value != LIST:
            said = {
                code: facets[folder].wording(value, locale=locale)
                for code, locale in content.locales.items()
            }
            names = {code: [words[code](text) or text] for code, text in said.items()}
            found[address] = {"names": names, "places": []}
    return found
