"""What a record of the glossary is called, by whom, and where its page is in each language."""

from __future__ import annotations

import pytest

from records.front_matter import split_front_matter
from records.front_matter_faults import check
from records.kinds import kind_named
from records.name_status import address_in, status_in

TREATY = """---
type: treaty
short_name: Texte
url: https://example.org/
updated: 2026-01-01
%s
---

# Texte sur la traite
"""
CONCEPT = TREATY.replace("type: treaty\nshort_name: Texte\n", "")
GAZETTE = "{lang: ro, name: Monitorul Oficial, country: RO}"
TERMS = "provisions:\n  - {instrument: texte, role: defines, %s}"


def said(page: str, kind: str = "instrument") -> list[str]:
    """Return all that is said of *page*."""
    _facts, faults = check(kind_named(kind), "texte-2", split_front_matter(page))
    return [f"{fault.line}: {fault}" for fault in faults]


@pytest.mark.parametrize(
    "keys",
    [
        "official: [fr, en]\nusual: [ro]\nrendered: [ru]",
        f"gazettes: [{GAZETTE}]",
        "urls: [{lang: fr, url: 'https://example.org/fr'}]",
        "adopted: 2005-05-03\nadopted_in: {city: Strasbourg, country: FR}\norgan: Comité",
        "opened_for_signature: 2005-05-16\nopened_in: {city: Varsovie, country: PL}",
        "version: Texte de 2005\nbinds: Tous\neli: http://data.europa.eu/eli/dir/2011/36/oj",
        "relations: [{type: amended-by, target: autre}]",
        "number: {series: ILO, ref: '29'}",
        "published: 2011-04-15\njournal: JO L 101 du 15.4.2011, p. 1",
    ],
)
def test_what_is_right_is_taken(keys: str) -> None:
    assert said(TREATY % keys) == []


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ("official: [fr]\nusual: [fr]", "7: usual: `fr` stands in `official` too: a name has one"),
        ("usual: [ro]\nrendered: [ro]", "7: rendered: `ro` stands in `usual` too"),
        (f"official: [ro]\ngazettes: [{GAZETTE}]", "7: gazettes: `ro` stands in `official` too"),
        (f"gazettes: [{GAZETTE}, {GAZETTE}]", "6: gazettes: `ro` stands twice: keep one"),
        ("gazettes: [{lang: ro, name: Monitorul}]", "6: gazettes.1.country: this key is missing"),
        ("official: fr", "6: official: a list is expected"),
        ("official: [xx]", "6: official.1: `xx` is no language"),
        ("urls: [{lang: fr, url: example.org}]", "6: urls.1.url: `example.org` is no web address"),
        ("city: Varsovie", "6: city: there is no such key any more: write `adopted_in"),
        ("country: PL", "6: country: there is no such key any more: write `adopted_in"),
        ("adopted_in: Strasbourg", "6: adopted_in: "),
        ("opened_in: {city: Varsovie}", "6: opened_in.country: this key is missing"),
        ("relations: [{type: changes, target: autre}]", "6: relations.1.type: `changes` is not"),
        ("number: {series: STE, ref: '5'}", "6: number.series: `STE` is not allowed here"),
    ],
)
def test_what_is_wrong_is_said_once(keys: str, wrong: str) -> None:
    (line,) = said(TREATY % keys)

    assert line.startswith(wrong)


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ("defined_in: []", "4: defined_in: there is no such key any more: write `provisions"),
        (TERMS % 'article: "3 (a)"', "5: provisions.1.article: `3 (a)` is more than a number"),
        (TERMS.replace("defines", "names") % 'article: "3"', "5: provisions.1.role: `names` is no"),
        (TERMS % "paragraph: 4", "5: provisions.1.paragraph: is a part of `article` or `part`"),
    ],
)
def test_a_place_is_given_in_parts(keys: str, wrong: str) -> None:
    (line,) = said(CONCEPT % keys, "concept")

    assert line.startswith(wrong)


def test_nothing_is_said_of_a_language_that_no_key_lists() -> None:
    page = TREATY % f"official: [fr]\nrendered: [ru]\ngazettes: [{GAZETTE}]"
    facts, _faults = check(kind_named("instrument"), "texte-2", split_front_matter(page))
    assert facts is not None
    found = {language: status_in(facts, language) for language in ("fr", "en", "ro", "ru")}

    assert {language: one and one.value for language, one in found.items()} == {
        "fr": "official",
        "en": None,
        "ro": "gazette",
        "ru": "rendered",
    }


def test_a_name_and_a_page_are_those_of_the_closest_language() -> None:
    page = TREATY % (
        "official: [pt, sr]\nusual: [pt-BR]\n"
        "urls: [{lang: pt, url: 'https://example.org/pt'}, {lang: sr, url: 'https://example.org/sr'}]"
    )
    facts, faults = check(kind_named("instrument"), "texte-2", split_front_matter(page))
    assert not faults
    assert facts is not None
    statuses = {code: status_in(facts, code) for code in ("pt", "pt_BR", "pt_PT", "sr", "sr@latin")}
    pages = {code: address_in(facts, code) for code in ("pt_BR", "sr", "sr@latin")}

    assert {code: one and one.value for code, one in statuses.items()} == {
        "pt": "official",
        "pt_BR": "usual",
        "pt_PT": "official",
        "sr": "official",
        "sr@latin": None,
    }
    assert {code: one and one.lang for code, one in pages.items()} == {
        "pt_BR": "pt",
        "sr": "sr",
        "sr@latin": "",
    }


def test_readers_are_led_to_the_page_in_their_language() -> None:
    page = TREATY % "urls: [{lang: fr, url: 'https://example.org/fr'}]"
    facts, _faults = check(kind_named("instrument"), "texte-2", split_front_matter(page))
    assert facts is not None
    french, russian = address_in(facts, "fr"), address_in(facts, "ru")

    assert french is not None
    assert (french.lang, french.url) == ("fr", "https://example.org/fr")
    assert russian is not None
    assert (russian.lang, russian.url) == ("", "https://example.org/")


def test_the_language_of_the_one_page_is_that_in_which_it_is_listed() -> None:
    page = TREATY % "urls: [{lang: en, url: 'https://example.org/'}]"
    facts, _faults = check(kind_named("instrument"), "texte-2", split_front_matter(page))
    assert facts is not None
    russian = address_in(facts, "ru")

    assert russian is not None
    assert (russian.lang, russian.url) == ("en", "https://example.org/")
