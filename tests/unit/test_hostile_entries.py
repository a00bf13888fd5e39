"""Hostile and odd entries by their kind; each says which rule refuses it, or that it passes."""

from __future__ import annotations

import itertools
import time

import polib
import pytest

from catalogues.gate import Checked, check
from huge_catalogues import HUGE, HUGE_INTERFACE, MEGABYTE

SYNTAX = ("attrs_block", "attrs_inline", "colon_fence")
PASSES = ""  # in the place of a rule


def catalogue(*pairs: tuple[str, str]) -> bytes:
    """Return a catalogue of messages and their translations."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    file.extend(polib.POEntry(msgid=msgid, msgstr=msgstr) for msgid, msgstr in pairs)
    return str(file).encode()


def rules(checked: Checked) -> set[str]:
    """Return the rules that were broken."""
    return {found.text[found.text.rindex("[") + 1 : -1] for found in checked.findings}


def judged(message: str, translation: str, *, page: str | None = None) -> Checked:
    return check(catalogue((message, translation)), syntax=SYNTAX, page=page)


# -- what a block takes up, and an inline text shows ---

WRAPPED = (
    "{{% {0} %}}\nx",
    "{{.a % {0} %}}\nx",
    "{{% {0}}}\nx",
    "x\n\n{{% {0} %}}",
    "x\n\n[y]: z '{0}'",
    "[y]: z '{0}'\n\nx",
    "(x)=\n{0}",
    "% {0}\nx",
    "+++ {0}\nx",
    "x\n\n[^1]: {0}",
    "x\n\n{0}",
    "```\n{0}\n```",
    ":::\n{0}\n:::",
    "---\na: {0}\n---\nx",
)
PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{raw}`a`",
    "{download}`a </etc/passwd>`",
    "{math}`a`",
    "![a](https://evil.example/a.png)",
    "[a](https://evil.example/)",
    "<https://evil.example/>",
)
SWALLOWED = [
    ("Un texte.", wrapped.format(payload))
    for wrapped, payload in itertools.product(WRAPPED, PAYLOADS)
]


@pytest.mark.parametrize(("message", "translation"), SWALLOWED)
def test_what_a_block_takes_up_is_judged(message: str, translation: str) -> None:
    checked = judged(message, translation)

    assert checked.entries == []
    assert rules(checked) & {"html", "role", "image", "link", "block", "attribute"}


# -- characters that nobody sees ---

HIDDEN = [
    *(0x1, 0x7, 0x8, 0x1B, 0x7F, 0x80, 0x9B, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5),
    *(0x180B, 0x180E, 0x180F, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A),
    *(0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x2066, 0x2067),
    *(0x2068, 0x2069, 0x206A, 0x206F, 0x2800, 0x3164, 0xE000, 0xFE00, 0xFE0E, 0xFE0F, 0xFEFF),
    *(0xFFA0, 0xFFF9, 0xFFFB, 0xFFFE, 0x1BCA0, 0x1D159, 0x1D173, 0x1D17A, 0xE0001, 0xE0041),
    *(0xE007F, 0xE0100, 0xE01EF, 0xF0000, 0x10FFFD, 0x10FFFF),
]
ENTITIES = [
    form.format(code)
    for code in HIDDEN
    if code >= 0xA0 and not 0xFDD0 <= code <= 0xFDEF and code & 0xFFFE != 0xFFFE
    for form in ("&#{0};", "&#x{0:X};", "&#X{0:x};")
]


@pytest.mark.parametrize("code", HIDDEN)
def test_a_character_that_nobody_sees_is_refused(code: int) -> None:
    checked = judged("Un texte.", f"Un{chr(code)} text.")

    assert checked.entries == []
    assert rules(checked) & {"character", "syntax", "encoding"}


@pytest.mark.parametrize(
    "entity", [*ENTITIES, "&zwj;", "&zwnj;", "&rlm;", "&shy;", "&ZeroWidthSpace;"]
)
def test_a_character_that_nobody_sees_is_refused_as_an_entity(entity: str) -> None:
    assert "character" in rules(judged("Un texte.", f"Un {entity} text."))
    assert judged("Un texte.", f"Un {entity} text.").entries == []


@pytest.mark.parametrize("entity", ["&#10;&#10;", "&#x0A;", "&NewLine;", "&#9;", "&Tab;", "&#13;"])
def test_the_end_of_a_line_is_refused_as_an_entity(entity: str) -> None:
    assert "character" in rules(judged("Un texte.", f"Un{entity} text."))


SPELLINGS = [
    ("قربانیان قاچاق انسان می\u200cتوانند.", PASSES),  # Persian
    ("क्\u200dष और क्\u200cष", PASSES),  # Hindi
    ("ශ්\u200dරී ලංකා", PASSES),  # Sinhala
    ("ক্\u200dষ", PASSES),  # Bengali
    ("Menschen\u00adhandel", PASSES),
    ("торгів\u00adля людь\u00adми", PASSES),
    ("\u200fנדוה בז׳נבה (OSCE)\u200f 2018", PASSES),
    ("ندوة (OSCE)\u200e في فيينا", PASSES),
    ("Việt Nam Đà Nẵng", PASSES),
    ("Vie\u0323\u0302t Nam", PASSES),  # decomposed
    ("Să vadă și să țină", PASSES),
    ("การค้ามนุษย์ที่นี่", PASSES),
    (
        "\u05d1\u05bc\u05b0\u05e8\u05b5\u05d0\u05e9\u05b4\u05c1\u05d9\u05ea",
        PASSES,
    ),  # pointed Hebrew
    ("“Да”, „nu” – 20\u00a0%", PASSES),
    ("Cafe\u0301 et e\u0301te\u0301", PASSES),
    ("Un\u200c text", "character"),
    ("U\u200dn text", "character"),
    ("Un text\u00ad", "character"),
    ("Un\u00ad\u00ad text", "character"),
    ("U\u00ad\u00adn text", "character"),
    ("5\u00ad0 text", "character"),
    ("Un\u200f text", "character"),
    ("می\u200c توانند", "character"),
    ("\u200cمی", "character"),
    ("ندوة\u202e في", "character"),
    ("ندوة \u2066x\u2069", "character"),
    ("a" + "\u0488" * 5, "character"),  # of combining class 0, as the next
    ("a" + "\u20dd" * 5, "character"),
    ("a" + "\u0301\u0488" * 3, "character"),
    ("a" + "\u0e31" * 6, "character"),
    ("a" + "\u0903" * 6, "character"),
    ("a" + "\u0301" * 5, "character"),
]


@pytest.mark.parametrize(("translation", "rule"), SPELLINGS)
def test_what_a_spelling_needs_stands_where_it_needs_it(translation: str, rule: str) -> None:
    checked = judged("Un texte.", translation)

    assert rules(checked) == ({rule} if rule else set())
    assert bool(checked.entries) == (not rule)


# -- addresses as words, references, tags ---

ADDRESSES = (
    *(
        "http://evil.example",
        "HTTP://EVIL.EXAMPLE/x",
        "hTTps://evil.example",
        "ftp://evil.example/x",
    ),
    *(
        "https:/evil.example/x",
        "https:\\\\\\\\evil.example",
        "sftp://evil.example",
        "ws://evil.example",
    ),
    *("www.evil.example", "WWW.EVIL.EXAMPLE", "evil.com", "sub.evil.org/path", "evil.net"),
    *("evil.example/login", "moi@evil.example", "mailto:moi@evil.example", "evil.ru/x", "tel:+373"),
    *(
        "https://evil。example/x",
        "ｈｔｔｐｓ：／／evil.example",
        "https:⁄⁄evil.example",
        "xn--e1awd7f.com",
    ),
    *("évil.com", "evil.zip", "magnet://x/y", "irc://evil.example"),
    *("https\u2236//evil.example", "https\ua789//evil.example", "https:\u29f8\u29f8evil.example"),
    *("https\u0589\u2571\u27cbevil.example", "evil\u2024com", "evil\ua4f8com", "evil\u3002com"),
    *("evil.ro", "EVIL.md", "sub.evil.ru", "злой.рф", "злой.рф/x", "evil.example\u2215x"),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_as_words_is_refused_in_any_spelling(address: str) -> None:
    checked = judged("Voir le texte.", f"Vezi {address} acum.")

    assert checked.entries == []
    assert rules(checked) & {"link", "markup"}


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("Voir https://example.org/a, ici.", "Aici: https://example.org/a."),
        ("Écrire à a@example.org.", "Scrieți la a@example.org."),
        ("La résolution A/RES/71/167.", "Rezoluția A/RES/71/167."),
        ("La directive 2011/36/UE.", "Directiva 2011/36/UE, art. 2 alin. (1)."),
        ("CM/Rec(2022)21 et 14 h 30.", "CM/Rec(2022)21, ora 14:30."),
        ("Une phrase. Une autre.", "O frază.Alta."),
    ],
)
def test_what_is_no_new_address_passes(message: str, translation: str) -> None:
    assert rules(judged(message, translation)) == set()


REFERENCES = [
    ("{org}`x <unodc>`", PASSES),
    ("{org}`unodc`", PASSES),
    ("{org}`x y  <unodc>`", PASSES),
    ("{org}`!x <unodc>`", "role"),
    ("{org}`!unodc`", "role"),
    ("{org}`x <y <unodc>`", "role"),
    ("{org}`x <unodc> y`", "role"),
    ("{org}`x < unodc>`", "role"),
    ("{org}`x <unodc >`", "role"),
    ("{org}`x <UNODC>`", "role"),
    ("{org}`<unodc>`", "role"),
    ("{org} `x <unodc>`", "role"),
    ("{ org}`unodc`", "role"),
    ("{org}``unodc``", PASSES),
    ("{org}`unodc``", "markup"),
    ("{Org}`unodc`", "role"),
    ("{sem:org}`unodc`", "role"),
    ("{org}`x` <unodc>", "role"),
    ("{org}`unodc` {org}`unodc`", "role"),
    ("\\{org}`unodc`", "role"),
    ("`{org}`unodc``", "role"),
    ("[{org}`unodc`](x.md)", "link"),
    ("{org}`unodc`{.x}", "attribute"),
    ("{org}`unodc`[^1]", "footnote"),
    ("[x](y 'z') {org}`unodc`", "link"),
    ("<b>{org}`unodc`</b>", "html"),
    ("{org}`&#x202E; <unodc>`", "html"),
    ("{org}`<b>x</b> <unodc>`", "role"),
    ("**{org}`unodc`**", PASSES),
    ("*[**[*[**{org}`unodc`**]{.language-ro}*]{.language-ro}**]{.language-ro}*", "size"),
    ("{org}`unodc`\\\nx", "markup"),
    ("{org}`unodc`  \nx", "markup"),
]


@pytest.mark.parametrize(("translation", "rule"), REFERENCES)
def test_a_reference_keeps_its_link(translation: str, rule: str) -> None:
    checked = judged("{org}`unodc`", translation)

    assert (rule in rules(checked)) if rule else not checked.findings, checked.findings
    assert bool(checked.entries) == (not rule)


WORDS = [
    ("Seminars", "&#x202Ex", "html"),
    ("Seminars", "&#8238x", "html"),
    ("Seminars", "&#x202E;x", "character"),
    ("Seminars", "&copy", "html"),
    ("Seminars", "&lt;b&gt;", "html"),
    ("Seminars", "Semi&shy;nare", "html"),
    ("Seminars", "Seminare & glosar", PASSES),
    ("Seminars", "R&D", PASSES),
    ("Seminars", "www.evil.example", "link"),
    ("Seminars", "evil.com", "link"),
    ("Seminars", "Semi\nnare", "space"),
    ("Seminars", "^^5cinput", "markup"),
    ("Seminars", "\\input", "markup"),
    ("Seminars", "{{ x }}", "markup"),
    ("Seminars", "$x$", "markup"),
    ("Seminars", "<b>x", "html"),
    ("<b>x</b> <i>y</i>", "<i>y</i> <b>x</b>", PASSES),
    ("<b>x</b>", "</b>x<b>", "html"),
    ("<b>x</b> <i>y</i>", "<b>x <i>y</b></i>", "html"),
    ("<b>x</b>", "<b>x</b><b></b>", "html"),
    ("<b>x</b>", "<B>x</B>", "html"),
    ("%s of %s", "%s din %s", PASSES),
    ("%s of %s", "%1$s %s", "placeholder"),
    ("%(a)s", "%(a)d", "placeholder"),
    ("%(a)s", "{a}", "placeholder"),
    ("Seminars", "x\u202e", "character"),
    ("Seminars", "x\u200b", "character"),
    ("Seminars", "a" * 30_000, "size"),
    ("Page %d", "Pagina\u00a0%d", PASSES),
    ("Copyright &#169; x", "Drepturi &#169; x", PASSES),
]


@pytest.mark.parametrize(("message", "translation", "rule"), WORDS)
def test_a_word_of_the_interface_is_judged_as_html_reads_it(
    message: str, translation: str, rule: str
) -> None:
    checked = check(catalogue((message, translation)), syntax=SYNTAX, is_interface=True)

    assert (rule in rules(checked)) if rule else not checked.findings, checked.findings


# -- how the page shows it ---

PAGE = """---
city: Chisinau
venue: "Palais : salle n° 5"
speakers:
  - name: Davor Raus
    function: chef d’unité,
      région sud
