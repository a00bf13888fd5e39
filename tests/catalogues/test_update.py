"""The command itself on a small project: pages change, and what translators find in catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

from catalogues.gate import check
from catalogues.po.document import Catalogue
from catalogues.update.official_names import add_official_names
from support import (
    EVENT,
    EXAMPLE,
    LANGUAGES,
    ORGANISATION,
    PAGES,
    ROOT,
    copy_example,
    files,
    publish,
    small_project,
    translations,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

    from catalogues.gate import Checked

SEMINAR = (
    EVENT.replace(
        "sources:",
        """speakers:
  - {name: Ana Pop, function: juge, organisation: unodc}
  - {name: Ion Rusu, function: procureur, country: MD}
sources:""",
    )
    + """
## Travaux

- Un élément.

| Pays | Nombre |
| --- | --- |
| Moldova | 3 |

Un mot[^1].

[^1]: Une note.

:::{recommendation} first
:text: aim-only
:to: states

Former les juges.
:::

:::{recommendation} second
:text: aim-only
:to: judges

Protéger les victimes.
:::

:::{note}
Un encadré.
:::
"""
)
OFFICE = ORGANISATION.replace("url:", "official: [fr, en, ru]\nurl:")
MOVED = "\nUne phrase sur les victimes, qui change de page.\n"
CHANGING = "\nUne phrase sur les juges, qui change {} peu.\n"


OTHER = EVENT.replace("2018-06-05", "2018-05-31")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose catalogues have just been made."""
    pages = {
        **PAGES,
        "events/2018-06-05-chisinau.md": SEMINAR + MOVED,
        "events/2018-05-31-sofia.md": OTHER + CHANGING.format("un"),
        "glossary/organisations/unodc.md": OFFICE,
        "about.md": "---\norphan: true\n---\n\n# À propos\n\nUn texte qui reste.\n",
    }
    root = small_project(tmp_path_factory.mktemp("update"), pages)
    update(root)
    return root


def update(root: Path) -> str:
    result = publish(root, "update-po")
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def entries(root: Path, language: str, page: str) -> dict[str, polib.POEntry]:
    path = root / f"locales/{language}/LC_MESSAGES/{page}.po"
    return {entry.msgid: entry for entry in polib.pofile(str(path))}


def translate(
    root: Path, language: str, page: str, words: dict[str, str], *, flags: tuple[str, ...] = ()
) -> None:
    path = root / f"locales/{language}/LC_MESSAGES/{page}.po"
    catalogue = polib.pofile(str(path), wrapwidth=0)
    for entry in catalogue:
        if entry.msgid in words:
            entry.msgstr, entry.flags = words[entry.msgid], list(flags)
    catalogue.save()


def test_a_message_says_what_it_is(project: Path) -> None:
    found = entries(project, "ro", "events/2018-06-05-chisinau")

    assert {message: entry.comment for message, entry in found.items()} == {
        "Un séminaire": "Titlul paginii: denumirea seminarului",
        "Chisinau": "Fișă: oraș",
        "Ana Pop": "Fișă: numele vorbitorului („Ana Pop”)",
        "Ion Rusu": "Fișă: numele vorbitorului („Ion Rusu”)",
        "juge": "Fișă: funcția vorbitorului („Ana Pop”)",
        "procureur": "Fișă: funcția vorbitorului („Ion Rusu”)",
        "Un texte sur l’{org}`unodc`.": "Paragraf",
        "Travaux": "Subtitlu",
        "Un élément.": "Element de listă",
        "Pays": "Cap de tabel",
        "Nombre": "Cap de tabel",
        "Moldova": "Celulă de tabel",
        "3": "Celulă de tabel",
        "Un mot[^1].": "Paragraf",
        "Une note.": "Notă de subsol",
        "Former les juges.": "Recomandarea 1",
        "Protéger les victimes.": "Recomandarea 2",
        "Un encadré.": "Casetă",
        MOVED.strip(): "Paragraf",
    }


