"""What the gate lets pass and what it does not, a line to a case."""

from __future__ import annotations

import re
import time
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalogues.gate import check
from catalogues.message import MessageParser
from support import EXAMPLE
from texts import invisible

SYNTAX = ("attrs_block", "attrs_inline", "colon_fence")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
LOCALES = EXAMPLE / "locales"

PASSES = [
    ("Un texte.", "Текст."),
    ("Sur l’{org}`unodc`.", "Об {org}`Управлении ООН <unodc>`."),
    ("{org}`a` et {event}`b`", "{event}`б <b>` и {org}`a`"),
    ("[Tous](events/index.md) ici", "Все [здесь](events/index.md)"),
    ("Dit [*trafic*]{.language-ro}.", "Spune trafic și [*smuggling*]{.language-en}."),
    ("Une note.[^1]", "O notă[^1]."),
    ("![la salle](salle.jpg)", "![sala](salle.jpg)"),
    ("**Gras** et *italique*", "Обычный"),
    ("Sur 5 * 3 = 15", "La 5 * 3 = 15"),
    ("du 5 au 7 juin", "5–7 iunie"),
    ("le 1er janvier 2018", "1 ianuarie 2018"),
    ("12 000 victimes", "12,000 victims"),
    ("12 000 000 victimes", "12 million victims"),
    ("le 05/06/2018", "5 iunie 2018"),
    ("le XIXe siècle", "19th century"),
    ("STCE n° 197, 2011/36/UE", "2011/36/EU, CETS No. 197"),
    ("20 % des cas", "20% din cazuri"),
    ("%s pages", "%s pagini"),
    ("5. juin", "5. iunie"),
    ("le 5 juin", "5\\. iunie"),
    ("Un [lien][ici]", "O [legătură][ici]"),
    ("[entre crochets]", "[în paranteze]"),
    ("Lieu et données", "Data: 5 iunie"),
    ("2{sup}`e` étage", "etajul 2{sup}`lea`"),
    ("Une ligne", "două\nlinii"),
    ("`make html`", "`make html`"),
    ("https://example.org/ ici", "aici https://example.org/"),
    ("À 50", "\\*50\\*"),
]

