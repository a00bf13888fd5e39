"""What people who follow CONTRIBUTING.md do to the archive: none of it may turn ``make test`` red.

Each change finds its pages by itself, for nobody knows which ones the archive has.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import polib

from support import CITED, ORGANISATION, ROOT, png, publish, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "_build", "__pycache__", ".*_cache", ".hypothesis"
)
PHOTO = "\n```{photo} photo.png\n:alt: Une salle\n:credit: Une photographe\n\nLa salle.\n```\n"


def copy_everything(target: Path) -> Path:
    """Copy the archive with its tests, and without what was built, to *target*."""
    shutil.copytree(ROOT, target, ignore=LEFT_OUT)
    return target


def seminars(root: Path) -> list[Path]:
    """Return the pages of seminars, the earliest first."""
    return sorted(path for path in (root / "events").glob("*.md") if path.name != "index.md")


def records(root: Path) -> list[Path]:
    """Return the pages of the glossary."""
    found = sorted((root / "glossary").glob("*/*.md"))
    return [path for path in found if path.name != "index.md"]


def replace(path: Path, pattern: str, text: str) -> None:
    """Put *text* for the first match of *pattern*, which there must be."""
    before = path.read_text("utf-8")
    after = re.sub(pattern, lambda found: found.expand(text), before, count=1, flags=re.MULTILINE)
    assert after != before, (path, pattern)
    write(path, after)


def add_page(root: Path) -> None:
    organisation = next(path.stem for path in (root / "glossary/organisations").glob("[!i]*.md"))
    page = CITED.replace("2018-06-05", "2030-01-07").replace("2018-06-07", "2030-01-08")
    write(root / "events/2030-01-07-riga.md", page.replace("unodc", organisation))


def add_record(root: Path) -> None:
    page = ORGANISATION.replace("ONUDC", "NEUF").replace("# Office des", "# Nouvel office des")
    write(root / "glossary/organisations/new-office.md", page)


def change_sentences(root: Path) -> None:
    """Change the end of the first sentence of every page."""
    for path in [*seminars(root), *records(root), *root.glob("about.md"), root / "index.md"]:
        replace(path, r"(?<=[^\s.])\.(?=$|\{source\})", ", comme on le lit ailleurs.")


def retitle(root: Path) -> None:
    """Give all pages of records another name."""
    for path in [*seminars(root), *records(root)]:
        replace(path, r"^# ", "# Nouveau nom : ")


def pages(root: Path) -> list[Path]:
    """Return all pages of the archive."""
    guides = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}
    found = [path for path in root.glob("*.md") if path.name not in guides]
    for folder in ("events", "series", "glossary"):
        found += sorted((root / folder).rglob("*.md"))
    return found


def remove(root: Path, path: Path) -> None:
    """Remove a page and each line, note and part of a list that names it."""
    path.unlink()
    name = re.escape(path.stem)
    for page in pages(root):
        text = page.read_text("utf-8")
        head, mark, body = text.partition("\n---\n")
        head = re.sub(rf"(?<=[\[ ]){name}, |, {name}(?=[\],])", "", head)
        shorter = head + mark + body
        lines = [
            one
            for one in shorter.splitlines(True)
            if re.match(r"\s*(- id|url|title): .+$", one)  # a source may be called like a record
            or not re.search(rf"[`<: \[/]{name}(?=[`>\]/.\s]|$)", one)
        ]
        shorter = re.sub(r":::\{editor-note\}\n\s*:::\n", "", "".join(lines))
        if shorter != text:
            write(page, shorter)


def remove_seminars(root: Path) -> None:
    """Leave the last seminar with its series, and sources of its own to each page."""
    *others, last = seminars(root)
    kept = last.read_text("utf-8")
    own = r'\1, kind: report, url: "https://www.example.org/", title: Page, lang: fr}'
    for page in pages(root):
        text = page.read_text("utf-8")
        write(page, re.sub(r"(- \{id: [^,]+), same_as: .*\}", own, text))
    series = [path for path in (root / "series").glob("[!i]*.md") if path.stem not in kept]
    for path in sorted([*series, *others]):
        remove(root, path)


def rename_seminar(root: Path) -> None:
    old = seminars(root)[-1]
    new = old.with_name(f"{old.stem}-renamed.md")
    old.rename(new)
    for page in pages(root):
        text = page.read_text("utf-8")
        if old.stem in text:
            write(page, text.replace(old.stem, new.stem))


def change_source(root: Path) -> None:
    for path in seminars(root):
        if "url: " not in path.read_text("utf-8"):  # another page has its sources
            continue
        replace(path, r"\burl: [^\s,]+", "url: https://www.example.org/another")


def add_photograph(root: Path) -> None:
    page = seminars(root)[-1]
    page.with_name("photo.png").write_bytes(png())
    text = page.read_text("utf-8")
    source = re.search(r"\bid: (\S+?),?$", text, re.MULTILINE) or re.search(r"\bid: (\w+)", text)
    assert source
    write(page, text + PHOTO.replace("La salle.", f"La salle.{{source}}`{source[1]}`"))


def set_brand(root: Path) -> None:
    """Take other colours, even ones that sheets have, another name, and an address."""
    conf = root / "conf.py"
    replace(conf, r"^project = .*$", 'project = "Un autre nom"')
    replace(conf, r"^author = .*$", 'author = "Une maison"')
    replace(conf, r"^version = .*$", 'version = "2"')
    replace(conf, r"^seminars_site_url = .*$", 'seminars_site_url = "https://www.example.org/a/"')
    replace(
        conf, r"^seminars_repository = .*$", 'seminars_repository = "https://www.example.org/r"'
    )
    text = conf.read_text("utf-8")
    colours = iter(["#ffffff", "#000000", "#777777", "#b00020"] * 9)
    write(conf, re.sub(r'"#[0-9a-f]{6}"', lambda _: f'"{next(colours)}"', text))


def begin_language(root: Path, *, first: bool = False) -> None:
    """Add Icelandic, behind the others or before all but the source; update the catalogues."""
    conf = root / "conf.py"
    if first:
        replace(conf, r"^(seminars_languages = \{\n.*\n)", r'\1    "is": "is_IS",\n')
    else:
        replace(conf, r"^(seminars_languages = \{\n(?: .*\n)*)", r'\1    "is": "is_IS",\n')
    update(root)


def update(root: Path) -> None:
    result = publish(root, "update-po")
    assert result.returncode == 0, result.stdout + result.stderr


def catalogues(root: Path) -> list[Path]:
    return sorted((root / "locales").glob("*/LC_MESSAGES/**/*.po"))


def leave_half(root: Path) -> None:
    """Take out each second translation, and mark each third, of pages and the interface alike."""
    for path in catalogues(root):
        found = polib.pofile(str(path), wrapwidth=0)
        for number, entry in enumerate(found):
            if number % 2:
                entry.msgstr = ""
            elif not number % 3 and "fuzzy" not in entry.flags:
                entry.flags.append("fuzzy")
        found.save()


def break_translations(root: Path) -> None:
    """Have the gate refuse something in every catalogue, and one catalogue whole."""
    for path in catalogues(root):
        found = polib.pofile(str(path), wrapwidth=0)
        for entry in found[:2]:
            entry.msgstr = f"{entry.msgstr} <script>"
        found.save()
    catalogues(root)[0].write_bytes(b'msgid "\n<<<<<<< HEAD\n')


def copy_french(root: Path) -> None:
    """Give out the French as the translation everywhere."""
    for path in catalogues(root):
        if path.name != "_interface.po":
            found = polib.pofile(str(path), wrapwidth=0)
            for entry in found:
                entry.msgstr = entry.msgid
            found.save()


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _root: None,
    "a page is added": add_page,
    "a record is added": add_record,
    "sentences are changed": change_sentences,
    "pages have other titles": retitle,
    "a seminar is removed": lambda root: remove(root, seminars(root)[0]),
    "all seminars but one are removed": remove_seminars,
    "a seminar is renamed": rename_seminar,
    "seminars have another source": change_source,
    "a photograph is added": add_photograph,
    "another name, look and address are set": set_brand,
    "a language is begun": begin_language,
    "a language is begun before the others": lambda root: begin_language(root, first=True),
    "catalogues are half done": leave_half,
    "the gate refuses something": break_translations,
    "French is given out as a translation": copy_french,
}
# those that go together: what the pages are, and how far the translations
TOGETHER = (
    (add_page, add_record, change_sentences, retitle, change_source, add_photograph, set_brand,
     lambda root: begin_language(root, first=True), leave_half),
    (remove_seminars, rename_seminar, add_record, update, break_translations),
)  # fmt: skip
