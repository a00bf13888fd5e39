"""``termbase``: the glossary as files that terminology databases and translators' tools take.

ISO 30042:2019 for databases and OmegaT; for each language a CSV for Weblate, and a catalogue for
the translation memory of Poedit, which has no glossary. Weblate reads no TBX of 2019.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import polib

from commands.project import (
    BUILD,
    ROOT,
    catalogue_files,
    languages,
    settings,
    source_language,
)
from commands.terminology.designations import Concept, Named, Termbase
from commands.terminology.tbx import tbx
from storage import write_if_changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# https://owasp.org/www-community/attacks/CSV_Injection; where the decimal sign is a comma, as in
# French, spreadsheets part the cells of a file at its semicolons
_FORMULA = re.compile(r"(?:^|[;\t])\s*[=+\-@＝＋－＠]")
FOLDER = BUILD / "termbase"
_NAME = "seminars"
_COLUMNS = (
    "source",
    "target",
    "developer_comments",
    "context",
)  # as the Translate Toolkit calls them


def write(chosen: Sequence[str]) -> int:
    """Write the termbase, and the files for the languages *chosen*; return the exit status."""
    for line in catalogue_files().lines(ROOT, chosen=chosen):
        print(line, flush=True)
    concepts = Termbase().concepts()
    source = source_language()
    written = {f"{_NAME}.tbx": tbx(concepts, title=settings()["project"], language=source)}
    written[f"{_NAME}.csv"] = _table(("id", "subject", *languages()), _all_languages(concepts))
    for language in chosen:
        if language != source:
            pairs = list(_pairs(concepts, language))
            written[f"{_NAME}-{source}-{language}.csv"] = _table(_COLUMNS, pairs)
            written[f"{_NAME}-{source}-{language}.po"] = _catalogue(pairs, language)
    for name, content in written.items():
        write_if_changed(FOLDER / name, content)
    print(f"The termbase of {len(concepts)} concepts is in {FOLDER.relative_to(ROOT)}/", flush=True)
    return 0


def _all_languages(concepts: Sequence[Concept]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each concept, with its names in every language."""
    for concept in concepts:
        cells = (concept.languages.get(language) for language in languages())
        names = ("; ".join(name.text for name in named.names) if named else "" for named in cells)
        yield (concept.id, concept.subject, *names)


def _pairs(concepts: Sequence[Concept], language: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, translation, comment and id of what both languages have a name for."""
    for concept in concepts:
        ours, theirs = concept.languages[source_language()], concept.languages.get(language)
        if theirs is not None:
            comment = _comment(theirs)
            for name, translation in _paired(ours, theirs):
                yield name, translation, comment, concept.id


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


def _table(
    columns: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]
) -> bytes:
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
    if not _FORMULA.search(text):
        return text
    return "'{}'".format(text.replace("|", r"\|"))


def _catalogue(pairs: Sequence[tuple[str, str, str, str]], language: str) -> bytes:
    """Return *pairs* as a catalogue of gettext."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": settings()["project"],
        "Language": language,
        "X-Source-Language": source_language(),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for name, translation, comment, context in pairs:
        catalogue.append(
            polib.POEntry(msgid=name, msgstr=translation, comment=comment, msgctxt=context)
        )
    return str(catalogue).encode()