# the message, the translation, the rule that is broken, and a part of what is said
FAILS = [
    ("Un texte.", "<script>alert(1)</script>", "html", "`<script>` is not in the source"),
    ("Un texte.", '<b onclick="a()">x</b>', "html", "onclick"),
    ("Un texte.", "<div>\nx\n</div>", "html", "<div>"),
    ("Un texte.", "<!-- x --> text", "html", "is not in the source"),
    ("Un texte.", "\\<b>x", "html", "left over"),
    ("Un texte.", "[x](javascript:alert)", "link", "`](`"),
    ("Un texte.", "[x](data:text/html,1)", "link", "data:text"),
    ("Un texte.", "[x](https://evil.example/)", "link", "https://evil.example/` is not in"),
    ("Un texte.", "<https://evil.example/>", "link", "is not in the source"),
    ("Un texte.", "https://evil.example/", "link", "the address"),
    ("[x](about.md)", "[x](index.md)", "link", "`about.md` is missing"),
    ("[x](about.md)", "x", "link", "`about.md` is missing"),
    ("Un texte.", "[x][y]", "link", "`][`"),
    ("Un texte.", "x\n\n[y]: https://evil.example/", "block", "the address of a link"),
    ("Un texte.", "{download}`x <../../secret>`", "role", "the role {download} is not"),
    ("Un texte.", "{raw}`x`", "role", "the role {raw} is not in the source"),
    ("Un texte.", "```{include} /etc/passwd\n```", "block", "a directive"),
    ("Un texte.", ":::{raw} html\n:::", "block", "a directive"),
    ("Un texte.", "{include} x", "role", "`{include}`"),
    ("Un texte.", ".. raw:: html", "role", "a directive is left over"),
    ("l’{org}`unodc`", "ONU", "role", "{org}`unodc` is missing: put it back"),
    ("l’{org}`unodc`", "{org}`iom`", "role", "{org}`iom` is not in the source"),
    ("l’{org}`unodc`", "{org}`unodc` {org}`unodc`", "role", "as often as it does"),
    ("l’{org}`unodc`", "{event}`unodc`", "role", "the role {event} is not"),
    ("l’{org}`unodc`", "{org} `ONU <unodc>`", "role", "left over as text, `{org}`"),
    ("l’{org}`unodc`", "{org}`ONU <unodc>", "markup", "a backquote"),
    ("Une note.[^1]", "O notă.", "footnote", "the footnote `1` is missing"),
    ("Un texte.", "x[^1]", "footnote", "is not in the source"),
    ("![a](a.jpg)", "![a](../../b.jpg)", "image", "the image `a.jpg` is missing"),
    ("Un texte.", "![](https://evil.example/x.png)", "image", "is not in the source"),
    ("`make html`", "`make pdf`", "code", "`make html` is missing"),
    ("Un texte.", "# Titlu", "block", "a heading"),
    ("Un texte.", "- x", "block", "a list"),
    ("le 5 juin", "5. iunie", "block", "5\\. iunie"),
    ("Un texte.", "> x", "block", "a quotation"),
    ("Un texte.", "    x\n\ny", "space", "take them out"),
    ("Un texte.", "x\n\ny", "block", "number of paragraphs"),
    ("Un texte.", "---", "block", "a rule"),
    ("Un texte.", "(x)=\ny", "block", "an anchor"),
    ("Un texte.", "% x", "block", "a comment"),
    ("Un texte.", "| a |\n|---|\n| b |", "block", "a table"),
    ("Un texte.", "{.x}\ny", "attribute", "`.x` is not in the source"),
    ("Un texte.", "[x]{#y}", "attribute", "`#y` is not in the source"),
    ("Un texte.", '[x]{onclick="a"}', "attribute", "onclick=a"),
    ("Un texte.", '[x]{style="color:red"}', "attribute", "style="),
    ("[x]{#y}", "x", "attribute", "the anchor `#y` is missing"),
    ("**a**", "**a", "markup", "`**`"),
    ("**a**", "** a **", "markup", "`**`"),
    ("*a*", "_a", "markup", "`_`"),
    ("[x](about.md)", "[x](about.md) [y", "markup", "a bracket is not closed"),
    ("Un texte.", "{x", "markup", "a bracket is not closed"),
    ("Un texte.", "[^" * 150, "size", "300 signs"),
    ("en 2018", "în 2019", "number", "the number 2018 is missing"),
    ("le 15 juin", "15000", "number", "the number 15 is missing"),
    ("12 000 victimes", "12,500 victims", "number", "the number 12 000 is missing"),
    ("%s pages", "pagini", "placeholder", "`%s` is missing"),
    ("Un texte.", "%s", "placeholder", "`%s` is not in the source"),
    ("le {nom}", "x", "placeholder", "`{nom}` is missing"),
    ("Un texte.", " x", "space", "at the start"),
    ("Un texte. ", "x", "space", "at the end"),
    ("Un texte.", "  ", "space", "is blank"),
    ("Un texte.", "a\u202eb", "character", "U+202E (right-to-left override)"),
    ("Un texte.", "a\u200bb", "character", "U+200B (zero width space)"),
    ("Un texte.", "a\x1b[31mb", "character", "U+001B (control character)"),
    ("Un texte.", "a\u2028b", "character", "control"),
    ("Un texte.", "a" + "\u0301" * 9, "character", "accents"),
    ("Un texte.", "a" * 2181, "size", "2181 characters for 9"),
    ("Un texte.", "—", "markup", "not a single word"),
]

INTERFACE_FAILS = [
    ("Made with ", "Făcut cu", "space"),
    ("Logo of %s", "Sigla", "placeholder"),
    ("Logo of %s", "Sigla %d", "placeholder"),
    ("Last %(day)s", "Ultima %(zi)s", "placeholder"),
    ("Last %(day)s", "Ultima %(day)", "placeholder"),
    ("%s of %d", "%d din %s", "placeholder"),
    ("Next", "100 %", "placeholder"),
    ("Next", "<b>Înainte</b>", "html"),
    ('<a href="https://a/">x</a>', '<a href="https://b/">x</a>', "html"),
    ("Next", 'x" onclick="a()', "markup"),
    ("Next", "\\input{x}", "markup"),
    ("Next", "{{ x }}", "markup"),
    ("Next", "a\u202eb", "character"),
]


def catalogue(*pairs: tuple[str, str]) -> bytes:
    """Return a catalogue of messages and their translations."""
    texts = (
        [text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for text in pair]
        for pair in pairs
    )
    return (HEADER + "\n".join(f'msgid "{a}"\nmsgstr "{b}"\n' for a, b in texts)).encode()


def findings(content: bytes, **options: Any) -> list[str]:
    return [f"{line}: {text}" for line, text in check(content, syntax=SYNTAX, **options).findings]


FRAGMENTS = [
    *'[](){}<>*_`|\\"#%^ \n\t\r\0\u202e\u2028é9',
    *("{org}`x`", "{.c}", "[^1]", "---", ":::", "```", "%s", "javascript:", "1. ", "http://a.b"),
    *("msgid ", "msgstr ", "msgctxt ", "msgstr[0] ", "#~ ", "#| ", "#, fuzzy\n", '"\n"'),
]


