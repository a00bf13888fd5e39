"""By what readers look for a record: its names and numbers, and where and when it was.

*say* gives a text of the page in a language, and *word* a word of the interface; both give nothing
for what that language lacks.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from cldr import dates
from cldr.former_countries import country_or_message
from records.facets import years
from records.kinds.events import EventFacts
from records.kinds.instruments import SERIES, InstrumentFacts
from records.names import all_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from records.archive import Record

    Say = Callable[[str], str]

_WITHOUT_UNION = re.compile(r"/[^/\d]+$")  # 2011/36 of 2011/36/UE
# Keys of entries that hold a name: one of another time, translated, or one as it was printed
_OF_OTHER_TIMES = {"former_names": "name", "later_names": "name"}
_AS_PRINTED = {"own_name": "text", "titles": "text"}


def names_in(record: Record, *, say: Say, word: Say) -> list[str]:
    """Return each name and number of *record* in one language."""
    facts = record.facts
    found = [name.text for name in all_names(record.kind, *record.named(say))]
    found += [say(name) for name in _in_entries(facts, _OF_OTHER_TIMES)]
    if isinstance(facts, InstrumentFacts):
        found += _numbers(facts, word)
    return [name for name in dict.fromkeys(found) if name]


def names_anywhere(record: Record) -> list[str]:
    """Return what *record* is called whatever the language: symbols, and names as printed."""
    facts = record.facts
    symbols = [getattr(facts, key, None) for key in ("document", "celex")]
    return [name for name in (*symbols, *_in_entries(facts, _AS_PRINTED)) if name]


def _in_entries(facts: object, keys: dict[str, str]) -> Iterator[str]:
    for key, name in keys.items():
        entries: Any = getattr(facts, key, None) or ()
        entries = entries if isinstance(entries, tuple) else (entries,)
        yield from (getattr(entry, name) for entry in entries)


def _numbers(facts: InstrumentFacts, word: Say) -> Iterator[str]:
    """Yield the number of an instrument as its series is quoted, and by the name of the series."""
    if facts.number:
        series, ref = facts.number.series, facts.number.ref
        pattern = SERIES.words[series]
        yield (word(pattern) or pattern) % ref
        yield f"{series} {ref}"
        yield _WITHOUT_UNION.sub("", ref)


def places_in(record: Record, *, say: Say, word: Say, locale: str) -> list[str]:
    """Return where a seminar was held, in one language."""
    facts = record.facts
    if not isinstance(facts, EventFacts):
        return []
    places = [(facts.city, facts.country)]
    places += [(place.city, place.country) for place in facts.further_places]
    names = ((say(city or ""), _country(code, locale, word)) for city, code in places)
    return [name for name in dict.fromkeys(chain.from_iterable(names)) if name]


def times_of(record: Record, *, locale: str) -> list[str]:
    """Return when a seminar was held: its days as written in *locale*, and the years."""
    facts = record.facts
    if not isinstance(facts, EventFacts):
        return []
    return [dates.interval(facts.start, facts.end, locale=locale), *years(facts)]


def _country(code: str | None, locale: str, word: Say) -> str:
    name = country_or_message(code, locale=locale) if code else ""
    return word(name) or name
