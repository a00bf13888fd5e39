"""``sphinx-intl`` and ``msgfmt`` work on the archive as their own documentation says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest

from catalogues.po.document import Catalogue
from catalogues.po.header import completed, own_header
from support import EXAMPLE, ROOT, files, publish, small_project, write
from support import PAGES as SITE

if TYPE_CHECKING:
    from collections.abc import Iterable

BIN = Path(sys.executable).parent  # of the virtual environment, whose commands a guide names
NUMBERS = "---\norphan: true\n---\n\n# Chiffres\n\n| Année | Nombre |\n|---|---|\n| 2018 | 197 |\n"
PAGES = {**SITE, "about.md": NUMBERS}
RUSSIAN = '    "ru": "ru_RU",\n'
HERE = "locales/de/LC_MESSAGES"
EVENT = f"{HERE}/events/2018-06-05-chisinau.po"


def call(project: Path, name: str, *arguments: str) -> str:
    """Run the command *name* in the top folder of *project*; return what it says."""
    result = subprocess.run(
        [str(BIN / name), *arguments],
        cwd=project,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def check_format(paths: Iterable[Path]) -> list[str]:
    """Return what ``msgfmt -c`` says of each catalogue."""
    said = []
    for path in paths:
        command = ["msgfmt", "-c", "-o", os.devnull, str(path)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        said += result.stderr.splitlines()
    return said


def lines_without_comments(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").split("\n") if not line.startswith("#")]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which German was begun with sphinx-intl alone."""
    project = small_project(tmp_path_factory.mktemp("begun") / "archive", PAGES)
    conf = (project / "conf.py").read_text("utf-8")
    write(project / "conf.py", conf.replace(RUSSIAN, f'{RUSSIAN}    "de": "de_DE",\n'))
    call(project, "sphinx-build", "-q", "-W", "-b", "gettext", ".", "_build/gettext")
    said = call(project, "sphinx-intl", "update", "-l", "de")
    assert said.count("Create: ") == len(PAGES)
    return project


def test_a_language_begun_with_sphinx_intl_is_as_update_po_would_have_it(begun: Path) -> None:
    before = files(begun / HERE)
    assert set(before) == {name.replace(".md", ".po") for name in PAGES}
    assert check_format((begun / HERE).rglob("*.po")) == []
    strings = {name: lines_without_comments(begun / HERE / name) for name in before}
    words = sorted((begun / HERE).rglob("*.po"))
    assert any("#. Title of the page" in path.read_text("utf-8") for path in words)

    result = publish(begun, "update-po")

    assert result.returncode == 0, result.stdout + result.stderr
    for name, lines in strings.items():
        assert lines_without_comments(begun / HERE / name) == lines, name
    assert set(files(begun / HERE)) - set(before) == {"_interface.po"}
    assert check_format((begun / "locales").rglob("*.po")) == []
    assert call(begun, "sphinx-intl", "update", "-l", "de").count("Not Changed: ") == len(PAGES)


def test_what_sphinx_intl_compiles_is_read_by_no_build(begun: Path) -> None:
    catalogue = polib.pofile(str(begun / EVENT), wrapwidth=76)
    (entry,) = (entry for entry in catalogue if entry.msgid == "Un séminaire")
    entry.msgstr = "Ein Seminar"
    catalogue.save()
    assert "1 translated, 0 fuzzy" in stat(begun)
    call(begun, "sphinx-intl", "build")
    assert (begun / EVENT).with_suffix(".mo").is_file()
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"*.mo", "*.pot", "_build/"} <= set(ignored)

    entry.msgstr = "Ein anderes"
    catalogue.save()
    call(begun, "sphinx-build", "-q", "-W", "-b", "text", "-D", "language=de", ".", "_build/plain")

    page = (begun / "_build/plain/events/2018-06-05-chisinau.txt").read_text("utf-8")
    assert "Ein anderes" in page
    assert "Ein Seminar" not in page


def stat(project: Path) -> str:
    command = [str(BIN / "sphinx-intl"), "stat", "-l", "de"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert result.returncode == 1  # something is not translated
    assert "Traceback" not in result.stderr
    return result.stdout


def test_templates_are_made_once_where_sphinx_intl_looks(begun: Path) -> None:
    result = publish(begun, "gettext")

    assert result.returncode == 0, result.stdout + result.stderr
    assert set(files(begun / "_build/gettext")) == {name.replace(".md", ".pot") for name in PAGES}
    assert result.stdout.count("gettext: done") == 1


def test_gettext_finds_nothing_amiss_in_our_catalogues() -> None:
    paths = sorted((EXAMPLE / "locales").rglob("*.po"))
    assert paths
    assert check_format(paths) == []


def test_a_header_names_nobody_that_no_tool_has_named() -> None:
    begun_by_a_tool = {
        "Project-Id-Version": "PACKAGE VERSION",
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "de <LL@li.org>",
        "X-Generator": "a tool",
    }
    header = completed(begun_by_a_tool, own_header("Archives", "de"))
    assert header.pop("PO-Revision-Date")[:2] == "20"
    assert (header["Last-Translator"], header["Language-Team"]) == ("", "")
    assert (header["Project-Id-Version"], header["Language"]) == ("Archives", "de")
    assert header["X-Generator"] == "a tool"

    named = {"Last-Translator": "Ana Pop <ana@example.org>", "PO-Revision-Date": "2020-01-01 10:00"}
    kept = completed(named, own_header("Archives", "ro"))
    assert {name: kept[name] for name in named} == named


def test_an_entry_whose_comment_changes_keeps_the_lines_of_its_strings(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    strings = 'msgid ""\n"Un "\n"mot"\nmsgstr ""\n"O "\n"vorbă"\n'
    write(path, f"{head}# notă\n#. Titre\n#: a.md\n{strings}\n")
    catalogue = Catalogue(path)
    catalogue.content[0].comment = "Autre"
    assert catalogue.save()
    assert path.read_text("utf-8") == f"{head}# notă\n#. Autre\n#: a.md\n{strings}\n"
