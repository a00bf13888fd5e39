"""The description of a page ends with a whole sentence, if one fits."""

from __future__ import annotations

import re

import pytest

from seminars.site.head import DESCRIPTION_LENGTH, description

LONG = "Deux leviers étaient au centre des débats : la coopération pénale et le signalement. " * 4


def _described(text: str) -> str:
    found = re.search('content="([^"]*)"', str(description(text)))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "first",
    [
        "Des États ont débattu à Chisinau de la convention n° 197 du Conseil de l’Europe.",
        "The Committee adopted Law No. 241 of 2005 (see p. 12 and Art. 3).",
        "Законом № 241 утвержден комитет (ст. 4 и п. 2), созданный при правительстве.",
        "Comitetul a adoptat în 2005 Legea nr. 241 (art. 3 alin. (2)) la Chișinău.",
    ],
)
def test_it_ends_with_a_sentence_and_not_at_an_abbreviation(first: str) -> None:
    found = _described(f"{first} {LONG}")

    assert found.startswith(first)
    assert found.endswith(".")
    assert len(found) <= DESCRIPTION_LENGTH


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    found = _described("mot " * 100 + "fin.")

    assert found.endswith("mot…")
    assert len(found) <= DESCRIPTION_LENGTH


def test_a_short_text_is_left_as_it_is() -> None:
    assert _described("Un texte. Un autre") == "Un texte. Un autre"