@pytest.mark.parametrize(("message", "translation"), PASSES)
def test_what_says_the_same_passes(message: str, translation: str) -> None:
    checked = check(catalogue((message, translation)), syntax=SYNTAX)

    assert checked.findings == []
    assert [entry.msgstr for entry in checked.entries] == [translation]


@pytest.mark.parametrize(("message", "translation", "rule", "said"), FAILS)
def test_what_is_something_else_is_named(
    message: str, translation: str, rule: str, said: str
) -> None:
    checked = check(catalogue((message, translation), ("Oui", "Da")), syntax=SYNTAX)

    assert [entry.msgstr for entry in checked.entries] == ["Da"]
    assert {found.line for found in checked.findings} == {4}
    named = [found.text for found in checked.findings if found.text.endswith(f"[{rule}]")]
    assert any(said in text for text in named), checked.findings
    assert all(re.fullmatch(r"[^\n\x00-\x1f\u202a-\u202e]+", text) for text in named)


# What Markdown takes for no emphasis, as languages without spaces and with endings write it; what
# is advised; and the same as it is advised
BESIDE_LETTERS = [
    ("**打击贩卖人口。**下一步", "`**…**。`", "**打击贩卖人口**。下一步"),
    ("他说**“是”**了", "`“**…**”`", "他说“**是**”了"),
    ("*第一。*第二", "`*…*。`", "*第一*。第二"),
    ("**«Молдова»**ский текст", "`«**…**»`", "«**Молдова**»ский текст"),
    ("текст**(да)** тут", "`(**…**)`", "текст(**да**) тут"),
    ("текст**—да** тут", "`—**…**`", "текст—**да** тут"),
    ("**«Молдова»** и **«Крым»**ский", "`«**…**»`", "**«Молдова»** и «**Крым**»ский"),
]


@pytest.mark.parametrize(("translation", "advised", "mended"), BESIDE_LETTERS)
def test_it_is_said_how_stars_stand_beside_letters(
    translation: str, advised: str, mended: str
) -> None:
    said = findings(catalogue(("Un **texte** *fort*.", translation)))

    assert len(said) == 1
    assert "put the sign" in said[0]
    assert advised in said[0]
    assert findings(catalogue(("Un **texte** *fort*.", mended))) == []


def test_stars_without_a_partner_are_advised_to_have_one() -> None:
    for translation in ("x ** y", "**a** b**", "**a"):
        assert "close each pair of signs" in findings(catalogue(("Un texte.", translation)))[0]


@pytest.mark.parametrize(("message", "translation", "rule"), INTERFACE_FAILS)
def test_words_of_the_interface_keep_placeholders_and_tags(
    message: str, translation: str, rule: str
) -> None:
    checked = check(catalogue((message, translation)), syntax=SYNTAX, is_interface=True)

    assert checked.entries == []
    assert {found.text[found.text.rindex("[") :] for found in checked.findings} >= {f"[{rule}]"}


def test_words_of_the_interface_are_no_markdown() -> None:
    pairs = ("1. %s of `x` %%", "1. `x` din %s %%"), ("&#169; <b>x</b>", "&#169; <b>y</b>")

    assert findings(catalogue(*pairs), is_interface=True) == []


def test_a_fuzzy_or_an_obsolete_entry_is_neither_published_nor_a_finding() -> None:
    text = '#, fuzzy\nmsgid "Un"\nmsgstr "<b>"\n\n#~ msgid "Deux"\n#~ msgstr "<b>"\n'

    assert check(HEADER.encode() + text.encode(), syntax=SYNTAX)[:2] == ([], [])


def test_the_line_is_that_of_the_message() -> None:
    text = '# a note\n#: index.md:4\nmsgid ""\n"Un "\n"texte"\nmsgstr "*"\n'

    assert {line.split(":")[0] for line in findings(HEADER.encode() + text.encode())} == {"6"}


def test_of_two_translations_of_a_message_the_first_counts() -> None:
    checked = check(catalogue(("Un", "Unu"), ("Un", "Doi")), syntax=SYNTAX)

    assert [entry.msgstr for entry in checked.entries] == ["Unu"]
    assert [found.line for found in checked.findings] == [7]


