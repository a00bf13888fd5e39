"""Where the pages of the archive name an address, and what they know of copies of it."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from commands.project import LOCALES, ROOT
from commands.sources import content_files
from records.front_matter import read_page, split_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

# What an address goes on with; a full stop or a colon ends it where no letter follows
_GOES_ON = r"(?![\w/?#&=%~+-]|[.,:;@]\w)"
_AT = "{}:{}"


class Source(NamedTuple):
    """A source in a front matter: its place, its address, and what is known of copies.

    ``archived`` is as the page has it, empty where nobody has looked for a copy.
    """

    place: str
    url: str
    archived: dict[str, Any]


class Pages:
    """The text of all pages, by their paths in the project."""

    @cached_property
    def _texts(self) -> dict[str, str]:
        paths = sorted(Path(entry.path) for entry in content_files())
        return {
            path.relative_to(ROOT).as_posix(): read_page(path)
            for path in paths
            if path.suffix == ".md"
        }

    def places_of(self, address: str) -> list[str]:
        """Return each place in a page that names *address*, however it writes its letters."""
        return [_AT.format(*found) for found in _lines(self._texts, address)]

    def places_in_catalogues(self, address: str, language: str) -> list[str]:
        """Return each place in the catalogues of *language* that names *address*."""
        folder = LOCALES / language
        texts = {
            path.relative_to(ROOT).as_posix(): path.read_text("utf-8", "replace")
            for path in sorted(folder.rglob("*.po"))
        }
        return [_AT.format(*found) for found in _lines(texts, address)]

    @cached_property
    def sources(self) -> list[Source]:
        """Every source of every record, by page; what is no entry is for a build to refuse."""
        return [one for name, text in self._texts.items() for one in _sources(name, text)]


def _lines(texts: dict[str, str], address: str) -> Iterator[tuple[str, int]]:
    """Yield the file and the line of each place in *texts* that names *address*."""
    wanted = re.compile(re.escape(_plain(address)) + _GOES_ON)
    for name, text in texts.items():
        for number, line in enumerate(text.splitlines(), start=1):
            if "://" in line and wanted.search(unquote(line)):
                yield name, number


def _plain(address: str) -> str:
    """Return *address* as people write it: letters of any script, in the name of the site too."""
    host = urlsplit(address).hostname or ""
    if "xn--" in host:
        with suppress(UnicodeError):
            address = address.replace(host, host.encode("ascii").decode("idna"), 1)
    return unquote(address)


def _sources(name: str, text: str) -> Iterator[Source]:
    matter = split_front_matter(text)
    entries = (matter.data or {}).get("sources")
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("url"), str):
            archived = entry.get("archived")
            place = _AT.format(name, matter.line_of(f"sources.{number}.url"))
            yield Source(place, entry["url"], archived if isinstance(archived, dict) else {})
