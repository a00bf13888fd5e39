"""The glossary as a termbase: what each record is called, in the source and in a translation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogues.role_syntax import with_roles_replaced
from records.facts import free_texts
from records.front_matter import damage_in, read_page, split_front_matter
from records.front_matter_faults import check
from records.kind import Target
from records.kinds import KINDS
from records.name_status import status_in
from records.names import Name, all_names, in_reference
from records.shared_sources import with_shared
from texts.harmless import as_name, in_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from catalogues.role_syntax import Role
    from records.facts import Facts
    from records.name_status import NameStatus
    from records.provisions import Provision

_BODY = re.compile(r"^#[ \t][^\n]*\n+((?:[^\n]+\n?)+)", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,2}|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")


@dataclass(frozen=True)
class GlossaryEntry:
    """A record of the glossary as its page has it, in the language of the source."""

    target: Target
    docname: str
    facts: Facts
    heading: str
    definition: str

    def status(self, language: str) -> NameStatus | None:
        """Return the status of its names in *language*; None where nothing is said of it."""
        return status_in(self.facts, language)

    @property
    def in_prose(self) -> bool:
        """Whether a word of the prose is taken for a name."""
        names = self.target.kind.names
        return names is not None and names.in_prose

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The places in instruments that speak of it."""
        key = self.target.kind.provisions
        return getattr(self.facts, key) if key else ()

    def names(self, translations: Mapping[str, str] | None = None) -> list[Name]:
        """Return the names by *translations* of messages, or those of the source.

        The heading is the first of them; without its translation there is none.
        """
        return all_names(self.target.kind, *self._translated(translations))

    def in_reference(self, translations: Mapping[str, str] | None = None) -> str:
        """Return what a reference shows; empty where the heading is not translated."""
        title, texts = self._translated(translations)
        return in_reference(self.target.kind, title, texts).text if title else ""

    def _translated(self, translations: Mapping[str, str] | None) -> tuple[str, dict[str, str]]:
        """Return heading and texts by *translations* of messages, or those of the source."""

        def translated(message: str) -> str:
            return message if translations is None else translations.get(message, "")

        texts = {path: translated(text) for path, text in free_texts(self.facts).items()}
        return plain(translated(self.heading)), texts


def glossary_in(root: Path) -> Iterator[GlossaryEntry]:
    """Yield the records below *root* that have names, by page.

    What a page has wrong is said when it is built; here it is left out.
    """
    folders = {root / kind.folder: kind for kind in KINDS if kind.names}
    for path in sorted(path for folder in folders for path in folder.glob("*.md")):
        kind = folders[path.parent]
        source = read_page(path)
        if path.stem == "index" or damage_in(source):
            continue
        matter = split_front_matter(in_xml(source))
        facts, _faults = check(kind, path.stem, with_shared(matter, root))
        if facts is not None and matter.heading:
            target = Target(kind, path.stem)
            definition = _definition(matter.body)
            yield GlossaryEntry(target, target.docname, facts, matter.heading, definition)


def plain(text: str, titles: Mapping[str, str] | None = None) -> str:
    """Return *text* as words alone on one line, as termbases and tables want them.

    *titles* are what references show that have no words of their own, by id.
    """

    def words(role: Role) -> str:
        return role.title or (titles or {}).get(role.target, role.target)

    return as_name(_EMPHASIS.sub(r"\2", _LINK.sub(r"\1", with_roles_replaced(text, words))))


def _definition(body: str) -> str:
    """Return the message of the first paragraph of a page."""
    found = _BODY.search(body)
    return " ".join(found[1].split("\n")).strip() if found else ""
