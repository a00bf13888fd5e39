"""``make withdraw PERSON=…``: take the name of a speaker out of pages and catalogues, for good.

Whoever objects to being named (regulation (EU) 2016/679, article 21) is nowhere named afterwards:
the row in the front matter keeps the function alone, and each role by which prose names the person
becomes words that name nobody, in the language of the page or of the catalogue. Sphinx would read
the rest of the sentence as before, so translations stay.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

import polib
import yaml

from catalogues.locales import ASIDE, FOLDER, INTERFACE
from catalogues.po.document import BrokenCatalogue, Catalogue
from catalogues.po.replacement import replace
from catalogues.role_syntax import role_pattern, title_and_target
from commands.machine import guarded
from commands.project import LOCALES, ROOT, SettingsError, source_language
from records.faults import quoted
from records.folders import patterns
from records.kinds.events import EVENT
from records.persons import NAMELESS, ROLE
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ROLE = re.compile(role_pattern(ROLE))
_SHORTEST = 3  # letters of a surname that is looked for


class RefusedError(Exception):
    """Why nobody is withdrawn, in one line for an editor."""


class Withdrawn(NamedTuple):
    """Somebody who is named no more: on which page, by which id, and how he or she was named.

    Who has no function is *nameless*: other words stand in the place of the name.
    """

    event: str
    id: str
    name: str
    is_nameless: bool = False

    @property
    def surname(self) -> str:
        """Return the last word of the name, or all of a name that is short."""
        last = self.name.split()[-1]
        return last if len(last) >= _SHORTEST else self.name

    def is_meant(self, target: str, page: str) -> bool:
        """Return whether *target* is this person on the *page*, whose own are without a seminar."""
        return target == f"{self.event}/{self.id}" or (target == self.id and page == self.event)


def main() -> int:
    """Withdraw whom the environment names, for make hands it over there; return the status."""
    try:
        return guarded(lambda: withdraw(os.environ.get("PERSON", "")))
    except (RefusedError, SettingsError, BrokenCatalogue) as error:
        print(error, file=sys.stderr)
        return 2


def withdraw(person: str) -> int:
    """Withdraw *person*, an event, a slash and an id; return 1 where places are left to look at."""
    event, _slash, id_ = person.partition("/")
    path = ROOT / EVENT.folder / f"{event}.md"
    if not id_ or not path.is_file():
        near = meant(event, [one.stem for one in path.parent.glob("*.md")]) if event else ""
        raise RefusedError(
            f"PERSON={quoted(person)}: there is no such page{near or ''}; say the page of the "
            "seminar and the id of the speaker: PERSON=2018-06-05-chisinau/moro"
        )
    page = path.read_text("utf-8")
    who, changed = without_name(page, event, id_, words=_words(source_language()))
    forms = {who.name}
    files = {path: changed}
    catalogues = [Catalogue(one) for one in sorted(LOCALES.rglob("*.po")) if _has(one, who)]
    for catalogue in catalogues:
        forms |= _forget_in(catalogue, who)
    for other in _pages():
        text = files.get(other) or other.read_text("utf-8")
        files[other] = _without_roles(text, who, other.stem, _words(source_language()))
    for place, text in files.items():
        replace(place, text.encode())
    for catalogue in catalogues:
        catalogue.save()
    return _report(who, forms)


def without_name(page: str, event: str, id_: str, *, words: str) -> tuple[Withdrawn, str]:
    """Return who has the *id_* on *page*, and the page with nothing but his or her function.

    Where there is none, *words* stand in its place.
    """
    head = re.match(r"---\n(.*?\n)---\n", page, re.DOTALL)
    if head is None:
        raise RefusedError(f"{EVENT.folder}/{event}.md: there is no front matter")
    matter = yaml.compose(head[1], Loader=yaml.SafeLoader)
    for row in _speakers(matter):
        keys = {key.value: (key, value) for key, value in row.value}
        if {"id", "name"} <= keys.keys() and keys["id"][1].value == id_:
            name = keys["name"][1].value
            new = _row(head[1], row, words=words)
            start, end = row.start_mark.index, max(value.end_mark.index for _, value in row.value)
            end = row.end_mark.index if row.flow_style else end
            text = head[1][:start] + new + head[1][end:]
            who = Withdrawn(event, id_, name, is_nameless="function" not in keys)
            return who, page[:4] + text + page[head.end(1) :]
    pairs = [pair for row in _speakers(matter) for pair in row.value]
    known = [value.value for key, value in pairs if key.value == "id"]
    near = meant(id_, known) or (f"; there are {', '.join(known)}" if known else "")
    raise RefusedError(f"{EVENT.folder}/{event}.md: no speaker has the id {quoted(id_)}{near}")


def _speakers(matter: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """Yield the rows of the speakers in a front matter."""
    pairs = matter.value if isinstance(matter, yaml.MappingNode) else ()
    for key, value in pairs:
        if key.value == "speakers" and isinstance(value, yaml.SequenceNode):
            yield from (row for row in value.value if isinstance(row, yaml.MappingNode))


def _row(text: str, row: yaml.MappingNode, *, words: str) -> str:
    """Return the *row* of a speaker in *text* as it stands, without its id and name."""
    kept = [
        text[key.start_mark.index : value.end_mark.index].rstrip()
        for key, value in row.value
        if key.value not in {"id", "name"}
    ]
    if not any(key.value == "function" for key, _value in row.value):
        kept.insert(0, f'function: "{words}"')
    if row.flow_style:
        return f"{{{', '.join(kept)}}}"
    return f"\n{' ' * row.start_mark.column}".join(kept)


def _pages() -> list[Path]:
    """Return the files of all pages, and what else is written in Markdown at the top."""
    names = ["*.md", *(f"{folder}/*.md" for folder in patterns())]
    return sorted({path for name in names for path in ROOT.glob(name) if path.is_file()})


@cache
def _words(language: str) -> str:
    """Return what stands for a name in *language*, as far as its catalogue has it."""
    path = LOCALES / language / FOLDER / f"{INTERFACE}.po"
    entry = Catalogue(path).content.find(NAMELESS) if path.is_file() else None
    return (entry.msgstr if entry else "") or NAMELESS


def _has(catalogue: Path, who: Withdrawn) -> bool:
    """Return whether *catalogue* may name *who*: to read all of them takes a minute."""
    text = catalogue.read_text("utf-8", "replace")
    return catalogue.stem == who.event or f"{who.event}/{who.id}" in text or who.surname in text


def _without_roles(text: str, who: Withdrawn, page: str, words: str) -> str:
    """Return *text* with *words* for each role that names *who* on *page*."""

    def shown(role: re.Match[str]) -> str:
        _title, target = title_and_target(role[2])
        return words if who.is_meant(target, page) else role[0]

    return _ROLE.sub(shown, text)


def _forget_in(catalogue: Catalogue, who: Withdrawn) -> set[str]:
    """Take *who* out of the *catalogue*, of whatever state an entry is; return the names it had."""
    names: set[str] = set()
    page = catalogue.path.stem
    language = catalogue.path.relative_to(LOCALES).parts[0]
    source, target = _words(source_language()), _words(language)
    for entry in list(catalogue.content):
        is_shown = not entry.obsolete and ASIDE not in catalogue.path.parts
        if who.name in {entry.msgid, entry.previous_msgid}:
            names.add(entry.msgstr)
        if who.name == entry.msgid or (not is_shown and who.surname in entry.msgid):
            catalogue.content.remove(entry)
            if (
                is_shown
                and page == who.event
                and who.is_nameless
                and not catalogue.content.find(source)
            ):
                catalogue.content.append(polib.POEntry(msgid=source, msgstr=target))
            continue
        names |= _titles(entry, who, page)
        if who.name in entry.comment:  # which update-po writes
            entry.comment = ""
        if who.surname in (entry.previous_msgid or ""):
            entry.previous_msgid = None
        of_source = partial(_without_roles, who=who, page=page, words=source)
        entry.msgid = of_source(entry.msgid)
        entry.previous_msgid = entry.previous_msgid and of_source(entry.previous_msgid)
        entry.msgstr = _without_roles(entry.msgstr, who, page, target)
    return names


def _titles(entry: polib.POEntry, who: Withdrawn, page: str) -> set[str]:
    """Return the words by which the roles of *entry* name *who*."""
    return {
        title
        for text in (entry.msgid, entry.msgstr, entry.previous_msgid or "")
        for role in _ROLE.finditer(text)
        for title, target in [title_and_target(role[2])]
        if title and who.is_meant(target, page)
    }


def _report(who: Withdrawn, forms: set[str]) -> int:
    """Say what was done, and each line that still has a surname; return 1 if there is any."""
    surnames = {form.split()[-1] for form in forms if form.split()}
    wanted = {name for name in surnames if len(name) >= _SHORTEST}
    left = list(_lines_with(wanted)) if wanted else []
    print(f"{who.event}/{who.id}: the name is taken out of pages and catalogues")
    for place in left:
        print(f"{place}: look at this line: it may name the person, in whatever form")
    print("now: make update-po clean html latexpdf; the history of the repository and what was")
    print("published before: docs/maintenance.md#right-to-object")
    return 1 if left else 0


def _lines_with(names: set[str]) -> Iterator[str]:
    """Yield file and line of what has one of *names*, whatever its end is."""
    stems = sorted(re.escape(name[: max(_SHORTEST, len(name) - 1)]) for name in names)
    pattern = re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)
    for path in [*_pages(), *sorted(LOCALES.rglob("*.po"))]:
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT).as_posix()}:{number}"


if __name__ == "__main__":
    raise SystemExit(main())
