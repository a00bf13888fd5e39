"""The sitemap: every page that is listed, with its addresses in the other languages.

One for all languages (https://www.sitemaps.org/protocol.html). When a page was changed is left out,
for the archive knows that of the sources and not of each translation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from formats.site_addresses import HOME, alternates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from formats.content import Content

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_MOST = 10_000  # addresses in a file: 50,000 are allowed, and 50 MB, of which each takes up to 2 kB

Entry = tuple[str, "Mapping[str, str]"]


def files(content: Content) -> Mapping[str, bytes]:
    """Return the sitemap; of a large archive an index, and its parts by number."""
    entries = list(_entries(content))
    if len(entries) <= _MOST:
        return {"": _sitemap(entries)}
    starts = range(0, len(entries), _MOST)
    parts = {f"-{1 + start // _MOST}": entries[start : start + _MOST] for start in starts}
    index = _index(f"{content.site_url}sitemap{part}.xml" for part in parts)
    return {"": index} | {part: _sitemap(some) for part, some in parts.items()}


def _entries(content: Content) -> Iterator[Entry]:
    """Yield each address with those of the same page: the front door first, then by page."""
    for name, address in sorted(content.addresses.items(), key=lambda page: page[0] != HOME):
        group = alternates(content.publication, name, address=address, site_url=content.site_url)
        for url in sorted(set(group.values())):
            yield url, group


def _sitemap(entries: Iterable[Entry]) -> bytes:
    root = ET.Element("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML})
    for url, group in entries:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = url
        for language, address in group.items():
            link = {"rel": "alternate", "hreflang": language, "href": address}
            ET.SubElement(entry, "xhtml:link", link)
    return _bytes(root)


def _index(addresses: Iterable[str]) -> bytes:
    root = ET.Element("sitemapindex", {"xmlns": _SITEMAP})
    for address in addresses:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = address
    return _bytes(root)


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