---

# Un titre

Une phrase sur l’{org}`unodc`. Une phrase
sur [deux lignes][cle].

![La salle](salle.jpg)

:::{photo} salle.jpg
:alt: Une tribune
:::

{.usage-note}
Le mot « traite » se dit [*trafficking*]{.language-en}, et {org}`unodc` le dit depuis 2000.

Une ligne\\
et sa suite.

[cle]: https://example.org/
"""
USAGE = (
    "Le mot « traite » se dit [*trafficking*]{.language-en}, et {org}`unodc` le dit depuis 2000."
)
SHOWN = [
    ("Chisinau", "Chișinău", PASSES),
    ("Chisinau", "*Chișinău*", "markup"),
    ("Chisinau", "`Chișinău`", "markup"),
    ("Chisinau", "{org}`x`", "role"),
    ("Chisinau", "[Chișinău](x)", "link"),
    ("Chisinau", "Chi\nșinău", "space"),
    ("Chisinau", "<b>Chișinău</b>", "html"),
    ("Chisinau", "Chi&shy;șinău", "html"),
    ("Chisinau", "5. Chișinău", PASSES),
    ("Chisinau", "# Chișinău", PASSES),
    ("Palais : salle n° 5", "Palat: sala nr. 5", PASSES),
    ("Palais : salle n° 5", "Palat: sala *nr.* 5", "markup"),
    ("Palais : salle n° 5", "Palat, http://evil.example", "link"),
    ("Davor Raus", "Давор Раус", PASSES),
    ("chef d’unité, région sud", "șef de unitate, sud", PASSES),
    ("chef d’unité, région sud", "șef de **unitate**", "markup"),
    ("La salle", "Sala", PASSES),
    ("La salle", "*Sala*", "markup"),
    ("La salle", "Sala\nmare", "space"),
    ("Une tribune", "O tribună", PASSES),
    ("Une tribune", "O {tribună}", "role"),
    ("Un titre", "Un titlu", PASSES),
    ("Un titre", "Un\ntitlu", "space"),
    ("Un titre", "Un\\\ntitlu", "space"),
    ("Un titre", "W" * 1_900, "size"),
    ("Un titre", "W" * 100, PASSES),
    ("Chisinau", "Chișinău " * 40 + "x", "size"),
    (
        "Une phrase sur l’{org}`unodc`. Une phrase sur [deux lignes][cle].",
        "{org}`unodc` [x][cle]",
        PASSES,
    ),
    (
        "Une phrase sur l’{org}`unodc`. Une phrase sur [deux lignes][cle].",
        "{org}`unodc` [x]",
        "link",
    ),
    ("et sa suite.", "și [cle].", "link"),
    (USAGE, "În română se spune trafic.", PASSES),
    (USAGE, "{org}`unodc` spune trafic.", PASSES),
    (USAGE, "{org}`iom` spune trafic.", "role"),
    (USAGE, "{org}`unodc` și {org}`unodc`.", "role"),
    (USAGE, "Vezi [aici](x.md).", "link"),
    (USAGE, "<b>x</b>", "html"),
    ("Une ligne et sa suite.", "O linie\\\nși urmarea.", PASSES),
    ("Ce que nulle page ne dit.", "<script>alert(1)</script>", "unjudged"),
    ("Une phrase de jadis.", "{org}`x", "unjudged"),
]


@pytest.mark.parametrize(("message", "translation", "rule"), SHOWN)
def test_a_translation_is_judged_as_its_page_shows_it(
    message: str, translation: str, rule: str
) -> None:
    checked = judged(message, translation, page=PAGE)

    if rule == "unjudged":
        assert checked[:2] == ([], [])
        assert checked.refused == 0
        assert checked.counts.translated == 1
    else:
        assert (rule in rules(checked)) if rule else not checked.findings, checked.findings
        assert bool(checked.entries) == (not rule)
        assert checked.refused == bool(rule)


def test_where_a_page_takes_texts_from_other_files_everything_is_judged() -> None:
    page = "# Titre\n\n```{include} autre.md\n```\n"

    assert rules(judged("Une autre phrase.", "<b>x</b>", page=page)) == {"html"}


# -- limits ---


@pytest.mark.parametrize("name", HUGE)
def test_a_catalogue_of_any_content_is_judged_in_time(name: str) -> None:
    content = HUGE[name](MEGABYTE)

    start = time.process_time()
    checked = check(content, syntax=SYNTAX)

    assert time.process_time() - start < 10  # seconds for 1 MB; what is quadratic takes minutes
    assert checked.findings


@pytest.mark.parametrize("name", HUGE_INTERFACE)
def test_words_of_the_interface_are_judged_in_time_and_not_named_without_end(name: str) -> None:
    content = HUGE_INTERFACE[name](MEGABYTE)

    start = time.process_time()
    checked = check(content, syntax=SYNTAX, is_interface=True)

    assert time.process_time() - start < 10
    assert checked.entries == []
    assert 0 < len(checked.findings) <= 1_001


def test_beyond_a_thousand_faults_the_rest_is_refused_without_a_name() -> None:
    pairs = [(f"Texte {number}.", "<b>x</b>") for number in range(10, 1_500)]
    checked = check(catalogue(*pairs, ("Un texte.", "Un text.")), syntax=SYNTAX)

    assert [entry.msgstr for entry in checked.entries] == ["Un text."]
    assert checked.refused == len(pairs)
    assert len(checked.findings) == 1_001
    assert "the others are not named" in checked.findings[-1].text


# -- keys that a program would take for those of other messages ---

SEARCH = "Search"
SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize("is_interface", [False, True])
@pytest.mark.parametrize("context", [f"{SEARCH}\0", f"{SEARCH}\0x", f"{SEARCH}\x04", SEARCH, ""])
def test_a_translation_with_a_context_is_named_and_not_published(
    context: str, is_interface: bool
) -> None:
    entry = polib.POEntry(msgid=SCRIPT, msgstr=SCRIPT, msgctxt=context)
    file = polib.POFile(wrapwidth=0)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    file.append(entry)
    content = str(file).encode()
    if not context:  # which polib does not write
        content = content.replace(b'msgid "<', b'msgctxt ""\nmsgid "<')
    checked = check(content, syntax=SYNTAX, is_interface=is_interface)

    assert checked.entries == []
    assert rules(checked) == {"syntax"}


@pytest.mark.parametrize("message", [f"{SEARCH}\0x", f"{SEARCH}\x04x", f"x\x04{SEARCH}"])
def test_a_message_that_would_be_two_is_refused_even_as_it_stands(message: str) -> None:
    content = catalogue((message, message))

    for is_interface in (False, True):
        checked = check(content, syntax=SYNTAX, is_interface=is_interface)
        assert checked.entries == []
        assert rules(checked) == {"character"}


# -- links, references and images without words; notes for programs ---

WORDLESS = [
    ("Sur l’{org}`Office <unodc>`.", "Despre {org}` <unodc>`.", "role"),
    ("Sur l’{org}`Office <unodc>`.", "Despre {org}`- <unodc>`.", "role"),
    ("Sur l’{org}`Office <unodc>`.", "Despre {org}`\u00a0<unodc>`.", "role"),
    ("Sur l’{org}`Office <unodc>`.", "Despre {org}`« » <unodc>`.", "role"),
    ("Sur l’{org}`Office <unodc>`.", "Despre {org}`O <unodc>`.", PASSES),
    ("Un [lien](index.md) ici.", "Un [](index.md) aici.", "link"),
    ("Un [lien](index.md) ici.", "Un [ ](index.md) aici.", "link"),
    ("Un [lien](index.md) ici.", "Un [**.**](index.md) aici.", "link"),
    ("Un [lien](index.md) ici.", "Un [*link*](index.md) aici.", PASSES),
    ("Un [lien](index.md) ici.", "Un [![](x.png)](index.md) aici.", "link"),
    ("Un [](index.md) ici.", "Un [](index.md) aici.", PASSES),
    ("Un [](index.md) ici.", "Un [link](index.md) aici.", PASSES),
    ("Une ![vue](x.png) ici.", "O ![](x.png) aici.", "image"),
    ("Une ![vue](x.png) ici.", "O ![…](x.png) aici.", "image"),
    ("Une ![vue](x.png) ici.", "O ![vedere](x.png) aici.", PASSES),
    ("Une ![](x.png) ici.", "O ![](x.png) aici.", PASSES),
    ("Un texte.", "# noqa", "block"),
    ("Un texte.", "#noqa", "markup"),
    ("Un texte.", "Un text. # noqa", "markup"),
    ("Un texte.", "Un text.#\u00a0noqa", "markup"),
    ("Un texte de 2018.", "Un text. #noqa 2018 # noqa", "markup"),
    ("Un texte.", "Un noqa # text.", PASSES),
]


@pytest.mark.parametrize(("message", "translation", "rule"), WORDLESS)
def test_what_is_referred_to_can_be_seen(message: str, translation: str, rule: str) -> None:
    checked = judged(message, translation)

    assert (rule in rules(checked)) if rule else not checked.findings, checked.findings
    assert bool(checked.entries) == (not rule)


# -- good translations in the ways of other languages ---

NATIVE = [
    ("En 2018, 35 pays.", "در سال ۲۰۱۸، ۳۵ کشور."),
    ("En 2018, 35 pays.", "في عام ٢٠١٨، ٣٥ بلدًا."),
    ("En 2018, 35 pays.", "२०१८ में ३५ देश।"),
    ("En 2018, 35 pays.", "২০১৮ সালে ৩৫টি দেশ।"),
    ("En 2018, 35 pays.", "2018年有35个国家。"),
    ("12 500 victimes.", "۱۲٬۵۰۰ قربانی."),
    ("1 250 000 victimes.", "12,50,000 पीड़ित।"),
    ("1 250 000 victimes.", "१२,५०,००० पीड़ित।"),
    ("Les ONG.", "NGO\u200cها"),
    ("Âgé de 20 ans.", "۲۰\u200cساله."),
    ("Les « livres ».", "«کتاب»\u200cها."),
    ("L’{org}`unodc`.", "{org}`unodc`\u200cها."),
    ("Les **livres**.", "**کتاب**\u200cها."),
    ("En 1397.", "۱۳۹۷ ه\u200d.ش."),
    ("En 1397.", "سال ۱۳۹۷ ه\u200d"),
    ("Monsieur.", "श्रीमान्\u200c जी"),
    ("En 2018.", "۲۰۱۸\u0601ء"),
    ("Un texte.", "联合国编写。男性/女性均可。"),
    ("Un texte.", "г.Кишинёв/Молдова"),
    ("Une page.", "Зал им.Ленина, т.е. и/или."),
]


@pytest.mark.parametrize(("message", "translation"), NATIVE)
def test_what_a_native_translator_writes_passes(message: str, translation: str) -> None:
    assert judged(message, translation).findings == []


FOREIGN = [
    ("En 2018.", "در سال ۲۰۱۹.", "number"),
    ("1 250 000 victimes.", "12,50,001 पीड़ित।", "number"),
    ("Les ONG.", "NGO\u200cs", "character"),
    ("Les ONG.", "NGO \u200cها", "character"),
    ("Les ONG.", "NGO\u200c\u200cها", "character"),
    ("Les ONG.", "x\u200d.", "character"),
    ("Les ONG.", "ه\u200d\u200d.", "character"),
    ("L’{org}`unodc`.", "{org}`unodc`&zwnj;ها.", "character"),
    ("Les ONG.", "x\ufffcy", "character"),
    ("Les ONG.", "x\U00016fe4y", "character"),
]


@pytest.mark.parametrize(("message", "translation", "rule"), FOREIGN)
def test_and_what_none_writes_does_not(message: str, translation: str, rule: str) -> None:
    assert rule in rules(judged(message, translation))
