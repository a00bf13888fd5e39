"""Bring the translators' catalogues up to date with the sources, losing nothing.

Catalogues first follow their pages, then each is merged with the template of its page
(``catalogues.update``). Nothing is written before all are merged, and then one file after the
other, each at one stroke (``catalogues.po``). One that cannot be read stays as it is and keeps no
other one back.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from catalogues.findings import Finding
from catalogues.left_out import LeftOut, obstacle, unwritable
from catalogues.locales import FOLDER, INTERFACE, files_of, others_than, survey
from catalogues.po.document import BrokenCatalogue, Catalogue
from catalogues.po.header import completed, own_header
from catalogues.po.reader import fault_of_language
from catalogues.po.replacement import finish_interrupted
from catalogues.rules.form import SYNTAX
from catalogues.translators_words import known_lines
from catalogues.update.merge import Known, MergeError, merge, united
from catalogues.update.official_names import add_official_names
from catalogues.update.page_moves import follow_pages
from commands import interface_words
from commands.check_po import check_content
from commands.page_templates import templates_of_pages
from commands.project import LOCALES, ROOT, languages, settings, source_language
from commands.source_words import source_text
from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import polib

    from commands.lock import Lock
    from commands.page_templates import Templates

# What keeps a catalogue from being updated
Obstruction = BrokenCatalogue | LeftOut


def update(lock: Lock) -> int:
    """Update every catalogue of every language; return the exit status."""
    try:
        return _update(lock)
    except OSError as error:  # a full disk, above all; each catalogue is the old or the new one
        print(f"update-po: {error}: no catalogue is lost; mend it and try again", file=sys.stderr)
        return 1


def _update(lock: Lock) -> int:
    pages = templates_of_pages(lock)
    return 1 if pages is None else update_to(pages)


def update_to(pages: Templates) -> int:
    """Bring every catalogue to the templates of *pages*; return the exit status."""
    merged: dict[str, dict[str, Catalogue]] = {}
    broken: list[Obstruction] = list(survey(LOCALES, languages()).left_out)
    if any(found.path == LOCALES for found in broken):
        return _report(broken)
    for language in languages():
        is_source = language == source_language()
        templates = {} if is_source else dict(pages.messages)
        if language != "en":  # the words of the interface are in English
            templates[INTERFACE] = interface_words.template(language)
        merged[language] = merge_language(language, templates, broken, is_source=is_source)
    for name, official in pages.official.items():
        add_official_names(
            {code: found[name] for code, found in merged.items() if name in found},
            official,
            check=partial(check_content, name),
            locales=languages(),
        )
    for language, catalogues in merged.items():
        changed = sum(_save(catalogue, broken) for catalogue in catalogues.values())
        print(f"[{language}] {len(catalogues)} catalogues, {changed} changed", flush=True)
    return _report(broken)


def _save(catalogue: Catalogue, broken: list[Obstruction]) -> bool:
    """Write *catalogue*; return whether it changed. One that cannot be written is *broken*."""
    try:
        return catalogue.save()
    except OSError as error:
        broken.append(unwritable(catalogue.path, error))
        return False


def merge_language(
    language: str,
    templates: dict[str, polib.POFile],
    broken: list[Obstruction],
    *,
    locales: Path = LOCALES,
    is_source: bool = False,
) -> dict[str, Catalogue]:
    """Return the catalogues of *language* merged with *templates*; those that cannot are *broken*.

    They follow their pages at once; what they say is not written yet.
    """
    folder = locales / language
    broken += finish_interrupted(folder)
    for deed, path in follow_pages(folder, templates, broken, is_source=is_source):
        place = in_terminal(str(path.relative_to(locales.parent)))
        print(f"[{language}] {deed}: {place}", flush=True)
    files = files_of(folder, is_source=is_source)
    wanted = _wanted(folder, templates, files.left_out)
    broken += files.left_out
    own = own_header(settings()["project"], language)
    paths = {*files.catalogues.values(), *files.removed.values(), *wanted}
    found = _opened(sorted(paths), broken, others=others_than(language, languages()))
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        known = Known((one.content for one in found.values()), scratch, language)
        for path in sorted(found.keys() & wanted.keys()):
            content, template = found[path].content, templates[wanted[path]]
            try:
                content[:] = merge(
                    united(content, language=language),
                    template,
                    known=known,
                    scratch=scratch,
                    may_be_translation=source_text(language).may_be_translation,
                )
            except MergeError as error:
                broken.append(BrokenCatalogue(path, [_refusal(error)]))
                del found[path]
                continue
            for entry in content:
                entry.comment = known_lines(entry.comment, language)
            content.metadata = completed(content.metadata, own)
            content.metadata_is_fuzzy = False
    return {name: found[path] for path, name in wanted.items() if path in found}


def _wanted(folder: Path, templates: Iterable[str], left_out: list[LeftOut]) -> dict[Path, str]:
    """Return the paths of the catalogues of *templates* with their names.

    Where something else stands in the way, it is *left_out*.
    """
    wanted = {}
    known = {one.path for one in left_out}
    for name in templates:
        path = folder / FOLDER / f"{name}.po"
        found = obstacle(path, below=folder.parent)
        if found is None:
            wanted[path] = name
        elif found.path not in known:
            left_out.append(found)
            known.add(found.path)
    return wanted


def _opened(
    paths: Iterable[Path], broken: list[Obstruction], *, others: Collection[str]
) -> dict[Path, Catalogue]:
    """Return the catalogues at *paths*; one that cannot be read, or is of *others*, is *broken*."""
    found = {}
    for path in paths:
        try:
            catalogue = Catalogue(path)
            fault = fault_of_language(catalogue.before, others)
            if fault is None:
                found[path] = catalogue
            else:
                broken.append(BrokenCatalogue(path, [fault]))
        except BrokenCatalogue as fault:
            broken.append(fault)
    return found


def _refusal(error: MergeError) -> Finding:
    wrong = f"msgmerge refuses this catalogue: {in_terminal(str(error))}"
    fault = SYNTAX.fault(wrong, "mend what it names")
    return Finding.of(fault, line=1)


def _report(broken: list[Obstruction]) -> int:
    """Say where and why a catalogue was left as it is; return the exit status."""
    for fault in broken:
        if isinstance(fault, LeftOut):
            print(fault.line(ROOT), file=sys.stderr)
            continue
        path = in_terminal(fault.path.relative_to(ROOT).as_posix())
        for finding in fault.findings:
            print(f"{path}:{finding.line}: {finding.text}", file=sys.stderr)
        print(f"{path}: not updated; mend it and run `make update-po` again", file=sys.stderr)
    return 1 if broken else 0
