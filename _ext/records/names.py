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

_Text = TypeVar("_Text", str, Wording)
NameType = Literal["full", "abbreviation", "short", "variant"]
_DISTINCTION = re.compile(r"\s*\([^()]*\)$")  # of what, for records that would have the same name


class Name(NamedTuple):
    """A name of a record in one language."""

    text: str
    type: NameType


class Shown(NamedTuple, Generic[_Text]):
    """What a reference shows, and the name that it stands for if it is an abbreviation.

    Where it is the whole name, *short* is the abbreviation behind it, and what is around that.
    """

    text: _Text
    stands_for: _Text | None = None
    short: tuple[str, _Text, str] | None = None

    @property
    def parts(self) -> tuple[_Text | str, ...]:
        """What is read, one behind the other."""
        return (self.text, *(self.short or ()))


class _Shorter(NamedTuple, Generic[_Text]):
    """The names of a record beside its title, each for what it is in its language."""

    abbreviation: _Text | None
    short: _Text | None


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
    for name in (Name(title, "full"), *_other_names(kind, title, texts)):
        found.setdefault(name.text, name)
    return [name for name in found.values() if name.text] if title else []


def _other_names(kind: Kind, title: str, texts: Mapping[str, str]) -> Iterator[Name]:
    """Yield the names beside the title; some may be empty."""
    keys, found = kind.names or Names(), _shorter(kind, title, texts)
    yield Name(found.abbreviation or "", "abbreviation")
    yield Name(found.short or "", "short" if _is_shorter(found.short, title) else "variant")
    for variant in texts.get(keys.variants, "").split(";"):
        yield Name(variant.strip(), "variant")


def _shorter(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> _Shorter[_Text]:
    """Return the other names by what they are: a language may lack what the source has.

    What is called ILO in English has no abbreviation in Romanian that is not another's, too: its
    translators repeat the title there, which is no other name, or write a name in words.
    """
    keys = kind.names or Names()
    found = (texts.get(key) for key in (keys.abbreviation, keys.short))
    first, second = (
        text if text and _words(text) not in {"", _words(title)} else None for text in found
    )
    is_in_words = first is not None and _is_in_words(_words(first))
    return _Shorter(None, second or first) if is_in_words else _Shorter(first, second)


def _is_in_words(name: str) -> bool:
    """Return whether *name* is no abbreviation: of its words, one has no capital at all."""
    words = name.split()
    return len(words) > 1 and any(map(str.islower, words))


def _words(text: str | Wording) -> str:
    return text if isinstance(text, str) else text.text


def _is_shorter(name: _Text | None, title: _Text) -> bool:
    return name is not None and len(_words(name)) < len(_words(title))


def texts_of_sheet(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> dict[str, _Text]:
    """Return *texts* with each shorter name under the key of what it is.

    A name that is not shorter tells readers nothing that the title does not.
    """
    keys, found = kind.names or Names(), _shorter(kind, title, texts)
    names = {keys.abbreviation: found.abbreviation}
    names[keys.short] = found.short if _is_shorter(found.short, title) else None
    others = {path: text for path, text in texts.items() if path not in names}
    return others | {path: text for path, text in names.items() if path and text is not None}


def short_name(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> _Text | None:
    """Return what stands in lists and in the index beside the title, if there is anything."""
    found = _shorter(kind, title, texts)
    return found.abbreviation or (found.short if _is_shorter(found.short, title) else None)


def abbreviated(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> _Text | None:
    """Return the abbreviation in the language of *title*, if it has one."""
    return _shorter(kind, title, texts).abbreviation


def in_reference(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> Shown[_Text]:
    """Return what a reference shows whose author gave no words."""
    found = _shorter(kind, title, texts)
    short = found.abbreviation
    return Shown(short, title) if short else Shown(found.short or title)


def in_full(kind: Kind, title: _Text, texts: Mapping[str, _Text]) -> Shown[_Text]:
    """Return the *title*, and behind it the abbreviation that is shown from then on.

    That is left out where the title has it already. Brackets do not follow others.
    """
    short = _shorter(kind, title, texts).abbreviation
    if short is None or _words(short) in _words(title):
        return Shown(title)
    has_brackets = "(" in f"{_words(title)}{_words(short)}"
    begin, end = (", ", "") if has_brackets else (" (", ")")
    return Shown(title, short=(begin, short, end))


def in_year(
    kind: Kind,
    facts: Facts | None,
    title: _Text,
    texts: Mapping[str, _Text],
    year: int | None,
) -> Shown[_Text]:
    """Return the name in full if that was the name in *year*, or else what a reference shows."""
    show = in_full if is_name_of(facts, year) else in_reference
    return show(kind, title, texts)


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
