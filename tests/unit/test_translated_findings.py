"""What translators are told is said in their language, where somebody has put it so."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from catalogues import translators_words
from catalogues.findings import Finding
from catalogues.gate import check
from catalogues.rules.glossary import TERM
from catalogues.rules.messages import OVERWRITTEN
from catalogues.translated_findings import in_language
from catalogues.translators_words import known, known_lines
from commands.check_po import COPIED_FAULT
from commands.interface_words import USES, VALUE
from records.kinds import KINDS
from seminars.translator_comments import BREAK, PLACES

FOLDER = Path(translators_words.__file__).parent / "locale"
CATALOGUES = sorted(FOLDER.glob("*/LC_MESSAGES/translators.po"))
NAMES = re.compile(r"\{[a-z]+\}")


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
SYNTAX = ("attrs_block", "attrs_inline", "colon_fence")
PAIRS = [
    ("en 2018", "x"),
    ("{org}`a`", "ici"),
    ("{org}`a`", "{org}`b`"),
    ("Un.", "{raw}`a`"),
    ("[a](a.md)", "a"),
    ("Un.", "[a](a.md)"),
    ("[a](a.md)", "[](a.md) b"),
    ("Un texte.", "www.example.org"),
    ("![a](a.jpg)", "a"),
    ("Un.", "![a](a.jpg)"),
    ("![a](a.jpg)", "![](a.jpg) b"),
    ("`a`", "a"),
    ("Un.", "`a`"),
    ("Un.[^1]", "Un."),
    ("Un.", "Un.[^1]"),
    ("Un.", "<b>x</b>"),
    ("[x]{#y}", "x"),
    ("Un.", "[x]{.y}"),
    ("%s pages", "pagini"),
    ("Un.", "%s"),
    ("Un.", "a ** b"),
    ("Un.", "a ` b"),
    ("Un.", "[x][y]"),
    ("Un.", "\\\\<b>x"),
    ("Un.", "{include} x"),
    ("Un.", "{x"),
    ("Un.", "—"),
    ("Un.", "a\\\\\\nb"),
    ("Un. ", "x"),
    ("Un.", " x"),
    ("Un.", "  "),
    ("Un.", "a\u200bb"),
    ("Un.", "a" * 3000),
    ("Un.", "a" * 3000),
    ("Lieu", "mot " * 80 + "mot"),
    ("Nom", "a\\nb"),
]
FILES = [b"", b'msgid "a"b"\n', "é".encode("utf-16")]


def findings() -> list[str]:
    """Return what the rules say of all kinds of translations, and of catalogues beside them."""
    contents = [f'{HEADER}msgid "{one}"\nmsgstr "{other}"\n'.encode() for one, other in PAIRS]
    contents += [contents[0] + contents[0].partition(b"\n\n")[2], *FILES]
    page = "# Lieu\n\n# Nom\n\n" + "\n\n".join(one for one, _other in PAIRS)
    found = [
        one.text
        for content in contents
        for source in (None, page)
        for one in check(content, syntax=SYNTAX, page=source).findings
    ]
    over = "put this into msgstr, and {} into msgid; `make update-po` brings it, too"
    for what in ("back `Un texte.`", "the message back"):
        fault = OVERWRITTEN.fault("no page has this message", over.format(what))
        found.append(Finding.of(fault, line=1, message="Un").text)
    wrong = "the translation does not name “Un” (un)"
    term = TERM.fault(wrong, "the glossary has “Unu”, in whichever form")
    found.append(Finding.of(term, line=1, message="Un").text)
    return [*found, Finding.of(COPIED_FAULT, line=1, message="Un").text]


SAID = findings()
OF = ("", " (“Mme Moro (Paris), juge”)")
WHAT = {what for kind in KINDS for what in (kind.heading, *kind.notes.values())}
COMMENTS = {
    *(place for _node, place in PLACES),
    *USES.values(),
    VALUE,
    *(f"Title of the page: {kind.heading}" for kind in KINDS),
    *(f"Fact sheet: {note}{of}" for kind in KINDS for note in kind.notes.values() for of in OF),
    BREAK.format("la Paix 10"),
    "Title of the page",
    "French abbreviation: ONU",
    "Paragraph",
    "Recommendation 2",
    "Recommendation 2: addressees",
    "There is an official form in Russian: take it as it stands.",
    "Official in Russian: ООН",
    "Other translation: doi",
}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_each_message_is_one_that_is_said(path: Path) -> None:
    for entry in polib.pofile(str(path)):
        assert sorted(NAMES.findall(entry.msgid)) == sorted(NAMES.findall(entry.msgstr))
        pattern = re.sub(r"\\\{[a-z]+\\\}", ".+", re.escape(entry.msgid))
        if any(re.fullmatch(pattern, text, re.DOTALL) for text in COMMENTS | WHAT):
            continue
        part = re.compile(rf"(?:^|: |\s){pattern}(?::| \(| \[|$)", re.DOTALL)
        assert entry.msgid == "warning" or any(map(part.search, SAID)), entry.msgid


@pytest.mark.parametrize("language", [path.parts[-3] for path in CATALOGUES])
def test_most_of_what_is_said_is_said_in_the_language(language: str) -> None:
    translated = [text for text in SAID if in_language(text, language) != text]

    assert len(translated) > 0.6 * len(SAID)
    for text in translated:
        assert in_language(text, language).rpartition(" [")[2] == text.rpartition(" [")[2]


@pytest.mark.parametrize("language", [path.parts[-3] for path in CATALOGUES])
def test_each_comment_is_said_in_the_language(language: str) -> None:
    assert {text for text in COMMENTS if known(text, language) is None} == set()
    assert not re.search("[{}]", "".join(known_lines(text, language) for text in COMMENTS))


def test_a_comment_is_said_in_the_words_that_fit_it_best() -> None:
    text = "Fact sheet: function of the speaker (“Mme Moro (Paris), city”)\nwhatever\n"

    assert known("Recommendation 2: addressees", "fr") == "Recommandation 2 : destinataires"
    assert known_lines(text, "ro") == (
        "Fișă: funcția vorbitorului („Mme Moro (Paris), city”)\nwhatever\n"
    )
    assert known("Fact sheet: weather", "ro") is None
    assert known_lines(text, "de") == text


def test_what_is_filled_in_stands_as_it_is() -> None:
    text = "the number 2018 is missing: write it in digits, as the source (in “En {x}”) [number]"

    assert in_language(text, "ru") == (
        "нет числа 2018: напишите его цифрами, как в исходном тексте "
        "(в сообщении «En {x}») [number]"
    )
    assert in_language(text, "bg") == text


def test_a_finding_of_which_a_part_is_not_known_is_english() -> None:
    for text in ("the number 5 is missing: eat it [number]", "no colon", "a: b: c [x]"):
        assert in_language(text, "ro") == text
