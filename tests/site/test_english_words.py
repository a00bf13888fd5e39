"""Words of the interface without a translation say that they are English; nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from support import EVENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

CONF = f"""
html_theme = "furo"
seminars_languages = {{"fr": "fr_FR", "ar": "ar_EG", "pt_BR": "pt_BR"}}
templates_path = [{str(ROOT / "_templates")!r}]
"""
WORDS = {"Fact sheet": "بطاقة", "Organisers": "", "Organiser": "", "Sources": "", "Seminar": ""}
SAME = {"Report": "Report"}  # in English and in the language


@pytest.mark.parametrize(("language", "direction"), [("ar", "ltr"), ("pt_BR", None)])
def test_a_word_without_a_translation_says_that_it_is_english(
    build: Callable[..., SphinxTestApp], tmp_path: Path, language: str, direction: str | None
) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for message, text in {**WORDS, **SAME, "Last updated: %s": "", "Search": ""}.items():
        catalogue.append(polib.POEntry(msgid=message, msgstr=text))
    path = tmp_path / f"source/locales/{language}/LC_MESSAGES/_interface.po"
    path.parent.mkdir(parents=True)
    catalogue.save(str(path))
    event = (
        EVENT.replace("# Un séminaire", "# Sources")
        + "\nOrganisers\n\n*Organisers* **Organisers**\n"
    )

    app = build({"events/2018-06-05-chisinau.md": event}, conf=f"{CONF}language = {language!r}\n")

    content = (app.outdir / "events/2018-06-05-chisinau.html").read_text("utf-8")
    page = BeautifulSoup(content, "html.parser")
    marked = page.select("span[lang=en]")
    words = {word.get_text() for word in marked}
    assert {"Organiser", "Sources", "Seminar"} <= words
    assert any(word.startswith("Last updated: ") for word in words)
    assert {word.get("dir") for word in marked} == {direction}
    assert "Fact sheet" not in words  # is translated
    assert page.find(string="بطاقة")
    assert "Report" not in words
    assert page.find(string="Report")
    assert "Search" not in words  # by Sphinx
    assert not page.select("head [lang=en], option [lang=en], [lang=fr] [lang=en]")
    assert page.title is not None
    assert "<span" not in page.title.decode_contents()
    french = [text.get_text() for text in page.select("p[lang=fr]")]
    assert [text.startswith("Organisers") for text in french].count(True) == 2
