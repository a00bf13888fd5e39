"""The rows of a fact sheet as data: what each is called, and in which shape it shows what.

A shape names keys of the front matter, or of an entry in it, and shows nothing where a key is
missing. ``seminars.fact_sheets`` turns each shape into what stands on the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping


class Shape:
    """What a row shows, or a part of it.

    ``of_keys`` and ``of_texts`` are those of its attributes that name keys, and free texts.
    """

    of_keys: ClassVar[tuple[str, ...]] = ()
    of_texts: ClassVar[tuple[str, ...]] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the shape shows by itself."""
        return tuple(key for name in self.of_keys if (key := getattr(self, name)))

    @property
    def texts(self) -> tuple[str, ...]:
        """Those of the keys that hold a free text."""
        return tuple(key for name in self.of_texts if (key := getattr(self, name)))

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes that it is made of; those of ``Each`` name keys of an entry."""
        return ()


@dataclass(frozen=True)
class OfKey(Shape):
    """What a single key holds."""

    of_keys = ("key",)
    key: str


class Text(OfKey):
    """A free text, translated."""

    of_texts = ("key",)


@dataclass(frozen=True)
class Person(Shape):
    """The name of a person, translated, and as it was written where that differs.

    The other key holds the id by which pages refer to him or her.
    """

    of_keys = ("name", "id")
    of_texts = ("name",)
    name: str
    id: str


class Value(OfKey):
    """A value as it stands, the same in all languages."""


@dataclass(frozen=True)
class Word(OfKey):
    """One of some messages of the interface, by the value; nothing for a value without one.

    Where the key holds several values, theirs stand there with commas between them.
    """

    words: Mapping[str | bool, str]


class Reference(OfKey):
    """The record whose id the key holds, or each of them."""


class Country(OfKey):
    """The name of a country."""


class Website(OfKey):
    """A link to an address."""


@dataclass(frozen=True)
class Citations(OfKey):
    """The sources of the record whose ids the key holds, as they are cited in its text.

    Where it holds none, a message of the interface says so, if there is one for that.
    """

    without: str = ""


class OfficialPage(Shape):
    """A link to the official page or text, in the language of the page where there is one."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of ``records.name_status.Named`` that hold addresses."""
        return ("url", "urls")


class NameStatus(Shape):
    """Who calls the record so in the language of the page: nothing where no key says it."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of ``records.name_status.Named`` that list languages."""
        return ("official", "usual", "rendered", "gazettes")


@dataclass(frozen=True)
class Provision(Shape):
    """A place in an instrument, as a language cites it by *words* of the interface."""

    words: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of ``records.provisions.Provision``, but for the instrument itself."""
        return (
            "role",
            "part",
            "chapter",
            "section",
            *("article", "paragraph", "point", "letter", "to"),
        )


@dataclass(frozen=True)
class Each(OfKey):
    """A shape for each entry of a key, or for its only one; or for those with *only* some values.

    They are values of what the entries have under the name *by*.
    """

    shape: Shape
    by: str = ""
    only: tuple[str, ...] = ()

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shape of an entry."""
        return (self.shape,)


@dataclass(frozen=True)
class Place(Shape):
    """A city, which is a free text, and its country, or one of them."""

    of_keys = ("city", "country")
    of_texts = ("city",)
    city: str
    country: str


@dataclass(frozen=True)
class Days(Shape):
    """A day, or the days from a *first* to a *last*, written out."""

    of_keys = ("first", "last")
    first: str
    last: str = ""


@dataclass(frozen=True)
class Foreign(Shape):
    """A text as it was printed, in the language that another key names."""

    of_keys = ("text", "language")
    text: str
    language: str


@dataclass(frozen=True, init=False)
class Phrase(Shape):
    """A message of the interface with shapes for its placeholders, ``%s`` in turn or ``%(name)s``.

    It shows nothing unless each of them shows something.
    """

    pattern: str | Word
    parts: tuple[Shape, ...]
    named: Mapping[str, Shape] = field(default_factory=dict)

    def __init__(self, pattern: str | Word, *parts: Shape, **named: Shape) -> None:
        """Take the shapes as they stand behind the pattern."""
        object.__setattr__(self, "pattern", pattern)
        object.__setattr__(self, "parts", parts)
        object.__setattr__(self, "named", named)

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes of the placeholders, and that of a pattern that depends on a key."""
        chosen = (self.pattern,) if isinstance(self.pattern, Word) else ()
        return (*chosen, *self.parts, *self.named.values())


@dataclass(frozen=True, init=False)
class First(Shape):
    """The first of some shapes that shows something."""

    shapes: tuple[Shape, ...] = ()

    def __init__(self, *shapes: Shape) -> None:
        """Take the shapes in the order in which they are tried."""
        object.__setattr__(self, "shapes", shapes)


class Run(First):
    """Some shapes one behind the other, those that show something: nothing without the first."""


class Aside(Run):
    """The same in brackets, behind what it tells more of.

    It stands behind a comma if it has brackets itself, or what it tells more of ends in some.
    """


class Joined(First):
    """Some shapes with commas between those that show something."""


class Lines(First):
    """Some shapes one below the other, those that show something."""


@dataclass(frozen=True)
class Unless(Shape):
    """A shape, but for what another one, a free text, says already: whose names stand in it."""

    said_by: str
    shape: Shape

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shape."""
        return (self.shape,)
