"""By what readers find seminars: ``FACETS``, the one list. Each value has a page: its dossier."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cldr.collation import sort_key
from cldr.digits import in_digits
from cldr.former_countries import country_or_message, full_code
from records import facts as of_any_kind
from records.facts import AT_THE_FOOT, references
from records.folders import FOLDERS
from records.kinds.concepts import CONCEPT
from records.kinds.events import TYPE, EventFacts
from records.kinds.instruments import INSTRUMENT
from records.kinds.organisations import ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from records.archive import Record
    from records.facts import Facts
    from records.kind import Kind
    from records.wording import Wording


COUNTRIES = "countries"  # the folder of their pages
LIST = "index"  # the page of a facet that lists its values


@dataclass(frozen=True)
class Facet:
    """What seminars have in common: a page to each value in *folder*, and a list of the values.

    *label* is what the list is called, *name* what its values are, *heading* what the page of a
    value is called; all are messages of the interface, the last with ``%s`` for the value. *values*
    are those of a seminar, of the characters that an id may have; *wording* is how a value is
    written in a locale, or a message that says it. The list is in alphabetical order of what is
    written, or *descending*. *question* is what leads a reader to the list from the home page. The
    address of a list that is filtered calls the facet by its *key*, or else by its folder.

    A value that is *named* by any record has a page, too, though no seminar may have it.

    Where the values are the ids of records of a *kind*, the pages are those of the records, which
    have headings and names of their own.
    """

    folder: str
    label: str
    name: str
    heading: str
    values: Callable[[EventFacts], Iterable[str]]
    wording: Callable[..., str] = str
    descending: bool = False
    question: str = ""
    key: str = ""
    kind: Kind | None = None
    named: Callable[[Facts], Iterable[str]] | None = None

    def __post_init__(self) -> None:
        """Refuse a folder of pages: the list of values would take the place of their index."""
        taken = {path.split("/")[0] for path in FOLDERS.values()}
        if self.kind is None and self.folder in taken:
            raise ValueError(f"the folder `{self.folder}` of a facet holds pages: take another")
        object.__setattr__(self, "key", self.key or self.folder)

    def groups(
        self,
        events: Iterable[Record],
        *,
        language: str,
        written: Callable[[str], Wording],
        others: Iterable[str] = (),
    ) -> dict[str, list[Record]]:
        """Return the *events* of each value, in their order; the values in that of the list.

        A value is *written* as the pages of *language* write it; *others* may have no event.
        """
        found: defaultdict[str, list[Record]] = defaultdict(list, {value: [] for value in others})
        for event in events:
            if isinstance(event.facts, EventFacts):
                for value in self.values(event.facts):
                    found[value].append(event)
        words = {value: written(value) for value in found}
        keys = {
            value: sort_key(one.text, language=language, written_in=one.language)
            for value, one in words.items()
        }
        order = sorted(found, key=lambda value: (keys[value], value), reverse=self.descending)
        return {value: found[value] for value in order}


def years(facts: EventFacts) -> Iterable[str]:
    """Return the year of a seminar, or each one in which it was held."""
    return map(str, range(facts.start.year, (facts.end or facts.start).year + 1))


def countries(facts: EventFacts) -> Iterable[str]:
    """Return the countries in which a seminar was held: none where it was online alone."""
    places = (facts.country, *(place.country for place in facts.further_places))
    return dict.fromkeys(country_value(code) for code in places if code)


def countries_named(facts: Facts) -> Iterable[str]:
    """Return the countries that a record of any kind names by its keys.

    The State in whose gazette a name is printed is shown nowhere.
    """
    found = of_any_kind.countries(facts)
    return dict.fromkeys(
        country_value(code) for path, code in found if not path.startswith("gazettes.")
    )


def country_value(code: str) -> str:
    """Return the value that a country of a front matter is."""
    return full_code(code).lower()


def page_of_country(code: str) -> str:
    """Return the page of a country: whatever is named in a front matter has one."""
    return f"{COUNTRIES}/{country_value(code)}"


def country(value: str, *, locale: str) -> str:
    """Return the name of a country, or the message that says it."""
    return country_or_message(value.upper(), locale=locale)


def kinds(facts: EventFacts) -> Iterable[str]:
    """Return what kind of meeting a seminar was."""
    return (facts.type,)


def kind(value: str, *, locale: str) -> str:
    """Return the message that says what kind of meeting *value* is, in whatever *locale*."""
    return TYPE.words[value]


def named(facts: EventFacts, *, kind: str) -> Iterable[str]:
    """Return the records of a *kind* that have a part in a seminar, not in its sources alone."""
    found = references(facts)
    return dict.fromkeys(
        id_ for path, name, id_ in found if name == kind and path.split(".")[0] not in AT_THE_FOOT
    )


def _of_records(kind: Kind, label: str, name: str, *, question: str, key: str) -> Facet:
    """Return the facet whose values are the records of *kind* that seminars name by their keys."""
    values = partial(named, kind=kind.name)
    return Facet(kind.folder, label, name, "", values, question=question, key=key, kind=kind)


FACETS = (
    Facet(
        COUNTRIES,
        "Seminars by country",
        "Country",
        "%s",
        countries,
        country,
        question="What was held in my country?",
        key="country",
        named=countries_named,
    ),
    Facet(
        "years",
        "Seminars by year",
        "Year",
        "Seminars of %s",
        years,
        in_digits,
        descending=True,
        question="What was held in a given year?",
        key="year",
    ),
    Facet(
        "kinds",
        "Seminars by kind of meeting",
        "Kind of meeting",
        "Meetings: %s",
        kinds,
        kind,
        question="Which training courses, which conferences?",
        key="kind",
    ),
    _of_records(
        ORGANISATION,
        "Seminars by organisation",
        "Organisation",
        question="Which seminars did my organisation take part in?",
        key="organisation",
    ),
    _of_records(
        INSTRUMENT,
        "Seminars by instrument",
        "Instrument",
        question="Which seminars dealt with a given instrument?",
        key="instrument",
    ),
    _of_records(
        CONCEPT,
        "Seminars by concept",
        "Concept",
        question="Which seminars dealt with a given concept?",
        key="concept",
    ),
)
if len({facet.folder for facet in FACETS}) < len(FACETS):
    raise ValueError("two facets have one folder: " + ", ".join(one.folder for one in FACETS))
if len({facet.key for facet in FACETS}) < len(FACETS):
    raise ValueError("two facets have one key: " + ", ".join(one.key for one in FACETS))
# Those whose values have pages that no source stands behind
WITH_MADE_PAGES = tuple(facet for facet in FACETS if facet.kind is None)


def words() -> Iterator[str]:
    """Yield the messages of the interface that facets have; a sign alone is none."""
    for facet in FACETS:
        found = (facet.label, facet.name, facet.heading, facet.question)
        yield from (message for message in found if message not in {"", "%s"})
