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
        # CLDR 47, common/collation: each of these languages sorts letters on their own
        ("es", ["nube", "ñame", "ola"]),
        ("pl", ["lód", "łapa", "mak", "ósemka", "ząb", "źle", "żaba"]),
        ("hr", ["dan", "džep", "đak", "luk", "ljeto", "mir", "žena"]),
        ("sq", ["cak", "çaj", "dem", "dhe", "elb"]),
        ("sv", ["zon", "ål", "ärt", "öl"]),
        ("da", ["zone", "æble", "øl", "ål"]),
        ("tr", ["ciro", "çok", "ılık", "irade", "jeton", "şeker", "tarih"]),
        ("cs", ["citace", "čas", "hora", "chata", "ipsum"]),
        ("uk", ["гора", "ґанок", "дім", "екран", "єдність", "жар"]),
        ("et", ["sada", "šokk", "zoo", "žanr", "tuli", "õde", "äär", "öö", "üks"]),
        ("lt", ["ilgas", "yra", "jis"]),
        ("bg", ["бор", "вода", "ъгъл", "я"]),
        ("zh_CN", ["北京", "上海", "中国"]),
        ("ka", ["ანი", "ბანი", "განი"]),
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
