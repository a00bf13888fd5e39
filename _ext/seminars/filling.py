"""What fills marks: access to all pages, and lines that several of them show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.locale import _
from sphinx.util.nodes import make_refnode

from cldr.collation import sort_key
from records.schema import EventFacts
from seminars import labels
from seminars.composing import Composer, Inline
from seminars.domain import seminars_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from records.declarations import Recommendation, Record


class Filler:
    """Makes what stands in the place of marks of one class."""

    def __init__(self, app: Sphinx) -> None:
        self.domain = seminars_of(app.env)
        self.composer = Composer(app.env, app.env.docname)
        self.builder = app.builder
        self.in_print = app.builder.format == "latex"

    def fill(self, found: Any) -> list[nodes.Node]:
        """Return what stands in the place of *found*."""
        raise NotImplementedError

    def texts(self, record: Record) -> dict[str, Inline]:
        """Return the free texts of *record*, each in its language."""
        in_source = self.domain.in_source.get(record.docname, ())
        return self.composer.texts(record.texts, in_source)

    def title_reference(self, record: Record) -> nodes.Element:
        """Return a link with the whole title of *record*.

        A page may have thousands of them, so they are made at once and not resolved afterwards.
        """
        title = self.domain.title(record.docname)
        shown = nodes.inline("", title)
        if title in self.domain.in_source.get(record.docname, ()):
            self.composer.marking.mark(shown)
        try:
            return make_refnode(self.builder, self.composer.docname, record.docname, "", shown)
        except NoUri:  # the page is not part of the book
            return shown

    def event_place(self, event: Record) -> list[Inline]:
        """Return where a seminar took place."""
        assert isinstance(event.facts, EventFacts)
        return self.composer.place(self.texts(event)["city"], event.facts.country)

    def event_line(self, event: Record) -> list[Inline]:
        """Return the title of a seminar with its place and its days behind."""
        composer = self.composer
        line: list[Inline] = [self.title_reference(event)]
        if isinstance(event.facts, EventFacts):
            days = composer.interval(event.facts.start, event.facts.end)
            behind = composer.run([" — ", *self.event_place(event), f", {days}"], "event-meta")
            line.append(behind)
        return line

    def sorted_by_title(self, records: list[Record]) -> list[Record]:
        """Return *records* in the alphabetical order of the language."""
        language = self.composer.language
        return sorted(
            records,
            key=lambda record: sort_key(self.domain.title(record.docname), language=language),
        )


def latest_first(events: list[Record]) -> list[Record]:
    """Return *events* by date and id, the latest first; those whose facts were refused last."""

    def key(record: Record) -> tuple[str, str]:
        facts = record.facts
        return (facts.start.isoformat() if isinstance(facts, EventFacts) else "", record.id)

    return sorted(events, key=key, reverse=True)


def joined(parts: list[Inline]) -> list[Inline]:
    """Return *parts* with commas between them."""
    result: list[Inline] = []
    for part in parts:
        result += [", ", part] if result else [part]
    return result


def addressees(composer: Composer, entry: Recommendation) -> list[nodes.Node]:
    """Return the line that says whom a recommendation addresses."""
    if not entry.audiences:
        return []
    names = joined([labels.audience(name) for name in entry.audiences])
    label = composer.phrase("%s ", nodes.emphasis("", _("Addressed to:")))
    return [composer.paragraph([*label, *names], "recommendation-meta")]
