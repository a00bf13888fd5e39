"""The description of a page ends with a whole sentence, if one fits."""

from __future__ import annotations

import re

import pytest

from cldr.sentences import beginning
from seminars.site.head import DESCRIPTION_LENGTH, description

LONG = "Deux leviers étaient au centre des débats : la coopération pénale et le signalement. " * 4


def _described(text: str, language: str = "fr") -> str:
    found = re.search('content="([^"]*)"', str(description(text, language=language, page=language)))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", "Des États ont débattu à Chisinau de la convention n° 197 du Conseil de l’Europe."),
        ("en", "The Committee adopted Law No. 241 of 2005 (see p. 12 and Art. 3)."),
        ("ru", "Законом № 241 утвержден комитет (ст. 4 и п. 2), созданный при правительстве."),
        ("ro", "Comitetul a adoptat în 2005 Legea nr. 241 (art. 3 alin. (2)) la Chișinău."),
    ],
)
def test_it_ends_with_a_sentence_and_not_at_an_abbreviation(language: str, first: str) -> None:
    found = _described(f"{first} {LONG}", language)

    assert found.startswith(first)
    assert found.endswith(".")
    assert len(found) <= DESCRIPTION_LENGTH


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", "Les États ont débattu de l’UE."),
        ("fr", "Tous sont des Balkans occidentaux."),
        ("fr", "Les États étaient au nombre de 12."),
        ("fr", "Le séminaire a porté sur la « traite »."),
        ("fr", "Le ministre a dit : « Il faut agir. »"),
        ("fr", "Qui sont les victimes ?"),
        ("fr", "Les États ont débattu (à huis clos)."),
        ("en", "Delegates talked of the EU."),
        ("en", "The minister said: “So be it.”"),
        ("ro", "Delegații au vorbit despre UE."),
        ("ro", "Delegații au citat Convenția nr. 197."),
        ("ro", "Ministrul a spus: „Da”."),
        ("ru", "Участники обсудили дела ЕС."),
        ("ru", "Министр сказал: «Да»."),
        ("de", "Die Delegierten sprachen über die EU."),
        ("zh_CN", "代表们讨论了欧盟。"),
    ],
)
def test_a_sentence_ends_at_a_short_word_a_number_a_quotation_mark(
    language: str, first: str
) -> None:
    rest = f"Le mot {'mot ' * 20}".strip()

    assert beginning(f"{first} {rest}", 60, language=language) == first
    narrow = first.replace(" »", "\N{NO-BREAK SPACE}»")
    assert beginning(f"{narrow} {rest}", 60, language=language) == narrow


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", "La convention citée à l’art. Premier"),
        ("fr", "Le rapport de M. Dupont"),
        ("fr", "Le rapport de J.-P. Dupont"),
        ("fr", "« Où ? » demande-t-il"),
        ("fr", "Depuis janv. 2018"),
        ("fr", "L’arrêt Rantsev c. Chypre"),
        ("fr", "1. La coopération"),
        ("en", "Of Mr. Smith of the U.S. Government"),
        ("en", "The law No. Five, e.g. Albania"),
        ("ro", "Legea nr. Cinci, lit. A, dl. Popescu"),
        ("ru", "В 2018 г. Г-н им. Петров, т.е. Иванов"),
        ("de", "Am 12. Mai und in Abs. Zwei"),
        ("ka", "ა ბ გ. დ"),
    ],
)
def test_a_sentence_does_not_end_at_an_abbreviation(language: str, first: str) -> None:
    assert beginning(f"{first} {'mot ' * 40}".strip(), 50, language=language).endswith("mot…")


def test_a_letter_of_two_units_does_not_move_the_end() -> None:
    assert (
        beginning(f"Un \N{GRINNING FACE} mot. {'Un mot ' * 9}", 20, language="fr")
        == "Un \N{GRINNING FACE} mot."
    )


@pytest.mark.parametrize("rest", ["", " Une autre phrase."])
def test_a_first_sentence_is_whole_though_it_is_longer_than_the_room(rest: str) -> None:
    first = f"Des États {'très ' * 60}loin d’ici."
    assert DESCRIPTION_LENGTH < len(first) < 2 * DESCRIPTION_LENGTH

    assert _described(f"{first}{rest}") == first


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    found = _described("mot " * 100 + "fin.")

    assert found.endswith("mot…")
    assert len(found) <= DESCRIPTION_LENGTH


def test_a_short_text_is_left_as_it_is() -> None:
    assert _described("Un texte. Un autre") == "Un texte. Un autre"
