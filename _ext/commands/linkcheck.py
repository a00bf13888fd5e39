"""``linkcheck``: which links out of the archive are broken, where they stand, and why.

Sphinx's builder tries them, and tells a file of JSON what it found
(https://www.sphinx-doc.org/en/master/usage/builders/index.html#sphinx.builders.linkcheck.CheckExternalLinksBuilder).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from commands.build import build
from commands.links_in_pages import Pages
from commands.project import source_language
from commands.stamps import output_folder
from storage import discard
from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from commands.links_in_pages import Source
    from commands.lock import Lock

_FOUND = "output.json"  # one JSON text to a line
_BROKEN = ("broken", "timeout")
_PERMANENT = (301, 308)  # https://httpwg.org/specs/rfc9110.html#status.3xx
_SILENT = (
    "no answer in time: try again later",
    "there is no site of this name",
    "the site does not answer: the connection is refused",
)
OFFLINE = "no site at all answers: is this machine on the Internet? Nothing is known of the links"
_REASONS: tuple[tuple[str, str], ...] = (
    (r"401\b|unauthorized", "the site wants a name and a password (401)"),
    (r"403\b", "the site refuses programs (403): look with a browser whether it is there"),
    (r"404\b", "there is no such page (404)"),
    (r"410\b", "the page was taken away (410)"),
    (r"429\b", "the site is asked too often (429): try again later"),
    (r"5\d\d\b", "the site has a fault of its own ({}): try again later"),
    (r"Anchor '(.*)' not found", "the page has no place `#{}`"),
    (r".*(?:timed out|timeout)", _SILENT[0]),
    (r".*(?:NameResolution|Failed to resolve|getaddrinfo)", _SILENT[1]),
    (r".*(?:refused|unreachable)", _SILENT[2]),
    (r".*[Rr]edirects", "the site leads in a circle"),
    (r".*(?:SSL|certificate)", "the certificate of the site is not in order"),
)


def check(chosen: Sequence[str], lock: Lock) -> int:
    """Try the links of the *chosen* languages; return the status: 1 if one is broken."""
    for language in chosen:
        discard(output_folder("linkcheck", language) / _FOUND)
    failed = build("linkcheck", chosen, lock)
    pages = Pages()
    said: dict[str, None] = {}
    tried, broken, moved = 0, 0, 0
    for language in chosen:
        for found in _results(language):
            tried += found["status"] not in {"ignored", "unchecked"}
            fault = _fault_of(found)
            if fault:
                said.update(dict.fromkeys(_said(found, fault, pages, language)))
                broken += found["status"] in _BROKEN
                moved += found["status"] == "redirected"
    if nobody_answers([found for language in chosen for found in _results(language)]):
        said = {OFFLINE: None}
    for line in said:
        print(in_terminal(line))
    print(f"linkcheck: {tried} addresses tried, {broken} broken, {moved} moved for good")
    return 1 if broken or failed else 0


def nobody_answers(results: Sequence[dict[str, Any]]) -> bool:
    """Return whether of several sites in *results* not one answered anything."""
    tried = [one for one in results if one["status"] not in {"ignored", "unchecked"}]
    sites = {urlsplit(one["uri"]).netloc for one in tried}
    return len(sites) > 1 and all(_fault_of(one) in _SILENT for one in tried)


def _results(language: str) -> Iterator[dict[str, Any]]:
    """Yield what was found of each address, in the order of pages."""
    path = output_folder("linkcheck", language) / _FOUND
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    found = (json.loads(line) for line in lines)
    yield from sorted(found, key=lambda one: (one["filename"], one["lineno"], one["uri"]))


def _fault_of(found: dict[str, Any]) -> str:
    """Return why a link is to be mended, or ""."""
    if found["status"] == "redirected" and found["code"] in _PERMANENT:
        return f"moved for good: write {found['info']}"
    if found["status"] == "ignored" and "unavailable" in found["info"]:
        return "not tried: the site is being worked at (503)"
    if found["status"] not in _BROKEN:
        return ""
    said = " ".join(str(found["info"]).split())
    for pattern, words in _REASONS:
        match = re.match(pattern, said)
        if match:
            return words.format(match[1] if match.groups() else match[0])
    return said or "there is no such file"


def _said(found: dict[str, Any], fault: str, pages: Pages, language: str) -> Iterator[str]:
    """Yield a line for each place that names an address, with the copy that is kept of it."""
    address = found["uri"]
    places = pages.places_of(address)
    if language != source_language():
        places += pages.places_in_catalogues(address, language) if not places else []
    known = {source.place: source for source in pages.sources if source.url == address}
    for place in places or [f"{found['filename']}:{found['lineno']}"]:
        copy = _copy_of(known[place]) if place in known and found["status"] in _BROKEN else ""
        yield f"{place}: {address}: {fault}{copy}"


def _copy_of(source: Source) -> str:
    """Say who keeps a copy of a *source* that is not there any more."""
    if source.archived.get("url"):
        return f"; copy of {source.archived.get('date')}: {source.archived['url']}"
    if source.archived.get("none_found"):
        return f"; no copy was found on {source.archived['none_found']}"
    return "; nobody has looked for a copy: `archived`"
