"""What the gate takes for the number of the source, as each language writes it."""

from __future__ import annotations

import pytest

from catalogues.gate import check
from catalogues.locales import Language
from catalogues.rules import numbers

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

SAME = [
    # digits of other scripts
    ("ar", "en 2018", "عُقدت الندوة في عام ٢٠١٨."),
    ("fa", "en 2018", "در سال ۲۰۱۸"),
    ("hi", "en 2018", "२०१८ में"),
    ("ja", "en 2018", "２０１８年"),
    ("ar", "12 000 victimes", "١٢٬٠٠٠ ضحية"),
    # months
    ("en", "État au 31.12.2018", "State as at 31 December 2018"),
    ("en", "État au 31.12.2018", "State as at Dec. 31, 2018"),
    ("en", "le 2018-11-05", "5 November 2018"),
    ("en", "en 10/2018", "in October 2018"),
    ("ro", "État au 31/12/2018", "Situația la 31 decembrie 2018"),
    ("ru", "État au 31.12.2018", "По состоянию на 31 декабря 2018 г."),
    ("ru", "en 12.2018", "в декабре 2018 г."),
    ("bg", "le 31.12.2018", "на 31 декември 2018 г."),
    ("pl", "le 31.12.2018", "31 grudnia 2018 r."),
    ("de", "le 31.10.2018", "am 31. Oktober 2018"),
    ("ka", "le 31.12.2018", "2018 წლის 31 დეკემბერი"),
    ("he", "le 31.12.2018", "31 בדצמבר 2018"),
    ("sr@latin", "le 31.12.2018", "dana 31. decembra 2018."),
    # thousands
    ("ro", "1 500 000 personnes", "1,5 milioane de persoane"),
    ("ro", "20 000 victimes", "20 mii de victime"),
    ("ro", "20 500 victimes", "20,5 mii de victime"),
    ("ro", "21 000 000 de lei", "21 de milioane de lei"),
    ("ru", "1 500 000 personnes", "1,5 млн человек"),
    ("ru", "1 500 000 personnes", "с 1,5 миллионами человек"),
    ("ru", "20 000 victimes", "20 тыс. жертв"),
    ("ru", "20 000 victimes", "20 тысяч жертв"),
    ("en", "1 500 000 personnes", "1.5 million people"),
    ("en", "1500000 personnes", "1.5 million people"),
    ("de", "1 500 000 euros", "1,5 Mio. Euro"),
    ("zh_CN", "1 500 000 personnes", "150万人"),
    ("sw", "20 000 personnes", "watu elfu 20"),
    ("en", "12 000 victimes", "12,000 victims"),
    ("uk", "1 500 000 осіб", "1,5 млн осіб"),
    # hours
    ("en", "à 14 h 30", "at 2.30 p.m."),
    ("en", "à 14h30", "at 2:30 pm"),
    ("en", "à 14:30", "at 2:30 PM"),
    ("en", "de 9 h à 17 h", "from 9 a.m. to 5 p.m."),
    ("en", "à 12 h", "at noon"),
    ("ro", "à 14 h 30", "la ora 2.30 după-amiază"),
    ("ru", "à 14 h 30", "в 2.30 дня"),
    ("bg", "à 15 heures", "в 3 ч. следобед"),
    ("zh_CN", "à 14 h 30", "下午2:30"),
    ("fr", "à 14 h 30", "à 14 h 30"),
]

OTHER = [
    ("ar", "en 2018", "في عام ٢٠١٩", "2018"),
    ("en", "État au 31.12.2018", "State as at 31 November 2018", "12"),
    ("en", "État au 31.12.2018", "State as at 30 December 2018", "31"),
    ("en", "le 10.10.2018 à 12 participants", "10 October 2018, participants", "12"),
    ("ro", "État au 31.12.2018", "Situația la 31 octombrie 2018", "12"),
    ("ru", "État au 31.12.2018", "На 31 октября 2018 г.", "12"),
    ("en", "Loi 12/2018", "Law of 2018", "12"),
    ("en", "12 personnes en décembre 2018", "people in December 2018", "12"),
    ("ro", "1 500 000 personnes", "1,5 mii de persoane", "1 500 000"),
    ("ro", "1 500 000 personnes", "1,6 milioane de persoane", "1 500 000"),
    ("ro", "20 000 victimes", "20 de victime", "20 000"),
    ("en", "20 000 victimes", "20 victims", "20 000"),
    ("en", "20 000 victimes", "20 million victims", "20 000"),
    ("ru", "20 000 victimes", "20 млн жертв", "20 000"),
    ("zh_CN", "1 500 000 personnes", "15万人", "1 500 000"),
    ("en", "à 14 h 30", "at 3.30 p.m.", "14"),
    ("en", "à 14 h 30", "at 2.30 a.m.", "14"),
    ("en", "à 14 h 30", "at 2.45 p.m.", "14"),
    ("en", "14 personnes", "2 people p.m.", "14"),
    ("en", "à 12 h", "in the morning", "12"),
]


def found(language: str, message: str, translation: str) -> list[str]:
    content = f'{HEADER}msgid "{message}"\nmsgstr "{translation}"\n'
    checked = check(content.encode(), syntax=[], language=Language(language))
    return [one.text for one in checked.findings]


@pytest.mark.parametrize(("language", "message", "translation"), SAME)
def test_a_number_is_the_same_in_the_way_of_the_language(
    language: str, message: str, translation: str
) -> None:
    assert found(language, message, translation) == []


@pytest.mark.parametrize(("language", "message", "translation", "number"), OTHER)
def test_another_number_is_found(
    language: str, message: str, translation: str, number: str
) -> None:
    said = [text for text in found(language, message, translation) if "[number]" in text]

    assert any(text.startswith(f"the number {number} is missing:") for text in said), said


def test_a_language_without_words_for_thousands_may_have_any() -> None:
    assert found("", "1 500 000 personnes", "1,5 milioane de persoane") == []
    assert found("", "20 000 victimes", "20 mii de victime") == []
    assert found("", "1 500 000 personnes", "1,6 milioane de persoane") != []


def test_numbers_are_compared_by_the_language_alone() -> None:
    assert list(numbers.RULE.interface("In 2018", "În ٢٠١٨")) == []  # type: ignore[misc]
