"""The numbers of a text, whatever a language makes of them: digits, thousands, months, hours."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from cldr.number_words import day_periods, month_names, scales

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGITS = re.compile(r"[0-9]+")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
# Thousands: 12 000, 12.000, 12,000 – one sign and three digits
THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[\s.,'’٬][0-9]{3})+(?![0-9])")
_LAKHS = re.compile(r"(?<![0-9])[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])")  # 10,00,000, in India
_DECIMAL = re.compile(r"(?<![0-9.,])([0-9]{1,9})(?:[.,٫]([0-9]{1,3}))?(?![0-9])")
_WORD = re.compile(r"[^\W\d_]+")
# Scripts that write words against each other: Thai to Burmese, Khmer, and from the Han radicals on
_NO_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uabff\U00020000-\U0003ffff]"
)
_ENDING = 4  # letters by which a case may lengthen a word
_SHORTEST = 3  # letters of a word that has cases; an abbreviation has none
_NEAR = 40  # characters around a number in which its word stands
# What multiplies a number in a language of which nothing is known
_ANY_SCALE = (10**3, 10**4, 10**5, 10**6, 10**7, 10**8, 10**9, 10**12)

# Days in digits, as French has them and ISO 8601; `month` may stand in words elsewhere
_DATES = (
    re.compile(r"(?<![0-9.,/-])[0-9]{1,2}([./-])(?P<month>1[0-2])\1[0-9]{4}(?![0-9])"),
    re.compile(r"(?<![0-9.,/-])[0-9]{4}-(?P<month>1[0-2])-[0-9]{1,2}(?![0-9])"),
    re.compile(r"(?<![0-9.,/-])(?P<month>1[0-2])[./][0-9]{4}(?![0-9])"),
)
# Hours of the second half of the day, which others count from noon
_TIME = re.compile(
    r"(?<![0-9.,:])(?P<hour>1[2-9]|2[0-4])\s?"
    r"(?:(?:h|heures?)(?![^\W\d_])(?:\s?(?P<minutes>[0-5][0-9])(?![0-9]))?"
    r"|:(?P<after>[0-5][0-9])(?![0-9:]))"
)


def in_ascii(text: str) -> str:
    """Return *text* with the digits 0 to 9 in the place of those of any script."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def values(text: str, *, language: str) -> set[str]:
    """Return the numbers that *text* has in *language*, however it groups or shortens them.

    Zeros before a number do not count; ``1,5 milioane`` is 1500000. Of a language whose words for
    thousands are not known any word may be one.
    """
    found = {number.lstrip("0") for number in DIGITS.findall(text)}
    grouped = (*THOUSANDS.findall(text), *_LAKHS.findall(text))
    found |= {"".join(DIGITS.findall(number)) for number in grouped}
    return found | set(_scaled(text, language))


def _scaled(text: str, language: str) -> Iterator[str]:
    """Yield the value of each number of *text* that has a word for thousands beside it."""
    for number, (start, end) in _decimals(text):
        around = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        for scale in _scales_of(*around, language):
            value = number * scale
            if value.denominator == 1:
                yield str(value.numerator)


def _decimals(text: str) -> Iterator[tuple[Fraction, tuple[int, int]]]:
    """Yield each number of *text*, with decimals and without, and its span."""
    for found in _DECIMAL.finditer(text):
        yield Fraction(f"{found[1]}.{found[2] or 0}"), found.span()
    for found in THOUSANDS.finditer(text):
        yield Fraction("".join(DIGITS.findall(found[0]))), found.span()


def _scales_of(before: str, behind: str, language: str) -> tuple[int, ...]:
    """Return by what the words *before* and *behind* a number multiply it."""
    known = scales(language)
    before, behind = before.rstrip().casefold(), behind.lstrip().casefold()
    if not known:
        return _ANY_SCALE if _WORD.match(behind) else ()
    for word in sorted(known, key=len, reverse=True):
        if _starts_with(behind, word) or _ends_with(before, word):
            return (known[word],)
    return ()


def _starts_with(text: str, word: str) -> bool:
    """Return whether *text* starts with a form of *word*."""
    if not text.startswith(word):
        return False
    rest = _WORD.match(text, len(word))
    if rest is None or _NO_SPACES.match(word):
        return True
    return len(word) >= _SHORTEST and word[-1].isalpha() and len(rest[0]) <= _ENDING


def _ends_with(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalpha()


def without_said(source: str, translation: str, *, language: str) -> str:
    """Return *source* without the months and hours that *translation* says in another way.

    A month in words, 14 h 30 as “2.30 p.m.”, noon and midnight: by what CLDR has of *language*.
    """
    for pattern in _DATES:
        source = _without(source, pattern, "month", translation, language)
    return _without(source, _TIME, "hour", translation, language)


def _without(source: str, pattern: re.Pattern[str], part: str, other: str, language: str) -> str:
    """Return *source* with spaces for the *part* of each match of *pattern* that *other* says."""
    said = _says_month if part == "month" else _says_hour
    for found in pattern.finditer(source):
        if said(found, other, language):
            start, end = found.span(part)
            source = source[:start] + " " * (end - start) + source[end:]
    return source


def _says_month(found: re.Match[str], text: str, language: str) -> bool:
    month = int(found["month"])
    names = month_names(month, language=language)
    others = {
        name for one in range(1, 13) if one != month for name in month_names(one, language=language)
    }
    words = text.casefold()
    return any(_stem(name, others) in words for name in names)


def _stem(name: str, others: set[str]) -> str:
    """Return how *name* begins in all its cases, and none of *others* does."""
    stem = name[: max(_SHORTEST + 1, len(name) - 2)]
    return name if any(other.startswith(stem) for other in others) else stem


def _says_hour(found: re.Match[str], text: str, language: str) -> bool:
    hour = int(found["hour"])
    said = day_periods(hour, language=language) or {"pm"}
    words = text.casefold().replace(".", "").replace("\xa0", " ").replace("\u202f", " ")
    if not any(_has_word(words, word) for word in said):
        return False
    if hour in {12, 24}:  # noon and midnight, in words alone
        return True
    minutes = found["minutes"] or found["after"] or "00"
    rest = rf"\s?[.:,h]\s?{minutes}" if minutes != "00" else r"(?:\s?[.:,h]\s?00)?"
    return re.search(rf"(?<![0-9.,:])0?{hour - 12}{rest}(?![0-9])", text) is not None


def _has_word(text: str, word: str) -> bool:
    """Return whether a form of *word* stands in *text*: alone, where its script has spaces."""
    if _NO_SPACES.match(word):
        return word in text
    stem, ending = (word[:-1], _ENDING) if len(word) > _ENDING else (word, 0)
    form = rf"{re.escape(stem)}[^\W\d_]{{0,{ending}}}"
    return re.search(rf"(?<![^\W\d_]){form}(?![^\W\d_])", text) is not None
