"""What is not translated does not hide: it carries its language, and the page says how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

FAST = """
extensions.append("myst_gettext")
source_suffix = {".md": "markdown"}
locale_dirs = []
language = "ru"
"""


def test_french_text_for_want_of_a_translation_is_marked(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    path = tmp_path / "source/locales/ru/LC_MESSAGES/page.po"
    path.parent.mkdir(parents=True)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid="Un titre", msgstr="Заголовок"))
    catalogue.save(str(path))
    app = build(
        {"page.md": "---\norphan: true\n---\n# Un titre\n\nUn texte sans traduction.\n"}, conf=FAST
    )

    page = BeautifulSoup((app.outdir / "page.html").read_text("utf-8"), "html.parser")
    paragraph = page.select_one("section > p")
    assert paragraph["lang"] == "fr"
    assert paragraph.select_one(".untranslated-cue abbr")["title"]
    assert page.h1.get("lang") is None
    status = app.env.get_domain("sem").publication.status("ru", "page")
    assert (status.done, status.total) == (1, 2)


def test_the_source_language_has_nothing_to_mark(build: Callable[..., SphinxTestApp]) -> None:
    app = build(conf=FAST.replace('language = "ru"', ""))

    assert "untranslated" not in (app.outdir / "index.html").read_text("utf-8")
