"""Pages of random pieces of markup: a build says what is wrong, and never breaks."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import MISTAKES, RIGHT, write_files
from prose.body import Checked, check
from prose.named_files import Files
from prose.page import Page
from support import EVENT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

SHORT = [text for text in (*RIGHT, *(text for text, _ in MISTAKES)) if len(text) < 200]
SIGNS = [*"`*_[](){}<>!#|\\:~^&%\"'-+=.1 ", "\n", "\n\n", "\n> ", "\n- ", "\n    ", "mot", "é"]
SIGNS += ["{org}", "{raw}", "javascript:", "data:", "<script>", "</script>", "<u>", "&#58;", "[^1]"]
SIGNS += ["```", ":::", "~~~~", "```{note}\n", ":::{note}\n", "```{eval-rst}\n", "```{raw} html\n"]
SIGNS += ["```{include} d.txt\n", ":alt: a\n", "% ", "(a)=\n", "| a |\n|---|\n", "\u202e", "\x01"]
SIGNS += ["[x](javascript:y)", "![x](e.png)", "{org}`unodc`", "\n# T\n", "\n## D\n", "====", ".. "]
SEED = 2018


def random_text(source: random.Random) -> str:
    """Return pieces of markup, cut and joined at random."""
    parts = []
    for _ in range(source.randint(1, 12)):
        text = source.choice(SHORT if source.random() < 0.3 else SIGNS)
        if source.random() < 0.2:
            start = source.randrange(len(text))
            text = text[start : start + source.randint(1, 40)]
        parts.append(text)
    return source.choice(["", " ", "\n", "\n\n"]).join(parts)


def build_random_pages(
    build: Callable[..., SphinxTestApp], folder: Path, *, seed: int, number: int
) -> None:
    """Build a site of *number* random pages, and look at what readers would get."""
    source = random.Random(seed)  # noqa: S311 - the same pages each time
    write_files(folder)
    names = [f"2018-06-05-n{place}" for place in range(number)]
    texts = {f"events/{name}.md": f"{EVENT}\n{random_text(source)}\n" for name in names}
    app = build(texts)

    for name in names:
        page = (app.outdir / "events" / f"{name}.html").read_text("utf-8")
        article = page[page.index("<article") : page.index("</article>")]
        found = re.search(r"<(?:script|u)\b|(?:href|src)=\"\s*(?:javascript|data|file)\b", article)
        assert not found, texts[f"events/{name}.md"]
        assert "secret" not in article


def test_random_pages_break_no_build(build: Callable[..., SphinxTestApp], tmp_path: Path) -> None:
    build_random_pages(build, tmp_path / "source", seed=SEED, number=80)


def checked(text: str, folder: Path) -> Checked:
    page = Page(
        path="events/x.md",
        folder="events",
        is_record=True,
        is_seminar=True,
        allows_raw=False,
        directive=lambda name: name,
        role=lambda name: name,
        options=lambda directive: (),
        files=Files(folder, lambda _name: True),
    )
    return check(text, page, syntax=["attrs_block", "attrs_inline", "colon_fence"])


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    write_files(folder)
    return folder


@given(
    st.lists(st.sampled_from([*SHORT, *SIGNS]) | st.text(max_size=5), max_size=15),
    st.sampled_from(["", " ", "\n", "\n\n"]),
)
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_nothing_that_must_not_be_read_is_left_of_a_page(
    files: Path, pieces: list[str], between: str
) -> None:
    text = f"# T\n\n{between.join(pieces)}\n".replace("\r", "\n")
    first = checked(text, files)
    again = checked(first.text, files)

    assert first.text.count("\n") == text.count("\n")
    assert all(1 <= fault.line <= text.count("\n") + 1 for fault in first.faults)
    assert all("\n" not in fault.text and fault.text.isprintable() for fault in first.faults)
    left = [fault.text for fault in again.faults if fault.drops]
    assert all("has no text" in words for words in left)  # a note that was taken out
