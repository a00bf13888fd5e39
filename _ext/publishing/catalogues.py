"""Bring the translators' catalogues up to date with the sources, losing nothing.

``msgmerge`` (GNU gettext) does the merging of one catalogue: it keeps moved messages, makes changed
ones fuzzy with the source that they translated, and removed ones obsolete. Around it stands what it
cannot know: a message that goes to another page takes its translation along, and the catalogue of
a page that is gone is set aside.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from babel.messages.plurals import get_plural

from publishing import interface
from publishing.build import build, output_folder
from publishing.project import LOCALES, ROOT, catalogue_folder, languages, settings, source_language
from seminars.catalogues import INTERFACE

ASIDE = "removed"  # beside LC_MESSAGES: the catalogues of pages that are gone


def update() -> int:
    """Update every catalogue of every language; return the exit status."""
    source = source_language()
    if build("gettext", [source]):
        return 1
    pages = _page_templates(output_folder("gettext", source))
    for language in languages():
        templates = {} if language == source else dict(pages)
        if language != "en":  # the words of the interface are in English
            templates[INTERFACE] = interface.template(language)
        changed = update_language(language, templates)
        print(f"[{language}] {len(templates)} catalogues, {changed} changed", flush=True)
    return 0


def _page_templates(folder: Path) -> dict[str, polib.POFile]:
    """Return the template of each page by its name, with places as seen from the top folder."""
    templates = {}
    for path in sorted(folder.rglob("*.pot")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name != INTERFACE:
            templates[name] = polib.pofile(str(path), wrapwidth=0)
            for entry in templates[name]:
                entry.occurrences = [
                    (_from_top(path, place), line) for place, line in entry.occurrences
                ]
    return templates


def _from_top(template: Path, place: str) -> str:
    """Return *place*, which the builder writes as seen from its output folder, from the top."""
    for folder in (template.parent, *template.parents):
        absolute = (folder / place).resolve()
        if absolute.is_relative_to(ROOT) and absolute.exists():
            return absolute.relative_to(ROOT).as_posix()
    return place


def update_language(language: str, templates: dict[str, polib.POFile]) -> int:
    """Bring the catalogues of *language* to *templates*; return how many changed."""
    folder = catalogue_folder(language)
    aside = LOCALES / language / ASIDE
    changed = 0
    with tempfile.TemporaryDirectory() as scratch:
        compendium = _compendium(Path(scratch), folder, aside)
        for name, template in sorted(templates.items()):
            path = folder / f"{name}.po"
            changed += _replace(path, _merged(Path(scratch), language, path, template, compendium))
    for path in sorted(folder.rglob("*.po")):
        if path.relative_to(folder).with_suffix("").as_posix() not in templates:
            target = aside / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
            print(f"[{language}] set aside: {target.relative_to(ROOT)}", flush=True)
            changed += 1
    return changed


def _compendium(scratch: Path, *folders: Path) -> Path:
    """Write every translation of a language into one catalogue, for messages that change pages."""
    found: dict[str, polib.POEntry] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.po")):
            for entry in polib.pofile(str(path), wrapwidth=0):
                if entry.msgstr and not entry.fuzzy:
                    found.setdefault(
                        entry.msgid, polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr)
                    )
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(found[message] for message in sorted(found))
    path = scratch / "compendium.po"
    catalogue.save(str(path))
    return path


def _merged(
    scratch: Path, language: str, path: Path, template: polib.POFile, compendium: Path
) -> bytes:
    """Return the catalogue at *path* (or a new one) merged with *template*."""
    pot, old = scratch / "template.pot", scratch / "old.po"
    template.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    template.save(str(pot))
    catalogue = polib.pofile(str(path), wrapwidth=0) if path.exists() else polib.POFile(wrapwidth=0)
    catalogue.header = ""
    catalogue.metadata_is_fuzzy = False
    catalogue.metadata = _header(language) | {
        key: catalogue.metadata[key]
        for key in ("PO-Revision-Date", "Last-Translator", "Language-Team", "X-Generator")
        if key in catalogue.metadata
    }
    catalogue.save(str(old))
    command = ["msgmerge", "--quiet", "--previous", "--no-wrap", f"--lang={language}"]
    command += [f"--compendium={compendium}", str(old), str(pot)]
    result = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if result.returncode:
        sys.exit(
            f"{path.relative_to(ROOT)}: msgmerge failed; nothing was changed in this catalogue"
        )
    return result.stdout


def _header(language: str) -> dict[str, str]:
    """Return the header that each catalogue of *language* has."""
    plural = get_plural(language)
    return {
        "Project-Id-Version": settings()["project"],
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }


def _replace(path: Path, content: bytes) -> bool:
    """Put *content* in the place of *path* at one stroke, if it differs; return whether it did."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True
