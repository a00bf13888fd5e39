"""How much of each page is translated into each language, and what follows from it.

The messages of a page are known once it has been read, in whatever language, and the catalogues of
all languages before: so the build of one language knows what the others have.
"""

from __future__ import annotations

from functools import cache, cached_property
from operator import add
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from catalogues.manifest import UNKNOWN
from catalogues.po.reader import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from catalogues.checked_copy import CheckedCatalogues
    from catalogues.manifest import Catalogue


# How far a translation is: incomplete; complete; complete and revised by a second person
Stage: TypeAlias = Literal["draft", "translated", "revised"]


class Status(NamedTuple):
    """How a page, or the interface, stands in one language.

    ``counts`` and ``refused`` are those of its catalogue; of the ``total`` messages that it has now
    ``done`` are shown translated, and ``absent`` ones are not in the catalogue yet. ``revised`` is
    the day on which a second person has revised all that is shown; empty if none has.
    """

    counts: Counts
    refused: int
    absent: int
    done: int
    total: int
    revised: str = ""

    @property
    def percent(self) -> int:
        """The share that is translated, rounded down: 100 means everything."""
        return 100 * self.done // self.total if self.total else 100

    @property
    def stage(self) -> Stage:
        """How far the translation is; what no person has revised is translated at best."""
        if self.done < self.total:
            return "draft"
        return "revised" if self.revised else "translated"


def total_of(statuses: Iterable[Status]) -> Status:
    """Return the sum of *statuses*."""
    counts, others = Counts(), (0, 0, 0, 0)
    for status in statuses:
        counts = Counts(*map(add, counts, status.counts))
        others = tuple(map(add, others, status[1:5]))
    return Status(counts, *others)


class Publication:
    """What is translated, and which pages are listed for it.

    *messages* are the keys of the messages of each page (``catalogues.checked_copy.message_key``);
    *listed_from* is the share in per cent from which a page is listed, None for a language of which
    no page is. The first of *languages* is the one that pages are written in.
    """

    def __init__(
        self,
        checked: CheckedCatalogues,
        *,
        languages: Sequence[str],
        listed_from: Mapping[str, float | None],
        messages: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.checked = checked
        self.source, *self.translations = languages
        self.listed_from = {code: listed_from.get(code, 100) for code in self.translations}
        self.messages = messages
        self.made_of: dict[str, tuple[str, ...]] = {}  # pages without a source, of which others
        self._said: dict[tuple[str, str], dict[str, str]] = {}
        self._statuses: dict[tuple[str, str], tuple[tuple[str, ...] | None, Status]] = {}

    @cached_property
    def catalogues(self) -> dict[str, dict[str, Catalogue]]:
        """What is known of the catalogues of each language."""
        return {code: self.checked.known(code) for code in (self.source, *self.translations)}

    def catalogue(self, language: str, domain: str) -> Catalogue:
        """Return what is known of a catalogue; one that is not there has nothing in it."""
        return self.catalogues[language].get(domain, UNKNOWN)

    def says(self, domain: str, language: str) -> Callable[[str], str]:
        """Return what gives a message of *domain* in *language*: nothing for what that lacks.

        Names are asked for by pages and by several exports, and no more is kept of a catalogue.
        """
        if language == self.source:
            return str
        known = self._said.setdefault((domain, language), {"": ""})
        catalogue = cache(lambda: self.checked.translations(domain, language=language))

        def say(message: str) -> str:
            if message not in known:
                known[message] = catalogue().gettext(message)
            return known[message]

        return say

    def status(self, language: str, docname: str) -> Status:
        """Return how a page or another catalogue stands in *language*."""
        present = self.messages.get(docname)
        before, status = self._statuses.get((language, docname), (None, None))
        if status is None or before is not present:  # the page has been read again
            status = self._status(language, docname, present)
            self._statuses[language, docname] = present, status
        return status

    def _status(self, language: str, docname: str, present: tuple[str, ...] | None) -> Status:
        known = self.catalogue(language, docname)
        messages = known.published | known.waiting if present is None else frozenset(present)
        done, waiting = len(messages & known.published), len(messages & known.waiting)
        return Status(
            counts=known.counts,
            refused=known.refused,
            absent=len(messages) - done - waiting,
            done=done,
            total=len(messages),
            revised=known.revised,
        )

    def translation(self, language: str, docname: str) -> Status | None:
        """Return how a page stands in *language*; None where nothing is to be translated."""
        if language == self.source or docname not in self.messages:
            return None
        return self.status(language, docname)

    def statuses(self, language: str) -> Iterator[tuple[str, Status]]:
        """Yield each page and each other catalogue of *language* with its status, by name."""
        names = set(self.catalogues[language])
        if language != self.source:
            names.update(self.messages)
        for name in sorted(names):
            yield name, self.status(language, name)

    def total(self, language: str) -> Status:
        """Return the sum over all catalogues of *language*, that of the interface among them."""
        return total_of(status for _name, status in self.statuses(language))

    def is_listed(self, language: str, docname: str) -> bool:
        """Return whether enough of a page is translated to list it in *language*.

        The source always is. A page without messages of its own is listed where those are that it
        is made of, and otherwise depends on the language alone.
        """
        if language == self.source:
            return True
        share = self.listed_from[language]
        if share is None:
            return False
        if docname not in self.messages:
            return all(self.is_listed(language, one) for one in self.made_of.get(docname, ()))
        status = self.status(language, docname)
        return 100 * status.done >= share * status.total

    def listed(self, docname: str) -> list[str]:
        """Return the languages in which a page is listed, the source first."""
        every = (self.source, *self.translations)
        return [language for language in every if self.is_listed(language, docname)]

    def revised(self, language: str) -> int:
        """Return how many pages a second person has revised."""
        if language == self.source:
            return 0
        stand = (self.status(language, docname) for docname in self.messages)
        return sum(status.stage == "revised" for status in stand)

    def incomplete(self, language: str) -> int:
        """Return how many pages are not wholly translated."""
        if language == self.source:
            return 0
        stand = (self.status(language, docname) for docname in self.messages)
        return sum(status.done < status.total for status in stand)
