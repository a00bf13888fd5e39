"""A mistake in the body of a page is one line of the build, and no reader sees what it would do."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from bodies import FILES, MISTAKES, PICTURE, RIGHT, write_files
from records.folders import patterns
from support import EVENT, ORGANISATION, publish, small_project, warnings, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

PAGE = "events/2018-06-05-chisinau.md"
FIRST = EVENT.count("\n") + 2  # the line of what stands below EVENT
CONTENT = f"""
include_patterns = {["*.md", *patterns()]}
exclude_patterns += ["[_.]*"]
source_suffix = {{".md": "markdown"}}
"""


def page(text: str) -> str:
    return f"{EVENT}\n{text}\n"


def by_page(found: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Return what a build says of each page."""
    said: dict[str, list[tuple[int, str]]] = {}
    for line in found:
        parts = re.fullmatch(r"([^:]+):(\d+): (?:WARNING|ERROR|CRITICAL): (.*) \[[\w.]+\]", line)
        assert parts, line
        said.setdefault(parts[1], []).append((int(parts[2]), parts[3]))
    return said


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The folder of a site, with the files that its pages name."""
    write_files(tmp_path / "source")
    return tmp_path / "source"


def test_a_build_says_each_mistake_once(build: Callable[..., SphinxTestApp], source: Path) -> None:
    names = [f"events/2018-06-05-n{number}.md" for number in range(len(MISTAKES))]
    app = build({name: page(text) for name, (text, _) in zip(names, MISTAKES, strict=True)})
    said = by_page(warnings(app))

    assert len(names) > 120
    for name, (text, expected) in zip(names, MISTAKES, strict=True):
        found = said.pop(name, [])
        lines = [line if line == 1 else line + FIRST - 3 for line, _words in expected]
        assert [line for line, _words in found] == lines, (text[:80], found)
        for (_line, words), (_, start) in zip(found, expected, strict=True):
            assert words.startswith(start), words
    assert said == {}
    shown = "".join(path.read_text("utf-8") for path in app.outdir.rglob("2018-06-05-n*.html"))
    assert "secret" not in shown
    assert not re.search(r"<script>x|onclick|javascript:|vbscript:|file:///|data:text|<u>", shown)


def test_a_build_is_silent_about_what_is_right(
    build: Callable[..., SphinxTestApp], source: Path
) -> None:
    # those that name no source and no recommendation, which these pages do not have
    right = [text for text in RIGHT if "{source}" not in text and ":recalls:" not in text]
    texts = {f"events/2018-06-05-n{number}.md": text for number, text in enumerate(right)}
    app = build({name: page(text) for name, text in texts.items()})

    assert warnings(app) == []


def test_the_address_of_a_picture_is_decoded_into_the_name_of_its_file(
    build: Callable[..., SphinxTestApp], source: Path
) -> None:
    name = "events/photos/IMG 2018 (1).PNG"
    write(source / name, "")
    (source / name).write_bytes(PICTURE)
    photo = "```{photo} photos/IMG 2018 (1).PNG\n:alt: a\n:credit: b\n```"
    app = build({PAGE: page(f"![Un](été%201.png) ![Deux](<été 1.png>)\n\n{photo}")})
    shown = (app.outdir / PAGE.replace(".md", ".html")).read_text("utf-8")

    assert warnings(app) == []
    assert shown.count('src="../_images/%C3%A9t%C3%A9%201.png"') == 2
    assert 'src="../_images/IMG%202018%20%281%29.PNG"' in shown
    assert (app.outdir / "_images" / "IMG 2018 (1).PNG").read_bytes() == PICTURE
    assert (app.outdir / "_images" / "été 1.png").read_bytes() == FILES["events/été 1.png"]


def test_raw_html_is_published_where_the_archive_wants_it(
    build: Callable[..., SphinxTestApp],
) -> None:
    text = "a <u>b</u>\n\n```{eval-rst}\n.. raw:: html\n\n   <i>c</i>\n```"
    app = build({PAGE: page(text)}, conf="seminars_raw_html = True\n")
    shown = (app.outdir / PAGE.replace(".md", ".html")).read_text("utf-8")

    assert warnings(app) == []
    assert "<u>b</u>" in shown
    assert "<i>c</i>" in shown


def test_raw_html_that_comes_another_way_is_taken_out(build: Callable[..., SphinxTestApp]) -> None:
    conf = """
def setup(app):
    from docutils import nodes
    from sphinx.transforms import SphinxTransform

    class Add(SphinxTransform):
        default_priority = 1

        def apply(self, **kwargs):
            for paragraph in list(self.document.findall(nodes.paragraph)):
                paragraph += nodes.raw("", "<u>x</u>", format="html")

    app.add_transform(Add)
