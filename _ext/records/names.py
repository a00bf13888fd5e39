"""What a record is called, in pages, sidebar, lists, book and termbase: answered here alone.

*texts* are the free texts of a record by their path, and *title* is its heading: both as words of
one language, or as what a page makes of them. A text that is empty is as good as none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from records.kind import Kind, Names
from records.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from records.facts import Facts

_Text = TypeVar("_Text")
NameType = Literal["full", "abbreviation", "short", "variant"]
_DISTINCTION = re.compile(r"\s*\([^()]*\)$")  # of what, for records that would have the same name


class Name(NamedTuple):
    """A name of a record in one language."""

    text: str
    type: NameType


class Shown(NamedTuple, Generic[_Text]):
    """What a reference shows, and what it stands for, or what stands for it, if it is short."""

    text: _Text
    stands_for: _Text | None = None


def without_distinction(name: str) -> str:
    """Return *name* without what tells it from another one of the same words, in brackets."""
    return _DISTINCTION.sub("", name)


def other_times(facts: Facts) -> tuple[tuple[int | None, int | None], ...]:
    """Return the first and the last year of each name that it had before, or has had since."""
    former, later = getattr(facts, "former_names", ()), getattr(facts, "later_names", ())
    return tuple((one.first, one.last) for one in (*former, *later))


def is_name_of(facts: Facts | None, year: int | None) -> bool:
    """Return whether the heading was the name in *year*, for all that *facts* say of other names.

    It is not where they give no year, nor in the year in which one name followed another. None is
    a time of which nothing is said.
    """
    if facts is None or year is None:
        return True
    return all(
        (last is not None and last < year) or (first is not None and year < first)
        for first, last in other_times(facts)
    )


def all_names(kind: Kind, title: str, texts: Mapping[str, str]) -> list[Name]:
    """Return every name, the title first, each once; none where there is no title."""
    found: dict[str, Name] = {}
    for name in (Name(title, "full"), *_other_names(kind.names or Names(), texts)):
        found.setdefault(name.text, name)
    return [name for name in found.values() if name.text] if title else []


def _other_names(keys: Names, texts: Mapping[str, str]) -> Iterator[Name]:
    """Yield the names beside the title; some may be empty."""
    yield Name(texts.get(keys.abbreviation, ""), "abbreviation")
    yield Name(texts.get(keys.short, ""), "short")
    for variant in texts.get(keys.variants, "").split(";"):
        yield Name(variant.strip(), "variant")


def other_texts(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> dict[str, _Text]:
    """Return *texts* without the shorter names that are the title: translators may have no other.

    What is called ILO in English has no abbreviation in Romanian that is not another's, too.
    """
    keys = kind.names[:2] if kind.names else ()
    return {path: text for path, text in texts.items() if path not in keys or text != title}


def short_name(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> _Text | None:
    """Return what stands in lists and in the index beside the title, if there is anything.

    What differs from the title by the capital with which that begins would be the title twice.
    """
    keys, others = kind.names or Names(), other_texts(kind, title, texts)
    short = others.get(keys.abbreviation) or others.get(keys.short)
    return None if short is not None and _begins_otherwise(short, title) else short


def _begins_otherwise(name: object, title: object) -> bool:
    """Return whether *name* is *title* but for the capital or small letter of its beginning."""
    one, other = (text.text if isinstance(text, Wording) else str(text) for text in (name, title))
    return one[1:] == other[1:] and one[:1].casefold() == other[:1].casefold()


def in_reference(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> Shown[_Text]:
    """Return what a reference shows whose author gave no words."""
    keys, others = kind.names or Names(), other_texts(kind, title, texts)
    short = others.get(keys.abbreviation)
    return Shown(short, title) if short else Shown(others.get(keys.short) or title)


def in_full(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> Shown[_Text]:
    """Return the *title*, and as what stands for it the abbreviation that is shown from then on."""
    keys, others = kind.names or Names(), other_texts(kind, title, texts)
    return Shown(title, others.get(keys.abbreviation) or None)


def brackets(title: str, short: str) -> tuple[str, str] | None:
    """Return what stands around *short* behind its *title*; nothing if that has it already.

    Brackets do not follow others.
    """
    if short in title:
        return None
    return (", ", "") if "(" in f"{title}{short}" else (" (", ")")


def in_sidebar(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> _Text:
    """Return what the sidebar shows, before the days of what has a date."""
    return texts.get(kind.sidebar) or short_name(kind, title, texts) or title


def abbreviation(kind: Kind, facts: Facts) -> str:
    """Return the abbreviation in the language of the source; empty for none."""
    return (kind.names and getattr(facts, kind.names.abbreviation, None)) or ""


def is_name(kind: Kind, path: str) -> bool:
    """Return whether the text at *path* is a name, and official where the heading is."""
    return kind.names is not None and path == kind.names.abbreviation


def official_in(kind: Kind, facts: Facts) -> tuple[str, ...]:
    """Return the languages in which the names are known to be official."""
    key = kind.names.official if kind.names else ""
    return tuple(getattr(facts, key)) if key else ()
