"""How each page is cited, for whatever formats citations by CSL.

Its form is that of https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from formats.cited_pages import cited_pages
from texts.harmless import as_json, as_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.cited_pages import Cited
    from formats.content import Content


def files(content: Content) -> Mapping[str, bytes]:
    """Return a list with the entry of a page, by its name."""
    return {page.name: as_json([_entry(page)], indent=1).encode() for page in cited_pages(content)}


def _entry(page: Cited) -> dict[str, Any]:
    day = page.day
    entry = {
        "id": page.key,
        "type": "webpage",
        "title": as_name(page.title),
        "container-title": as_name(page.archive),
        "edition": page.edition.number,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "language": page.language,
        "URL": page.address,
    }
    return {name: value for name, value in entry.items() if value}
