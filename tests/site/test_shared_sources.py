"""A source that several pages rest on stands on one of them, and the others name it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from support import EVENT, warnings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

FIRST, SECOND = "events/2018-06-05-chisinau", "events/2018-05-31-sofia"
HEAD, _, BODY = EVENT.partition("sources:\n")
ENTRY, BODY = BODY.split("\n---\n")
OWN = ENTRY.split("id: ")[1].split(",")[0]
OTHER = HEAD.replace("2018-06-0", "2018-05-0").replace("2018-05-05", "2018-05-31")
OTHER = (
    OTHER.replace("end: 2018-05-07\n", "") + "sources:\n  - {id: ID, same_as: NAME}\n---\n" + BODY
)


def other(*, name: str = f"{FIRST}/{OWN}", own: str = OWN, more: str = "") -> str:
    """Return a page that names a source of the first one."""
    return OTHER.replace("ID", own).replace("NAME", name + more)


def links(app: SphinxTestApp, page: str) -> list[str]:
    soup = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")
    return [str(link["href"]) for link in soup.select("#sources a[href^=http]")]


def test_the_page_shows_it_as_the_other_one_does(build: Build) -> None:
    app = build({f"{SECOND}.md": other()})

    assert warnings(app) == []
    assert links(app, SECOND) == links(app, FIRST) == ["https://example.org/"]


def test_what_the_page_says_itself_holds(build: Build) -> None:
    app = build({f"{SECOND}.md": other(more=', url: "https://example.org/page-2"')})

    assert warnings(app) == []
    assert links(app, SECOND) == ["https://example.org/page-2"]


def test_a_change_there_is_shown_here(build: Build) -> None:
    build({f"{SECOND}.md": other()})

    app = build({f"{FIRST}.md": EVENT.replace("https://example.org/", "https://example.org/new")})

    assert links(app, SECOND) == ["https://example.org/new"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"{FIRST}/nothing", f"{FIRST}.md has no source `nothing`; it has {OWN}"),
        ("events/2018-01-01-x/a", "there is no page events/2018-01-01-x.md: write the page and t"),
        ("unodc", "`unodc` is no source of a page: write the page and the id of the source, as i"),
        ("../conf/a", "`../conf/a` is no source of a page"),
        ("[a]", "a list is no source of a page"),
        (f"{SECOND}/{OWN}", f"that one is named by another page: write `{SECOND}/{OWN}`"),
    ],
)
def test_a_name_of_no_source_is_said_once_at_its_line(build: Build, name: str, said: str) -> None:
    page = other(name=name)
    line = page.split("\n").index(next(one for one in page.split("\n") if "same_as" in one)) + 1

    (warning,) = [one for one in warnings(build({f"{SECOND}.md": page})) if SECOND in one]

    assert warning.startswith(f"{SECOND}.md:{line}: WARNING: sources.1.same_as: ")
    assert said in warning


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sources:\n", "sources: [\n"),
        ("title: Page", "title: 'Page"),
        ("title: Page, ", ""),
        ("lang: fr", "lang: french"),
        ("type: seminar", "\ttype: seminar"),
        ("city: Chisinau", "city: Chi\0sinau"),
    ],
)
def test_of_a_page_that_is_wrong_others_say_nothing(build: Build, old: str, new: str) -> None:
    assert EVENT.count(old) == 1

    said = warnings(build({f"{FIRST}.md": EVENT.replace(old, new), f"{SECOND}.md": other()}))

    assert said
    assert [one for one in said if SECOND in one] == []


def test_its_texts_are_translated_on_each_page(build: Build) -> None:
    entry = "publisher_name: Le ministère"
    message = '\nmsgid "Le ministère"\nmsgstr "Министерство"\n'
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    page = re.sub(r"publisher: \w+|publisher_name: [^,}\n]+", entry, EVENT)
    assert entry in page or "lang: fr}" in page
    page = page if entry in page else page.replace("lang: fr}", f"lang: fr, {entry}}}")
    app = build(
        {
            f"{FIRST}.md": page,
            f"{SECOND}.md": other(),
            f"locales/ru/LC_MESSAGES/{SECOND}.po": head + message,
        },
        conf='language = "ru"\nextensions.append("myst_gettext")\n',
    )

    assert "Министерство" in (app.outdir / f"{SECOND}.html").read_text("utf-8")
