"""The fact sheet under the heading of a record, in the language of the build.

What its rows show, each kind of record says itself (``records.kinds``).
"""

from __future__ import annotations

from functools import cache, singledispatch
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import _

from records import rows
from records.fields import Refers, marks_in
from records.kind import Target
from records.kinds import kind_named
from seminars.marks import Filler, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel
    from sphinx.application import Sphinx

    from records.archive import Record
    from records.kind import Kind
    from seminars.composing import Composer, Inline

Line = list["Inline"]  # of several, each is an entry of a list


class _Place(NamedTuple):
    """Where a shape finds its keys: in *model*, the facts or an entry of them at *path*."""

    composer: Composer
    texts: Mapping[str, Inline]
    model: Any
    path: str = ""

    def value(self, key: str) -> Any:
        """Return what *key* holds."""
        return getattr(self.model, key)

    def text(self, key: str) -> Line:
        """Return the free text of *key*."""
        text = self.texts.get(f"{self.path}{key}")
        return [text] if text else []


class fact_sheet(placeholder):
    """Stands under the heading of a record; its children are the free texts of the front matter."""


class fact_text(nodes.General, nodes.Element, addnodes.translatable):
    """A free text of the front matter: the one at ``path`` reads ``text``.

    Each has a node of its own, for Sphinx takes a node for translated as soon as one of its
    messages is.
    """

    def preserve_original_messages(self) -> None:
        """Keep the French text: it is the message of the catalogue."""
        self["message"] = self["text"]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Put the translation in the place of the text."""
        self["text"] = translated_message

    def extract_original_messages(self) -> Sequence[str]:
        """Return the French text."""
        return [self.get("message", self["text"])]


class FillFactSheets(Filler):
    """Put the fact sheet under the heading."""

    def fill(self, found: fact_sheet) -> list[nodes.Node]:
        """Return the fact sheet in the language of the build."""
        record = self.own(found)
        texts = self.texts(record)
        if self.in_print:
            return as_list(self.composer, record, texts)
        return [as_fields(self.composer, record, texts)]


def setup(app: Sphinx) -> None:
    """Register the fact sheets and their texts."""
    app.add_node(fact_text)
    register(app, fact_sheet, FillFactSheets)


def as_fields(composer: Composer, record: Record, texts: Mapping[str, Inline]) -> nodes.field_list:
    """Return the fact sheet of *record*, whose free texts are *texts*; empty rows are left out."""
    sheet = nodes.field_list(classes=["fact-sheet"])
    for name, body in _rows(composer, record, texts):
        label = nodes.field_name("", "", composer.text(name))
        sheet += nodes.field("", label, nodes.field_body("", *body))
    return sheet


def as_list(composer: Composer, record: Record, texts: Mapping[str, Inline]) -> list[nodes.Node]:
    """Return the same fact sheet for print: a list, for it may break over pages at any line.

    A row of a table is cut off where the page ends. The commands are those of the book's preamble.
    """
    sheet: list[nodes.Node] = [_latex(r"\begin{factsheet}")]
    for name, body in _rows(composer, record, texts):
        sheet.append(nodes.inline("", "", _latex(r"\fact{"), composer.text(name), _latex("}")))
        sheet += [line for part in body for line in part.findall(nodes.paragraph)]
    return [*sheet, _latex(r"\end{factsheet}")]


def _latex(command: str) -> nodes.raw:
    return nodes.raw("", command, format="latex")


def _rows(
    composer: Composer, record: Record, texts: Mapping[str, Inline]
) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Yield label and content of each row that has any."""
    place = _Place(composer, texts, record.facts)
    for row in record.kind.rows:
        body = composer.bullets(list(_lines(row.shows, place)))
        if body:
            yield _(row.label), body


@singledispatch
def _lines(shape: rows.Shape, place: _Place) -> Iterator[Line]:
    """Yield the lines that *shape* shows: one, unless it is made of entries."""
    line = _line(shape, place)
    if line:
        yield line


