"""A mistake in a front matter fails the build: file, line, key, and what is allowed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from support import EVENT, INDEX, ORGANISATION, PAGES, publish, small_project, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

INSTRUMENT = """---
type: treaty
short_name: Convention
url: https://example.org/
updated: 2026-01-01
---

# Convention

Texte.
"""

PAGE = "events/2018-06-05-chisinau.md"

# what stands in the event, what an editor writes instead, and what the build says
MISTAKES = [
    ("start: 2018-06-05", "start: 5 juin 2018", "3: WARNING: start: `5 juin 2018` is no date"),
    ("start: 2018-06-05", "start: 2018-13-05", "3: WARNING: start: `2018-13-05` is no date"),
    ("start: 2018-06-05\n", "", "1: WARNING: start: this key is missing"),
    ("end: 2018-06-07", "end: 2018-06-01", "4: WARNING: end: 2018-06-01 is before the start"),
    ("country: MD", "country: MX1", "6: WARNING: country: `MX1` is no country"),
    ("country: MD", "country: EU", "6: WARNING: country: `EU` is no country"),
    ("country: MD", "country: md", "6: WARNING: country: `md` is no country"),
    (
        "city: Chisinau",
        "cty: Chisinau",
        "5: WARNING: cty: there is no such key; did you mean `city`?",
    ),
    ("city: Chisinau", "city: ~", "5: WARNING: city: `~` is no text: there is no letter and no"),
    ("city: Chisinau", "city: ''", "5: WARNING: city: is empty"),
    (
        "type: seminar",
        "type: reunion",
        "2: WARNING: type: `reunion` is not allowed here: 'seminar'",
    ),
    ("organisers: [unodc]", "organisers: unodc", "7: WARNING: organisers: a list is expected"),
    ("organisers: [unodc]", "organisers: [ONUDC]", "7: WARNING: organisers.1: `ONUDC` is no id"),
    (
        "organisers: [unodc]",
        "organisers: [unod]",
        "7: WARNING: organisers.1: there is no page glossary/organisations/unod.md; "
        "did you mean `unodc`? Else, to begin it, `make new-record KIND=organisation ID=unod`",
    ),
    (
        "organisers: [unodc]",
        "concepts: [traite]",
        "7: WARNING: concepts.1: there is no page glossary/concepts/traite.md; to begin it, "
        "`make new-record KIND=concept ID=traite`",
    ),
    (
        "organisers: [unodc]",
        "instruments: [convention]",
        "7: WARNING: instruments.1: there is no page glossary/instruments/convention.md; to begin "
        "it, `make new-record KIND=instrument ID=convention`",
    ),
    (
        "organisers: [unodc]",
        "series: cycle",
        "7: WARNING: series: there is no page series/cycle.md; to begin it, "
        "`make new-record KIND=series ID=cycle`",
    ),
    (
        "{org}`unodc`",
        "{event}`2023-04-18-wien`",
        "15: WARNING: {event}`2023-04-18-wien`: there is no page events/2023-04-18-wien.md; to "
        "begin it, `make new-record KIND=event ID=2023-04-18-wien`",
    ),
    (
        "{org}`unodc`",
        "{org}`ilo`",
        "15: WARNING: {org}`ilo`: there is no page glossary/organisations/ilo.md; to begin it, "
        "`make new-record KIND=organisation ID=ilo`",
    ),
    ("city: Chisinau", "city: Chisinau\ncity: Paris", "6: WARNING: city: this key stands twice"),
    (
        '"https://example.org/"',
        "www.example.org",
        "10: WARNING: sources.1.url: `www.example.org` is no web",
    ),
    ("lang: fr", "lang: french", "10: WARNING: sources.1.lang: `french` is no language"),
    ("title: Page, ", "", "10: WARNING: sources.1.title: this key is missing"),
    (
        "title: Page, ",
        "title: Page, publisher: unodc, publisher_name: ONUDC, ",
        "10: WARNING: sources.1.publisher_name: give `publisher` or `publisher_name`, and not both",
    ),
    (
        "title: Page, ",
        "title: Page, dat: 2018-01-01, ",
        "10: WARNING: sources.1.dat: there is no such key",
    ),
    (
        "organisers: [unodc]",
        "speakers: [{name: A, function: juge, announced: perhaps}]",
        "7: WARNING: speakers.1.announced: there is no such key any more: write `role: announced`",
    ),
    ("# Un séminaire", "Un séminaire", "1: WARNING: the page has no heading"),
    # what MyST would call malformed, or crash on
    ("title: Page", "title: a: b", "10: WARNING: sources: there is a colon in the text: put"),
    ("city: Chisinau", 'city: "Chisinau', "5: WARNING: city: a quotation mark that opens here"),
    ("city: Chisinau", "city: *Paris*", "5: WARNING: city: the text begins with a sign of YAML"),
    ("city: Chisinau", "city: &a [*a]", "5: WARNING: city: `&a`: put a text that begins with"),
    ("city: Chisinau", "city: !!int x", "5: WARNING: city: `!!int`: put a text that begins with"),
    ("city: Chisinau", "city: Chi\x07sinau", "5: WARNING: city: there is an invisible character"),
    ("city: Chisinau", "city: Chi\0sinau", "5: WARNING: the page is no UTF-8 text, or a character"),
    ("country: MD", "country: " + "9" * 5000, f"6: WARNING: country: `{'9' * 60}…` is no country"),
    ("city: Chisinau", "city: " + "[" * 9000, "5: WARNING: city: brackets or lists stand in"),
    ("updated:", "? [a, b]\n: c\nupdated:", "8: WARNING: a list stands where a key is expected"),
    ("updated:", "<<: {a: b}\nupdated:", "8: WARNING: there is no such key: `<<`"),
    ("---\n\n#", "\n#", "1: WARNING: the front matter is not closed: put a line `---` below"),
    ("---\ntype", "type", "1: WARNING: the front matter has no beginning: put a line `---` above"),
    ("updated:", "---\nupdated:", "8: WARNING: keys stand below the line that closes the front"),
    (EVENT, "# Un séminaire\n", "1: WARNING: the page has no front matter: it begins with `---`"),
    (EVENT, "", "1: WARNING: the page has no front matter: it begins with `---`"),
    (EVENT, "---\n- a\n---\n# T\n", "2: WARNING: the front matter is made of lines `key: value`"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_reported_at_its_line(
    build: Callable[..., SphinxTestApp], right: str, wrong: str, message: str
) -> None:
    assert right in EVENT
    app = build({PAGE: EVENT.replace(right, wrong)}, builder="dummy")

    found = warnings(app)
    assert len(found) == 1, found  # neither MyST nor Sphinx adds its own
    assert found[0].startswith(f"{PAGE}:{message}")


@pytest.mark.parametrize(
    "page",
    [
        f"\ufeff{EVENT}",
        EVENT.replace("\n", "\r\n"),
        EVENT.replace("\n", "\r"),
        EVENT.replace("city: Chisinau", "# le lieu\ncity: 'Chisinau'  # sur place"),
        EVENT.replace("---\n\n#", "...\n\n#"),
    ],
)
def test_what_is_right_is_silent(build: Callable[..., SphinxTestApp], page: str) -> None:
    app = build(builder="dummy")
    expected = app.env.get_doctree(PAGE.removesuffix(".md")).pformat()
    app = build({PAGE: page}, builder="dummy", freshenv=True)

    assert warnings(app) == []
    assert app.env.get_doctree(PAGE.removesuffix(".md")).pformat() == expected


NO_UTF_8 = "the page is no UTF-8 text, or a character was lost here: save the page as UTF-8"


@pytest.mark.parametrize(
    ("folder", "content", "line"),
    [
        ("events", EVENT.encode("latin-1", "replace"), 13),
        ("events", EVENT.encode("utf-16"), 1),
        ("events", EVENT.encode("utf-16-le"), 1),
        ("events", EVENT.encode("utf-32"), 1),
        ("events", EVENT.encode().replace(b"Un texte", b"Un\xfftexte"), 15),
        ("glossary/concepts", EVENT.encode("cp1252"), 13),
        ("", EVENT.encode("cp1252"), 13),
    ],
)
def test_a_page_that_is_no_utf_8_is_named(
    build: Callable[..., SphinxTestApp], tmp_path: Path, folder: str, content: bytes, line: int
) -> None:
    page = f"{folder}/2018-06-05-sofia.md".lstrip("/")
    path = tmp_path / "source" / page
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    mention = "{event}`2018-06-05-sofia`" if folder == "events" else "rien"
    app = build(
        {
            "glossary/organisations/unodc.md": ORGANISATION.replace("Un texte", mention),
            "index.md": INDEX if folder else INDEX.replace("events/*", "events/*\n*"),
        },
        builder="dummy",
    )

    assert warnings(app) == [f"{page}:{line}: WARNING: {NO_UTF_8} [seminars.encoding]"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("events/Sofia.md", "`Sofia`, is no id: small letters, digits and single hyphens"),
        ("events/2018-06-05-chișinău.md", "`2018-06-05-chișinău`, is no id: small letters"),
        ("events/2018-06-05 sofia.md", "`2018-06-05 sofia`, is no id: small letters"),
        ("events/sofia.md", "`sofia`, is no id of a seminar: its first day and its place, as in"),
        ("À propos.md", "`À propos`, is no id: small letters, digits and single hyphens"),
        ("events/2018-06-07-sofia.md", "`2018-06-07-sofia`, begins with another day: mend one"),
    ],
)
def test_the_name_of_a_page_is_an_id(
    build: Callable[..., SphinxTestApp], page: str, text: str
) -> None:
    app = build(
        {page: EVENT if "events" in page else "---\norphan: true\n---\n# T\n"}, builder="dummy"
    )

    assert len(warnings(app)) == 1, warnings(app)
    (line,) = warnings(app)
    assert line.startswith(f"{page}:")
    assert f"the name of the file, {text}" in line


def test_a_name_that_nobody_can_write_is_left_out(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    folder = tmp_path / "source/events"
    folder.mkdir(parents=True)
    for name in (b"2018-06-05-\xff.md", b"2018-06-05-\x1b[31m.md"):
        (folder / os.fsdecode(name)).write_text(EVENT, encoding="utf-8")
    app = build(builder="dummy")

    text = "WARNING: the name of the file has characters that nobody sees: rename it"
    assert sorted(warnings(app)) == [
        f"events/2018-06-05-{name}.md:1: {text} [seminars.encoding]"
        for name in ("U+001B[31m", "U+DCFF")
    ]


def test_the_front_matter_of_any_page_is_read_alike(build: Callable[..., SphinxTestApp]) -> None:
    pages = {
        "index.md": f"---\ntitle: a: b\n---\n{INDEX}",
        "about.md": "---\norphan: true\ntitel: x\n---\n# À propos\n",
        "empty.md": "---\n---\n# Rien\n",
    }
    app = build(pages, builder="dummy")

    assert warnings(app) == [
        "about.md:3: WARNING: titel: there is no such key; allowed are nocomments, nosearch, "
        "orphan, tocdepth [seminars.front_matter]",
        "index.md:2: WARNING: title: there is a colon in the text: put the text between quotes "
        "[seminars.front_matter]",
        "empty.md: WARNING: document isn't included in any toctree [toc.not_included]",
    ]


def test_a_circle_of_parents_is_named_once(build: Callable[..., SphinxTestApp]) -> None:
    def page(parent: str) -> str:
        return ORGANISATION.replace(
            "type: un-secretariat-office", f"type: un-secretariat-office\nparent: {parent}"
        )

    folder = "glossary/organisations"
    names = {"unodc": "b", "b": "c", "c": "unodc", "d": "b"}
    app = build(
        {f"{folder}/{name}.md": page(parent) for name, parent in names.items()}, builder="dummy"
    )

    assert warnings(app) == [
        f"{folder}/b.md:3: WARNING: parent: the records lead back to this one: "
        "b → c → unodc → b [seminars.circle]"
    ]


def test_a_circle_of_instruments_is_nonsense_for_some_relations(
    build: Callable[..., SphinxTestApp],
) -> None:
    def page(kind: str, target: str) -> str:
        relations = f"relations: [{{type: {kind}, target: {target}}}]"
        return INSTRUMENT.replace("updated:", f"{relations}\nupdated:")

    folder = "glossary/instruments"
    pages = {f"{folder}/a.md": page("replaces", "b"), f"{folder}/b.md": page("replaces", "a")}
    pages |= {f"{folder}/c.md": page("recalls", "d"), f"{folder}/d.md": page("recalls", "c")}
    app = build(pages, builder="dummy")

    assert warnings(app) == [
        f"{folder}/a.md:5: WARNING: relations.1.target: the records lead back to this one: "
        "a → b → a [seminars.circle]"
    ]


def test_the_first_hundred_unknown_ids_have_a_hint(
    build: Callable[..., SphinxTestApp],
) -> None:
    ids = ", ".join(f"unodc{number}" for number in range(300))
    app = build({PAGE: EVENT.replace("[unodc]", f"[{ids}]")}, builder="dummy")

    assert len(warnings(app)) == 300
    assert sum("did you mean `unodc`?" in line for line in warnings(app)) == 100


def test_a_mistake_is_shown_once_for_all_languages(tmp_path: Path) -> None:
    text = EVENT.replace("city: Chisinau", "city: Paris: x").replace("MD", "ZZ")
    project = small_project(tmp_path / "archive", {**PAGES, PAGE: text})

    result = publish(project, "html")

    assert result.returncode == 1
    shown = [line for line in result.stdout.splitlines() if "WARNING" in line]
    places = [line.partition(f"{project}/")[2][: len(PAGE) + 2] for line in shown]
    assert sorted(places) == [f"{PAGE}:5", f"{PAGE}:6"], result.stdout
    failed = [line.partition("FAILED")[0] for line in result.stdout.splitlines() if "FAIL" in line]
    assert sorted(failed) == [f"[{code}] html: " for code in ("en", "fr", "ro", "ru")]
    assert "Traceback" not in result.stdout + result.stderr


def test_all_mistakes_of_a_page_come_at_once(build: Callable[..., SphinxTestApp]) -> None:
    page = EVENT
    for right, wrong in (
        ("2018-06-05", "bientôt"),
        ("MD", "ZZ"),
        ("updated", "updatd"),
        ("lang: fr", "lang: x"),
    ):
        page = page.replace(right, wrong, 1)
    app = build({PAGE: page}, builder="dummy")

    assert sorted(line.split(": ")[2] for line in warnings(app)) == [
        "country",
        "sources.1.lang",
        "start",
        "updatd",
    ]


def test_a_refused_page_can_still_be_referred_to(build: Callable[..., SphinxTestApp]) -> None:
    text = ORGANISATION.replace("Un texte.", "Voir {event}`2018-06-05-chisinau`.")
    app = build(
        {PAGE: EVENT.replace("MD", "ZZ"), "glossary/organisations/unodc.md": text}, builder="dummy"
    )

    assert len(warnings(app)) == 1


def test_an_id_is_taken_once_in_all_kinds(build: Callable[..., SphinxTestApp]) -> None:
    app = build({"glossary/instruments/unodc.md": INSTRUMENT}, builder="dummy")

    assert warnings(app) == [
        "glossary/organisations/unodc.md:1: WARNING: the id `unodc` is taken by "
        "glossary/instruments/unodc [seminars.duplicate]"
    ]


def test_a_record_without_a_source_is_refused(build: Callable[..., SphinxTestApp]) -> None:
    page = ORGANISATION.replace("url: https://www.unodc.org/\n", "")
    app = build({"glossary/organisations/unodc.md": page}, builder="dummy")

    assert warnings(app) == [
        "glossary/organisations/unodc.md:1: WARNING: sources: missing: no fact without a source "
        "(`sources` or `url`) [seminars.front_matter]"
    ]


def test_a_reference_to_nothing_names_the_id_that_was_meant(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({PAGE: EVENT.replace("{org}`unodc`", "{org}`unodcc`")}, builder="dummy")

    assert len(warnings(app)) == 1
    assert (
        "there is no page glossary/organisations/unodcc.md; did you mean `unodc`?"
        in warnings(app)[0]
    )
    assert warnings(app)[0].startswith(f"{PAGE}:15: ")
