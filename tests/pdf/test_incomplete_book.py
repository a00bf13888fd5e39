"""A book of which something is not translated: French with a cue, in a PDF like any other."""

from __future__ import annotations

import base64
import re
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import polib
import pytest

from support import copy_example, publish

if TYPE_CHECKING:
    from pathlib import Path

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PHOTO = """
```{photo} salle.png
:alt: La salle
:credit: Le photographe

La salle pendant la séance {source}`vienna`.
```
"""
PAGE = "events/2018-06-05-chisinau"
# As sites of databases have them: with no slash, hyphen or space for two lines
ADDRESS = "example.org/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE" + ":C029_P029" * 20


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Russian book without the words of one seminar, to which a photograph was added."""
    copy = copy_example(tmp_path_factory.mktemp("book"))
    path = copy / f"{PAGE}.md"
    path.write_text(path.read_text("utf-8") + PHOTO, encoding="utf-8")
    (copy / "events/salle.png").write_bytes(PIXEL)
    catalogue = polib.pofile(str(copy / f"locales/ru/LC_MESSAGES/{PAGE}.po"), wrapwidth=0)
    for entry in catalogue:
        entry.msgstr = ""
    catalogue.save()
    unodc = copy / "glossary/organisations/unodc.md"
    text = re.sub(r"(?m)^url: .*$", f"url: https://{ADDRESS}", unodc.read_text("utf-8"))
    unodc.write_text(text, encoding="utf-8")
    conf = copy / "conf.py"
    conf.write_text(f"{conf.read_text('utf-8')}\nseminars_citations = False\n", encoding="utf-8")
    result = publish(copy, "latexpdf", "ru")
    assert result.returncode == 0, result.stdout + result.stderr
    return copy / "_build/pdf/seminars-ru.pdf"


def test_what_is_not_translated_has_a_cue(book: Path) -> None:
    result = subprocess.run(
        ["pdftotext", "-layout", str(book), "-"], capture_output=True, text=True, check=True
    )
    text = " ".join(result.stdout.split())

    assert re.search(r"La salle pendant la séance ?\[1\][^[]*\[fr\]", text)
    assert "Le photographe [fr]" in text
    assert "Chisinau [fr] (Республика Молдова)" in text
    assert text.count("[fr]") > 20


def test_an_address_without_a_place_to_break_it_is_broken(book: Path) -> None:
    result = subprocess.run(
        ["pdftotext", str(book), "-"], capture_output=True, text=True, check=True
    )

    assert ADDRESS in "".join(result.stdout.split())


def test_the_bookmarks_are_plain_text(book: Path) -> None:
    with pikepdf.open(book) as pdf, pdf.open_outline() as outline:
        titles = [item.title for one in outline.root for item in (one, *one.children)]

    assert any(title.startswith("Renforcement") for title in titles), titles
    assert [title for title in titles if "[fr]" in title or "ntranslated" in title] == []
