"""One language brought to its templates: what becomes of each entry, and of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

from catalogues.po.document import BrokenCatalogue
from commands.update_po import merge_language
from support import files, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from commands.update_po import Obstruction

    Update = Callable[[dict[str, list[str]]], list[Obstruction]]

FIRST = "Les victimes de la traite sont protégées par la loi"
SECOND = "Les victimes de la traite sont protégées par une loi"
THIRD = "Des victimes de la traite sont protégées par une loi"
OTHER = "Le séminaire a réuni des juges"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    return tmp_path / "locales"


@pytest.fixture
def pages(locales: Path) -> Path:
    return locales / "ro/LC_MESSAGES"


@pytest.fixture
def update(locales: Path) -> Update:
    """Bring the Romanian catalogues to pages that are lists of messages."""

    def run(pages: dict[str, list[str]]) -> list[Obstruction]:
        broken: list[Obstruction] = []
        templates = {name: polib.POFile(wrapwidth=0) for name in pages}
        for name, template in templates.items():
            template.extend(polib.POEntry(msgid=text) for text in pages[name])
        for catalogue in merge_language("ro", templates, broken, locales=locales).values():
            catalogue.save()
        return broken

    return run


def entry(path: Path, message: str) -> polib.POEntry:
    return next(entry for entry in polib.pofile(str(path)) if entry.msgid == message)


def po(message: str, translation: str, *, before: str = "") -> str:
    return f'{before}msgid "{message}"\nmsgstr "{translation}"\n\n'


def obsolete(text: str) -> str:
    return "".join(f"#~ {line}\n" if line else "\n" for line in text.splitlines())


def test_changed_text_is_fuzzy_and_shows_its_previous_source(update: Update, pages: Path) -> None:
    write(pages / "a.po", HEADER + po(FIRST, "Prima"))
    update({"a": [SECOND]})

    found = entry(pages / "a.po", SECOND)
    assert (found.msgstr, found.fuzzy, found.previous_msgid) == ("Prima", True, FIRST)


def test_fuzzy_text_that_changes_again_keeps_its_translation(update: Update, pages: Path) -> None:
    write(pages / "a.po", HEADER + po(FIRST, "Prima"))
    update({"a": [SECOND]})
    update({"a": [THIRD]})

    found = entry(pages / "a.po", THIRD)
    assert (found.msgstr, found.fuzzy, found.previous_msgid) == ("Prima", True, FIRST)


def test_the_previous_source_of_an_obsolete_entry_is_kept(update: Update, pages: Path) -> None:
    write(pages / "a.po", HEADER + po(FIRST, "Prima"))
    for messages in ([SECOND], [], [OTHER], [SECOND]):
        update({"a": messages})

    assert entry(pages / "a.po", SECOND).previous_msgid == FIRST


def test_an_obsolete_entry_serves_the_page_to_which_its_text_returns(
    update: Update, pages: Path
) -> None:
    write(pages / "a.po", HEADER + obsolete(po(FIRST, "Prima")))
    update({"a": [], "b": [FIRST]})

    found = entry(pages / "b.po", FIRST)
    assert (found.msgstr, found.fuzzy) == ("Prima", False)


def test_an_obsolete_entry_stays_where_a_new_text_resembles_it(update: Update, pages: Path) -> None:
    write(pages / "a.po", HEADER + obsolete(po(FIRST, "Prima")))
    update({"a": [SECOND]})

    assert entry(pages / "a.po", SECOND).msgstr == "Prima"
    assert (entry(pages / "a.po", FIRST).msgstr, entry(pages / "a.po", FIRST).obsolete) == (
        "Prima",
        1,
    )


def test_each_page_keeps_its_own_translation(update: Update, pages: Path) -> None:
    write(pages / "a.po", HEADER + po(FIRST, "Prima"))
    write(pages / "b.po", HEADER + po(FIRST, "A doua"))
    update({"a": [FIRST], "b": [FIRST]})
    assert entry(pages / "b.po", FIRST).msgstr == "A doua"

    update({"a": [FIRST], "b": [SECOND]})
    assert entry(pages / "b.po", SECOND).msgstr == "A doua"


def test_what_a_translator_wrote_beside_a_text_is_kept(update: Update, pages: Path) -> None:
    note = "# de întrebat la Sofia\n#, python-format, max-length:20\n"
    plural = 'msgid_plural "des juges"\nmsgstr[0] "unu"\nmsgstr[1] "doi"\nmsgstr[2] "trei"\n\n'
    write(
        pages / "a.po",
        HEADER
        + po(FIRST, "Prima", before=note)
        + po(OTHER, "", before="# fără traducere\n")
        + po("Texte", "Text", before='msgctxt "context"\n')
        + f'msgid "un juge"\n{plural}'
        + f'msgid "une juge"\n{plural}',
    )
    update({"a": [FIRST, "un juge"]})

    assert entry(pages / "a.po", FIRST).tcomment == "de întrebat la Sofia"
    assert entry(pages / "a.po", FIRST).flags == ["python-format", "max-length:20"]
    assert entry(pages / "a.po", OTHER).tcomment == "fără traducere"
    assert entry(pages / "a.po", "Texte").msgctxt == "context"
    assert entry(pages / "a.po", "un juge").msgstr == "unu"
    assert entry(pages / "a.po", "un juge").tcomment == (
        "Altă traducere: doi\nAltă traducere: trei"
    )
    assert entry(pages / "a.po", "une juge").msgstr_plural == {0: "unu", 1: "doi", 2: "trei"}


def test_of_two_translations_of_a_message_the_second_becomes_a_comment(
    update: Update, pages: Path
) -> None:
    write(
        pages / "a.po",
        HEADER + obsolete(po(FIRST, "Veche")) + po(FIRST, "Prima") + po(FIRST, "A doua"),
    )
    for _twice in range(2):
        assert not update({"a": [FIRST]})
        assert entry(pages / "a.po", FIRST).msgstr == "Prima"
        assert entry(pages / "a.po", FIRST).tcomment == (
            "Altă traducere: A doua\nAltă traducere: Veche"
        )


POEDIT = r"""# Romanian translation.
# Traducători: Ana Pop, 2026.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: x\n"
"Report-Msgid-Bugs-To: archive@example.org\n"
"PO-Revision-Date: 2026-01-01 10:00+0200\n"
"Last-Translator: Ana Pop <ana@example.org>\n"
"Language-Team: Română <ro@example.org>\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Generator: Poedit 3.4\n"
"X-Poedit-Basepath: .\n"

