"""The register of recommendations: by seminar, and the ways to those to somebody or on something.

Those to a class of addressees have a page (``seminars.addressee_pages``), and those on a concept
stand on the page of the concept.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from records.kind import Target
from records.kinds.concepts import CONCEPT
from records.kinds.events import TYPE, EventFacts
from records.kinds.instruments import INSTRUMENT
from seminars.addressees import list_of_classes, numbers_of
from seminars.composer import is_website
from seminars.descent import Tie, all_ties
from seminars.domain import seminars_of
from seminars.items import Recommended, all_recommended
from seminars.marks import Question, placeholder, register
from seminars.recommendation_boxes import RecommendationFiller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from seminars.composer import Inline
    from seminars.entry import Entry


class Listed(NamedTuple):
    """Recommendations, the latest seminar first, their descent, and the records that they name."""

    recommended: list[Recommended]
    ties: list[Tie]
    concepts: list[Entry]
    instruments: list[Entry]


def listed_of(env: BuildEnvironment, found: list[Recommended]) -> Listed:
    """Return the recommendations *found*, with what is shown beside them."""
    keys = {one.entry.key for one in found}
    ties = [tie for tie in all_ties(env) if tie.own in keys]
    concepts = {Target(CONCEPT, name) for one in found for name in one.entry.concepts}
    instruments = {Target(INSTRUMENT, tie.other) for tie in ties if tie.event is None}
    return Listed(found, ties, _entries(env, concepts), _entries(env, instruments))


def _entries(env: BuildEnvironment, targets: Iterable[Target]) -> list[Entry]:
    domain = seminars_of(env)
    records = (domain.find(target) for target in targets)
    return [domain.entry(name) for name in sorted(one.docname for one in records if one)]


def _all(env: BuildEnvironment, docname: str) -> Listed:
    return listed_of(env, all_recommended(env))


_REGISTER = Question("recommendations", _all)


class register_of_recommendations(placeholder):
    """Stands for the recommendations of all seminars."""

    asks = (_REGISTER,)


class RecommendationList(SphinxDirective):
    """The register of the recommendations of all seminars."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every recommendation is known."""
        return [register_of_recommendations()]


class RegisterFiller(RecommendationFiller):
    """Lists recommendations below the seminars."""

    def by_seminar(self, listed: Listed) -> Iterator[nodes.section]:
        """Yield a section to each seminar, under its place and days."""
        for docname, found in groupby(listed.recommended, key=lambda one: one.event.docname):
            group = [*found]
            event = group[0].event
            section = nodes.section(ids=[f"of-{docname.rpartition('/')[2]}"], classes=["dossier"])
            shown = self.composer.run(self.place_and_days(event))
            link = self.link(docname, "", nodes.inline("", "", *shown.children))
            section += nodes.title("", "", link)
            section += self.composer.paragraph(self._meeting(event), "event-meta")
            section += self._entries(group, listed.ties)
            yield section

    def _meeting(self, event: Entry) -> list[Inline]:
        """Return what kind of meeting it was, and its title."""
        facts = event.record.facts if event.record else None
        kind = [_(TYPE.words[facts.type]), " · "] if isinstance(facts, EventFacts) else []
        return [*kind, self.title_reference(event)]

    def in_lines(self, listed: Listed) -> Iterator[nodes.Node]:
        """Yield the same for print, where a heading to each would fill the contents."""
        for _name, found in groupby(listed.recommended, key=lambda one: one.event.docname):
            group = [*found]
            yield self.composer.paragraph(self.event_line(group[0].event), "register-event")
            yield self._entries(group, listed.ties)

    def _entries(self, group: Iterable[Recommended], ties: list[Tie]) -> nodes.bullet_list:
        bullets = nodes.bullet_list(bullet="-", classes=["register", "open"])
        for one in group:
            entry = one.entry
            item = nodes.list_item("", self.head(self.composer.pending("rec", entry.key), entry))
            for passage in entry.passages:
                item += self.composer.paragraph([self.composer.marking.node(passage)])
            item += self.addressees(entry, in_source=False)
            item += self.concepts(entry)
            item += self.ties_of(entry, ties)
            bullets += item
        return bullets


class FillRegister(RegisterFiller):
    """Collect the recommendations of all seminars."""

    def fill(self, _mark: register_of_recommendations) -> list[nodes.Node]:
        """Return the ways to those to a class or on a concept, and all by seminar."""
        listed = self.ask(_REGISTER)
        if not listed.recommended:
            return []
        if not is_website(self.app.builder):
            return [*self.in_lines(listed)]
        count, all_of_them = len(listed.recommended), self.by_seminar(listed)
        return [
            self.section("by-addressee", _("By addressee"), self._by_class(listed)),
            *self._by_concept(listed),
            self.section("by-seminar", _("By seminar"), all_of_them, count=count),
        ]

    def _by_class(self, listed: Listed) -> list[nodes.Node]:
        """Return links to the pages of classes."""
        return list_of_classes(self.app, self.composer, numbers_of(listed.recommended))

    def _by_concept(self, listed: Listed) -> Iterator[nodes.section]:
        """Yield links to the pages of concepts, where the recommendations on each stand."""
        items: list[list[Inline]] = []
        for concept in self.sorted_by_title(listed.concepts):
            name = concept.docname.rpartition("/")[2]
            number = sum(name in one.entry.concepts for one in listed.recommended)
            title = nodes.inline("", "", self.composer.marking.node(concept.title))
            link = self.link(concept.docname, "dossier-recommendations", title)
            count = self.composer.run([self.composer.number(number)], "count")
            items.append([link, " ", count])
        if items:
            content = self.composer.bullets(items, "facet-values")
            yield self.section("by-concept", _("By concept"), content)


def setup(app: Sphinx) -> None:
    """Register the register."""
    register(app, register_of_recommendations, FillRegister)
    app.add_directive_to_domain("sem", "recommendation-list", RecommendationList)
