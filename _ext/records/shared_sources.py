"""A source that stands on one page and is named by others: what they say of it is put together."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from records.bibliography import Source
from records.faults import Fault, quoted
from records.fields import ID
from records.folders import FOLDERS
from records.front_matter import damage_in, read_page, split_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from records.front_matter import FrontMatter

KEY = "same_as"
_WRITE = "write the page and the id of the source, as in events/2018-06-05-chisinau/unodc"


class _UnreadSourceError(Exception):
    """The page that has the source is at fault, of which is told there and nowhere else."""


class _NoSourceError(Exception):
    """What is wrong with the name of a source, in an editor's words."""


def pages_named(matter: FrontMatter) -> Iterator[str]:
    """Yield the path of each page of which *matter* names a source."""
    for _number, name in _named(matter):
        page = str(name).rpartition("/")[0]
        if _is_record(page):
            yield f"{page}.md"


def with_shared(matter: FrontMatter, root: Path) -> FrontMatter:
    """Return *matter* with what the pages below *root* say of the sources that it names.

    What it says itself of such a source holds. The line of all is that of the name. Where a name is
    none, there are no sources, and a fault says why; where the other page is at fault, ``unread``
    has the path of the source.
    """
    named = list(_named(matter))
    if not named or matter.data is None:
        return matter
    sources, lines, faults = list(matter.data["sources"]), dict(matter.lines), list(matter.faults)
    unread = set()
    for number, name in named:
        path = f"sources.{number}"
        line = matter.line_of(f"{path}.{KEY}")
        try:
            found = _source(name, root)
        except _UnreadSourceError:
            unread.add(path)
            continue
        except _NoSourceError as error:
            faults.append(Fault(f"{path}.{KEY}", str(error), line))
            continue
        sources[number] = {**found, **sources[number]}
        lines = {f"{path}.{key}": line for key in found} | lines
    data = {key: value for key, value in matter.data.items() if key != "sources"}
    if len(faults) == len(matter.faults):
        data["sources"] = sources
    return replace(matter, data=data, lines=lines, faults=tuple(faults), unread=frozenset(unread))


def _named(matter: FrontMatter) -> Iterator[tuple[int, Any]]:
    """Yield the number of each source that is named, with its name."""
    sources = (matter.data or {}).get("sources")
    for number, source in enumerate(sources if isinstance(sources, list) else ()):
        if isinstance(source, dict) and KEY in source:
            yield number, source[KEY]


def _is_record(page: str) -> bool:
    folder, _, name = page.rpartition("/")
    return folder in FOLDERS.values() and ID.fullmatch(name) is not None


def _source(name: Any, root: Path) -> Mapping[str, Any]:
    """Return what the page that *name* begins with says of the source that it ends with."""
    page, _, own = name.rpartition("/") if isinstance(name, str) else ("", "", "")
    if not _is_record(page):
        raise _NoSourceError(f"{quoted(name)} is no source of a page: {_WRITE}")
    if not (root / f"{page}.md").is_file():
        raise _NoSourceError(f"there is no page {page}.md: {_WRITE}")
    source = read_page(root / f"{page}.md")
    matter = split_front_matter(source)
    sources = (matter.data or {}).get("sources")
    entries = [one for one in sources or () if isinstance(one, dict)]
    found: dict[str, Any] = next((one for one in entries if one.get("id") == own), {})
    if not _is_right(found) and (found or matter.faults or damage_in(source)):
        raise _UnreadSourceError
    if not found:
        known = ", ".join(str(one["id"]) for one in entries if "id" in one) or "none"
        raise _NoSourceError(f"{page}.md has no source {quoted(own)}; it has {known}")
    if KEY in found:
        raise _NoSourceError(f"that one is named by another page: write {quoted(found[KEY])}")
    return found


def _is_right(source: Mapping[str, Any]) -> bool:
    """Return whether nothing is wrong with *source*, or it is one that names another."""
    with suppress(ValidationError):
        return KEY in source or bool(Source.model_validate(source))
    return False
