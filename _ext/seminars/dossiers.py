"""The dossier of a record: what the archive has on it, below its text.

The pages that name it stand under headings, by their kind and by the part that it has in them: who
held a seminar, who paid for it, who is only named (``Kind.dossier``). The book has the same in a
few lines, for there a chapter is not looked up but read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _

from records.dossier import Group, Naming, grouped
from records.kinds.concepts import CONCEPT
from records.kinds.events import EVENT
from records.kinds.organisations import ORGANISATION
from seminars.domain import seminars_of
from seminars.items import ItemFiller, Recommended, all_recommended
from seminars.marks import Question, joined, latest_first, placeholder, register
from seminars.mentions import MENTIONING, Mentioning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from seminars.composer import Inline
    from seminars.entry import Entry


class _Part(NamedTuple):
    """A group with its pages, in the order in which they are listed."""

    group: Group
    entries: list[Entry]

    @property
    def is_of_events(self) -> bool:
        """Whether the pages are those of seminars."""
        return self.group.kind == EVENT.name


def _recommended(env: BuildEnvironment, docname: str) -> list[Recommended]:
    """Return what is recommended on a concept, or by the seminars that an organisation held."""
    record = seminars_of(env).records.get(docname)
    if record is None or record.kind not in {CONCEPT, ORGANISATION}:
        return []
    if record.kind is CONCEPT:
        return [one for one in all_recommended(env) if record.id in one.entry.concepts]
    held = {one.entry.docname for one in MENTIONING.answer(env, docname) if _is_held(one)}
    return [one for one in all_recommended(env) if one.event.docname in held]


def _is_held(mentioning: Mentioning) -> bool:
    record = mentioning.entry.record
    return record is not None and record.kind is EVENT and "organisers" in mentioning.keys


_RECOMMENDED = Question("recommendations of a dossier", _recommended, of_page=True)


class dossier(placeholder):
    """Stands for the dossier of the record of the page ``docname``."""

    asks = (MENTIONING, _RECOMMENDED)


class FillDossiers(ItemFiller):
    """List what the archive has on a record."""

    def fill(self, found: dossier) -> list[nodes.Node]:
        """Return a section on seminars, one on recommendations, and one on what else names it."""
        record = self.own(found)
        parts = self._parts(record, self.ask(MENTIONING, found["docname"]))
        if self.in_print:
            return self._in_print(parts)
        of_events = [part for part in parts if part.is_of_events]
        others = [part for part in parts if not part.is_of_events]
        return [
            *self._seminars(of_events),
            *self._recommendations(record, self.ask(_RECOMMENDED, found["docname"])),
            *self._elsewhere(others),
        ]

    def _parts(self, record: Record, pages: Iterable[Mentioning]) -> list[_Part]:
        named = [(_naming(one), one.entry) for one in pages]
        return [
            _Part(group, latest_first(entries) if group.kind == EVENT.name else entries)
            for group, entries in grouped(record.kind.dossier, named)
        ]

    def _seminars(self, parts: list[_Part]) -> Iterator[nodes.section]:
        """Yield a section on the seminars: with headings, unless they are named in prose alone."""
        if not parts:
            return
        count = len({entry.docname for part in parts for entry in part.entries})
        if len(parts) == 1 and not parts[0].group.keys:
            content: list[nodes.Node] = [self.events(parts[0].entries)]
        else:
            content = [
                self._below("seminars", number, part, self.events(part.entries))
                for number, part in enumerate(parts, 1)
            ]
        yield self.section("dossier-seminars", _("Seminars"), content, count=count)

    def _recommendations(self, record: Record, found: list[Recommended]) -> Iterator[nodes.section]:
        """Yield a section on the recommendations, if there are any."""
        if found:
            title = _("Recommendations")
            if record.kind is ORGANISATION:
                title = _("Recommendations of the seminars that it held")
            content = [self.recommendations(found)]
            yield self.section("dossier-recommendations", title, content, count=len(found))

    def _elsewhere(self, parts: list[_Part]) -> Iterator[nodes.section]:
        """Yield a section on the other pages, with a heading to each group."""
        if parts:
            content = [
                self._below("elsewhere", number, part, self.records(part.entries))
                for number, part in enumerate(parts, 1)
            ]
            yield self.section("dossier-elsewhere", _("Elsewhere in the archive"), content)

    def _below(
        self, above: str, number: int, part: _Part, listed: nodes.bullet_list
    ) -> nodes.section:
        """Return the section of a group below that called *above*."""
        title, count = _(part.group.label), len(part.entries)
        return self.section(f"dossier-{above}-{number}", title, [listed], count=count)

    def _in_print(self, parts: list[_Part]) -> list[nodes.Node]:
        """Return a section with a paragraph to each group: places and days, or short names."""
        if not parts:
            return []
        section = self.foot("mentions", _("Mentioned in"), [])
        for part in parts:
            label = nodes.strong("", "", self.composer.text(_(part.group.label)))
            names = map(
                self._short,
                part.entries if part.is_of_events else self.sorted_by_title(part.entries),
            )
            line: list[Inline] = [label, " — ", *joined([*names])]
            section += self.composer.paragraph(line)
        return [section]

    def _short(self, entry: Entry) -> nodes.Node:
        """Return a link to a page, as short as it goes."""
        record = entry.record
        if record is None or not record.texts:
            return self.title_reference(entry)
        if record.kind is EVENT:
            shown = self.composer.run(self.place_and_days(entry))
            return self.link(entry.docname, "", nodes.inline("", "", *shown.children))
        name = self.composer.marking.node(entry.called.text)
        return self.link(entry.docname, "", nodes.inline("", "", name))


def _naming(mentioning: Mentioning) -> Naming:
    record = mentioning.entry.record
    if record is None:
        return Naming("", mentioning.keys)
    return Naming(record.kind.name, mentioning.keys, getattr(record.facts, "type", ""))


def setup(app: Sphinx) -> None:
    """Register the dossiers of records."""
    register(app, dossier, FillDossiers)
