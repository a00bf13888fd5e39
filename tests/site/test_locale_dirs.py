"""The gate stands before whatever Sphinx would read in ``locales/``, by any command."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import polib
import pytest

from support import PAGES, ROOT, beside_languages, files, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

IN_THE_PARSER = 'extensions.append("myst_gettext")\nsource_suffix = {".md": "markdown"}\n'
UPSTREAM = (
    "this is the name of Sphinx's own catalogue: "
    "name it _interface.po, as `make update-po` does [file]"
)


def write_catalogue(
    folder: Path, name: str, messages: dict[str, str], *, compiled: bool = False
) -> None:
    """Write the catalogue *name*, and beside it what ``sphinx-intl build`` makes of it."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(polib.POEntry(msgid=key, msgstr=text) for key, text in messages.items())
    path = folder / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    if compiled:
        catalogue.save_as_mofile(str(path.with_suffix(".mo")))


@pytest.mark.parametrize(
    ("builder", "conf"),
    [
        ("html", ""),
        ("html", IN_THE_PARSER),
        ("text", IN_THE_PARSER + "myst_gettext = False\n"),
        ("latex", IN_THE_PARSER),
    ],
)
def test_no_word_gets_past_the_gate(
    build: Callable[..., SphinxTestApp], tmp_path: Path, builder: str, conf: str
) -> None:
    folder = tmp_path / "source/locales/ro/LC_MESSAGES"
    write_catalogue(
        folder, "sphinx", dict.fromkeys(("Search", "Home", "Dates"), "M4RK"), compiled=True
    )
    write_catalogue(folder, "index", {"Archives": "M4RK"}, compiled=True)
    write_catalogue(folder, "index", {"Archives": "Arhiva"})  # beside what is compiled and old
    event = "events/2018-06-05-chisinau"
    write_catalogue(folder, event, {"Un séminaire": "M4RK {org}`who`"}, compiled=True)
    write(folder / "sphinx.js", "M4RK")
    before = files(folder)

    app = build(builder=builder, conf=f'{conf}language = "ro"\n')

    written = b"".join(content for name, content in files(app.outdir).items() if name[0] != ".")
    assert b"Arhiva" in written
    assert b"M4RK" not in written
    said = app.status.getvalue().splitlines()
    assert f"locales/ro/LC_MESSAGES/sphinx.po: {UPSTREAM}" in said
    assert files(folder) == before


def test_words_of_a_language_that_sphinx_does_not_know_stand_in_templates(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    folder = tmp_path / "source/locales/sr@latin/LC_MESSAGES"
    write_catalogue(folder, "_interface", {"Skip to content": "Pravo na tekst"})
    languages = 'seminars_languages = {"fr": "fr_FR", "sr@latin": "sr_Latn_RS"}\n'

    app = build(conf=f'{languages}language = "sr@latin"\n')

    assert "Pravo na tekst" in (app.outdir / "index.html").read_text("utf-8")


def test_commands_do_not_open_what_sphinx_would_read_and_update_po_renames_it(
    tmp_path: Path,
) -> None:
    project = small_project(tmp_path / "archive", PAGES)
    folder = project / "locales/ro/LC_MESSAGES"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "sphinx.po")  # whoever opened it would wait
    result = publish(project, "text", "ro")
    assert result.returncode == 0, result.stderr
    assert "locales/ro/LC_MESSAGES/sphinx.po: this is no regular file" in result.stdout

    (folder / "sphinx.po").unlink()
    write_catalogue(folder, "sphinx", {"Venue": "Locul", "Old": "Vechi"})
    write_catalogue(folder, "_interface", {"Venue": "Loc", "Date": "Data"})
    result = publish(project, "text", "ro")
    assert f"locales/ro/LC_MESSAGES/sphinx.po: {UPSTREAM}" in result.stdout.splitlines()
    assert not list(folder.glob("*.mo"))

    result = publish(project, "update-po")
    assert result.returncode == 0, result.stderr
    assert "[ro] renamed: locales/ro/LC_MESSAGES/_interface.po" in result.stdout.splitlines()
    assert not (folder / "sphinx.po").exists()
    kept = (folder / "_interface.po").read_text("utf-8")
    assert all(text in kept for text in ("Loc", "Locul", "Vechi", "Data"))


