"""Every text of a page comes from a catalogue, or says its own language.

The archive of the tests is put into letters that none of its texts has: what is left in Latin ones
on a page was in no catalogue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib
import pytest

from support import copy_example, publish, write
from websites import own_texts, parsed

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

LANGUAGE = "el"
GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâçèéêëîïôùûüœæÀÂÇÈÉÊËÎÔŒșțăâîȘȚđšžčćóáí",
    "αβκδεφγηικκλμνοπκρστυβωξυζΑΒΚΔΕΦΓΗΙΚΚΛΜΝΟΠΚΡΣΤΥΒΩΞΥΖαακεεεειιουυυοαΑΑΚΕΕΕΕΙΟΟστααιΣΤδσζκκοαι",
)
# What a translation keeps: targets and names of roles, addresses, attributes, placeholders, tags
KEPT = re.compile(
    r"\{source\}`[^`]*`|\{[a-z]+\}`(?=[^`<]*`)[^`]*`|\{[a-z]+\}`| <[^<>`]+>`"
    r"|\]\([^)]*\)|\]\[[^]]*\]|\{[.#%][^}]*\}|%\([a-z_]+\)s|%[sd%]|<[^<>]*>|&\w+;|https?:\S+"
)
LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
# Addresses as they are shown, names of files and of their formats
NOT_WORDS = re.compile(r"\S*[/@]\S*|(?:[\w-]+\.)+[a-z]+|BibTeX|RIS|CSL-JSON")


def in_greek(text: str) -> str:
    """Return *text* in Greek letters, with what a translation keeps."""
    parts, end = [], 0
    for found in KEPT.finditer(text):
        parts += [text[end : found.start()].translate(GREEK), found[0]]
        end = found.end()
    return "".join([*parts, text[end:].translate(GREEK)])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    """The pages of the archive in Greek letters, by their names."""
    project = copy_example(tmp_path_factory.mktemp("greek") / "archive")
    conf = (project / "conf.py").read_text("utf-8")
    line = '    "ru": "ru_RU",\n'
    assert conf.count(line) == 1
    write(project / "conf.py", conf.replace(line, f'{line}    "{LANGUAGE}": "el_GR",\n'))
    result = publish(project, "update-po", LANGUAGE)
    assert result.returncode == 0, result.stdout + result.stderr
    for path in (project / f"locales/{LANGUAGE}").rglob("*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = in_greek(entry.msgid)
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        catalogue.save()
    result = publish(project, "html", LANGUAGE)
    assert result.returncode == 0, result.stdout + result.stderr
    folder = project / f"_build/html/{LANGUAGE}"
    return {
        path.relative_to(folder).as_posix(): parsed(path) for path in sorted(folder.rglob("*.html"))
    }


def test_every_text_of_a_page_is_in_a_catalogue(pages: dict[str, BeautifulSoup]) -> None:
    assert len(pages) > 20

    left = {
        (name, text)
        for name, page in pages.items()
        for text in own_texts(page, LANGUAGE)
        if LATIN.search(NOT_WORDS.sub("", text))
    }

    assert sorted(left) == []
