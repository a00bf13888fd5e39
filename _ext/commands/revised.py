"""``revised``: note in catalogues that a second person has compared them with their pages."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from catalogues import revision
from catalogues.left_out import unwritable
from catalogues.locales import is_interface, path_of
from catalogues.po.document import Catalogue
from commands.check_po import check_content
from commands.project import ROOT, catalogue_files
from commands.status import publication, what_lacks
from records.faults import quoted
from texts.harmless import in_terminal
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from catalogues.status import Publication
    from commands.lock import Lock

_NO_NAME = 'say who has revised it: make revised NAME="Name Surname" LANGUAGES=ro PAGES=about'
_LONGEST = 200  # characters of a name with its address
_TRANSLATOR = "Last-Translator"


def note(chosen: Sequence[str], pages: Sequence[str], *, name: str, lock: Lock) -> int:
    """Note that *name* has revised *pages* in *chosen* languages; without any, all catalogues.

    All of them, or none: what cannot be noted is named, a line each. Return the exit status.
    """
    name = " ".join(name.split())
    fault = _fault_of_name(name)
    found = None if fault else publication(lock)
    if found is None:
        if fault:
            print(f"revised: {fault}", file=sys.stderr)
        return 1
    wanted = list(_wanted(found, chosen, pages))
    faults = [line for one in wanted if (line := _fault(found, *one, name=name))]
    faults += _unknown(found, pages)
    for line in faults:
        print(f"revised: {line}", file=sys.stderr)
    if faults or not wanted:
        print("revised: nothing has been noted", file=sys.stderr)
        return 1
    return max([_note(language, domain, name) for language, domain in wanted])


def _fault_of_name(name: str) -> str:
    """Return what keeps *name* from being that of a person who can be asked, if anything does."""
    if not any(char.isalpha() for char in name):
        return _NO_NAME
    if not name.isprintable() or len(name) > _LONGEST:
        return f"the name is one line of at most {_LONGEST} characters"
    return ""


def _domain(page: str) -> str:
    return page.removesuffix(".md").removesuffix(".po")


def _wanted(
    found: Publication, chosen: Sequence[str], pages: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield language and name of each catalogue that is to be noted as revised."""
    for language in chosen:
        known = dict(found.statuses(language))
        for domain in map(_domain, pages) if pages else known:
            if domain in known:
                yield language, domain


def _unknown(found: Publication, pages: Sequence[str]) -> Iterator[str]:
    """Yield a line for each of *pages* that there is not."""
    known = {name for language in found.translations for name, _one in found.statuses(language)}
    for page in pages:
        if _domain(page) not in known:
            yield f"there is no page {quoted(page)}{meant(_domain(page), known)}"


def _fault(found: Publication, language: str, domain: str, *, name: str) -> str:
    """Return on one line why a catalogue cannot be noted as revised by *name*, if so."""
    path, status = in_terminal(path_of(language, domain)), found.status(language, domain)
    is_known = domain in found.messages or is_interface(domain)
    if not is_known or domain not in found.catalogues[language]:
        return f"{path}: there is nothing to revise"
    if status.stage == "draft" or any((*status.counts[1:], status.refused, status.absent)):
        return f"{path}: this is not complete: {what_lacks(status)}"
    if found.catalogue(language, domain).findings:
        return f"{path}: `make check-po LANGUAGES={language}` finds something: mend it first"
    translator = Catalogue(_path(language, domain)).content.metadata.get(_TRANSLATOR, "")
    if _person(translator) == _person(name):
        return f"{path}: {quoted(name)} is its last translator; a second person revises"
    return ""


def _person(name: str) -> str:
    """Return *name* without an address, to be compared."""
    return name.partition("<")[0].strip().casefold()


def _path(language: str, domain: str) -> Path:
    return catalogue_files().languages[language].catalogues[domain]


def _note(language: str, domain: str, name: str) -> int:
    """Write into the header of a catalogue that *name* has revised it; return the exit status."""
    catalogue = Catalogue(_path(language, domain))
    entries = check_content(domain, language, catalogue.before).entries
    date = f"{datetime.now(UTC):%Y-%m-%d %H:%M%z}"  # as PO-Revision-Date has it
    catalogue.content.metadata |= revision.fields(entries, name=name, date=date)
    try:
        catalogue.save()
    except OSError as error:
        print(unwritable(catalogue.path, error).line(ROOT), file=sys.stderr)
        return 1
    print(f"{in_terminal(path_of(language, domain))}: revised by {in_terminal(name)}", flush=True)
    return 0
