import pytest
from babel import Locale

from cldr.collation import sort_key
from cldr.language_tags import WELL_FORMED, closest, direction, tag
from cldr.languages import countries, country_name, language_name, own_name, own_names
from cldr.un_names import UN_NAMES


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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["l’abus", "Le Conseil", "des droits", "« Un enfant »", "Le Caire", "la victime"]),
        ("en", ["an aim", "The Hague", "Theory", "the victim", "a word"]),
        ("de", ["Ein Auge", "das Opfer", "Der Zeuge"]),
        ("es", ["la agencia", "El Salvador", "el testigo"]),
        ("pt_BR", ["O abuso", "as crianças", "um juiz"]),
        ("ro", ["o anchetă", "un caz", "Oameni"]),
        ("ru", ["а потом", "жертва"]),
        ("bg", ["дете", "жертва"]),
    ],
)
def test_an_initial_article_does_not_sort(language: str, words: list[str]) -> None:
    given = list(reversed(words))

    assert sorted(given, key=lambda word: sort_key(word, language=language)) == words


def test_an_article_is_of_the_language_of_its_text() -> None:
    keys = [
        sort_key("la victime", language="ru", written_in=written_in) for written_in in ("fr", "")
    ]
    assert keys[0] > sort_key("menace", language="ru") > keys[1]


def test_vowel_signs_and_the_script_of_a_language_sort() -> None:
    hindi = ["कमल", "काम", "कि"]
    given = list(reversed(hindi))
    assert sorted(given, key=lambda word: sort_key(word, language="hi")) == hindi
    latin = ["cvet", "čovek", "ćerka", "dan", "džep", "đak", "luk", "ljudi", "zakon", "žrtva"]
    given = list(reversed(latin))
    assert sorted(given, key=lambda word: sort_key(word, language="sr@latin")) == latin


def test_punctuation_does_not_sort() -> None:
    words = ["Accord B", "« Accord » C", "Accord D"]

    given = list(reversed(words))

    assert sorted(given, key=lambda word: sort_key(word, language="fr")) == words


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fr", "fr"),
        ("zh_CN", "zh-CN"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("uz@cyrillic", "uz-Cyrl"),
        ("ca_ES@valencia", "ca-ES-valencia"),
        ("de_DE@euro", "de-DE"),
        ("en@quot", "en"),
        ("de_CH.UTF-8", "de-CH"),
        ("es_419", "es-419"),
        ("sr-latn-rs", "sr-Latn-RS"),
    ],
)
def test_a_code_of_gettext_is_a_tag(code: str, expected: str) -> None:
    assert tag(code) == tag(expected) == expected
    assert WELL_FORMED.fullmatch(expected)


def test_the_direction_is_that_of_the_script() -> None:
    leftwards = ("ar", "he", "fa_IR", "ur", "dv", "ckb", "az@arabic", "pa_PK", "ks")
    rightwards = ("fr", "zh_CN", "az", "ks@devanagari", "sr@latin", "ka", "qqq")

    assert {code: direction(code) for code in leftwards} == dict.fromkeys(leftwards, "rtl")
    assert {code: direction(code) for code in rightwards} == dict.fromkeys(rightwards, "ltr")


def test_what_is_official_in_a_language_is_so_in_each_of_its_varieties() -> None:
    assert closest("pt_BR", ["fr", "pt"]) == "pt"
    assert closest("pt_BR", ["pt", "pt-BR", "pt-PT"]) == "pt-BR"
    assert closest("sr@latin", ["sr", "sr-Latn"]) == "sr-Latn"
    assert closest("sr", ["sr-Latn", "sr-Cyrl"]) == "sr-Cyrl"
    assert closest("zh_CN", ["zh-Hans"]) == "zh-Hans"
    assert closest("zh_CN", ["zh"]) == "zh"
    assert closest("pt", ["pt-BR"]) is None
    assert closest("fr", ["frm"]) is None
    assert closest("frm", ["fr"]) is None


@pytest.mark.parametrize(
    ("language", "other"),
    [
        ("sr@latin", "sr"),
        ("sr", "sr-Latn"),
        ("zh_TW", "zh"),
        ("uz@cyrillic", "uz"),
        ("zh", "zh-HK"),
    ],
)
def test_what_is_written_in_another_script_is_not_taken_for_a_language(
    language: str, other: str
) -> None:
    assert closest(language, [other]) is None


def test_two_varieties_of_a_language_are_told_apart_by_their_names() -> None:
    assert own_names({"fr": "fr_FR", "pt_BR": "pt_BR"}) == {"fr": "Français", "pt_BR": "Português"}
    assert own_names({"pt": "pt_PT", "pt_BR": "pt_BR"}) == {
        "pt": "Português (Portugal)",
        "pt_BR": "Português (Brasil)",
    }
    assert own_names({"sr": "sr_RS", "sr@latin": "sr_Latn_RS"}) == {
        "sr": "Српски",
        "sr@latin": "Srpski",
    }


def test_names_come_in_the_language_of_the_reader() -> None:
    assert country_name("FR", locale="ru_RU") == "Франция"
    assert language_name("bg", locale="ro_RO") == "bulgară"
    assert language_name("grc", locale="fr_FR") == "grec ancien"  # without a locale of its own
    assert language_name("pt-BR", locale="fr_FR") == "portugais brésilien"
    assert language_name("sr@latin", locale="fr_FR") == "serbe (latin)"
    assert [own_name(code) for code in ("fr_FR", "ru_RU")] == ["Français", "Русский"]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("MD", "République de Moldova|Republic of Moldova|Republica Moldova|Республика Молдова"),
        ("NG", "Nigéria|Nigeria|Nigeria|Нигерия"),
        ("RU", "Fédération de Russie|Russian Federation|Federația Rusă|Российская Федерация"),
        ("KG", "Kirghizistan|Kyrgyzstan|Kârgâzstan|Кыргызстан"),
        (
            "BA",
            "Bosnie-Herzégovine|Bosnia and Herzegovina|Bosnia și Herțegovina|Босния и Герцеговина",
        ),
        ("US", "États-Unis|United States|Statele Unite|США"),
    ],
)
def test_states_are_called_what_the_united_nations_call_them(code: str, names: str) -> None:
    locales = ("fr_FR", "en_GB", "ro_RO", "ru_RU")

    assert "|".join(country_name(code, locale=locale) for locale in locales) == names


def test_no_name_of_the_united_nations_is_that_of_cldr_or_abridged() -> None:
    for language, names in UN_NAMES.items():
        for code, name in names.items():
            assert name != Locale.parse(language).territories[code]
            assert code in countries()
            assert not set("&.'()") & set(name)
