"""What windows, bookmarks and results of search call a page: short, with place and year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from sphinx.locale import _

from cldr.no_break_spaces import spaced
from records.kinds.events import EventFacts
from records.meetings import MODE
from records.names import abbreviated, short_name
from seminars import stale_pages
from seminars.composer import Composer
from seminars.domain import seminars_of
from texts.shortening import shortened

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record

MOST = 69  # characters; of what is longer, search engines show the beginning
_OF_A_PLACE = 30
_JOINT = " – "


def document_title(env: BuildEnvironment, name: str, title: str) -> str:
    """Return what the page *name* is called, whose heading is *title*."""
    known: dict[str, str] = seminars_of(env).made("document titles", lambda: _titles(env))
    return known.get(name) or _with_archive(env, _fitted(env, title, MOST))


def _titles(env: BuildEnvironment) -> dict[str, str]:
    """Return the title of each record; what several would be called says more of each."""
    options = {record.docname: _options(env, record) for record in seminars_of(env).in_order()}
    found = {name: of[0] for name, of in options.items()}
    for level in range(1, max(map(len, options.values()), default=0)):
        counts = Counter(found.values())
        found = {
            name: options[name][min(level, len(options[name]) - 1)] if counts[title] > 1 else title
            for name, title in found.items()
        }
    return {name: _with_archive(env, title) for name, title in found.items()}


def _options(env: BuildEnvironment, record: Record) -> list[str]:
    """Return what *record* may be called, the shortest first; the last is of any length."""
    title = seminars_of(env).title(record.docname).text
    if isinstance(record.facts, EventFacts):
        return [*_of_event(env, record, record.facts, title), title]
    texts = {path: text.text for path, text in record.texts.items()}
    short = short_name(record.kind, title, texts)
    if not short:
        return [_fitted(env, title, MOST), title]
    is_abbreviated = abbreviated(record.kind, title, texts) == short
    whole = title if title.startswith(short) else f"{short}{_JOINT}{title}"
    first = whole if is_abbreviated else f"{short[:1].upper()}{short[1:]}"
    return [_fitted(env, first, MOST), _fitted(env, whole, MOST), whole]


def _of_event(env: BuildEnvironment, record: Record, facts: EventFacts, title: str) -> list[str]:
    """Return the *title* of a seminar with its place and year, and the same with its days."""
    composer = Composer(env, record.docname)
    city, country = record.texts.get("city"), facts.country
    place = city.text if city else composer.country(country) if country else ""
    place = _fitted(env, place or _(MODE.words[facts.mode or "online"]), _OF_A_PLACE)
    year, days = composer.number(facts.start.year), composer.interval(facts.start, facts.end)
    ends = [f"{_JOINT}{place}, {when}" for when in (year, days)]
    return [f"{_fitted(env, title, MOST - len(end))}{end}" for end in ends]


def _fitted(env: BuildEnvironment, text: str, most: int) -> str:
    """Return *text* of at most so many characters; it is not cut where no line may break."""
    return shortened(spaced(text, language=env.config.language), most)


def _with_archive(env: BuildEnvironment, title: str) -> str:
    """Return *title* with the name of the archive behind it, where there is room for all of it."""
    name = env.config.project
    whole = f"{title}{_JOINT}{name}"
    shown = whole if title and title != name and len(whole) <= MOST else title or name
    return spaced(shown, language=env.config.language)


def add_title(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: give the title of the page, and what makes that of another."""
    # Sphinx gives the heading as HTML
    heading = Markup(context.get("title") or "").striptags()  # noqa: S704 - it is Sphinx's own
    context["document_title"] = document_title(app.env, pagename, heading)
    context["with_archive"] = lambda title: _with_archive(app.env, title)


def setup(app: Sphinx) -> None:
    """Register the titles of pages."""
    app.connect("html-page-context", add_title)
    stale_pages.register("document title", _shown)


def _shown(env: BuildEnvironment, docname: str) -> str:
    """Return the title of a record, which depends on what others are called."""
    return document_title(env, docname, "") if docname in seminars_of(env).records else ""
