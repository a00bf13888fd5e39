"""What a second person has revised is so until something of it changes, whatever tool writes it."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import polib
import pytest
from translate.storage.pypo import pofile

from catalogues import revision
from catalogues.gate import check
from catalogues.po.document import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = "2026-11-26"
PAGE = "# Titre\n\nUn texte.\n\nUn autre.\n"
TEXT = """# Notă
msgid ""
msgstr ""
"Last-Translator: Ana <ana@example.org>\\n"
"Language: ro\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: Poedit 3.2\\n"

#. Titlul paginii
#: page.md
msgid "Titre"
msgstr "Titlu"

#: page.md
msgid "Un texte."
msgstr "Un text."

#: page.md
msgid "Un autre."
msgstr "Altul."
"""


def day(content: bytes, page: str = PAGE) -> str:
    return check(content, syntax=[], page=page).revised


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    path = tmp_path / "page.po"
    path.write_text(TEXT, encoding="utf-8")
    catalogue = Catalogue(path)
    entries = check(catalogue.before, syntax=[], page=PAGE).entries
    fields = revision.fields(entries, name="Ion Popescu", date=f"{DAY} 10:00+0000")
    catalogue.content.metadata |= fields
    catalogue.save()
    return path


def test_what_nobody_has_revised_is_not_revised(revised: Path) -> None:
    assert day(TEXT.encode()) == ""
    assert day(revised.read_bytes()) == DAY


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Altul.", "Alt text."),  # a translation
        ('msgstr "Altul."', 'msgstr ""'),
        ('msgid "Un autre."', '#, fuzzy\nmsgid "Un autre."'),
        ("X-Revised-By: Ion Popescu", "X-Revised-By: "),  # the person
        ("X-Revised-By: Ion Popescu\\n", "X-Other: x\\n"),
        (f"X-Revision-Date: {DAY} 10:00+0000", "X-Revision-Date: soon"),
        ("sha256:", "sha256:0"),
    ],
)
def test_a_change_takes_the_mark_away(revised: Path, old: str, new: str) -> None:
    text = revised.read_text("utf-8")
    assert old in text

    assert day(text.replace(old, new).encode()) == ""


def test_a_change_of_the_page_takes_the_mark_away(revised: Path) -> None:
    content = revised.read_bytes()

    assert day(content, PAGE.replace("Un autre.", "Encore un.")) == ""
    assert day(content, PAGE.replace("Un autre.", "")) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Notă", "# Altă notă"),
        ("#. Titlul paginii\n", ""),
        ("#: page.md", "#: page.md:12"),
        ("Ana <ana@example.org>", "Maria <maria@example.org>"),
        ('msgstr "Altul."\n', 'msgstr "Altul."\n\n#~ msgid "Vieux"\n#~ msgstr "Vechi"\n'),
    ],
)
def test_what_is_no_text_leaves_the_mark(revised: Path, old: str, new: str) -> None:
    text = revised.read_text("utf-8")
    assert old in text

    assert day(text.replace(old, new).encode()) == DAY


def _msgmerge(path: Path) -> bytes:
    pot = path.with_suffix(".pot")
    template = polib.pofile(str(path))
    for entry in template:
        entry.msgstr = ""
    template.save(str(pot))
    return _run("msgmerge", "--quiet", str(path), str(pot))


def _run(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout


def _polib(path: Path) -> bytes:
    return str(polib.pofile(str(path))).encode()


def _translate_toolkit(path: Path) -> bytes:  # which Weblate writes with
    store = pofile()
    store.parse(path.read_bytes())
    fields = {"PO_Revision_Date": "2026-11-27 09:00+0000", "X_Generator": "Weblate"}
    store.updateheader(add=True, **fields)  # type: ignore[no-untyped-call]  # no types
    output = io.BytesIO()
    store.serialize(output)
    return output.getvalue()


TOOLS = {
    "msgmerge": _msgmerge,
    "msgcat": lambda path: _run("msgcat", "--sort-output", str(path)),
    "msgattrib": lambda path: _run("msgattrib", "--no-obsolete", str(path)),
    "polib": _polib,
    "translate-toolkit": _translate_toolkit,
}


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_the_usual_tools_keep_the_mark(revised: Path, tool: Callable[[Path], bytes]) -> None:
    assert day(tool(revised)) == DAY
