"""A placeholder that reading leaves in a page, and writing fills once every page has been read.

A page is read without the others, so what it shows of them is put there afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from cldr.collation import sort_key
from records.kinds.events import EventFacts
from seminars.composing import Composer, Inline
from seminars.domain import seminars_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from records.archive import Record


class placeholder(nodes.General, nodes.Element):
    """Stands in a page for what is put there once every page has been read."""


class Filler:
    """Makes what takes the place of placeholders of one class; has the lines that several show."""

    def __init__(self, app: Sphinx) -> None:
        self.app = app
        self.domain = seminars_of(app.env)
        self.composer = Composer(app.env, app.env.docname)
        self.in_print = app.builder.format == "latex"

    def fill(self, found: Any) -> list[nodes.Node]:
        """Return what takes the place of *found*."""
        raise NotImplementedError

    def texts(self, record: Record) -> dict[str, Inline]:
        """Return the free texts of *record*, each in its language."""
        return self.composer.texts(record.texts)

    def title_reference(self, docname: str, *classes: str) -> nodes.Element:
        """Return a link with the whole title of a page.

        A page may have thousands of them, so they are made at once and not resolved afterwards.
        """
        title = self.domain.title(docname)
        shown = nodes.inline("", title.text, classes=list(classes))
        if self.composer.marking.is_foreign(title):
            self.composer.marking.mark(shown)
        try:
            return make_refnode(self.app.builder, self.composer.docname, docname, "", shown)
        except NoUri:  # the page is not part of the book
            return shown

    def event_place(self, event: Record) -> list[Inline]:
        """Return where a seminar took place."""
        assert isinstance(event.facts, EventFacts)
        return self.composer.place(self.texts(event)["city"], event.facts.country)

    def event_line(self, event: Record) -> list[Inline]:
        """Return the title of a seminar with its place and its days behind."""
        composer = self.composer
        line: list[Inline] = [self.title_reference(event.docname)]
        if event.days is not None:
            days = composer.interval(*event.days)
            behind = composer.run([" — ", *self.event_place(event), f", {days}"], "event-meta")
            line.append(behind)
        return line

    def foot(self, name: str, title: str, items: list[list[Inline]]) -> nodes.section:
        """Return a section at the end of a record: a list of *items*."""
        section = nodes.section(ids=[name], classes=["record-foot"])
        section += nodes.title("", "", self.composer.text(title))
        section += self.composer.bullets(items, f"{name}-list")
        return section

    def sorted_by_title(self, records: list[Record]) -> list[Record]:
        """Return *records* in the alphabetical order of the language."""
        language = self.composer.language
        return sorted(
            records,
            key=lambda record: sort_key(self.domain.title(record.docname).text, language=language),
        )


def latest_first(events: list[Record]) -> list[Record]:
    """Return *events* by date and id, the latest first; those whose facts were refused last."""

    def key(record: Record) -> tuple[str, str]:
        return (record.days[0].isoformat() if record.days else "", record.id)

    return sorted(events, key=key, reverse=True)


def joined(parts: list[Inline]) -> list[Inline]:
    """Return *parts* with commas between them."""
    result: list[Inline] = []
    for part in parts:
        result += [", ", part] if result else [part]
    return result


class FillPlaceholders(SphinxPostTransform):
    """Put in the place of each placeholder what it stands for.

    A placeholder names its page where that matters: the book joins all pages in one document before
    this runs. Catalogues are made of the placeholders themselves.
    """

    default_priority = 5  # before ReferencesResolver (10), which turns references into links

    def run(self, **kwargs: Any) -> None:
        """Fill every placeholder of the page."""
        if isinstance(self.app.builder, MessageCatalogBuilder):
            return
        for found in list(self.document.findall(placeholder)):
            found.replace_self(_fillers[type(found)](self.app).fill(found))


_fillers: dict[type[placeholder], type[Filler]] = {}


def register(app: Sphinx, kind: type[placeholder], filler: type[Filler]) -> None:
    """Let *filler* fill the placeholders of class *kind*, as ``app.add_node`` registers a node."""
    app.add_node(kind)
    _fillers[kind] = filler


def setup(app: Sphinx) -> None:
    """Register what fills the placeholders."""
    app.add_post_transform(FillPlaceholders)
