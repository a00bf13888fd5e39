"""The recipe of docs/code.md for a language: one line of ``conf.py`` and what update-po makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
from bs4 import BeautifulSoup

from support import PAGES, files, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

RUSSIAN = '    "ru": "ru_RU",\n'


def test_a_language_is_one_line_and_its_catalogues(tmp_path: Path) -> None:
    code, locale = "is", "is_IS"  # one that the archive is not likely to come to have
    project = small_project(tmp_path / "archive", PAGES)
    before = sources(project)
    conf = (project / "conf.py").read_text("utf-8")
    assert conf.count(RUSSIAN) == 1
    write(project / "conf.py", conf.replace(RUSSIAN, f'{RUSSIAN}    "{code}": "{locale}",\n'))

    made = project / f"locales/{code}/LC_MESSAGES"
    run(project, "update-po")
    assert {path.relative_to(made).as_posix() for path in made.rglob("*.po")} == {
        "_interface.po",
        *(name.replace(".md", ".po") for name in PAGES),
    }
    translate(made / "glossary/organisations/unodc.po", "Office des Nations", "XYZ")
    for command in ("update-po", "check-po", "html", "termbase"):
        run(project, command)

    after = sources(project)
    changed = {name for name in after if after[name] != before.get(name)}
    assert {name for name in changed if not name.startswith("locales/")} == {"conf.py"}
    page = project / f"_build/html/{code}/glossary/organisations/unodc.html"
    html = BeautifulSoup(page.read_text("utf-8"), "html.parser").html
    assert html["lang"] == code
    assert html.h1.text.startswith("XYZ")
    assert html.h1.get("lang") is None
    assert html.select_one("section > p")["lang"] == "fr", "what is not translated is marked"
    assert "XYZ" in (project / f"_build/termbase/seminars-fr-{code}.csv").read_text("utf-8")
    front = BeautifulSoup((project / "_build/html/index.html").read_text("utf-8"), "html.parser")
    assert code in {link["lang"] for link in front.select("a")}


def run(project: Path, command: str) -> None:
    result = publish(project, command)
    assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"


def sources(project: Path) -> dict[str, bytes]:
    """Return the files of the project that people write."""
    return {
        name: content
        for name, content in files(project).items()
        if not name.startswith("_build/") and "__pycache__" not in name
    }


def translate(path: Path, start: str, text: str) -> None:
    """Translate the message of the catalogue *path* that begins with *start*."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    (entry,) = (entry for entry in catalogue if entry.msgid.startswith(start))
    entry.msgstr = text
    catalogue.save()