"""
    app = build({"about.md": "# Titre\n\nTexte\\\nsuite.\n", PAGE: None}, conf=conf)
    shown = (app.outdir / "about.html").read_text("utf-8")

    assert any("about.md:1: WARNING: HTML is not allowed" in line for line in warnings(app))
    assert "<u>" not in shown
    assert "Texte<br />" in shown


STRAYS = [
    ("events/2019-01-01-a.MD", "this page is never read: its name ends in `.md`"),
    ("events/2019-01-01-a.markdown", "this page is never read: its name ends in `.md`"),
    ("events/2019-01-01-a.md.txt", "this page is never read: its name ends in `.md`"),
    ("events/2019-01-01-a.md ", "this page is never read: its name ends in `.md`"),
    ("events/2019-01-01-a.rst", "this page is never read: its name ends in `.md`"),
    ("event/2019-01-01-a.md", "no page is looked for in `event/`; did you mean `events/`?"),
    ("events/2019/a.md", "no page is looked for in `events/2019/`; did you mean `events/`?"),
    (
        "glossary/organizations/a.md",
        "no page is looked for in `glossary/organizations/`; did you mean `glossary/organisations",
    ),
    ("glossary/a.md", "no page is looked for in `glossary/`"),
    ("_notes.md", "a file whose name begins with `_` is never read"),
    ("search.md", "a build makes a page named `search` itself"),
    ("genindex.md", "a build makes a page named `genindex` itself"),
    ("sphinx.md", "Sphinx has a catalogue named `sphinx` itself"),
]


def test_a_page_that_is_never_read_or_has_no_name_is_said_once(
    build: Callable[..., SphinxTestApp],
) -> None:
    other = "---\norphan: true\n---\n\n# Autre\n"
    pages = {name: EVENT if name.startswith("events/") else other for name, _ in STRAYS}
    app = build(pages, conf=CONTENT)
    said = by_page(warnings(app))

    for name, start in STRAYS:
        assert [line for line, _words in said[name]] == [1], said[name]
        assert said.pop(name)[0][1].startswith(start)
    assert said == {}


def test_what_looks_like_a_page_and_must_not_be_opened_is_left_out(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    events = tmp_path / "source" / "events"
    events.mkdir(parents=True)
    write(tmp_path / "outside.md", EVENT)
    (events / "2019-01-01-a.md").symlink_to(tmp_path / "outside.md")
    (events / "2019-01-01-b.md").symlink_to("nowhere.md")
    (events / "loop").symlink_to("..")
    os.mkfifo(events / "2019-01-01-c.md")
    app = build()

    assert by_page(warnings(app)) == {
        "events/2019-01-01-a.md": [
            (1, "this link leads out of the archive: put the page itself here")
        ],
        "events/2019-01-01-b.md": [(1, "this link leads nowhere: put the page itself here")],
        "events/2019-01-01-c.md": [(1, "this is no file")],
        "events/loop": [(1, "a folder must not be a link: its pages would be read twice")],
    }
    assert not (app.outdir / "events" / "2019-01-01-a.html").exists()


def test_two_pages_that_differ_in_capitals_are_told_apart_nowhere(
    build: Callable[..., SphinxTestApp],
) -> None:
    other = "---\norphan: true\n---\n\n# Autre\n"
    app = build({"About.md": other, "about.md": other})

    assert [line for line in warnings(app) if "[seminars.page]" in line] == [
        "about.md:1: WARNING: this name differs from `About.md` in capitals alone: rename one "
        "[seminars.page]"
    ]


def test_a_list_of_what_is_no_kind_is_one_line(build: Callable[..., SphinxTestApp]) -> None:
    app = build({PAGE: page("```{record-list} orgs\n```")})

    assert warnings(app)[0].startswith(
        f"{PAGE}:{FIRST}: ERROR: `orgs` is not allowed here: event, org, instrument, concept"
    )


def test_a_page_in_the_wrong_folder_fails_a_build_that_had_nothing_to_do(tmp_path: Path) -> None:
    pages = {
        "index.md": "# Archives\n\n```{toctree}\n:glob:\n\nglossary/*/*\n```\n",
        "glossary/organisations/unodc.md": ORGANISATION,
    }
    project = small_project(tmp_path / "archive", pages)
    assert publish(project, "html", "fr").returncode == 0
    write(project / "event" / "2019-01-01-a.md", EVENT)
    result = publish(project, "html", "fr")

    assert result.returncode == 1
    assert result.stdout.count("event/2019-01-01-a.md:1: WARNING: no page is looked for in") == 1


# What is written from FIRST on, the line below it and the words of what is said of it
OPTIONS = [
    (":::{recommendation} a\n:to:\n\nx\n:::", 1, "to: is empty: give a value, or leave the"),
    (":::{recommendation} a\n:concepts: \n\nx\n:::", 1, "concepts: is empty"),
    (
        ":::{recommendation} a\n:for: states\n\nx\n:::",
        1,
        "for: there is no such option; allowed are",
    ),
    (":::{recommendation} a\nto: states\n\nx\n:::", 1, "`to: states` is read as text: write `:to:"),
    (":::{recommendation} a\n\nx\n\n:to: states\n:::", 4, "`:to: states` is read as text"),
    (
        ":::{recommendation} a\n:to: states\n:to: police\n\nx\n:::",
        1,
        "to: this option stands twice",
    ),
    (":::{recommendation}\n:to: states\n\nx\n:::", 0, "an id is missing behind `{recommendation}`"),
    (":::{recommendation} a b\n\nx\n:::", 0, "`a b`: one word is allowed behind"),
    ("```{photo} e.png\n:alt:\n:credit: b\n```", 1, "alt: is empty"),
    ("```{photo} e.png\n:Alt: a\n:credit: b\n```", 1, "Alt: there is no such option; did you mean"),
    ("```{photo} e.png\n:alt: a\n:credits: b\n```", 2, "credits: there is no such option; did you"),
    ('```{photo} e.png\n:alt: "a\n:credit: b\n```', 2, "an option is a line `:key: value`"),
    ("```{photo} e.png\n:alt: a\n:credit: b\n:width: x\n```", 3, "width: `x` is not allowed here"),
    ("```{figure} e.png\n:figwidth:\n```", 0, "figwidth: is empty"),  # docutils: a traceback
    ("```{figure} e.png\n:align: x\n```", 1, 'align: `x` is not allowed here: "left", "center"'),
    ("```{event-list}\n:latest: trois\n```", 1, "latest: `trois` is not allowed here: a whole"),
    ("```{event-list}\n:latest: 0\n```", 1, "latest: `0` is not allowed here: a whole number"),
    ("```{event-list}\ntexte\n```", 0, "`{event-list}` takes no text"),
    ("```{event-list} 3\n```", 0, "`{event-list}` takes no text"),
    ("```{record-list}\n```", 0, "a word or a title is missing behind `{record-list}`"),
    ("```{note}\n```", 0, "`{note}` is empty: write its text below it"),
    (":::{admonition}\nx\n:::", 0, "a word or a title is missing behind `{admonition}`"),
    (":::{note}\n:classe: a\nx\n:::", 1, "classe: there is no such option; did you mean `class`?"),
    (":::{note}\n:class\nx\n:::", 1, "an option is a line `:key: value`"),
    ("::::{note}\n:::{tip}\n:::\n::::", 1, "`{tip}` is empty"),
    ("- a\n\n  ```{event-list}\n  :latest: x\n  ```", 3, "latest: `x` is not allowed here"),
    # references to what is no record
    ("{rec}`2018-06-05-chisinau/b`", 0, "{rec}`2018-06-05-chisinau/b`: there is no such recomm"),
    ("{doc}`indx`", 0, "{doc}`indx`: there is no such page; did you mean"),
    ("{numref}`x`", 0, "{numref}`x`: nothing of this name is in the archive"),
    ("{term}`x`", 0, "{term}`x`: nothing of this name is in the archive"),
]


def test_an_option_that_is_wrong_is_one_line(
    build: Callable[..., SphinxTestApp], source: Path
) -> None:
    names = [f"events/2018-06-05-n{number}.md" for number in range(len(OPTIONS))]
    pages = {name: page(text) for name, (text, _, _) in zip(names, OPTIONS, strict=True)}
    said = by_page(warnings(build(pages)))

    for name, (text, below, start) in zip(names, OPTIONS, strict=True):
        found = said.pop(name, [])
        assert [line for line, _words in found] == [FIRST + below], (text, found)
        assert found[0][1].startswith(start)
    assert said == {}


def test_a_record_at_the_top_is_led_to_its_folder(build: Callable[..., SphinxTestApp]) -> None:
    matter, _, body = EVENT.rpartition("---\n")
    app = build({"2018-06-05-sofia.md": f"{matter}orphan: true\n---\n{body}"})

    assert warnings(app)[0].startswith(
        "2018-06-05-sofia.md:1: WARNING: these are the keys of a record: put the page in `events/`"
    )


def test_a_line_begins_with_the_page(tmp_path: Path) -> None:
    pages = {"index.md": "# A\n\n```{toctree}\n:glob:\n\nevents/*\n```\n", PAGE: EVENT}
    project = small_project(tmp_path / "archive", pages)
    write(project / PAGE, EVENT.replace("{org}`unodc`", "x"))
    result = publish(project, "html", "fr")

    (line,) = [one for one in result.stdout.splitlines() if "WARNING" in one]
    assert (
        line.removeprefix("[fr] ")
        .removeprefix(f"{project}/")
        .startswith(
            f"{PAGE}:7: WARNING: organisers.1: there is no page glossary/organisations/unodc.md"
        )
    )


def test_a_command_that_is_misspelt_is_one_line(tmp_path: Path) -> None:
    project = small_project(tmp_path / "archive", {"index.md": "# A\n"})
    result = publish(project, "htlm")

    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == "there is no command or builder `htlm`; did you mean `html`?\n"
