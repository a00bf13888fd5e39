"""How each page is cited, for LaTeX: BibTeX in UTF-8, as biblatex and today's tools read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from formats.cited_pages import cited_pages
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from formats.cited_pages import Cited
    from formats.content import Content

_SIGNS = re.compile(r"[\\{}$&#%_^~]")
_COMMANDS = {
    "\\": r"\textbackslash ",
    "^": r"\textasciicircum ",
    "~": r"\textasciitilde ",
    # braces are counted by BibTeX even behind a backslash
    "{": r"\textbraceleft ",
    "}": r"\textbraceright ",
}


def files(content: Content) -> Mapping[str, bytes]:
    """Return an entry to each page, by its name."""
    return {page.name: _entry(page).encode() for page in cited_pages(content)}


def _entry(page: Cited) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(page) if value)
    return f"@misc{{{page.key},\n{lines}}}\n"


def _fields(page: Cited) -> Iterator[tuple[str, str]]:
    """Yield the fields; the title in braces twice, or styles would change its capitals."""
    yield "title", f"{{{_text(page.title)}}}"
    yield "howpublished", _text(page.archive)
    yield "edition", _text(page.edition.number)
    if page.day:
        yield "year", f"{page.day.year:04}"
        yield "month", f"{page.day.month}"
        yield "date", page.day.isoformat()
    yield "language", page.language
    yield "url", as_name(page.address)


def _text(text: str) -> str:
    """Return *text* without what LaTeX would act upon."""
    return _SIGNS.sub(lambda sign: _COMMANDS.get(sign[0], f"\\{sign[0]}"), as_name(text))
