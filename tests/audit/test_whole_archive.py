"""The archive as it is today, all of it: what ``make test`` shows of the archive for tests.

What is said of the languages holds for those that are translated: the others are reported by
``make status``.
"""

from __future__ import annotations

import json
import os
import pickle
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import polib
import pytest

from epub_package import faults
from support import ROOT, copy_archive, files, pages_of_archive, publish, translations
from websites import (
    Website,
    french,
    french_addresses,
    in_french_letters,
    markup_left,
    own_texts,
)

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes

# This, these and those without what they are: a search engine shows the sentence by itself
DEMONSTRATIVE = re.compile(
    r"(?:Celui-ci|Celle-ci|Ceux-ci|Cela|Ce|This|These|It|They|Acesta|Aceasta|Acestea|Acest"
    r"|Это|Этот|Эта|Эти|Он|Она|Они)\b"
)
# What languages share is beside their folders, and within that of a language built by itself
_SHARED = re.compile(rb"(?:\.\./)+(?=_static/)")


@pytest.fixture
def website(archive: Path) -> Website:
    return Website(archive)


def run(archive: Path, *arguments: str) -> None:
    result = publish(archive, *arguments)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_markup_is_left_as_text(website: Website) -> None:
    for language in website.languages():
        for name in website.names(language):
            texts = own_texts(website.page(language, name), language)
            assert markup_left(texts) == [], (language, name)


def test_no_french_is_given_out_as_a_language_that_has_no_such_words(website: Website) -> None:
    for language in {"ro", "ru"} & {*website.languages()}:
        for name in website.names(language):
            texts = own_texts(website.page(language, name), language)
            assert french(texts) == [], (language, name)


def test_no_letter_space_or_address_is_french_in_another_language(website: Website) -> None:
    for language in {"en", "ro", "ru"} & {*website.languages()}:
        for name in website.names(language):
            page = website.page(language, name)
            assert in_french_letters(own_texts(page, language)) == [], (language, name)
            assert french_addresses(page) == [], (language, name)


def test_every_page_has_a_description_that_names_its_subject(website: Website) -> None:
    for language in website.languages():
        for name in website.names(language):
            found = website.page(language, name).select_one("meta[name=description]")
            assert found, (language, name)
            assert not DEMONSTRATIVE.match(found["content"]), (language, name)


def test_every_text_of_a_page_is_in_the_catalogues(website: Website) -> None:
    published = website.project / "_build/html"
    state = json.loads((published / "translation-status.json").read_text("utf-8"))
    absent = [
        catalogue["catalogue"]
        for found in state["languages"].values()
        for catalogue in found["catalogues"].values()
        if catalogue["absent"]
    ]
    assert absent == []


def test_the_notices_are_led_to(website: Website) -> None:
    expected = (ROOT / "_static/NOTICES.txt").read_bytes()
    for language in website.languages():
        found = [path.read_bytes() for path in website.folder.glob(f"{language}/_downloads/*/*")]
        assert expected in found, language


def test_the_same_archive_gives_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    again = copy_archive(tmp_path / "again")
    run(again, "html")

    assert same(files(again / "_build" / "html"), files(archive / "_build" / "html"))


def test_joined_languages_are_one_build_of_all(website: Website, tmp_path: Path) -> None:
    joined = tmp_path / "joined"
    for language in website.languages():
        machine = copy_archive(tmp_path / language)
        run(machine, "html", language)
        shutil.copytree(machine / "_build" / "html", joined, dirs_exist_ok=True)

    assert same(files(joined), files(website.project / "_build" / "html"))


def test_the_pages_and_doctrees_are_those_of_sphinx(website: Website, tmp_path: Path) -> None:
    built = website.project / "_build"
    for language in website.languages():
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "-b", "html"]
        command += ["-D", "speedups=0", "-D", "myst_gettext=0", "-D", f"language={language}"]
        command += ["-d", f"{tmp_path}/doctrees", ".", f"{tmp_path}/{language}"]
        environment = os.environ | {"PYTHONPATH": "_ext", "SOURCE_DATE_EPOCH": "0"}
        subprocess.run(command, cwd=website.project, env=environment, check=True)

        slow, quick = tmp_path / language, built / "work" / "html" / language
        assert same(named(slow, "*.html"), named(quick, "*.html")), language
        slow, quick = tmp_path / "doctrees", built / "doctrees" / "html" / language
        expected, found = named(slow, "*.doctree"), named(quick, "*.doctree")
        assert found.keys() == expected.keys()
        assert [name for name in found if shown(found[name]) != shown(expected[name])] == []
        shutil.rmtree(tmp_path / "doctrees")


def named(folder: Path, pattern: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): _SHARED.sub(b"", path.read_bytes())
        for path in folder.rglob(pattern)
        if "pagefind" not in path.parts
    }


def shown(doctree: bytes) -> str:
    document: nodes.document = pickle.loads(doctree)  # noqa: S301 - the test has just made it
    return document.pformat()


def same(found: dict[str, bytes], expected: dict[str, bytes]) -> bool:
    """Tell whether both have the same files with the same bytes, and show which have not."""
    differing = sorted(
        name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)
    )
    print(*differing, sep="\n")
    return not differing


def test_nothing_is_lost_by_an_update_and_the_next_changes_nothing(tmp_path: Path) -> None:
    copy = copy_archive(tmp_path / "archive")
    run(copy, "update-po")
    once = files(copy / "locales")
    run(copy, "update-po")

    assert files(copy / "locales") == once
    assert translations(ROOT / "locales") <= translations(copy / "locales")
    catalogues = sorted((copy / "locales").glob("*/LC_MESSAGES/**/*.po"))
    entries = [entry for path in catalogues for entry in polib.pofile(str(path))]
    active = [entry for entry in entries if not entry.obsolete]
    assert [entry.msgid for entry in active if not (entry.occurrences and entry.comment)] == []


def test_every_page_is_in_the_epub(archive: Path, tmp_path: Path) -> None:
    copy = copy_archive(tmp_path / "archive")
    run(copy, "epub")
    for language in Website(archive).languages():
        assert (
            faults(copy / f"_build/epub/{language}/seminars-{language}.epub", language=language)
            == []
        )


def test_the_termbase_has_every_record(tmp_path: Path) -> None:
    copy = copy_archive(tmp_path / "archive")
    run(copy, "termbase")

    table = (copy / "_build/termbase/seminars.tbx").read_text("utf-8")
    records = [name for name in pages_of_archive() if name.count("/") == 2]
    assert [
        name
        for name in records
        if f'id="{name.rpartition("/")[2]}"' not in table and not name.endswith("/index")
    ] == []
