"""Books in languages that were begun a moment ago, and languages that no book can be in."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
import polib
import pytest

from support import PAGES, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "# Archives\n\n```{toctree}\n:glob:\n\nevents/*\nglossary/*/*\n```\n"
ORGANISATION = "glossary/organisations/unodc.md"
EVENT = "events/2018-06-05-chisinau.md"
LONG = "Conseil " + "très long " * 30
MARKED = "\n[*A foreign title*]{.language-en}\n"


@dataclass(frozen=True)
class Language:
    """A language, and what its book has of it: names and heads in the order of its index.

    Upon the last of the names follows a word of which a very long one is made.
    """

    locale: str
    tag: str
    rules: str
    contents: str
    index: str
    names: str
    heads: str


LANGUAGES = {
    "bg": Language(
        "bg_BG", "bg", "bulgarian", "Съдържание", "Азбучен указател",
        "Агенция Жандармерия Щаб Янтра Съвет", "А Ж С Щ Я O",
    ),
    "uk": Language(
        "uk_UA", "uk", "ukrainian", "Зміст", "Покажчик",
        "Гілка Ґрунт Дім Їжак Спілка", "Г Ґ Д Ї С O",
    ),
    "pt_BR": Language(
        "pt_BR", "pt-BR", "portuguese", "Sumário", "Índice",
        "Ação Agência Érica Força Sociedade", "A E F O S",
    ),
    "sr@latin": Language(
        "sr_Latn_RS", "sr-Latn", "serbian", "Sadržaj", "",
        "Centar Čuvar Ćup Đak Savet", "C Č Ć Đ O S",
    ),
    "de": Language(
        "de_DE", "de", "ngerman", "Inhaltsverzeichnis", "Stichwortverzeichnis",
        "Äbte Amt Öffentlichkeit Zentrum Sammlung", "A O S Z",
    ),
    "az": Language(
        "az_AZ", "az", "nohyphenation", "Mündəricat", "",
        "Cəmiyyət Çay Ədliyyə Xalq Su", "C Ç Ə X O S",
    ),
}  # fmt: skip
WITHOUT = {
    "ar": ("ar_EG", "Arabic"),
    "zh_CN": ("zh_Hans_CN", "Simplified Han"),
    "ka": ("ka_GE", "Georgian"),
    "he": ("he_IL", "Hebrew"),
    "hy": ("hy_AM", "Armenian"),
    "hi": ("hi_IN", "Devanagari"),
    "ja": ("ja_JP", "Japanese"),
}


OTHER_LETTERS = {
    "Arabic": "مركز", "Simplified Han": "中心", "Georgian": "ცენტრი", "Hebrew": "מרכז",
    "Armenian": "Կենտրոն", "Devanagari": "केंद्र", "Japanese": "センター",
}  # fmt: skip


def translate(catalogue: Path, message: str, translation: str) -> None:
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    file.append(polib.POEntry(msgid=message.strip(), msgstr=translation.strip()))
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    file.save(str(catalogue))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which the names of some organisations are translated into each language."""
    names = [*(f"Nom {number}" for number in range(4)), LONG]
    pages = {"index.md": FRONT, **PAGES, EVENT: PAGES[EVENT] + MARKED}
    for number, name in enumerate(names):
        page = PAGES[ORGANISATION].replace("abbreviation: ONUDC\n", "")
        pages[f"glossary/organisations/o{number}.md"] = re.sub("(?m)^# .*", f"# {name}", page)
    folder = small_project(tmp_path_factory.mktemp("languages"), pages)
    locales = {code: one.locale for code, one in LANGUAGES.items()}
    locales |= {code: locale for code, (locale, _script) in WITHOUT.items()}
    conf, begin = folder / "conf.py", 'seminars_languages = {\n    "fr": "fr_FR",\n'
    text = conf.read_text("utf-8")
    assert begin in text
    lines = "".join(f'    "{code}": "{locale}",\n' for code, locale in locales.items())
    write(conf, text.replace(begin, begin + lines))
    for code, one in LANGUAGES.items():
        *short, word = one.names.split()
        for number, name in enumerate((*short, f"{word} " * 40)):
            place = folder / f"locales/{code}/LC_MESSAGES/glossary/organisations/o{number}.po"
            translate(place, names[number], name)
    for code in WITHOUT:  # whose letters no book of another language has either
        place = folder / f"locales/{code}/LC_MESSAGES/glossary/organisations/o0.po"
        translate(place, names[0], OTHER_LETTERS[WITHOUT[code][1]])
    return folder