def test_every_message_of_an_archive_says_what_and_where_it_is() -> None:
    catalogues = sorted((EXAMPLE / "locales").glob("*/LC_MESSAGES/**/*.po"))
    found = [entry for path in catalogues for entry in polib.pofile(str(path))]

    assert [entry.msgid for entry in found if not entry.obsolete and not entry.occurrences] == []
    assert [entry.msgid for entry in found if not entry.obsolete and not entry.comment] == []


def test_a_name_says_what_is_official_elsewhere(project: Path) -> None:
    page, name = (
        "glossary/organisations/unodc",
        "Office des Nations Unies contre la drogue et le crime",
    )
    translate(project, "en", page, {name: "United Nations Office", "ONUDC": "UNODC"})
    translate(project, "ro", page, {name: "Oficiul Națiunilor Unite"})
    translate(project, "ru", page, {"ONUDC": "УНП"}, flags=("fuzzy",))
    update(project)
    assert all(
        ", 0 changed" in line for line in update(project).splitlines() if "catalogues" in line
    )

    assert entries(project, "ro", page)[name].comment.splitlines() == [
        "Titlul paginii: denumirea organizației",
        "Sigla franceză: ONUDC",
        "Oficial în engleză: United Nations Office",
    ]
    assert entries(project, "ru", page)[name].comment.splitlines() == [
        "Заголовок страницы: название организации",
        "Французская аббревиатура: ONUDC",
        "Официально (английский): United Nations Office",
        "Есть официальная форма (русский): используйте её без изменений.",
    ]
    assert entries(project, "ro", page)["ONUDC"].comment.splitlines() == [
        "Fișă: siglă",
        "Oficial în engleză: UNODC",
    ]


REFUSED = [
    "<script>alert(1)</script>",
    "United [Nations](https://evil.example/)",
    "United {org}`unodc`",
    "United\u202e Nations",
    "United\u200b\u200b Nations",
    "1. United Nations",
    "United **Nations",
    "# United Nations",
    "United Nations ",
    "United\n\nNations",
    "United \x1b[31mNations",
    "![x](y.png) Nations",
    "United%s Nations",
    "N" * 5000,
]


LOCALES = {"en": "en_GB", "ro": "ro_RO", "ru": "ru_RU", "de": "de_DE"}


def _judged(_language: str, content: bytes) -> Checked:
    return check(content, syntax=["attrs_block", "attrs_inline", "colon_fence"])


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_the_gate_refuses_is_said_to_no_other_translator(name: str) -> None:
    message = "Office des Nations Unies"
    page = {code: Catalogue(ROOT / "none.po") for code in ("en", "ro", "ru")}
    for code, text in (("en", name), ("ro", "Oficiul"), ("ru", "Управление")):
        entry = polib.POEntry(msgid=message, msgstr=text, comment="Titre")
        page[code].content.append(entry)
    add_official_names(page, {message: ["fr", "en", "ru"]}, check=_judged, locales=LOCALES)

    assert [entry.comment for entry in page["ro"].content] == ["Titre\nOficial în rusă: Управление"]
    assert [entry.comment for entry in page["ru"].content] == [
        "Titre\nЕсть официальная форма (русский): используйте её без изменений."
    ]


def test_a_name_is_said_on_one_line() -> None:
    page = {code: Catalogue(ROOT / "none.po") for code in ("en", "ro")}
    for catalogue in page.values():
        catalogue.content.append(polib.POEntry(msgid="Office", msgstr="The\nOffice"))
    add_official_names(page, {"Office": ["en"]}, check=_judged, locales=LOCALES)

    assert [entry.comment for entry in page["ro"].content] == ["Oficial în engleză: The Office"]


def test_a_language_without_words_is_told_in_english() -> None:
    page = {code: Catalogue(ROOT / "none.po") for code in ("en", "de")}
    for catalogue in page.values():
        catalogue.content.append(polib.POEntry(msgid="Office", msgstr="The Office"))
    add_official_names(page, {"Office": ["en", "de"]}, check=_judged, locales=LOCALES)

    assert [entry.comment.splitlines() for entry in page["de"].content] == [
        [
            "There is an official form in German: take it as it stands.",
            "Official in English: The Office",
        ]
    ]


