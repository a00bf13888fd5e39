import pytest

from cldr.collation import sort_key
from cldr.languages import country_name, language_name, own_name


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["eau", "écart", "ode", "œuvre", "oz"]),
        ("fr", ["cote", "coté", "côte", "côté"]),
        ("ro", ["azi", "ăla", "bun", "sat", "Szabo", "șold", "tzar", "țară", "ud"]),
        ("ru", ["еда", "ёлка", "жар", "я"]),
    ],
)
def test_words_sort_as_the_language_sorts_them(language: str, words: list[str]) -> None:
    given = list(reversed(words))

    assert sorted(given, key=lambda word: sort_key(word, language=language)) == words


def test_punctuation_does_not_sort() -> None:
    words = ["Accord B", "« Accord » C", "Accord D"]

    given = list(reversed(words))

    assert sorted(given, key=lambda word: sort_key(word, language="fr")) == words


def test_names_come_in_the_language_of_the_reader() -> None:
    assert country_name("MD", locale="ru_RU") == "Молдова"
    assert language_name("bg", locale="ro_RO") == "bulgară"
    assert [own_name(code) for code in ("fr_FR", "ru_RU")] == ["Français", "Русский"]
