"""The part of YAML that a front matter uses: keys, texts and lists, each with its line.

Values are texts as the editor wrote them: what is a number or a date is for the schema to say. So
the country NO, the article 5.10 or 12:30 and the reference 010 are not read as something else.
What else YAML knows is refused, for no front matter needs it and most of it can do harm: tags make
objects, and names for values (`&x`, `*x`) a small text that is larger than any memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from records.faults import Fault, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

MOST_VALUES = 2_000
_DEEPEST = 10
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where PyYAML has it
PURE_LOADER: Any = yaml.SafeLoader
_NOTHING = frozenset({"", "null", "Null", "NULL"})
_BROKEN_OFF = "{} is no `key: value`: a text with a comma stands between quotes within {{ }}"
_WORD = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_NAME = re.compile(r"[^\W\d][\w -]{0,40}")


class TooMuchError(ValueError):
    """A front matter with more values, or deeper ones, than anybody writes."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Values:
    """The values in a YAML text of which *first* is the line of the page.

    ``data`` is the mapping, None for something else; ``lines`` the line of each key and entry by
    its path; ``faults`` what was refused, which is not in ``data``.
    """

    def __init__(self, text: str, *, first: int, loader: Any = _LOADER) -> None:
        """Read *text*; raise yaml.YAMLError where it is no YAML, TooMuchError where it is huge."""
        self.data: dict[str, Any] | None = {}
        self.lines: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._text = text
        self._first = first
        self._left = MOST_VALUES
        self._events: Iterator[Event] = iter(yaml.parse(text, Loader=loader))
        self._read()

    def _read(self) -> None:
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    text = "a second front matter begins here: take this line out"
                    self.faults.append(Fault("", text, self._line(event)))
            elif isinstance(event, MappingStartEvent) and self.data is not None:
                self._refuse_properties(event, "")  # and go on: the keys are the same
                self._mapping(self.data, "", 1)
            elif isinstance(event, NodeEvent):
                self._value(event, "", 1)
                if not isinstance(event, ScalarEvent) or event.value:
                    self.data = None

    def _line(self, event: Event) -> int:
        assert event.start_mark is not None  # what is parsed has a place
        return event.start_mark.line + self._first

    def _value(self, event: Event, path: str, depth: int) -> Any:
        """Return the value that begins with *event*; None for one that is refused."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise TooMuchError(self._too_much(event, path))
        if self._refuse_properties(event, path):
            self._skip(event)
            return None
        if isinstance(event, MappingStartEvent):
            return self._mapping({}, path, depth + 1)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path, depth + 1)
        assert isinstance(event, ScalarEvent)
        return self._scalar(event, path)

    def _scalar(self, event: ScalarEvent, path: str) -> str | None:
        value: str = event.value
        if not event.implicit[0]:  # quoted
            return value
        if value in _NOTHING:
            if path:
                given = f"{quoted(value)} says that nothing is known" if value else "is empty"
                text = f"{given}: give a value, or leave the key out"
                self.faults.append(Fault(path, text, self._line(event)))
            return None
        return value

    def _sequence(self, path: str, depth: int) -> list[Any]:
        found: list[Any] = []
        for event in self._events:
            if isinstance(event, CollectionEndEvent):
                break
            below = f"{path}.{len(found)}" if path else str(len(found))
            self.lines[below] = self._line(event)
            found.append(self._value(event, below, depth))
        return found

    def _mapping(self, found: dict[str, Any], path: str, depth: int) -> dict[str, Any]:
        for event in self._events:
            if isinstance(event, CollectionEndEvent):
                break
            value = next(self._events) if isinstance(event, ScalarEvent) else None
            if value and isinstance(event, ScalarEvent) and self._is_broken_off(event, value):
                place = ".".join(filter(None, [path, *list(found)[-1:]]))
                fault = Fault(place, _BROKEN_OFF.format(quoted(event.value)), self._line(event))
                if fault.path not in [one.path for one in self.faults[-1:]]:  # once a text
                    self.faults.append(fault)
                continue
            key = self._key(event, path)
            value = value or next(self._events)
            below = f"{path}.{key}" if path else str(key)
            if key is None:
                self._skip(value)
            elif key in found:
                fault = Fault(below, "this key stands twice: keep one of them", self._line(event))
                self.faults.append(fault)
                self._skip(value)
            else:
                self.lines[below] = self._line(event)
                found[key] = self._value(value, below, depth)
        return found

    def _key(self, event: Event, path: str) -> str | None:
        """Return the key that begins with *event*; None for one that is refused."""
        if self._refuse_properties(event, path):
            self._skip(event)
            return None
        line = self._line(event)
        if not isinstance(event, ScalarEvent):
            given = "a list" if isinstance(event, SequenceStartEvent) else "a group of keys"
            text = f"{given} stands where a key is expected: a key is a word"
            self.faults.append(Fault(path, text, line))
            self._skip(event)
            return None
        key: str = event.value
        if _NAME.fullmatch(key):
            return key
        text = f"there is no such key: {quoted(key)}" if key else "a key is missing before `:`"
        text += "; a space belongs behind the colon" if ":" in key else ""
        word = _WORD.search(key)  # “city”, with the quotation marks of a word processor
        if word and _NAME.fullmatch(word[0]):
            path = f"{path}.{word[0]}" if path else word[0]
        self.faults.append(Fault(path, text, line))
        return None

    def _is_broken_off(self, key: Event, value: Event) -> bool:
        """Return whether *key* is the rest of a text with a comma: in { } no colon follows it."""
        if not key.end_mark or not value.start_mark:
            return False
        begins, ends = key.end_mark.index, value.start_mark.index
        between = self._text[begins : ends + 1]
        return isinstance(value, ScalarEvent) and re.fullmatch(r"[^:]*[,}]", between) is not None

    def _skip(self, event: Event) -> None:
        """Pass over the value that begins with *event*, whatever is in it."""
        depth = int(isinstance(event, CollectionStartEvent))
        while depth:
            event = next(self._events)
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)

    def _refuse_properties(self, event: Event, path: str) -> bool:
        """Note what YAML says of a value beside the value itself; return whether it says so."""
        line = self._line(event)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, AliasEvent):
            sign, name = "*", event.anchor or ""
        elif anchor:
            sign, name = "&", anchor
        elif tag:
            sign, name = "!", tag.replace("tag:yaml.org,2002:", "!!").removeprefix("!")
        else:
            return False
        text = f"{quoted(sign + name)}: put a text that begins with `{sign}` between quotes"
        self.faults.append(Fault(path, text, line))
        return True

    def _too_much(self, event: Event, path: str) -> Fault:
        if self._left < 0:
            text = f"the front matter has more than {MOST_VALUES} values: nobody needs as many"
            return Fault("", text, self._line(event))
        text = f"brackets or lists stand in each other more than {_DEEPEST} deep"
        return Fault(path.partition(".")[0], text, self._line(event))
