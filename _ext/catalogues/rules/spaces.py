"""Spaces at the start and at the end, and the line that a name is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong


def _around(source: str, translation: str) -> Iterator[Wrong]:
    """Yield what is wrong if a space is lost or gained at the start or at the end."""
    if not translation.strip():
        yield "the translation is blank", "translate it, or leave it empty"
        return
    starts = (text[: len(text) - len(text.lstrip())] for text in (source, translation))
    ends = (text[len(text.rstrip()) :] for text in (source, translation))
    for place, (wanted, found) in (("start", starts), ("end", ends)):
        if wanted != found:
            wrong = f"the spaces at the {place} differ from those of the source"
            yield wrong, "put the same there" if wanted else "take them out"


def _of_names(_source: str, translation: str) -> Iterator[Wrong]:
    if "\n" in translation:
        yield "there is a line break in a name", "write it on one line"


def _of_interface(source: str, translation: str) -> Iterator[Wrong]:
    if "\n" in translation and "\n" not in source:
        yield "there is a line break", "write it on one line"


RULE = Rule(
    name="space",
    finding="the spaces at the start or at the end differ, or a name has two lines",
    mend="take those of the message; write a name on one line",
    text=_around,
    name_text=_of_names,
    interface=_of_interface,
    skips_words=True,
)
