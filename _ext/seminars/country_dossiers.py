"""What the page of a country shows beside the seminars that were held there.

Nobody is named here: a function and a meeting say who spoke, and the page of the meeting whom its
sources name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _

from records.dossier import REST, Naming, grouped
from records.facets import countries, countries_named, country_value
from records.kind import Target
from records.kinds.events import EVENT, EventFacts
from records.kinds.instruments import INSTRUMENT
from records.kinds.organisations import ORGANISATION
from records.speakers import FUNCTION
from records.states import state_of
from seminars.domain import seminars_of
from seminars.items import ItemFiller
from seminars.marks import Question, latest_first
from seminars.row_places import Place
from seminars.row_shapes import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from records.facts import Facts
    from records.kind import Kind
    from records.parties import Party
    from seminars.entry import Entry

_PARTIES = (
    *("organisers", "in_cooperation_with", "supporters", "partners", "funders"),
    "participants",
)


class Voice(NamedTuple):
    """Somebody who spoke for a country: the speaker *number* of a seminar, and for whom."""

    event: Entry
    number: int
    organisation: Entry | None


class Dossier(NamedTuple):
    """What the archive knows of a country, the seminars that were held there aside."""

    elsewhere: list[Entry]
    voices: list[Voice]
    others: list[Entry]  # that name the country by their keys, and are no seminars

    def of_kind(self, kind: Kind) -> list[Entry]:
        """Return the others of *kind*."""
        return [one for one in self.others if one.record and one.record.kind is kind]

    @property
    def pages(self) -> Iterator[str]:
        """The pages of which the dossier is made."""
        yield from (one.docname for one in (*self.elsewhere, *self.others))


def _dossier(env: BuildEnvironment, docname: str) -> Dossier:
    """Return the dossier of the country whose page is *docname*."""
    dossiers = seminars_of(env).made("countries", lambda: _collected(env))
    return dossiers[docname.rpartition("/")[2]]


COUNTRY = Question("dossier of a country", _dossier, of_page=True)


def _collected(env: BuildEnvironment) -> defaultdict[str, Dossier]:
    """Return the dossiers of all countries by their values."""
    domain = seminars_of(env)
    found: defaultdict[str, Dossier] = defaultdict(lambda: Dossier([], [], []))
    for entry in latest_first(domain.entry(one.docname) for one in domain.of_kind(EVENT)):
        _add_event(env, entry, found)
    for record in domain.in_order():
        if record.facts and record.kind is not EVENT:
            for value in countries_named(record.facts):
                found[value].others.append(domain.entry(record.docname))
    return found


def _add_event(env: BuildEnvironment, entry: Entry, found: dict[str, Dossier]) -> None:
    """Add a seminar to the countries that took part in it, or for which somebody did."""
    facts = entry.record.facts if entry.record else None
    if not isinstance(facts, EventFacts):
        return
    domain = seminars_of(env)
    states = set(map(country_value, _present(facts, _finder(env))))
    for number, speaker in enumerate(facts.speakers):
        target = Target(ORGANISATION, speaker.organisation or "")
        state = speaker.country or state_of(_finder(env)(target.id), _finder(env))
        if state:
            states.add(country_value(state))
            record = domain.find(target)
            organisation = domain.entry(record.docname) if record else None
            found[country_value(state)].voices.append(Voice(entry, number, organisation))
    for state in sorted(states - {*countries(facts)}):
        found[state].elsewhere.append(entry)


def _finder(env: BuildEnvironment) -> Callable[[str], Facts | None]:
    """Return what finds the facts of an organisation by its id."""

    def find(name: str) -> Facts | None:
        record = seminars_of(env).find(Target(ORGANISATION, name))
        return record.facts if record else None

    return find


def _present(facts: EventFacts, find: Callable[[str], Facts | None]) -> Iterator[str]:
    """Yield the States that held a seminar, helped with it or took part."""
    for key in _PARTIES:
        parties: Iterable[Party] = getattr(facts, key)
        for party in parties:
            state = party.country or (state_of(find(party.org), find) if party.org else "")
            if state:
                yield state


class CountryFiller(ItemFiller):
    """Makes the sections of a country."""

    def presence(self, found: Dossier) -> Iterator[nodes.section]:
        """Yield a section on its presence elsewhere, and one on those who spoke for it."""
        if found.elsewhere:
            title, content = _("Present at seminars elsewhere"), [self.events(found.elsewhere)]
            yield self.section("elsewhere", title, content, count=len(found.elsewhere))
        if found.voices:
            title, content = _("Speakers and persons present"), [self._voices(found.voices)]
            yield self.section("voices", title, content, count=len(found.voices))

    def seats(self, found: Dossier) -> Iterator[nodes.section]:
        """Yield a section on instruments, one on organisations, and one to each other kind."""
        for name, title, entries in (
            ("instruments", _("Adopted or signed in the country"), found.of_kind(INSTRUMENT)),
            (
                "organisations",
                _("Organisations with their seat there"),
                found.of_kind(ORGANISATION),
            ),
        ):
            if entries:
                yield self.section(name, title, [self.records(entries)], count=len(entries))
        others = [
            (Naming(one.record.kind.name, ()), one)
            for one in found.others
            if one.record and one.record.kind not in {INSTRUMENT, ORGANISATION}
        ]
        for group, entries in grouped(REST, others):
            name, count = f"others-{group.kind}".rstrip("-"), len(entries)
            yield self.section(name, _(group.label), [self.records(entries)], count=count)

    def _voices(self, found: Iterable[Voice]) -> nodes.bullet_list:
        """Return a list of functions, each with the meeting at which its holder spoke."""
        bullets = nodes.bullet_list(bullet="-", classes=["record-list", "open"])
        for one in found:
            record = one.event.record
            assert record is not None
            assert isinstance(record.facts, EventFacts)
            speaker, path = record.facts.speakers[one.number], f"speakers.{one.number}."
            place = Place(self.composer, self.texts(record), speaker, path)
            said = next(iter(lines(FUNCTION, place)), [])
            shown = self.composer.run(self.place_and_days(one.event))
            link = self.link(one.event.docname, "", nodes.inline("", "", *shown.children))
            item = nodes.list_item()
            if said:
                item += self.composer.paragraph(said)
            item += self.composer.paragraph([link], "event-meta")
            bullets += item
        return bullets
