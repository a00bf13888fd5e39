"""The numbers of a text: years, articles, official numbers."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from catalogues.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

_DIGITS = re.compile(r"[0-9]+")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
# Thousands: 12 000, 12.000, 12,000 – one sign and three digits
_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[\s.,'’٬][0-9]{3})+(?![0-9])")
_LAKHS = re.compile(r"(?<![0-9])[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])")  # 10,00,000, in India


def _of_pages(source: Structure, translation: Structure) -> Iterator[Wrong]:
    if not source.is_free:
        yield from _of_texts(source.visible, translation.visible)


def _of_texts(source: str, translation: str) -> Iterator[Wrong]:
    """Yield each number of *source* that *translation* does not have, in any digits."""
    if not _DIGITS.search(source):
        return
    for number in _lost(source, _in_ascii(translation)):
        yield f"the number {number} is missing", "write it in digits, as the source"


def _in_ascii(text: str) -> str:
    """Return *text* with the digits 0 to 9 in the place of those of any script."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def _lost(source: str, translation: str) -> list[str]:
    """Return the numbers of two digits or more in *source* that *translation* does not have.

    How a language groups thousands does not count, nor zeros before a number, nor how often a
    number stands there.
    """
    kept = {number.lstrip("0") for number in _DIGITS.findall(translation)}
    grouped = (*_THOUSANDS.findall(translation), *_LAKHS.findall(translation))
    kept |= {"".join(_DIGITS.findall(number)) for number in grouped}
    alone = set(_DIGITS.findall(_THOUSANDS.sub(" ", translation)))
    return sorted(
        text
        for text, (value, millions) in _wanted(source).items()
        if value not in kept and millions not in alone
    )


def _wanted(text: str) -> dict[str, tuple[str, str]]:
    """Return the value of each number of *text*, and what stands before « million » elsewhere."""
    wanted = {}
    for number in _THOUSANDS.findall(text):
        first, *others = _DIGITS.findall(number)
        is_round = set("".join(others)) == {"0"}
        wanted[number] = "".join([first, *others]).lstrip("0"), first if is_round else ""
    for number in _DIGITS.findall(_THOUSANDS.sub(" ", text)):
        value = number.lstrip("0")
        if len(value) > 1:
            wanted[number] = value, ""
    return wanted


RULE = Rule(
    name="number",
    finding="a number is missing",
    mend="write every number of two digits or more in digits: 12 000 may be 12,000 or 12.000",
    prose=_of_pages,
    interface=_of_texts,
    skips_words=True,
)
