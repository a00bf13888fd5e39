"""A placeholder that reading leaves in a page, and writing fills once every page has been read.

A page is read without the others, so what it shows of them is put there afterwards.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.errors import NoUri
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from cldr.collation import SortKey, sort_key
from records.kinds.events import EVENT, EventFacts
from records.meetings import MODE, STATUS
from seminars.composer import Composer, Inline
from seminars.domain import Notes, seminars_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.wording import Wording
    from seminars.entry import Entry

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Question(Generic[T_co]):
    """Something that a page asks of the others.

    A filler is given the answer, and the page is written again when the answer is another one
    (``stale_pages``): so what is shown and what makes a page stale cannot differ. An answer is
    represented by all that it has. It may depend on the page, if it is a question *of_page*.
    """

    def __init__(
        self, name: str, answer: Callable[[BuildEnvironment, str], T_co], *, of_page: bool = False
    ) -> None:
        self.name = name
        self.answer = answer
        self.of_page = of_page

    def ask(self, env: BuildEnvironment, docname: str) -> T_co:
        """Return the answer for a page; the one that is the same for all pages is found once."""
        if self.of_page:
            return self.answer(env, docname)
        made = seminars_of(env).made
        return made(f"answer: {self.name}", lambda: self.answer(env, docname))


def _records(env: BuildEnvironment, docname: str) -> list[Entry]:
    domain = seminars_of(env)
    return [domain.entry(record.docname) for record in domain.in_order()]


RECORDS = Question("records", _records)


class placeholder(nodes.General, nodes.Element):
    """Stands in a page for what is put there once every page has been read.

    What is put there *asks* those questions of other pages, and no others.
    """

    asks: ClassVar[tuple[Question[Any], ...]] = ()


class Filler:
    """Makes what takes the place of placeholders of one class; has the lines that several show."""

    def __init__(self, app: Sphinx, asks: Collection[Question[Any]] = ()) -> None:
        self.app = app
        self._asks = asks
        self.composer = Composer(app.env, app.env.docname, builder=app.builder)
        self.in_print = app.builder.format == "latex"

    def fill(self, found: Any) -> list[nodes.Node]:
        """Return what takes the place of *found*."""
        raise NotImplementedError

    def ask(self, question: Question[T], docname: str = "") -> T:
        """Return the answer to a question that the placeholder is known to ask."""
        assert question in self._asks, f"{type(self).__name__} asks for {question.name} unknown"
        return question.ask(self.app.env, docname)

    def own(self, found: placeholder) -> Record:
        """Return the record of the page that has the placeholder *found*."""
        return seminars_of(self.app.env).records[found["docname"]]

    def own_title(self, found: placeholder) -> Wording:
        """Return the title of the page that has the placeholder *found*."""
        return seminars_of(self.app.env).title(found["docname"])

    def texts(self, record: Record) -> dict[str, Inline]:
        """Return the free texts of *record*, each in its language."""
        return self.composer.texts(record.texts)

    def title_reference(self, entry: Entry, *classes: str) -> nodes.Element:
        """Return a link with the whole title of a page.

        A page may have thousands of them, so they are made at once and not resolved afterwards.
        """
        shown = nodes.inline("", entry.title.text, classes=list(classes))
        if self.composer.marking.is_foreign(entry.title):
            self.composer.marking.mark(shown)
        try:
            return make_refnode(self.app.builder, self.composer.docname, entry.docname, "", shown)
        except NoUri:  # the page is not part of the book
            return shown

    def event_place(self, event: Record, *, is_linked: bool = False) -> list[Inline]:
        """Return where a seminar took place, or that it was online; countries may be links."""
        assert isinstance(event.facts, EventFacts)
        composer, texts = self.composer, self.texts(event)
        places = [composer.place(texts.get("city"), event.facts.country, is_linked=is_linked)]
        for number, place in enumerate(event.facts.further_places):
            city = texts.get(f"further_places.{number}.city")
            places.append(composer.place(city, place.country, is_linked=is_linked))
        known = [composer.run(place) for place in places if place]
        return joined([*known]) or [_(MODE.words[event.facts.mode or "online"])]

    def event_status(self, event: Record) -> str:
        """Return what became of a seminar that was not held as announced."""
        assert isinstance(event.facts, EventFacts)
        word = STATUS.words[event.facts.status]
        return _(word) if word else ""

    def event_line(self, entry: Entry) -> list[Inline]:
        """Return the title of a seminar with its place and its days behind."""
        composer, event = self.composer, entry.record
        line: list[Inline] = [self.title_reference(entry)]
        if event and event.days is not None:
            days = composer.interval(*event.days)
            status = self.event_status(event)
            where = self.event_place(event, is_linked=True)
            parts = [" — ", *where, f", {days}", f", {status}" if status else ""]
            line.append(composer.run(parts, "event-meta"))
        return line

    def foot(self, name: str, title: str, items: list[list[Inline]]) -> nodes.section:
        """Return a section at the end of a record: a list of *items*."""
        section = nodes.section(ids=[name], classes=["record-foot"])
        section += nodes.title("", "", self.composer.text(title))
        section += self.composer.bullets(items, f"{name}-list")
        return section

    def sorted_by_title(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return *entries* in the alphabetical order of the language."""
        language = self.composer.language

        def key(entry: Entry) -> SortKey:
            title = entry.title
            return sort_key(title.text, language=language, written_in=title.language)

        return sorted(entries, key=key)


def latest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return the seminars of *entries*, the latest first; those whose facts were refused last."""

    def key(record: Record) -> tuple[str, str]:
        return (str(record.days[0]) if record.days else "", record.id)

    events = [
        (key(entry.record), entry)
        for entry in entries
        if entry.record and entry.record.kind is EVENT
    ]
    return [entry for _key, entry in sorted(events, key=itemgetter(0), reverse=True)]


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
        app = self.app  # of which Sphinx warns each time that it is asked for
        if isinstance(app.builder, MessageCatalogBuilder):
            return
        for found in list(self.document.findall(placeholder)):
            filler = _fillers[type(found)](app, found.asks)
            found.replace_self(filler.fill(found))


ASKED = Notes[tuple[str, ...]]("asked")  # the names of the questions that each page asks
QUESTIONS: dict[str, Question[Any]] = {}  # by their names
_fillers: dict[type[placeholder], type[Filler]] = {}


def note_questions(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note what the placeholders of the page will ask."""
    found = {question.name for mark in doctree.findall(placeholder) for question in mark.asks}
    if found:
        ASKED.of(app.env)[app.env.docname] = tuple(sorted(found))


def register(app: Sphinx, kind: type[placeholder], filler: type[Filler]) -> None:
    """Let *filler* fill the placeholders of class *kind*, as ``app.add_node`` registers a node."""
    app.add_node(kind)
    _fillers[kind] = filler
    QUESTIONS.update({question.name: question for question in kind.asks})


def setup(app: Sphinx) -> None:
    """Register what fills the placeholders."""
    app.add_post_transform(FillPlaceholders)
    app.connect("doctree-read", note_questions)
