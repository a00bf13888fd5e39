"""``make revised`` and ``make status``: who has compared a translation, and how far it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import polib
import pytest
from bs4 import BeautifulSoup

from formats.status_schema import StatusFile
from support import publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

ORPHAN = "---\norphan: true\n---\n\n"
PAGES = {
    "index.md": "# Archives\n",
    "about.md": f"{ORPHAN}# À propos\n\nUn texte.\n",
    "etat.md": f"{ORPHAN}# État\n\n```{{translation-status}}\n```\n",
}
ABOUT = "locales/ro/LC_MESSAGES/about.po"
NAME = "Ion Popescu"


def catalogue(path: Path, **translations: str) -> polib.POFile:
    found = polib.POFile(wrapwidth=0)
    found.metadata = {
        "Last-Translator": "Ana Rusu <ana@example.org>",
        "Content-Type": "text/plain; charset=UTF-8",
    }
    texts = {"À propos": "Despre", "Un texte.": "Un text."} | translations
    found.extend(polib.POEntry(msgid=text, msgstr=other) for text, other in texts.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    found.save(str(path))
    return found


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive that has a page in Romanian."""
    return small_project(tmp_path_factory.mktemp("revised"), PAGES)


@pytest.fixture
def about(archive: Path) -> Path:
    """The catalogue of the page, whole, and revised by nobody."""
    write(archive / "about.md", PAGES["about.md"])
    catalogue(archive / ABOUT)
    return archive / ABOUT


def said(archive: Path, *arguments: str) -> list[str]:
    """Return what ``make revised`` says, which is that nothing has been noted."""
    before = (archive / ABOUT).read_bytes()
    result = publish(archive, "revised", "ro", *arguments)
    assert result.returncode == 1
    assert (archive / ABOUT).read_bytes() == before
    return [line for line in result.stderr.splitlines() if line.startswith("revised: ")]


def stage(archive: Path) -> tuple[str, str | None]:
    assert publish(archive, "html", "fr", "ro").returncode == 0
    text = (archive / "_build/html/translation-status.json").read_text("utf-8")
    StatusFile.model_validate_json(text)
    entry: dict[str, Any] = json.loads(text)["languages"]["ro"]["catalogues"]["about"]
    return entry["stage"], entry["revised"]


def row(archive: Path, language: str) -> str:
    text = (archive / f"_build/html/{language}/etat.html").read_text("utf-8")
    rows = BeautifulSoup(text, "html.parser").select("#status-languages tbody tr")
    return str(rows[2].select("td")[2].text.strip())


def test_a_revision_is_shown_until_something_changes(archive: Path, about: Path) -> None:
    assert stage(archive) == ("translated", None)
    assert row(archive, "fr").startswith("0 ")

    result = publish(archive, "revised", "ro", "--name", NAME, "--page", "about")

    assert result.returncode == 0, result.stdout + result.stderr
    found = polib.pofile(str(about))
    assert found.metadata["X-Revised-By"] == NAME
    day = found.metadata["X-Revision-Date"][:10]
    assert stage(archive) == ("revised", day)
    assert row(archive, "fr").startswith("1 ")
    published = [path.read_bytes() for path in (archive / "_build/html").rglob("*.*")]
    assert not [content for content in published if b"Popescu" in content]
    assert "1 revised" in publish(archive, "status", "ro").stdout

    about.write_text(about.read_text("utf-8").replace("Un text.", "Text."), encoding="utf-8")
    assert stage(archive) == ("translated", None)
    assert row(archive, "fr").startswith("0 ")


def test_nothing_is_noted_without_the_name_of_a_person(archive: Path, about: Path) -> None:
    for name in ("", "  ", "…", "a\x1bb", "a" * 300):
        lines = said(archive, f"--name={name}", "--page", "about")
        assert len(lines) == 1, (name, about)
    assert 'NAME="Name Surname"' in said(archive)[0]


@pytest.mark.usefixtures("about")
def test_the_last_translator_is_no_second_person(archive: Path) -> None:
    lines = said(archive, "--name", "ana rusu", "--page", "about")

    assert f"{ABOUT}: `ana rusu` is its last translator; a second person revises" in lines[0]


@pytest.mark.usefixtures("about")
def test_a_page_that_is_none_is_named(archive: Path) -> None:
    lines = said(archive, "--name", NAME, "--page", "abuot", "--page", "about.md")

    assert lines == [
        "revised: there is no page `abuot`; did you mean `about`?",
        "revised: nothing has been noted",
    ]


@pytest.mark.parametrize(
    ("texts", "flags", "lacks"),
    [
        ({"Un texte.": ""}, [], "50 % (1 untranslated)"),
        ({}, ["fuzzy"], "50 % (1 fuzzy)"),
        ({"Un texte.": "Un *text."}, [], "50 % (1 refused)"),
    ],
)
def test_what_is_not_complete_is_not_revised(
    archive: Path, about: Path, texts: dict[str, str], flags: list[str], lacks: str
) -> None:
    found = catalogue(about, **texts)
    found[-1].flags = flags
    found.save()

    assert said(archive, "--name", NAME, "--page", "about")[0].endswith(lacks)
    assert f"about: {lacks}" in publish(archive, "status", "ro").stdout


@pytest.mark.usefixtures("about")
def test_a_text_that_is_new_in_the_page_has_to_be_translated_first(archive: Path) -> None:
    write(archive / "about.md", PAGES["about.md"] + "\nEncore un.\n")

    lines = said(archive, "--name", NAME, "--page", "about")

    assert lines[0].endswith("66 % (1 not in the catalogue yet)")


def test_what_is_fuzzy_is_never_published(archive: Path, about: Path) -> None:
    found = catalogue(about, **{"Un texte.": "Ceva nesigur."})
    found[-1].flags = ["fuzzy"]
    found.save()

    assert stage(archive) == ("draft", None)
    published = [path.read_bytes() for path in (archive / "_build/html").rglob("*.*")]
    assert not [content for content in published if b"nesigur" in content]
