from datetime import date

import pytest

from cldr.dates import PartialDate, day, interval

FR, EN, RO, RU = "fr_FR", "en_GB", "ro_RO", "ru_RU"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (FR, "5–7 juin 2018"),
        (EN, "5–7 June 2018"),
        (RO, "5–7 iunie 2018"),
        (RU, "5–7 июня 2018 г."),
        ("bg_BG", "5 – 7 юни 2018 г."),
    ],
)
def test_days_of_one_month_name_it_once(locale: str, expected: str) -> None:
    found = interval(date(2018, 6, 5), date(2018, 6, 7), locale=locale)

    assert " ".join(found.split()) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (date(2018, 7, 2), ("31 mai", "2 juillet 2018")),
        (date(2019, 1, 1), ("31 mai 2018", "1er janvier 2019")),
    ],
)
def test_what_differs_is_written_on_both_sides(end: date, expected: tuple[str, str]) -> None:
    parts = interval(date(2018, 5, 31), end, locale=FR).split("–")

    assert tuple(part.strip() for part in parts) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (FR, "2018"),
        (EN, "2018"),
        (RO, "2018"),
        (RU, "2018 г."),
        ("uk_UA", "2018 р."),
        ("bg_BG", "2018 г."),
        ("lt_LT", "2018 m."),
        ("zh_Hans_CN", "2018年"),
    ],
)
def test_a_year_alone_has_the_word_that_it_has_with_its_month(locale: str, expected: str) -> None:
    assert " ".join(day(PartialDate(2018), locale=locale).split()) == expected


def test_one_day_is_no_interval() -> None:
    start = date(2018, 6, 5)

    assert interval(start, None, locale=FR) == interval(start, start, locale=FR) == "5 juin 2018"


@pytest.mark.parametrize(
    ("locale", "expected"), [(FR, "1er mai 2018"), (EN, "1 May 2018"), (RO, "1 mai 2018")]
)
def test_french_alone_counts_the_first_of_a_month(locale: str, expected: str) -> None:
    assert day(date(2018, 5, 1), locale=locale) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ar_EG", "٥ يونيو ٢٠١٨"),
        ("ar_MA", "5 يونيو 2018"),  # each country has its own digits
        ("fa_IR", "۵ ژوئن ۲۰۱۸"),
        ("mr_IN", "५ जून, २०१८"),
        ("zh_Hans_CN", "2018年6月5日"),
    ],
)
def test_a_date_has_the_digits_of_the_locale(locale: str, expected: str) -> None:
    assert day(date(2018, 6, 5), locale=locale) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (FR, "1997–2002"),
        (EN, "1997–2002"),
        (RO, "1997–2002"),
        (RU, "1997–2002 гг."),
        ("uk_UA", "1997–2002 рр."),
        ("bg_BG", "1997 – 2002 г."),
    ],
)
def test_several_years_have_the_word_of_a_year(locale: str, expected: str) -> None:
    found = interval(PartialDate(1997), PartialDate(2002), locale=locale)

    assert " ".join(found.split()) == expected
