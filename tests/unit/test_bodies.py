"""The check of the body of a page: each mistake at its line, and nothing where there is none."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import pytest

from bodies import MISTAKES, RIGHT, write_files
from prose.body import Checked, check
from prose.named_files import Files
from prose.page import Page
from prose.plain import is_plain
from records.front_matter import split_front_matter
from records.kinds import kind_of
from records.kinds.events import EVENT
from support import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "events/2018-06-05-x.md"
SYNTAX = ["attrs_block", "attrs_inline", "colon_fence"]
DIRECTIVES = {
    "note",
    "photo",
    "recommendation",
    "editor-note",
    "event-list",
    "include",
    "raw",
    "figure",
    "image",
}
DIRECTIVES |= {"admonition", "code-block", "list-table", "csv-table", "literalinclude", "math"}
DIRECTIVES |= {"meta", "productionlist", "toctree", "record-toctree"}
ROLES = {"org", "event", "instrument", "concept", "rec", "source", "raw", "download", "math"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the pages of these tests name."""
    folder = tmp_path_factory.mktemp("content")
    write_files(folder)
    (folder / "conf.py").write_text("x", encoding="utf-8")
    return folder


def checked(
    text: str, root: Path, *, path: str = "events/2018-06-05-x.md", **given: bool
) -> Checked:
    kind = kind_of(path.removesuffix(".md"))
    page = Page(
        path=path,
        folder=os.path.dirname(path),  # noqa: PTH120 - a path below the archive
        is_record=kind is not None,
        is_seminar=kind is EVENT,
        allows_raw=given.get("allows_raw", False),
        directive=lambda name: "raw" if name == "brut" else name if name in DIRECTIVES else "",
        role=lambda name: name if name in ROLES else "",
        options=lambda directive: (),
        files=Files(root, lambda name: not name.endswith(".py")),
    )
    return check(text, page, syntax=SYNTAX)


def said(text: str, root: Path, **given: Any) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in checked(text, root, **given).faults]


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=lambda given: repr(given)[:40])
def test_a_mistake_is_said_once_at_its_line(
    root: Path, text: str, expected: list[tuple[int, str]]
) -> None:
    found = said(f"# Titre\n\n{text}\n", root)

    assert [line for line, _words in found] == [line for line, _words in expected], found
    for (_line, words), (_, start) in zip(found, expected, strict=True):
        assert words.startswith(start)
        assert "\n" not in words
        assert len(words) < 250


@pytest.mark.parametrize("text", RIGHT, ids=lambda given: repr(given)[:40])
def test_what_is_right_is_left_alone(root: Path, text: str) -> None:
    page = f"# Titre\n\n{text}\n"

    assert checked(page, root) == ([], page)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("Texte.", "about.md", [(1, "the page has no heading: begin it with `# …`")]),
        ("## Titre", "about.md", [(1, "the first heading is the title of the page: write `# …`")]),
        ("Avant.\n\n# Titre", "about.md", [(1, "this stands before the title")]),
        ("Avant.\n\n# Titre", "events/x.md", [(1, "this stands before the title")]),
        ("% a\n\n(b)=\n# Titre", "about.md", []),
        ("Texte.", "events/x.md", []),  # the check of the front matter says it
        ("# T\n\n:::{recommendation} a\nx\n:::", "about.md", [(3, "a recommendation stands on")]),
        ("---\nmyst: {}\n---\n\n# T", "about.md", [(2, "myst: this key is not allowed")]),
        ("---\norphan: true\n---\n\n# T", "about.md", []),
        (
            "# T\n\n```{include} events/x.md\n```",
            "about.md",
            [(3, "there is no file `events/x.md`")],
        ),
        ("# T\n\n```{include} about.md\n```", "about.md", [(3, "`about.md` includes itself")]),
    ],
)
def test_a_page_has_one_title_and_what_belongs_to_its_kind(
    root: Path, text: str, path: str, expected: list[tuple[int, str]]
) -> None:
    found = [(fault.line, fault.text) for fault in checked(text, root, path=path).faults]

    assert len(found) == len(expected), found
    for (line, words), (right, start) in zip(found, expected, strict=True):
        assert line == right
        assert words.startswith(start)


def test_all_mistakes_of_a_page_come_at_once_and_the_rest_is_read(root: Path) -> None:
    page = "# T\n\n{org} `a`\n\n<b>x</b>\n\n## Deux\n\n[y](javascript:z)\n\nfin {org}`unodc`\n"
    found = checked(page, root)

    assert [fault.line for fault in found.faults] == [3, 5, 9]
    assert found.text == "# T\n\n{org} `a`\n\n\n\n## Deux\n\n\n\nfin {org}`unodc`\n"


def test_raw_html_is_let_through_where_the_archive_wants_it(root: Path) -> None:
    page = "# T\n\n<b>x</b>\n\n<div>\n</div>\n\n```{raw} html\n<i>\n```\n"

    assert [line for line, _words in said(page, root)] == [3, 5, 8]
    assert checked(page, root, allows_raw=True) == ([], page)


@pytest.mark.parametrize(
    "text", ["[a](" * 4900, "*a " * 6000, "`" * 19000, "<a " * 6000, "[a]{" * 90, "&" * 19000]
)
def test_signs_of_markup_cost_time_that_grows_with_their_number(root: Path, text: str) -> None:
    start = time.process_time()
    checked(f"# T\n\n{text}\n", root)

    assert time.process_time() - start < 10


def test_nearly_every_page_of_an_archive_needs_no_second_parse(root: Path) -> None:
    pages = sorted(EXAMPLE.rglob("*.md"))
    parsed = []
    for path in pages:
        name = path.relative_to(EXAMPLE).as_posix()
        kind = kind_of(name.removesuffix(".md"))
        text = path.read_text("utf-8")
        body = split_front_matter(text).body if kind else text
        if not is_plain(body, is_seminar=kind is EVENT):
            parsed.append(name)

    assert len(pages) > 20
    assert [name for name in parsed if kind_of(name.removesuffix(".md"))] == []