@pytest.fixture(scope="module")
def result(project: Path) -> subprocess.CompletedProcess[str]:
    return publish(project, "latexpdf", *LANGUAGES, *WITHOUT)


@pytest.fixture
def books(project: Path, result: subprocess.CompletedProcess[str]) -> Path:
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "_build/pdf"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_speaks_its_language(books: Path, language: str) -> None:
    one, path = LANGUAGES[language], books / f"seminars-{language}.pdf"
    printed = subprocess.run(
        ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
    )

    assert one.contents in printed.stdout
    assert one.index in printed.stdout
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == one.tag


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_hyphenated_by_its_rules_and_by_no_others(
    books: Path, language: str
) -> None:
    log = books.parent / f"work/pdf/{language}/seminars-{language}.log"
    found = re.findall(r"Hyphen rules for '(archive.*)' set to \\l@(\w+)", log.read_text("utf-8"))

    known = {f"archive-{one.tag}": one.rules for one in LANGUAGES.values()}
    known |= {"archive-fr": "french", "archive-en": "english"}
    known |= {"archivemain": LANGUAGES[language].rules}
    assert [one for one in found if one[0] in known and known[one[0]] != one[1]] == []
    assert {"archivemain", "archive-fr", "archive-en"} <= dict(found).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_is_in_the_order_of_the_language(books: Path, language: str) -> None:
    one, folder = LANGUAGES[language], books.parent / f"work/pdf/{language}"
    index = (folder / f"seminars-{language}.ind").read_text("utf-8")
    book = (folder / f"seminars-{language}.tex").read_text("utf-8")
    names = dict(re.findall(r"\\setarchivename\{(\d+)\}\{(.*)\}", book))
    order = [names[number] for number in re.findall(r"\\archivename\{(\d+)\}", index)]

    assert re.findall(r"\\letterhead\{(.+)\}", index) == one.heads.split()
    short = one.names.split()[:-1]
    assert [name for name in order if name in short] == short


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_an_index_is_too_long_for_its_sorter(books: Path, language: str) -> None:
    index = books.parent / f"work/pdf/{language}/seminars-{language}.idx"
    entries = index.read_bytes().splitlines()

    word = LANGUAGES[language].names.split()[-1]
    assert any(f"{word} {word}".encode() in entry for entry in entries)
    assert max(map(len, entries)) <= 255  # upmendex 1.07


def test_a_language_without_a_book_is_said_in_one_line(
    result: subprocess.CompletedProcess[str],
) -> None:
    lines = [line for line in result.stdout.splitlines() if "there is no book" in line]

    assert lines == [
        f"[{language}] latexpdf: there is no book in this language: the fonts of the book have no"
        f" {script} letters, but Latin, Cyrillic and Greek"
        for language, (_locale, script) in WITHOUT.items()
    ]
    others = [line for line in result.stdout.splitlines() if line not in lines]
    assert [line for line in others for code in WITHOUT if line.startswith(f"[{code}]")] == []


def test_a_command_that_can_print_no_book_fails(project: Path) -> None:
    result = publish(project, "latexpdf", "ka")

    assert result.returncode == 1
    assert result.stdout.startswith("[ka] latexpdf: there is no book in this language: ")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""
