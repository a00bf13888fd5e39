"""How each page is cited, for EndNote, Zotero, Mendeley and catalogues: RIS.

The tags are those of the specification of 2001 and of what all these read
(https://en.wikipedia.org/wiki/RIS_(file_format)).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from formats.cited_pages import cited_pages
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from formats.cited_pages import Cited
    from formats.content import Content


def files(content: Content) -> Mapping[str, bytes]:
    """Return an entry to each page, by its name."""
    return {page.name: _entry(page).encode() for page in cited_pages(content)}


def _entry(page: Cited) -> str:
    lines = [f"{name}  - {as_name(value)}" for name, value in _lines(page) if value]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def _lines(page: Cited) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", page.key
    yield "TI", page.title
    yield "T2", page.archive
    yield "ET", page.edition.number
    if page.day:
        yield "PY", f"{page.day.year:04}"
        yield "DA", f"{page.day:%Y/%m/%d}"
    yield "LA", page.language
    yield "UR", page.address
