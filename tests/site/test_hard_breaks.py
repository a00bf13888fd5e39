"""A hard line break is lost in the message, so translators are told where it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polib
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

PAGE = """---
orphan: true
---

# Un titre

Avenue de la *Paix 10*\\
1202 Genève{nbsp}
Suisse

Sans saut
de ligne.
""".replace("{nbsp}", "  ")
MESSAGE = "Avenue de la *Paix 10* 1202 Genève   Suisse"
RUSSIAN = """
extensions.append("myst_gettext")
source_suffix = {".md": "markdown"}
language = "ru"
"""


def test_translators_are_told_of_each_break(build: Callable[..., SphinxTestApp]) -> None:
    app = build({"page.md": PAGE}, builder="gettext")

    described = json.loads((app.doctreedir / "page.json").read_text("utf-8"))
    what, first, second = described[MESSAGE]["what"]
    assert what == "Paragraph"
    assert first.startswith("Line break after “la Paix 10”:")
    assert second.startswith("Line break after “1202 Genève”:")
    assert first.endswith(r"(\\\n in the file)")
    assert described["Sans saut de ligne."]["what"] == ["Paragraph"]


def test_what_they_are_told_brings_it_back(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    path = tmp_path / "source/locales/ru/LC_MESSAGES/page.po"
    path.parent.mkdir(parents=True)
    text = "пр. *Мира, 10*\\\n1202 Женева\\\nШвейцария"
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid=MESSAGE, msgstr=text))
    catalogue.save(str(path))
    assert r'Мира, 10*\\\n"' in path.read_text("utf-8")

    app = build({"page.md": PAGE}, conf=RUSSIAN)

    page = BeautifulSoup((app.outdir / "page.html").read_text("utf-8"), "html.parser")
    paragraph = page.select_one("section > p")
    assert paragraph is not None
    assert len(paragraph.select("br")) == 2
    assert paragraph.get_text(" ", strip=True).startswith("пр. Мира, 10 1202 Женева Швейцария")
