"""Each language cites a place in an instrument in its own form."""

from __future__ import annotations

from typing import Any

import polib
import pytest
from pydantic import ValidationError

from catalogues.locales import INTERFACE
from records.citation import MESSAGES, cite
from records.provisions import Provision
from support import EXAMPLE

# As practitioners of each language cite treaties and acts of the Union: the parts of the place,
# whether it is an act of the Union, and French, English, Romanian and Russian
CITED: list[tuple[dict[str, str], bool, *tuple[str, ...]]] = [
    ({"article": "13"}, False, "article 13", "Article 13", "articolul 13", "статья 13"),
    ({"article": "1"}, False, "article premier", "Article 1", "articolul 1", "статья 1"),
    (
        {"article": "1", "paragraph": "3"},
        True,
        "article premier, paragraphe 3",
        "Article 1(3)",
        "articolul 1 alineatul (3)",
        "статья 1, пункт 3",
    ),
    (
        {"article": "10", "paragraph": "2"},
        False,
        "article 10, paragraphe 2",
        "Article 10(2)",
        "articolul 10 alineatul (2)",
        "статья 10, пункт 2",
    ),
    (
        {"article": "3", "point": "a"},
        False,
        "article 3, alinéa a)",
        "Article 3(a)",
        "articolul 3 litera (a)",
        "статья 3, пункт «a»",
    ),
    (
        {"article": "3", "point": "i"},
        True,
        "article 3, point i)",
        "Article 3(i)",
        "articolul 3 litera (i)",
        "статья 3, пункт «i»",
    ),
    (
        {"article": "14", "paragraph": "1", "point": "a"},
        False,
        "article 14, paragraphe 1, alinéa a)",
        "Article 14(1)(a)",
        "articolul 14 alineatul (1) litera (a)",
        "статья 14, пункт 1, подпункт «a»",
    ),
    (
        {"article": "2", "paragraph": "1", "point": "a"},
        True,
        "article 2, paragraphe 1, point a)",
        "Article 2(1)(a)",
        "articolul 2 alineatul (1) litera (a)",
        "статья 2, пункт 1, подпункт «a»",
    ),
    (
        {"article": "2", "point": "4"},
        True,
        "article 2, point 4",
        "Article 2(4)",
        "articolul 2 punctul 4",
        "статья 2, пункт 4",
    ),
    (
        {"article": "12", "to": "14"},
        False,
        "articles 12 à 14",
        "Articles 12 to 14",
        "articolele 12–14",
        "статьи 12–14",
    ),
    (
        {"article": "14", "paragraph": "1", "to": "3"},
        False,
        "article 14, paragraphes 1 à 3",
        "Article 14(1) to (3)",
        "articolul 14 alineatele (1)–(3)",
        "статья 14, пункты 1–3",
    ),
    (
        {"article": "18a"},
        True,
        "article 18\xa0bis",
        "Article 18a",
        "articolul 18a",
        "статья 18a",
    ),
    ({"part": "preamble"}, False, "préambule", "Preamble", "preambul", "преамбула"),
    (
        {"part": "appendix", "point": "c"},
        True,
        "annexe, point c)",
        "Appendix, point (c)",
        "anexă, litera (c)",
        "приложение, пункт «c»",
    ),
    (
        {"chapter": "V", "section": "3"},
        False,
        "chapitre V, section 3",
        "Chapter V, section 3",
        "capitolul V, secțiunea 3",
        "глава V, раздел 3",
    ),
    (
        {"article": "225-4-1", "paragraph": "II"},
        False,
        "article 225-4-1, II",
        "Article 225-4-1(II)",
        "articolul 225-4-1 alineatul (II)",
        "статья 225-4-1, пункт II",
    ),
    ({}, False, "", "", "", ""),
]


def _words(language: str) -> dict[str, str]:
    path = EXAMPLE / f"locales/{language}/LC_MESSAGES/{INTERFACE}.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(path)} if path.exists() else {}


WORDS = {language: _words(language) for language in ("fr", "en", "ro", "ru")}


@pytest.mark.parametrize(("parts", "is_eu", "expected"), [(*one[:2], one[2:]) for one in CITED])
def test_a_place_is_cited_as_practitioners_do(
    parts: dict[str, Any], is_eu: bool, expected: tuple[str, ...]
) -> None:
    place = Provision(instrument="palermo-protocol", role="defines", **parts)

    def cited(language: str) -> str:
        def say(message: str) -> str:
            return WORDS[language].get(message, message)

        return cite(place, is_eu=is_eu, language=language, say=say)

    assert tuple(map(cited, WORDS)) == expected


@pytest.mark.parametrize("language", ["fr", "ro", "ru"])
def test_each_part_of_a_place_has_words(language: str) -> None:
    assert [message for message in MESSAGES if not WORDS[language].get(message)] == []


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({"article": "3 (a)"}, "`3 (a)` is more than a number or letter: give each part a key"),
        ({"article": "préambule ; 9"}, "is more than a number or letter"),
        ({"paragraph": "4"}, "is a part of `article` or `part`, which is missing"),
        ({"article": "2", "letter": "a"}, "is a part of `point`, which is missing"),
        ({"part": "preamble", "article": "4"}, "give `article` or `part`, and not both"),
        ({"section": "3"}, "is a part of `chapter`, which is missing"),
        ({"to": "14"}, "is a part of `article`, which is missing"),
    ],
)
def test_a_place_in_the_form_of_one_language_is_refused(parts: dict[str, Any], wrong: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Provision(instrument="palermo-protocol", role="defines", **parts)

    assert wrong in str(refused.value)
