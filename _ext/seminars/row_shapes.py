"""What a row of a fact sheet shows, in the language of the build: a function to each shape."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _

from catalogues.terms.stems import WORD, content_words, has_all, stemmer
from records import rows
from records.citation import cite
from records.kind import Target
from records.name_status import address_in, is_translated, status_in
from records.persons import anchor
from seminars.marks import joined
from seminars.row_names import as_read, has_brackets, names_in
from seminars.row_places import Line, Place, kind_of_reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from records.name_status import NameStatus
    from seminars.composer import Composer


_BRACKETS = (")", "）")  # in which what is read may end


@singledispatch
def lines(shape: rows.Shape, place: Place) -> Iterator[Line]:
    """Yield the lines that *shape* shows: one, unless it is made of entries."""
    line = _line(shape, place)
    if line:
        yield line


@lines.register(rows.Each)
def _each(shape: rows.Each, place: Place) -> Iterator[Line]:
    for path, entry in place.entries(shape.key):
        if shape.only and getattr(entry, shape.by) not in shape.only:
            continue
        yield from lines(shape.shape, place._replace(model=entry, path=f"{place.path}{path}"))


@lines.register(rows.Lines)
def _lines(shape: rows.Lines, place: Place) -> Iterator[Line]:
    for one in shape.shapes:
        yield from lines(one, place)


@lines.register(rows.Reference)
def _references(shape: rows.Reference, place: Place) -> Iterator[Line]:
    model: type[BaseModel] = type(place.model)
    found, kind = place.value(shape.key), kind_of_reference(model, shape.key)
    for name in found if isinstance(found, tuple) else filter(None, (found,)):
        target = Target(kind, name)
        reference = place.composer.reference(target)
        if place.spelt is not None and target not in place.spelt:
            reference["in_full"], reference["year"] = kind.is_named_in_full, place.year
        yield [reference]


@singledispatch
def _line(shape: rows.Shape, place: Place) -> Line:
    """Return what *shape* shows in a line; nothing where it has nothing to show."""
    raise TypeError(f"no shape of a row: {shape!r}")


@_line.register(rows.Each)
@_line.register(rows.Reference)
def _entry(shape: rows.Each | rows.Reference, place: Place) -> Line:
    return next(iter(lines(shape, place)), [])


@_line.register(rows.Text)
def _text(shape: rows.Text, place: Place) -> Line:
    return place.text(shape.key)


@_line.register(rows.Value)
def _value(shape: rows.Value, place: Place) -> Line:
    value = str(place.value(shape.key) or "")
    return [value] if value else []


@_line.register(rows.Word)
def _word(shape: rows.Word, place: Place) -> Line:
    found = place.value(shape.key)
    values = found if isinstance(found, tuple) else (found,)
    words = (shape.words.get(value) for value in values)
    return joined([_(word) for word in words if word])


@_line.register(rows.Person)
def _person(shape: rows.Person, place: Place) -> Line:
    name, id_ = next(iter(place.text(shape.name)), None), place.value(shape.id)
    if not name:
        return []
    written = place.value(shape.name)
    shown = nodes.strong("", "", *place.composer.inline(name))
    mark: Line = [nodes.target("", "", ids=[anchor(id_)])] if id_ else []
    # the spaces are those of the language of the page; of which the name is, nobody says
    if shown.astext().split() == written.split():
        return [*mark, shown]
    return [*mark, shown, " (", nodes.inline("", written, classes=["original-name"]), ")"]


@_line.register(rows.Unless)
def _unless(shape: rows.Unless, place: Place) -> Line:
    """Decide by the words of the source, so that all languages show the same."""
    text = place.value(shape.said_by) or ""
    stem = stemmer(place.composer.marking.source)
    said = {stem(word) for word in WORD.findall(text)}
    names = (content_words(name, stem) for name in names_in(shape.shape, place))
    return [] if any(has_all(said, one) for one in names) else _line(shape.shape, place)


@_line.register(rows.Aside)
def _aside(shape: rows.Aside, place: Place, behind: str = "") -> Line:
    """Show it *behind* what is read there: brackets neither stand in others nor follow them."""
    line = _run(shape, place)
    is_comma = behind.endswith(_BRACKETS) or has_brackets(as_read(line, place))
    return list(place.composer.phrase(", %s" if is_comma else " (%s)", line)) if line else []


@_line.register(rows.Citations)
def _citations(shape: rows.Citations, place: Place) -> Line:
    names = place.value(shape.key)
    if not names:
        return [_(shape.without)] if shape.without else []
    return place.cite(names)


@_line.register(rows.Joined)
def _joined(shape: rows.Joined, place: Place) -> Line:
    shown = [line for one in shape.shapes for line in lines(one, place)]
    return joined([place.composer.run(line) for line in shown])


@_line.register(rows.Country)
def _country(shape: rows.Country, place: Place) -> Line:
    code = place.value(shape.key)
    return [place.composer.country_link(code)] if code else []


@_line.register(rows.Place)
def _city(shape: rows.Place, place: Place) -> Line:
    city = next(iter(place.text(shape.city)), None)
    return place.composer.place(city, place.value(shape.country), is_linked=True)


@_line.register(rows.Days)
def _days(shape: rows.Days, place: Place) -> Line:
    first = place.value(shape.first)
    last = place.value(shape.last) if shape.last else None
    return [place.composer.interval(first, last)] if first else []


@_line.register(rows.Foreign)
def _foreign(shape: rows.Foreign, place: Place) -> Line:
    text, language = place.value(shape.text), place.value(shape.language)
    return [place.composer.foreign(text, language=language)] if text else []


@_line.register(rows.OfficialPage)
def _official_page(shape: rows.OfficialPage, place: Place) -> Line:
    found = address_in(place.model, place.composer.language)
    if found is None:
        return []
    link = _link_to(found.url, place)
    if found.lang == place.composer.language and is_translated(place.model, found.lang):
        return list(place.composer.phrase(_("%s (published translation)"), link))
    if found.lang in {"", place.composer.language}:
        return [link]
    return [link, f" ({place.composer.language_name(found.lang)})"]


@_line.register(rows.Website)
def _website(shape: rows.Website, place: Place) -> Line:
    url = place.value(shape.key)
    return [_link_to(url, place)] if url else []


def _link_to(url: str, place: Place) -> nodes.reference:
    shown = url.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return place.composer.link(url, nodes.Text(shown.rstrip("/")))


@_line.register(rows.NameStatus)
def _name_status(shape: rows.NameStatus, place: Place) -> Line:
    status = status_in(place.model, place.composer.language)
    return status_line(status, place.composer) if status else []


def status_line(status: NameStatus, composer: Composer) -> Line:
    """Return the *status* of a name in words."""
    words = {
        "official": _("official form"),
        "usual": _("usual form"),
        "rendered": _("translation by the archive"),
    }
    if status.gazette is None:
        return [words[status.value]]
    gazette = status.gazette
    printed = f"{gazette.name}, {gazette.issue}" if gazette.issue else gazette.name
    shown = composer.foreign(printed, language=gazette.lang)
    return list(composer.phrase(_("translation published in: %s"), shown))


@_line.register(rows.Provision)
def _provision(shape: rows.Provision, place: Place) -> Line:
    is_eu = place.model.instrument in place.eu_acts
    cited = cite(place.model, is_eu=is_eu, language=place.composer.language, say=_)
    return [cited] if cited else []


@_line.register(rows.Phrase)
def _phrase(shape: rows.Phrase, place: Place) -> Line:
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
def _first(shape: rows.First, place: Place) -> Line:
    return next(filter(None, (_line(one, place) for one in shape.shapes)), [])


@_line.register(rows.Run)
def _run(shape: rows.Run, place: Place) -> Line:
    line: Line = []
    for number, one in enumerate(shape.shapes):
        if number and not line:
            break
        if isinstance(one, rows.Aside):
            line += _aside(one, place, as_read(line, place))
        else:
            line += _line(one, place)
    return line
