"""``termbase``: the glossary as files that terminology databases and translators' tools take.

TBX of 2008 for databases and OmegaT; for each language a CSV for Weblate, and a catalogue for
the translation memory of Poedit, which has no glossary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.terms.glossary_files import (
    catalogue_of_pairs,
    pairs,
    table_of_languages,
    table_of_pairs,
)
from catalogues.terms.tbx import tbx
from commands.glossary_concepts import Termbase
from commands.glossary_terms import glossary
from commands.project import (
    BUILD,
    ROOT,
    catalogue_files,
    languages,
    settings,
    source_language,
)
from storage import write_if_changed

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = BUILD / "termbase"
_NAME = "seminars"


def write(chosen: Sequence[str]) -> int:
    """Write the termbase, and the files for the languages *chosen*; return the exit status."""
    for line in catalogue_files().lines(ROOT, chosen=chosen):
        print(line, flush=True)
    concepts = Termbase().concepts()
    source, title = source_language(), settings()["project"]
    changed = max((entry.facts.updated for entry in glossary()), default=None)
    written = {
        f"{_NAME}.tbx": tbx(concepts, title=title, language=source),
        f"{_NAME}.csv": table_of_languages(concepts, tuple(languages())),
    }
    for language in chosen:
        if language != source:
            name = f"{_NAME}-{source}-{language}"
            found = list(pairs(concepts, source=source, language=language))
            written[f"{name}.csv"] = table_of_pairs(found)
            written[f"{name}.po"] = catalogue_of_pairs(
                found, title=title, source=source, language=language, changed=changed
            )
    for name, content in written.items():
        write_if_changed(FOLDER / name, content)
    print(f"The termbase of {len(concepts)} concepts is in {FOLDER.relative_to(ROOT)}/", flush=True)
    return 0