@_lines.register(rows.Each)
def _each(shape: rows.Each, place: _Place) -> Iterator[Line]:
    found = place.value(shape.key)
    if isinstance(found, tuple):
        entries = [(f"{shape.key}.{number}.", entry) for number, entry in enumerate(found)]
    else:
        entries = [(f"{shape.key}.", found)] if found else []
    for path, entry in entries:
        yield from _lines(shape.shape, place._replace(model=entry, path=f"{place.path}{path}"))


@_lines.register(rows.Reference)
def _references(shape: rows.Reference, place: _Place) -> Iterator[Line]:
    model: type[BaseModel] = type(place.model)
    found, kind = place.value(shape.key), _kind_of_reference(model, shape.key)
    for name in found if isinstance(found, tuple) else filter(None, (found,)):
        yield [place.composer.reference(Target(kind, name))]


@cache
def _kind_of_reference(model: type[BaseModel], key: str) -> Kind:
    """Return the kind of record to which *key* of *model* refers."""
    field = model.model_fields[key]
    marks = (*field.metadata, *marks_in(field.annotation))
    return next(kind_named(mark.kind) for mark in marks if isinstance(mark, Refers))


@singledispatch
def _line(shape: rows.Shape, place: _Place) -> Line:
    """Return what *shape* shows in a line; nothing where it has nothing to show."""
    raise TypeError(f"no shape of a row: {shape!r}")


@_line.register(rows.Each)
@_line.register(rows.Reference)
def _entry(shape: rows.Each | rows.Reference, place: _Place) -> Line:
    return next(iter(_lines(shape, place)), [])


@_line.register(rows.Text)
def _text(shape: rows.Text, place: _Place) -> Line:
    return place.text(shape.key)


@_line.register(rows.Value)
def _value(shape: rows.Value, place: _Place) -> Line:
    value = str(place.value(shape.key) or "")
    if not value:
        return []
    return [nodes.strong("", value) if shape.strong else value]


@_line.register(rows.Word)
def _word(shape: rows.Word, place: _Place) -> Line:
    word = shape.words.get(place.value(shape.key))
    return [_(word)] if word else []


@_line.register(rows.Country)
def _country(shape: rows.Country, place: _Place) -> Line:
    code = place.value(shape.key)
    return [place.composer.country(code)] if code else []


@_line.register(rows.Place)
def _city(shape: rows.Place, place: _Place) -> Line:
    city = next(iter(place.text(shape.city)), None)
    return place.composer.place(city, place.value(shape.country))


@_line.register(rows.Days)
def _days(shape: rows.Days, place: _Place) -> Line:
    first = place.value(shape.first)
    last = place.value(shape.last) if shape.last else None
    return [place.composer.interval(first, last)] if first else []


@_line.register(rows.Foreign)
def _foreign(shape: rows.Foreign, place: _Place) -> Line:
    text, language = place.value(shape.text), place.value(shape.language)
    return [place.composer.foreign(text, language=language)] if text else []


@_line.register(rows.Website)
def _website(shape: rows.Website, place: _Place) -> Line:
    url = place.value(shape.key)
    if not url:
        return []
    shown = url.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return [place.composer.link(url, nodes.Text(shown.rstrip("/")))]


@_line.register(rows.Official)
def _official(shape: rows.Official, place: _Place) -> Line:
    if place.composer.language in place.value(shape.key):
        return [_("official")]
    return [_("rendering by the archive, not official")]


@_line.register(rows.Phrase)
def _phrase(shape: rows.Phrase, place: _Place) -> Line:
    if isinstance(shape.pattern, rows.Word):
        pattern = next(iter(_line(shape.pattern, place)), "")
    else:
        pattern = _(shape.pattern)
    parts = [_line(part, place) for part in shape.parts]
    named = {name: _line(part, place) for name, part in shape.named.items()}
    if not (pattern and all(parts) and all(named.values())):
        return []
    return list(place.composer.phrase(str(pattern), *parts, **named))


@_line.register(rows.First)
def _first(shape: rows.First, place: _Place) -> Line:
    return next(filter(None, (_line(one, place) for one in shape.shapes)), [])


@_line.register(rows.Run)
def _run(shape: rows.Run, place: _Place) -> Line:
    return [part for one in shape.shapes for part in _line(one, place)]
