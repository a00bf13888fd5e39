"""The sources of a record, at its foot: what each is, who keeps a copy, where it is cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _

from cldr.languages import language_name
from records.kind import Target
from records.kinds.events import EVENT
from records.kinds.organisations import ORGANISATION
from seminars import links
from seminars.citations import source_mark
from seminars.composer import as_text
from seminars.marks import Filler, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from records.bibliography import Source
    from seminars.composer import Inline


# The stop that ends a title, of which a comma takes the place; that of an abbreviation stays
_LAST_STOP = re.compile(r"(?<=\w{3}|..[)»”])\.$")


class sources(placeholder):
    """Stands for the sources of the record of the page ``docname``.

    ``cited`` are the anchors of the places that cite each, by its id.
    """


def note_places(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note where each source of the page is cited."""
    for found in doctree.findall(sources):
        cited: dict[str, list[str]] = {}
        for mark in doctree.findall(source_mark):
            for _number, name, anchor in mark["shown"]:
                cited.setdefault(name, []).append(anchor)
        found["cited"] = cited


def _kinds() -> dict[str, str]:
    """Return what each kind of source is called, in the language of the build."""
    return {
        "report": _("Report"),
        "announcement": _("Announcement"),
        "programme": _("Programme"),
        "outcome-document": _("Outcome document"),
        "news": _("News"),
        "official-text": _("Official text"),
        "secondary": _("Secondary source"),
    }


def _kinds_on_other_matters() -> dict[str, str]:
    """Return the same for a source that is about something else, which is named."""
    return {
        "report": _("Report on %s"),
        "announcement": _("Announcement about %s"),
        "programme": _("Programme of %s"),
        "outcome-document": _("Outcome document: %s"),
        "news": _("News about %s"),
        "official-text": _("Official text: %s"),
        "secondary": _("Secondary source: %s"),
    }


def _kinds_of_meetings() -> dict[str, str]:
    """Return the same for a source that is about a meeting, of which the title says what it is.

    A title stands behind a colon: within the phrase it would want an article.
    """
    return {
        "report": _("Report on a meeting: %s"),
        "announcement": _("Announcement of a meeting: %s"),
        "programme": _("Programme of a meeting: %s"),
        "outcome-document": _("Outcome document of a meeting: %s"),
        "news": _("News about a meeting: %s"),
        "official-text": _("Official text: %s"),
        "secondary": _("Secondary source: %s"),
    }


def _kinds_of_others() -> dict[str, str]:
    """Return the same for a source that is about another meeting of the archive."""
    return {
        "report": _("Report on another meeting: %s"),
        "announcement": _("Announcement of another meeting: %s"),
        "programme": _("Programme of another meeting: %s"),
        "outcome-document": _("Outcome document of another meeting: %s"),
        "news": _("News about another meeting: %s"),
        "official-text": _("Official text: %s"),
        "secondary": _("Secondary source: %s"),
    }


class FillSources(Filler):
    """List the sources of a record under their numbers."""

    def fill(self, found: sources) -> list[nodes.Node]:
        """Return the section, or nothing where there are no sources."""
        record = self.own(found)
        assert record.facts is not None
        if not record.facts.sources:
            return []
        texts, is_of_meeting = self.texts(record), record.kind is EVENT
        section = self.foot("sources", _("Sources"), [])
        listed = nodes.enumerated_list(
            enumtype="arabic", prefix="", suffix=".", classes=["sources-list"]
        )
        for number, source in enumerate(record.facts.sources):
            path = f"sources.{number}"
            own = {key: texts.get(f"{path}.{key}") for key in ("about", "publisher_name")}
            places = found["cited"].get(source.id, [])
            head = self._kind(source, own["about"], is_of_meeting=is_of_meeting)
            item = self._source(source, head, own["publisher_name"], places)
            for link in item.findall(nodes.reference):
                link.line = record.lines.get(f"{path}.url")
            listed += item
        section += listed
        return [section]

    def _source(
        self, source: Source, kind: list[Inline], publisher: Inline | None, places: list[str]
    ) -> nodes.list_item:
        """Return the entry of *source*, of which *kind* says what it is."""
        words = _LAST_STOP.sub("", source.title)
        title = self.composer.foreign(words, language=source.lang)
        parts: list[list[Inline]] = [[links.of_source(source, title)]]
        parts += self._facts(source, publisher)
        line = [part for facts in parts for part in (", ", *facts)][1:]
        head = self.composer.run(kind, "source-kind")
        entry: list[Inline] = [head, " — ", *line]
        if places:
            behind = self.composer.phrase(_("Back to the text: %s"), list(self._ways_back(places)))
            stop = " " if as_text(entry[-1]).endswith(".") else ". "
            entry += [stop, self.composer.run(behind, "source-places")]
        return self._entry(source, entry)

    def _entry(self, source: Source, content: list[Inline]) -> nodes.list_item:
        """Return an entry to which the marks of the page lead."""
        anchor = f"source-{source.id}"
        if self.in_print:
            content = [nodes.target("", "", ids=[anchor]), *content]
        item = nodes.list_item("", self.composer.paragraph(content))
        item["ids"] = [] if self.in_print else [anchor]
        return item

    def _kind(self, source: Source, about: Inline | None, *, is_of_meeting: bool) -> list[Inline]:
        """Return what *source* is, and what it is about where that is not the page's record.

        Only on the page of a meeting is a meeting another one.
        """
        if source.about_event:
            meeting = self.composer.reference(Target(EVENT, source.about_event))
            kinds = _kinds_of_others() if is_of_meeting else _kinds_of_meetings()
            return [*self.composer.phrase(kinds[source.kind], meeting)]
        if about is None:
            return [_kinds()[source.kind]]
        return [*self.composer.phrase(_kinds_on_other_matters()[source.kind], about)]

    def _facts(self, source: Source, publisher_name: Inline | None) -> Iterator[list[Inline]]:
        """Yield what is known of *source* beside its title."""
        composer = self.composer
        if source.publisher:
            yield [composer.reference(Target(ORGANISATION, source.publisher))]
        elif publisher_name:
            yield [publisher_name]
        if source.date:
            # French, Romanian and Russian say "of the 5th", and nothing like it of a year
            words = _("page dated %s") if source.date.day else _("date of the page: %s")
            yield [*composer.phrase(words, composer.day(source.date))]
        if source.lang != composer.language:
            name = language_name(source.lang, locale=composer.locale)
            yield [*composer.phrase(_("in %s"), name)]
        if source.accessed:
            yield [*composer.phrase(_("accessed on %s"), composer.day(source.accessed))]
        if source.archived and source.archived.none_found:
            day = composer.day(source.archived.none_found)
            yield [*composer.phrase(_("no copy found on %s"), day)]
        elif source.archived and source.archived.date:
            day = composer.day(source.archived.date)
            text = nodes.inline("", "", *composer.phrase(_("copy kept on %s"), day))
            yield [links.of_copy(source, text)]

    def _ways_back(self, places: list[str]) -> Iterator[Inline]:
        """Yield links to the *places* that cite a source; wide as they are, they need no commas."""
        for number, anchor in enumerate(places, 1):
            label = _("Back to the text, place %s") % number
            if number > 1:
                yield " "
            yield links.internal(anchor, str(number), label=label, role="doc-backlink")


def setup(app: Sphinx) -> None:
    """Register the sources of records."""
    register(app, sources, FillSources)
    app.connect("doctree-read", note_places)