msgid ""
"Les victimes de la traite "
"sont protégées par la loi"
msgstr ""
"Victimele traficului de persoane "
"sunt protejate"

msgid "Le séminaire a réuni des juges"
msgstr "Judecătorii"
"""


def test_what_a_tool_wrote_survives(update: Update, pages: Path) -> None:
    write(pages / "a.po", POEDIT)
    update({"a": [FIRST, OTHER]})
    update({"a": [FIRST]})

    text = (pages / "a.po").read_text("utf-8")
    for line in POEDIT.splitlines():
        if line.startswith(("# ", '"Report', '"PO-', '"Last', '"Lang', '"X-', '"Les', '"sont')):
            assert line in text.splitlines()
    assert "Judecătorii" in text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_that_did_not_change_keeps_its_lines(
    update: Update, pages: Path, end: str
) -> None:
    (pages).mkdir(parents=True)
    (pages / "a.po").write_bytes(POEDIT.replace("\n", end).encode())
    update({"a": [FIRST, OTHER]})
    first = (pages / "a.po").read_bytes()
    update({"a": [FIRST, OTHER, SECOND]})

    assert (pages / "a.po").read_bytes().startswith(first.rstrip())
    assert POEDIT[POEDIT.index('msgid ""\n"Les') :].replace("\n", end).encode() in first


def test_a_renamed_page_keeps_its_catalogue(update: Update, locales: Path, pages: Path) -> None:
    write(pages / "a.po", HEADER + po(FIRST, "Alta"))
    old = po(FIRST, "Prima", before="# notă\n") + po(OTHER, "Alta") + obsolete(po("x", "vechi"))
    write(pages / "old.po", HEADER + old)
    update({"a": [FIRST], "new": [SECOND, OTHER, "Nou", FIRST]})

    assert set(files(locales)) == {"ro/LC_MESSAGES/a.po", "ro/LC_MESSAGES/new.po"}
    found = entry(pages / "new.po", FIRST)
    assert (found.msgstr, found.tcomment) == ("Prima", "notă")
    assert entry(pages / "new.po", "x").msgstr == "vechi"


def test_another_page_is_no_renamed_one(update: Update, locales: Path, pages: Path) -> None:
    write(pages / "old.po", HEADER + po(FIRST, "Prima"))
    update({"new": [OTHER]})

    assert set(files(locales)) == {"ro/LC_MESSAGES/new.po", "ro/removed/old.po"}


def test_a_page_that_comes_back_has_its_catalogue_again(
    update: Update, locales: Path, pages: Path
) -> None:
    content = HEADER + po(FIRST, "Prima", before="# notă\n") + obsolete(po("x", "vechi"))
    write(pages / "a.po", content)
    update({})
    assert files(locales) == {"ro/removed/a.po": content.encode()}
    update({"a": [FIRST]})

    assert set(files(locales)) == {"ro/LC_MESSAGES/a.po"}
    assert entry(pages / "a.po", FIRST).tcomment == "notă"
    assert entry(pages / "a.po", "x").msgstr == "vechi"


@pytest.mark.parametrize("messages", [{}, {"a": [FIRST]}])
def test_nothing_is_written_over_a_catalogue_that_was_set_aside(
    update: Update, locales: Path, messages: dict[str, list[str]]
) -> None:
    write(locales / "ro/LC_MESSAGES/a.po", HEADER + po(FIRST, "Prima"))
    write(locales / "ro/removed/a.po", HEADER + po(FIRST, "A doua") + po(OTHER, "Alta"))
    update(messages)

    (path,) = locales.rglob("*.po")
    assert entry(path, OTHER).msgstr == "Alta"
    assert {entry(path, FIRST).msgstr, entry(path, FIRST).tcomment} in (
        {"Prima", "Altă traducere: A doua"},
        {"A doua", "Altă traducere: Prima"},
    )


def test_what_a_killed_run_left_is_deleted(update: Update, locales: Path, pages: Path) -> None:
    write(pages / "a.po", HEADER + po(FIRST, "Prima"))
    write(pages / "events/.a.po.new", HEADER + po(FIRST, "half"))
    write(locales / "ro/removed/.b.po.new", "msgid")
    update({"a": [FIRST]})

    assert set(files(locales)) == {"ro/LC_MESSAGES/a.po"}
    assert entry(pages / "a.po", FIRST).msgstr == "Prima"


BROKEN = {
    "another encoding": ((HEADER + po("é", "ș")).encode("utf-16"), 1),
    "a byte of another encoding": ((HEADER + po("a", "é")).encode("latin-1"), 6),
    "a missing quote": ((HEADER + 'msgid "a\nmsgstr "b"\n').encode(), 5),
    "a conflict of git": ((HEADER + "<<<<<<< HEAD\n" + po("a", "b")).encode(), 5),
    "no msgid": ((HEADER + 'msgstr "b"\n').encode(), 5),
}
REFUSED = HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n'


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("place", ["LC_MESSAGES/b.po", "LC_MESSAGES/gone.po", "removed/b.po"])
def test_a_broken_catalogue_is_named_and_left_and_keeps_no_other_back(
    update: Update, locales: Path, pages: Path, *, broken: str, place: str
) -> None:
    content, line = BROKEN[broken]
    (locales / "ro" / place).parent.mkdir(parents=True)
    (locales / "ro" / place).write_bytes(content)
    write(pages / "a.po", HEADER + po(FIRST, "Prima"))
    faults = update({"a": [SECOND], "b": [OTHER], "c": [OTHER]})

    (fault,) = faults
    assert isinstance(fault, BrokenCatalogue)
    assert (fault.path, fault.findings[0].line) == (locales / "ro" / place, line)
    assert (locales / "ro" / place).read_bytes() == content
    assert entry(pages / "a.po", SECOND).msgstr == "Prima"
    assert entry(pages / "c.po", OTHER)


def test_a_catalogue_that_msgmerge_refuses_keeps_no_other_back(update: Update, pages: Path) -> None:
    write(pages / "a.po", REFUSED)
    write(pages / "b.po", HEADER + po(FIRST, "Prima"))
    (fault,) = update({"a": [OTHER], "b": [SECOND]})

    assert fault.path == pages / "a.po"
    assert isinstance(fault, BrokenCatalogue)
    assert "msgmerge refuses" in fault.findings[0].text
    assert (pages / "a.po").read_text("utf-8") == REFUSED
    assert entry(pages / "b.po", SECOND).msgstr == "Prima"


def test_what_has_no_word_is_its_own_translation(pages: Path, update: Update) -> None:
    before = po("1 234,5", "1,234.5") + po("{org}`unodc`", "{org}`ONU <unodc>`")
    write(pages / "about.po", HEADER + before + po(OTHER, ""))

    update({"about": ["1 234,5", "{org}`unodc`", "{org}`osce`", "12 %", OTHER]})

    found = {one.msgid: one for one in polib.pofile(str(pages / "about.po"))}
    assert {message: one.msgstr for message, one in found.items()} == {
        "1 234,5": "1,234.5",
        "{org}`unodc`": "{org}`ONU <unodc>`",
        "{org}`osce`": "{org}`osce`",
        "12 %": "12 %",
        OTHER: "",
    }
    assert not any(one.fuzzy for one in found.values())


def test_what_a_translator_wrote_for_another_number_waits(pages: Path, update: Update) -> None:
    write(
        pages / "about.po",
        HEADER + po("1 234,5 (2018)", "1,234.5 (2018)") + po("10-2018", "10-2018"),
    )

    update({"about": ["1 234,5 (2019)", "10-2019"]})

    number, code = polib.pofile(str(pages / "about.po"))[:2]
    assert (number.msgstr, number.fuzzy) == ("1,234.5 (2018)", True)
    assert (code.msgstr, code.fuzzy) == ("10-2019", False)