def test_sphinx_alone_writes_the_pages_of_make_html(tmp_path: Path) -> None:
    project = small_project(tmp_path / "archive", PAGES)
    write_catalogue(project / "locales/ro/LC_MESSAGES", "index", {"Archives": "Arhiva"})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = [sys.executable, "-m", "sphinx", "-W", "-b", "html", "-D", "language=ro"]
    result = subprocess.run(
        [*command, "../archive", "out"],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    made = publish(project, "html")
    assert made.returncode == 0, made.stderr

    search = [sys.executable, "-m", "commands.search", "out", "ro"]
    subprocess.run(
        search, cwd=elsewhere, env=os.environ | {"PYTHONPATH": f"{project}/_ext"}, check=True
    )

    assert [path.name for path in elsewhere.iterdir()] == ["out"]
    alone, site = files(elsewhere / "out"), files(project / "_build/html/ro")
    assert b"Arhiva" in alone["index.html"]
    # Sphinx's own notes, what make html puts beside all languages, and what its search is made of
    only_alone = {name.split("/")[0] for name in alone.keys() - site.keys()}
    assert only_alone == {".buildinfo", ".doctrees", "_site", "_static", "names-sought.json"}
    assert site.keys() - alone.keys() == set()
    # what is the same for all languages stands beside them
    pages = {name for name in site if name.endswith(".html")}
    assert [name for name in pages if site[name] != beside_languages(alone[name])] == []
    assert [name for name in site.keys() - pages if alone[name] != site[name]] == []


def test_on_read_the_docs_languages_lead_to_each_other(
    build: Callable[..., SphinxTestApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTHEDOCS_VERSION", "latest")
    languages = 'seminars_languages = {"fr": "fr_FR", "pt_BR": "pt_BR"}\nlanguage = "pt_BR"\n'

    templates = f'templates_path = ["{ROOT / "_templates"}"]\n'
    page = build(conf=languages + templates).outdir / "events/2018-06-05-chisinau.html"

    html = page.read_text("utf-8")
    assert 'href="../../../fr/latest/events/2018-06-05-chisinau.html"' in html
    assert "../../fr/events" not in html


def test_a_word_of_the_archive_comes_before_that_of_sphinx(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    folder = tmp_path / "source/locales/fr/LC_MESSAGES"
    write_catalogue(folder, "_interface", {"Search": "Rechercher"})

    app = build()

    words = [app.translator.gettext(word) for word in ("Search", "Index")]
    assert words == ["Rechercher", "Index"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sr", ["Индекс", "Претрага", "Говорници"]),
        ("sr@latin", ["Index", "Search", "Speakers"]),  # another script
        ("pt_BR", ["Índice", "Buscar", "Oradores"]),  # Sphinx has both
    ],
)
def test_a_language_takes_what_it_lacks_from_a_wider_one_in_its_script(
    build: Callable[..., SphinxTestApp], tmp_path: Path, language: str, words: list[str]
) -> None:
    locales = tmp_path / "source/locales"
    for code, word in (("sr", "Говорници"), ("pt", "Oradores")):
        write_catalogue(locales / code / "LC_MESSAGES", "_interface", {"Speakers": word})
    codes = {"fr": "fr_FR", "sr": "sr_RS", "sr@latin": "sr_Latn_RS", "pt": "pt_PT"}
    codes["pt_BR"] = "pt_BR"

    app = build(conf=f"language = {language!r}\nseminars_languages = {codes!r}\n")

    assert [app.translator.gettext(word) for word in ("Index", "Search", "Speakers")] == words
    pages = "".join(path.read_text("utf-8") for path in app.outdir.glob("*.html"))
    assert ("Индекс" in pages) == (language == "sr")
