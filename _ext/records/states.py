"""For which State an organisation speaks: by its type and its seat, or by whom it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from records.kinds.organisations import OrganisationFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from records.facts import Facts

# Services of a State, which have their seat in it; associations speak for none
_AT_HOME = frozenset(
    {
        "ministry",
        "government-body",
        "public-agency",
        "police-service",
        "prosecution-service",
        "financial-intelligence-unit",
        "judicial-school",
        "law-enforcement-school",
        "national-human-rights-institution",
    }
)
# Those that have it in another one, or at an organisation: their State is that of who sends them
_ABROAD = frozenset({"diplomatic-mission", "diplomatic-post"})


def state_of(facts: Facts | None, find: Callable[[str], Facts | None]) -> str:
    """Return the code of the State for which an organisation speaks; nothing if for none.

    *find* returns the facts of an organisation by its id. Parents that lead back are reported
    elsewhere: each is asked once.
    """
    asked: set[str] = set()
    while isinstance(facts, OrganisationFacts):
        if facts.type in _AT_HOME:
            return facts.country or ""
        parent = facts.parent
        if facts.type not in _ABROAD or parent is None or parent in asked:
            return ""
        asked.add(parent)
        facts = find(parent)
    return ""