def test_pages_change_and_catalogues_follow(project: Path) -> None:
    changing = CHANGING.format("un").strip()
    translate(project, "ru", "events/2018-06-05-chisinau", {MOVED.strip(): "Перемещено"})
    translate(project, "ru", "events/2018-05-31-sofia", {changing: "Изменено"})
    translate(project, "ru", "about", {"Un texte qui reste.": "Остается"})
    write(project / "events/2018-06-05-chisinau.md", SEMINAR)
    write(project / "events/2018-05-31-sofia.md", OTHER + MOVED + CHANGING.format("très"))
    (project / "about.md").unlink()
    output = update(project)

    sofia = entries(project, "ru", "events/2018-05-31-sofia")
    moved, changed = sofia[MOVED.strip()], sofia[CHANGING.format("très").strip()]
    assert (moved.msgstr, moved.fuzzy) == ("Перемещено", False)
    assert moved.occurrences == [("events/2018-05-31-sofia.md", "")]
    assert (changed.msgstr, changed.fuzzy, changed.previous_msgid) == ("Изменено", True, changing)
    assert entries(project, "ru", "events/2018-06-05-chisinau")[MOVED.strip()].obsolete
    assert "[ru] set aside: locales/ru/removed/about.po" in output
    assert "Остается" in (project / "locales/ru/removed/about.po").read_text("utf-8")


def test_a_broken_catalogue_is_named_with_its_line_and_the_others_are_updated(
    project: Path,
) -> None:
    path = project / "locales/ro/LC_MESSAGES/events/2018-05-31-sofia.po"
    whole = path.read_bytes()
    path.write_bytes(whole + b'\nmsgid "sans guillemet\n')
    write(project / "events/2018-05-31-sofia.md", OTHER + "\nEncore une phrase.\n")
    before = files(project / "locales")
    result = publish(project, "update-po")

    changed = {name for name, text in files(project / "locales").items() if before[name] != text}
    sofia = "LC_MESSAGES/events/2018-05-31-sofia.po"
    assert changed == {f"en/{sofia}", f"ru/{sofia}"}
    assert result.returncode == 1
    line = whole.count(b"\n") + 2
    assert result.stderr.splitlines() == [
        f"locales/ro/{sofia}:{line}: this is not the form of a catalogue: each text stands in "
        'quotes, a quote within it is written \\", and msgid comes before msgstr [syntax]',
        f"locales/ro/{sofia}: not updated; mend it and run `make update-po` again",
    ]
    path.write_bytes(whole)
    update(project)


def test_an_archive_loses_nothing_and_is_updated_at_once(tmp_path: Path) -> None:
    copy = copy_example(tmp_path / "archive")
    update(copy)
    once = files(copy / "locales")
    update(copy)

    assert files(copy / "locales") == once
    for language in LANGUAGES[1:]:
        before, after = (translations(root / "locales" / language) for root in (EXAMPLE, copy))
        assert before <= after


def test_two_keys_more_in_a_front_matter_change_no_place(project: Path) -> None:
    page = project / "events/2018-05-31-sofia.md"
    before = page.read_text("utf-8")
    catalogue = project / "locales/ro/LC_MESSAGES/events/2018-05-31-sofia.po"
    update(project)
    old = catalogue.read_text("utf-8").splitlines()

    write(page, before.replace("city:", "venue: Salle 2\nattendance: Cent juges\ncity:"))
    try:
        update(project)
        new = catalogue.read_text("utf-8").splitlines()
    finally:
        write(page, before)
        update(project)

    assert {line for line in new if line.startswith("#:")} == {f"#: events/{page.name}"}
    assert [line for line in old if line not in new] == []
    assert {line for line in new if line not in old and line[:2] != "#."} == {
        'msgid "Salle 2"',
        'msgid "Cent juges"',
    }
