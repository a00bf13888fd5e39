"""The glossary as tables for Weblate and spreadsheets, and as a catalogue for Poedit."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

import polib

from catalogues.po.header import completed, own_header
from texts.harmless import is_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from catalogues.terms.designations import Concept, Named

_COLUMNS = (
    "source",
    "target",
    "developer_comments",
    "context",
)  # as the Translate Toolkit calls them


class Pair(NamedTuple):
    """A name in two languages; *context* is the id of the record."""

    name: str
    translation: str
    comment: str
    context: str


def pairs(concepts: Iterable[Concept], *, source: str, language: str) -> Iterator[Pair]:
    """Yield the names of what both languages have a name for."""
    for concept in concepts:
        ours, theirs = concept.languages[source], concept.languages.get(language)
        if theirs is not None:
            comment = _comment(theirs)
            for name, translation in _paired(ours, theirs):
                yield Pair(name, translation, comment, concept.id)


def _paired(ours: Named, theirs: Named) -> Iterator[tuple[str, str]]:
    """Yield the names of one type in both languages; a name without a partner has the first."""
    for kind in dict.fromkeys(name.type for name in ours.names):
        partners = [name.text for name in theirs.names if name.type == kind]
        for number, name in enumerate(name for name in ours.names if name.type == kind):
            partner = partners[number] if number < len(partners) else theirs.names[0].text
            yield name.text, partner


def _comment(named: Named) -> str:
    """Return on one line what a translator should know of a name."""
    note = named.names[0].note
    return " – ".join(part for part in (note, named.definition) if part)


def table_of_languages(concepts: Iterable[Concept], languages: Sequence[str]) -> bytes:
    """Return a CSV with a row for each concept, and its names in every language."""
    rows = []
    for concept in concepts:
        cells = (concept.languages.get(language) for language in languages)
        names = ("; ".join(name.text for name in named.names) if named else "" for named in cells)
        rows.append((concept.id, concept.subject, *names))
    return _table(("id", "subject", *languages), rows)


def table_of_pairs(found: Iterable[Pair]) -> bytes:
    """Return a CSV that Weblate takes in as a glossary."""
    return _table(_COLUMNS, found)


def catalogue_of_pairs(
    found: Iterable[Pair], *, title: str, source: str, language: str, changed: date | None
) -> bytes:
    """Return a catalogue of gettext that is called *title*, for a translation memory.

    Its header has the day when the glossary was last *changed*, so that it stays the same until
    then.
    """
    catalogue = polib.POFile(wrapwidth=0)
    day = {"PO-Revision-Date": f"{changed} 00:00+0000"} if changed else {}
    own = {**own_header(title, language), "X-Source-Language": source}
    catalogue.metadata = completed(day, own)
    for pair in found:
        entry = polib.POEntry(
            msgid=pair.name, msgstr=pair.translation, comment=pair.comment, msgctxt=pair.context
        )
        catalogue.append(entry)
    return str(catalogue).encode()


def _table(columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    table.writerows(map(_cell, row) for row in rows)
    return text.getvalue().encode()


def _cell(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula.

    In quotes, as Weblate exports such cells and takes them in again (``unescape_csv``); a quote in
    front alone, as OWASP has it, would stay there and become part of the name.
    """
    if not is_formula(text):
        return text
    return "'{}'".format(text.replace("|", r"\|"))
