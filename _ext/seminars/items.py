"""The items of lists that several pages show: seminars, records, recommendations."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.locale import _
from sphinx.util.nodes import make_refnode

from records.kinds.events import TYPE, EventFacts
from seminars import recommendations
from seminars.domain import seminars_of
from seminars.marks import Filler, latest_first
from seminars.recommendations import RECOMMENDATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from records.archive import Recommendation
    from seminars.composer import Composer, Inline
    from seminars.entry import Entry


class Recommended(NamedTuple):
    """A recommendation, with the seminar whose it is."""

    event: Entry
    entry: Recommendation


def recommended(env: BuildEnvironment, events: Iterable[Entry]) -> list[Recommended]:
    """Return the recommendations of *events*, in their order."""
    found = RECOMMENDATIONS.of(env)
    return [Recommended(event, one) for event in events for one in found.get(event.docname, ())]


def all_recommended(env: BuildEnvironment) -> list[Recommended]:
    """Return the recommendations of all seminars, the latest seminar first."""
    domain = seminars_of(env)

    def collect() -> list[Recommended]:
        return recommended(env, latest_first(map(domain.entry, RECOMMENDATIONS.of(env))))

    return domain.made("recommended", collect)


def dossier_section(
    composer: Composer,
    name: str,
    title: str,
    content: Iterable[nodes.Node],
    *,
    count: int | None = None,
) -> nodes.section:
    """Return a section at the anchor *name*; *count* is how many its content lists."""
    section = nodes.section(ids=[name], classes=["dossier"])
    heading = nodes.title("", "", composer.text(title))
    if count is not None:
        heading += nodes.Text(" ")
        heading += nodes.inline("", composer.number(count), classes=["count"])
    section += heading
    section += list(content)
    return section


class ItemFiller(Filler):
    """Makes items of lists, and headings with the number of what stands below them."""

    def section(
        self, name: str, title: str, content: Iterable[nodes.Node], *, count: int | None = None
    ) -> nodes.section:
        """Return a section at the anchor *name*; *count* is how many its content lists."""
        return dossier_section(self.composer, name, title, content, count=count)

    def events(self, entries: Iterable[Entry]) -> nodes.bullet_list:
        """Return a list of seminars, each with its days, its kind and its place."""
        bullets = nodes.bullet_list(bullet="-", classes=["event-list", "open"])
        for entry in entries:
            bullets += self.event(entry)
        return bullets

    def event(self, entry: Entry, *more: nodes.Node) -> nodes.list_item:
        """Return the item of a seminar, with *more* below it."""
        composer, event = self.composer, entry.record
        title = composer.paragraph([self.title_reference(entry)], "title")
        if event is None or not isinstance(event.facts, EventFacts):
            return nodes.list_item("", title, *more)
        days = composer.interval(event.facts.start, event.facts.end)
        kind = _(TYPE.words[event.facts.type])
        behind = [f"{kind} · ", *self.event_place(event, is_linked=True)]
        status = self.event_status(event)
        if status:
            behind.append(composer.run([f" · {status}"], "event-status"))
        meta = composer.paragraph(behind, "event-meta")
        return nodes.list_item("", composer.paragraph([days], "when"), title, meta, *more)

    def by_year(self, entries: Iterable[Entry]) -> Iterator[nodes.section]:
        """Yield a section to each year in which one of *entries* began, in their order."""
        for year, found in groupby(entries, key=_year):
            listed = [*found]
            title = self.composer.number(int(year)) if year else _("Date unknown")
            section = self.section(f"year-{year}", title, [self.events(listed)], count=len(listed))
            section["classes"].append("year")
            yield section

    def records(self, entries: Iterable[Entry]) -> nodes.bullet_list:
        """Return a list of pages under their short names, in alphabetical order."""
        bullets = nodes.bullet_list(bullet="-", classes=["record-list", "open"])
        for entry in self.sorted_by_title(entries):
            bullets += self._record(entry)
        return bullets

    def _record(self, entry: Entry) -> nodes.list_item:
        """Return the item of a page: its short name, and its title where that says more."""
        record = entry.record
        if record is None or not record.texts:
            return nodes.list_item(
                "", self.composer.paragraph([self.title_reference(entry)], "title")
            )
        shown = entry.called
        short = self.composer.marking.node(shown.text)
        link = self.link(entry.docname, "", nodes.inline("", "", short))
        item = nodes.list_item("", self.composer.paragraph([link], "title"))
        if shown.stands_for:
            full = self.composer.marking.node(shown.stands_for)
            item += self.composer.paragraph([full], "record-short")
        return item

    def recommendations(self, found: Iterable[Recommended]) -> nodes.bullet_list:
        """Return a list of recommendations: the words, what is known of them, and the seminar."""
        bullets = nodes.bullet_list(bullet="-", classes=["record-list", "recommended", "open"])
        for one in found:
            words = nodes.inline("", "", *self.words_of(one.entry))
            link = self.link(one.event.docname, f"rec-{one.entry.id}", words)
            shown = self.place_and_days(one.event, is_linked=True)
            place = self.composer.run([" · ", *shown])
            meta = self.composer.paragraph([self.state(one.entry), place], "event-meta")
            bullets += nodes.list_item("", self.composer.paragraph([link], "title"), meta)
        return bullets

    def words_of(self, entry: Recommendation) -> list[nodes.Node]:
        """Return the first paragraph of a recommendation, or its number where it has none."""
        if entry.passages:
            return self.composer.inline(self.composer.marking.node(entry.passages[0]))
        return [
            self.composer.text(recommendations.heading(entry.number, locale=self.composer.locale))
        ]

    def state(self, entry: Recommendation) -> nodes.inline:
        """Return what is known of a recommendation: the text, or the aim alone."""
        known = _("Text known") if entry.is_known else _("Aim known; wording by the archive")
        name = "known" if entry.is_known else "aim-only"
        return self.composer.run([known], "recommendation-state", name)

    def place_and_days(self, entry: Entry, *, is_linked: bool = False) -> list[Inline]:
        """Return where and when a seminar was held; its title where that is not known.

        Countries are links only where the whole is none.
        """
        event = entry.record
        if event is None or event.days is None:
            return [self.title_reference(entry)]
        where = self.event_place(event, is_linked=is_linked)
        return [*where, f", {self.composer.interval(*event.days)}"]

    def link(self, docname: str, anchor: str, shown: nodes.Element) -> nodes.Element:
        """Return a link to a page, or what it shows where the page is not part of the book."""
        try:
            return make_refnode(self.app.builder, self.composer.docname, docname, anchor, shown)
        except NoUri:
            return shown


def _year(entry: Entry) -> str:
    """Return the year in which a seminar began; nothing where its facts were refused."""
    days = entry.record.days if entry.record else None
    return str(days[0].year) if days else ""


def without(found: Iterable[Entry], others: Collection[Entry]) -> list[Entry]:
    """Return those of *found* that are not among *others*."""
    names = {one.docname for one in others}
    return [one for one in found if one.docname not in names]
