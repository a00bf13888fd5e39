"""The glossary as a termbase: what each record is called, in the source and in a translation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from catalogues.role_syntax import with_roles_replaced
from records.checking import check
from records.front_matter import damage_in, read_page, split_front_matter
from records.model import Kind, Target, kind_of
from records.schema import ConceptFacts, free_texts
from texts.harmless import as_name, in_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from catalogues.role_syntax import Role
    from records.schema import Facts

_BODY = re.compile(r"^#[ \t][^\n]*\n+((?:[^\n]+\n?)+)", re.MULTILINE)
_DISTINCTION = re.compile(r"\s*\([^()]*\)$")  # of what, for records that would have the same name
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,2}|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")

NameType = Literal["full", "abbreviation", "short", "variant"]


class Name(NamedTuple):
    """A name of a record in one language."""

    text: str
    type: NameType


@dataclass(frozen=True)
class GlossaryEntry:
    """A record of the glossary as its page has it, in the language of the source."""

    target: Target
    docname: str
    facts: Facts
    heading: str
    definition: str

    @property
    def official(self) -> tuple[str, ...] | None:
        """The languages in which the names are official; None for what nobody names officially."""
        return None if isinstance(self.facts, ConceptFacts) else self.facts.official  # type: ignore[union-attr]

    def names(self, translations: Mapping[str, str] | None = None) -> list[Name]:
        """Return the names by *translations* of messages, or those of the source.

        The heading is the first of them; without its translation there is none.
        """

        def translated(message: str) -> str:
            return message if translations is None else translations.get(message, "")

        texts = {path: translated(text) for path, text in free_texts(self.facts).items()}
        found = [Name(plain(translated(self.heading)), "full")]
        found.append(Name(texts.get("abbreviation", ""), "abbreviation"))
        found.append(Name(texts.get("short_name", ""), "short"))
        found += (Name(text.strip(), "variant") for text in texts.get("also", "").split(";"))
        if not found[0].text:
            return []
        return [name for name in dict.fromkeys(found) if name.text]


def glossary_in(root: Path) -> Iterator[GlossaryEntry]:
    """Yield the organisations, instruments and concepts below *root*, by page.

    What a page has wrong is said when it is built; here it is left out.
    """
    for path in sorted((root / "glossary").rglob("*.md")):
        docname = path.relative_to(root).with_suffix("").as_posix()
        kind = kind_of(docname)
        if kind is None or kind is Kind.EVENT:
            continue
        source = read_page(path)
        if damage_in(source):
            continue
        matter = split_front_matter(in_xml(source))
        facts, _faults = check(kind, path.stem, matter)
        if facts is not None and matter.heading:
            target = Target(kind, path.stem)
            yield GlossaryEntry(target, docname, facts, matter.heading, _definition(matter.body))


def without_distinction(name: str) -> str:
    """Return *name* without what tells it from another one of the same words, in brackets."""
    return _DISTINCTION.sub("", name)


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
