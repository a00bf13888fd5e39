"""What is not translated does not hide: it carries its language, and the page says how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
from bs4 import BeautifulSoup
from sphinx.util.docutils import patch_docutils

from support import warnings

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
    assert app.env.get_domain("sem").translated["page"] == (1, 2)


def test_the_source_language_has_nothing_to_mark(build: Callable[..., SphinxTestApp]) -> None:
    app = build(conf=FAST.replace('language = "ru"', ""))

    assert "untranslated" not in (app.outdir / "index.html").read_text("utf-8")


def test_a_new_language_builds_before_anybody_has_translated_a_word(
    build: Callable[..., SphinxTestApp],
) -> None:
    with patch_docutils():  # as sphinx-build does: Docutils lacks many languages, and says so
        app = build(conf=FAST + 'language = "bg"\nseminars_languages["bg"] = "bg_BG"\n')

    assert not warnings(app)
    text = (app.outdir / "events/2018-06-05-chisinau.html").read_text("utf-8")
    page = BeautifulSoup(text, "html.parser")
    assert page.html["lang"] == "bg"
    assert page.h1["lang"] == "fr"
    assert page.select_one("article section > p")["lang"] == "fr"
    assert "юни 2018" in page.select_one(".fact-sheet").text  # what CLDR says needs no translator
    assert "(Молдова)" in page.select_one(".fact-sheet").text
    assert app.env.get_domain("sem").translated["events/2018-06-05-chisinau"][0] == 0
