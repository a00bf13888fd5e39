"""The numbers of a text: years, articles, official numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.figures import DIGITS, THOUSANDS, in_ascii, values, without_said
from catalogues.rule import Rule
from cldr.number_words import scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure


def _of_pages(source: Structure, translation: Structure) -> Iterator[Wrong]:
    if not source.is_free:
        yield from _of_texts(source.visible, translation.visible, language=translation.language)


def _of_texts(source: str, translation: str, *, language: str = "") -> Iterator[Wrong]:
    """Yield each number of *source* that *translation* does not have, in any digits."""
    source = in_ascii(source)
    if not DIGITS.search(source):
        return
    for number in _lost(source, in_ascii(translation), language):
        yield f"the number {number} is missing", "write it in digits, as the source"


def _lost(source: str, translation: str, language: str) -> list[str]:
    """Return the numbers of two digits or more in *source* that *translation* does not have.

    How a language groups or shortens thousands does not count, nor zeros before a number, nor how
    often a number stands there.
    """
    kept = values(translation, language=language)
    wanted = _wanted(source)
    if all(value in kept for value, _round in wanted.values()):
        return []
    alone = set() if scales(language) else set(DIGITS.findall(THOUSANDS.sub(" ", translation)))
    wanted = _wanted(without_said(source, translation, language=language))
    return sorted(
        text
        for text, (value, rounded) in wanted.items()
        if value not in kept and rounded not in alone
    )


def _wanted(text: str) -> dict[str, tuple[str, str]]:
    """Return the value of each number of *text*, and what stands before « million » elsewhere."""
    wanted = {}
    for number in THOUSANDS.findall(text):
        first, *others = DIGITS.findall(number)
        is_round = set("".join(others)) == {"0"}
        wanted[number] = "".join([first, *others]).lstrip("0"), first if is_round else ""
    for number in DIGITS.findall(THOUSANDS.sub(" ", text)):
        value = number.lstrip("0")
        if len(value) > 1:
            wanted[number] = value, ""
    return wanted


RULE = Rule(
    name="number",
    finding="a number is missing",
    mend=(
        "write every number of two digits or more in digits: 12 000 may be 12,000, 12.000 or "
        "12 thousand, and a month or an hour of the afternoon as your language has it"
    ),
    prose=_of_pages,
    interface=_of_texts,
    skips_words=True,
)