GOOD = b'msgid "Oui"\nmsgstr "Da"\n\n'
BROKEN = [
    (b'msgid "Non"\nmsgstr "a"b"\n', 8, "syntax"),
    (b'msgid "Non"\nmsgstr "a\n', 8, "syntax"),
    (b'msgid "Non"\nmsgstr a\n', 8, "syntax"),
    (b'msgid "Non"\nnonsense\n', 8, "syntax"),
    (b'msgstr "Nu"\nmsgid "Non"\n', 7, "syntax"),
    (b'msgid "Non"\nmsgid_plural "Non"\nmsgstr[0] "Nu"\n', 7, "syntax"),
    (b'msgid "Non"\nmsgstr "\xcd\xe5\xf2"\n', 7, "encoding"),
    (b'msgid "Non\x00Plus"\nmsgstr "Nu"\n', 7, "character"),
    (b'<<<<<<< HEAD\nmsgid "Non"\nmsgstr "Nu"\n=======\n', 7, "syntax"),
]


@pytest.mark.parametrize(("text", "line", "rule"), BROKEN)
def test_of_a_broken_catalogue_the_rest_is_read(text: bytes, line: int, rule: str) -> None:
    last = b'\n\nmsgid "Si"\nmsgstr "Ba"\n'
    checked = check(HEADER.encode() + GOOD + text + last, syntax=SYNTAX)

    assert [entry.msgstr for entry in checked.entries] == ["Da", "Ba"]
    assert checked.findings[0].line == line
    assert checked.findings[0].text.endswith(f"[{rule}]")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "header"),
        ("msgid".encode("utf-16"), "encoding"),
        (b"#" * 4_000_001, "size"),
        (b"/etc/passwd", "syntax"),
        (GOOD, "header"),
        (HEADER.replace("UTF-8", "windows-1251").encode(), "header"),
        (b"\0" * 100, "encoding"),
    ],
)
def test_a_catalogue_that_is_none_is_one_finding(content: bytes, rule: str) -> None:
    found = findings(content)

    assert any(line.startswith(("1: ", "2: ")) for line in found)
    assert f"[{rule}]" in found[0] + found[-1]
    assert len(found) <= 2


def test_no_translation_keeps_the_gate_busy() -> None:
    message = "Une phrase. " * 40
    signs = (
        "[",
        "[^",
        "![",
        "*a_",
        "`",
        "{org}`",
        "<",
        "> ",
        "- ",
        "[](",
        "\\",
        "0 000",
        "a\u0301",
    )
    start = time.process_time()

    for sign in signs:
        check(catalogue((message, (sign * 10_000)[:10_000])), syntax=SYNTAX)
        check(catalogue((message, (sign * 90)[:200])), syntax=SYNTAX)

    assert time.process_time() - start < 5


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=15), st.sampled_from(PASSES))
@settings(max_examples=300, deadline=None)
def test_the_gate_judges_whatever_it_is_given(parts: list[str], pair: tuple[str, str]) -> None:
    text = "".join(parts)

    for content in (catalogue((pair[0], text)), HEADER.encode() + text.encode()):
        for is_interface in (False, True):
            checked = check(content, syntax=SYNTAX, is_interface=is_interface)
            assert not [entry for entry in checked.entries if "\u202e" in entry.msgstr]


PIECES = [*"aé1Жțя .,;:?()/%+«»’…–—-\xa0\u202f\n_`{", "{org}`a`", "{org}`à <b>`", "{abbr}` c  d`"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(lambda text: "À" + "".join(text)))
@example("Le 5. iunie - 1) rien : tout ; 12 000 (a) 50 % https://example.org/")
@example("Avec {org}`a``b` et {org}`a<b>c`")
@settings(max_examples=1000, deadline=None)
def test_words_without_a_sign_are_what_the_parser_makes_of_them(text: str) -> None:
    parser = MessageParser(SYNTAX)

    assert parser.parse(text, labels_of="") == parser.parse_markup(text, labels_of="")


def test_a_character_that_counts_as_visible_is_not_hidden() -> None:
    visible = [char for char in map(chr, range(0x110000)) if invisible.VISIBLE.fullmatch(char)]

    assert len(visible) > 1000
    assert not [
        char
        for char in visible
        if unicodedata.combining(char) or unicodedata.category(char) in invisible.HIDDEN
        if char not in "\n\t"
    ]


def test_a_header_further_down_is_no_translation() -> None:
    content = catalogue(("Oui", "Da")) + b'\nmsgctxt "x"\nmsgid ""\nmsgstr "Content-Type: x"\n'

    assert [entry.msgid for entry in check(content, syntax=SYNTAX).entries] == ["Oui"]


def test_nothing_is_found_in_complete_catalogues() -> None:
    found = {
        path.relative_to(LOCALES).as_posix(): findings(
            path.read_bytes(), is_interface=path.name == "_interface.po"
        )
        for path in sorted(LOCALES.glob("*/LC_MESSAGES/**/*.po"))
    }

    assert len(found) > 80
    assert {name: lines for name, lines in found.items() if lines} == {}
