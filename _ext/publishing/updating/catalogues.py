"""Bring the translators' catalogues up to date with the sources, losing nothing.

Catalogues first follow their pages (``moving``), then each is merged with the template of its page
(``merging``). Nothing is written before all are merged, and then one file after the other, each at
one stroke (``po``). One that cannot be read stays as it is and keeps no other one back.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import polib
from babel.messages.plurals import get_plural

from gate.catalogues import INTERFACE, catalogues_below
from gate.findings import Fault, Finding
from publishing.build import build
from publishing.freshness import output_folder
from publishing.project import LOCALES, ROOT, languages, settings, source_language
from publishing.updating import interface
from publishing.updating.merging import Known, MergeError, merge, united
from publishing.updating.moving import follow_pages
from publishing.updating.names import add_official_names
from publishing.updating.po import BrokenCatalogue, Catalogue, delete_unfinished

if TYPE_CHECKING:
    from collections.abc import Iterable

ASIDE = "removed"  # beside LC_MESSAGES: the catalogues of pages that are gone


@dataclass(frozen=True)
class Templates:
    """The messages of each page, and the languages in which those that are names are official."""

    messages: dict[str, polib.POFile] = field(default_factory=dict)
    official: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def update() -> int:
    """Update every catalogue of every language; return the exit status."""
    source = source_language()
    folder = output_folder("gettext", source)
    shutil.rmtree(folder, ignore_errors=True)  # Sphinx leaves the templates of pages that are gone
    if build("gettext", [source]):
        return 1
    return update_to(_page_templates(folder))


def update_to(pages: Templates) -> int:
    """Bring every catalogue to the templates of *pages*; return the exit status."""
    merged: dict[str, dict[str, Catalogue]] = {}
    broken: list[BrokenCatalogue] = []
    for language in languages():
        templates = {} if language == source_language() else dict(pages.messages)
        if language != "en":  # the words of the interface are in English
            templates[INTERFACE] = interface.template(language)
        merged[language] = merge_language(language, templates, broken)
    for name, official in pages.official.items():
        add_official_names(
            {code: found[name].content for code, found in merged.items() if name in found}, official
        )
    for language, catalogues in merged.items():
        changed = sum(catalogue.save() for catalogue in catalogues.values())
        print(f"[{language}] {len(catalogues)} catalogues, {changed} changed", flush=True)
    for fault in broken:
        _report(fault)
    return 1 if broken else 0


def _page_templates(folder: Path) -> Templates:
    """Return the template of each page by its name, with places as seen from the top folder."""
    templates = Templates()
    for path in sorted(folder.rglob("*.pot")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name == INTERFACE:
            continue
        described = json.loads(path.with_suffix(".json").read_text("utf-8"))
        template = polib.pofile(str(path), wrapwidth=0)
        for entry in template:
            entry.occurrences = [
                (_from_top(path, place), line) for place, line in entry.occurrences
            ]
            entry.comment = "\n".join(described[entry.msgid]["what"])
        templates.messages[name] = template
        templates.official[name] = {
            message: about["official"] for message, about in described.items()
        }
    return templates


def _from_top(template: Path, place: str) -> str:
    """Return *place*, which the builder writes as seen from its output folder, from the top."""
    for folder in (template.parent, *template.parents):
        absolute = (folder / place).resolve()
        if absolute.is_relative_to(ROOT) and absolute.exists():
            return absolute.relative_to(ROOT).as_posix()
    return place


def merge_language(
    language: str,
    templates: dict[str, polib.POFile],
    broken: list[BrokenCatalogue],
    *,
    locales: Path = LOCALES,
) -> dict[str, Catalogue]:
    """Return the catalogues of *language* merged with *templates*; those that cannot are *broken*.

    They follow their pages at once; what they say is not written yet.
    """
    folder, aside = locales / language / "LC_MESSAGES", locales / language / ASIDE
    delete_unfinished(locales / language)
    for deed, path in follow_pages(folder, aside, templates):
        print(f"[{language}] {deed}: {path.relative_to(locales.parent)}", flush=True)
    paths = {path for place in (folder, aside) for path, _name in catalogues_below(place)}
    wanted = {folder / f"{name}.po": name for name in templates}
    found = _opened(sorted(paths | wanted.keys()), broken)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        known = Known((catalogue.content for catalogue in found.values()), scratch)
        for path in sorted(found.keys() & wanted.keys()):
            content, template = found[path].content, templates[wanted[path]]
            try:
                content[:] = merge(united(content), template, known=known, scratch=scratch)
            except MergeError as error:
                broken.append(BrokenCatalogue(path, [_refusal(error)]))
                del found[path]
                continue
            content.metadata = content.metadata | _header(language)
            content.metadata_is_fuzzy = False
    return {name: found[path] for path, name in wanted.items() if path in found}


def _opened(paths: Iterable[Path], broken: list[BrokenCatalogue]) -> dict[Path, Catalogue]:
    found = {}
    for path in paths:
        try:
            found[path] = Catalogue(path)
        except BrokenCatalogue as fault:
            broken.append(fault)
    return found


def _refusal(error: MergeError) -> Finding:
    fault = Fault("syntax", f"msgmerge refuses this catalogue: {error}", "mend what it names")
    return Finding.of(fault, line=1)


def _header(language: str) -> dict[str, str]:
    """Return what the header of each catalogue of *language* says; the rest is its tool's."""
    plural = get_plural(language)
    return {
        "Project-Id-Version": settings()["project"],
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }


def _report(fault: BrokenCatalogue) -> None:
    """Say where and why a catalogue cannot be read, and that it was left as it is."""
    path = fault.path.relative_to(ROOT).as_posix()
    for finding in fault.findings:
        print(f"{path}:{finding.line}: {finding.text}", file=sys.stderr)
    print(f"{path}: not updated; mend it and run `make update-po` again", file=sys.stderr)
