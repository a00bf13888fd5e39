"""What programs for bibliographies read in the head of a seminar's page.

Google Scholar and Zotero know the names of HighWire Press (https://scholar.google.com/intl/en/
scholar/inclusion.html#indexing); Zotero takes the place from the name that EPrints has for it
(its translators "Embedded Metadata" and "RDF").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.locale import _

from cldr.language_tags import closest, tag
from records.kinds.events import EventFacts
from records.meetings import MODE
from seminars.composer import Composer, as_text, is_website
from seminars.domain import seminars_of
from seminars.site.head import add_to_head
from seminars.templates import render
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from records.archive import Record

_SILENT = frozenset({"participant", "announced"})  # of whom no source says that they spoke


def add_citation_tags(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: name title, meeting, speakers, place, days and language."""
    record = seminars_of(app.env).records.get(pagename)
    if record is None or not isinstance(record.facts, EventFacts) or not is_website(app.builder):
        return
    title = seminars_of(app.env).title(pagename)
    named = [
        ("citation_title", title.text),
        ("citation_conference_title", _meeting(record.facts, app.config.language) or title.text),
        *(("citation_author", name) for name in _speakers(record, record.facts)),
        ("eprints.event_location", _place(app, record, record.facts)),
        ("citation_date", str(record.facts.start)),
        ("citation_language", tag(title.language)),
        ("citation_public_url", context.get("pageurl") or ""),
    ]
    tags = [(name, as_name(value)) for name, value in named if value]
    add_to_head(context, render("metas.html", named=tags))


def _meeting(facts: EventFacts, language: str) -> str:
    """Return the title of the meeting as a source prints it in *language*, if one does."""
    titles = {title.lang: title.text for title in facts.titles}
    own = closest(language, titles)
    return titles[own] if own else ""


def _speakers(record: Record, facts: EventFacts) -> Iterator[str]:
    """Yield the names of those of whom a source says that they spoke.

    Programs part names at semicolons.
    """
    for number, speaker in enumerate(facts.speakers):
        name = record.texts.get(f"speakers.{number}.name")
        if name and (not speaker.role or {*speaker.role} - _SILENT):
            yield name.text.replace(";", ",")


def _place(app: Sphinx, record: Record, facts: EventFacts) -> str:
    composer, city = Composer(app.env, record.docname), record.texts.get("city")
    place = composer.place(city.text if city else None, facts.country)
    return "".join(map(as_text, place)) or _(MODE.words[facts.mode or "online"])


def setup(app: Sphinx) -> None:
    """Register what is said of seminars to programs for bibliographies."""
    app.connect("html-page-context", add_citation_tags, priority=600)  # when the address is known
