"""What the pages of the archive declare, and whom they name: plain, frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from records.kind import Kind, Target
from records.names import abbreviation
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from cldr.dates import Date
    from records.facts import Facts
    from records.wording import Wording


@dataclass(frozen=True)
class Record:
    """One page that can be referred to.

    ``facts`` is None where the front matter was refused: the page can still be referred to, so one
    mistake is reported once and not again at each reference.
    ``texts`` are the free texts of the facts by their path, as the build shows them.
    ``lines`` tell where in the page each key stands; ``heading`` is that of the source.
    """

    kind: Kind
    id: str
    docname: str
    facts: Facts | None
    lines: dict[str, int] = field(default_factory=dict, repr=False)
    texts: dict[str, Wording] = field(default_factory=dict)
    heading: str = field(default="", repr=False)

    @property
    def source_names(self) -> tuple[str, ...]:
        """What the record is called in the source: its heading, and its abbreviation if any."""
        short = abbreviation(self.kind, self.facts) if self.facts else ""
        return tuple(name for name in (self.heading, short) if name)

    def named(self, say: Callable[[str], str]) -> tuple[str, dict[str, str]]:
        """Return the title and the other names by their keys, each as *say* gives it."""
        keys = (self.kind.names or ())[:3]
        texts = {key: getattr(self.facts, key, None) for key in keys if key}
        others = {key: as_name(say(text)) for key, text in texts.items() if text}
        return as_name(say(self.heading)), others

    @property
    def target(self) -> Target:
        """The record as something to refer to."""
        return Target(self.kind, self.id)

    @property
    def days(self) -> tuple[Date, Date | None] | None:
        """The first and the last day, month or year of what has a date."""
        dates = self.kind.dates
        if dates is None or self.facts is None:
            return None
        last = getattr(self.facts, dates.last) if dates.last else None
        return getattr(self.facts, dates.first), last

    def with_texts(self, texts: dict[str, Wording]) -> Record:
        """Return the record with *texts* as the build shows them."""
        return replace(self, texts=texts)


RELATIONS = ("recalls", "repeats", "follows-up")


class Relation(NamedTuple):
    """How a recommendation relates to an older one, or to an instrument.

    ``target`` is the id of an instrument, or the key of a recommendation.
    """

    type: str  # one of RELATIONS
    target: str

    @property
    def is_to_recommendation(self) -> bool:
        """Whether the target is a recommendation."""
        return "/" in self.target


@dataclass(frozen=True)
class Recommendation:
    """A recommendation of a seminar: its number counts from 1 within the page.

    ``passages`` are its paragraphs, as the build shows them: the words of its text where that
    *is_known*, else those of the archive, which knows its aim alone. ``addressees`` are those of
    the source, in its words, and ``audiences`` the classes of the register.
    """

    docname: str
    id: str
    number: int
    line: int = field(repr=False)
    audiences: tuple[str, ...]
    concepts: tuple[str, ...]
    passages: tuple[Wording, ...]
    is_known: bool = False
    addressees: Wording | None = None
    relations: tuple[Relation, ...] = ()

    @property
    def key(self) -> str:
        """The id by which other pages refer to it: that of the seminar, a slash, its own."""
        return f"{self.docname.rpartition('/')[2]}/{self.id}"


# A place where a page names a record: kind and id of the record, line, and the key of the front
# matter, empty for prose. A plain tuple, for there are more of these than of anything else, and
# they are saved with every build.
Mention = tuple[Kind, str, int, str]
