"""The filters of the list of seminars: a form, and what each seminar of the list has of its facets.

``_static/filter.js`` filters the list where it stands. Without it the form is not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _

from cldr.language_tags import tag
from cldr.no_break_spaces import spaced
from records.facets import FACETS
from records.kinds.events import EventFacts
from seminars.facet_lists import grouped, written
from seminars.marks import latest_first
from seminars.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from sphinx.application import Sphinx

    from records.facets import Facet
    from records.wording import Wording
    from seminars.composer import Composer
    from seminars.entry import Entry

_FEW = 15  # values that are seen at once; of more, one is selected


class filtered_item(nodes.list_item):
    """An item of the list, with its ``values`` of each facet."""


class filter_form(nodes.General, nodes.Element):
    """The form, with the ``facets`` by which it filters and the ``status`` below it."""


class Choice(NamedTuple):
    """A value that can be chosen, as it is written, and how many seminars have it.

    *language* and *direction* are those of what lacks a translation, and empty for all else.
    """

    value: str
    words: str
    number: str
    language: str = ""
    direction: str = ""


class Choices(NamedTuple):
    """What can be chosen of a facet; *is_short* where all of it is seen at once."""

    key: str
    name: str
    choices: list[Choice]
    is_short: bool


def item(entry: Entry, shown: nodes.list_item) -> nodes.list_item:
    """Return the item of *entry* that has been *shown*, with its values."""
    facts = entry.record and entry.record.facts
    values = {
        f"data-{facet.key}": " ".join(facet.values(facts)) if isinstance(facts, EventFacts) else ""
        for facet in FACETS
    }
    return filtered_item("", *shown.children, values=values)


def form(app: Sphinx, composer: Composer, entries: Iterable[Entry]) -> filter_form:
    """Return the form that filters the list of the seminars among *entries*, which name others."""
    listed = [*entries]
    facets = [_choices(app, composer, facet, listed) for facet in FACETS]
    # Nothing is inflected: the words go with all numbers in every language
    total = composer.number(len(latest_first(listed)))
    shown = composer.words(_("Seminars shown: %(count)s of %(total)s"))
    return filter_form(
        facets=sorted(facets, key=lambda facet: not facet.is_short),
        shown=shown,
        status=shown % {"count": total, "total": total},
        nothing=composer.words(_("No seminar meets all these criteria. Remove one of them.")),
        words={
            "summary": _("Filter"),
            "form": _("Filter the seminars"),
            "all": _("Any"),
            "words": _("Word of the title or place"),
            "reset": _("Show all"),
        },
    )


def _choices(app: Sphinx, composer: Composer, facet: Facet, entries: list[Entry]) -> Choices:
    known = {entry.docname: entry for entry in entries}
    found = [
        _choice(composer, value, written(app, facet, value, known), len(events))
        for value, events in grouped(app, facet, entries).items()
    ]
    is_short = facet.kind is None and len(found) <= _FEW  # names of records are long
    return Choices(facet.key, _(facet.name), found, is_short)


def _choice(composer: Composer, value: str, words: Wording, number: int) -> Choice:
    # Short names are written as they stand within a sentence; a style reaches no option
    begun = words.text[:1].title() + words.text[1:]  # which leaves Georgian as it is
    shown, count = spaced(begun, language=words.language), composer.number(number)
    if not composer.marking.is_foreign(words):
        return Choice(value, shown, count)
    direction = composer.marking.direction(words.language)
    return Choice(value, shown, count, tag(words.language), direction)


def _visit_item(writer: Any, node: filtered_item) -> None:
    writer.body.append(writer.starttag(node, "li", "", **node["values"]))


def _depart_item(writer: Any, node: filtered_item) -> None:
    writer.body.append("</li>\n")


def _visit_form(writer: Any, node: filter_form) -> None:
    writer.body.append(render("filters.html", **node.attributes))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the form, and the items that it filters."""
    app.add_node(filtered_item, html=(_visit_item, _depart_item))
    app.add_node(filter_form, html=(_visit_form, None))
