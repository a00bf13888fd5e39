"""What every EPUB must keep to (EPUB 3.3), as far as a test can hold it without its own checker."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Package:
    """An EPUB, opened: its files, and the trees of those that must be XML."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as archive:
            self.order = archive.infolist()
            self.files = {info.filename: archive.read(info) for info in self.order}
        self.trees: dict[str, ET.Element] = {}
        self.faults: list[str] = []
        for name, content in self.files.items():
            if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                try:
                    self.trees[name] = ET.fromstring(content)  # noqa: S314 - our own
                except ET.ParseError as error:
                    self.faults.append(f"{name} is no XML: {error}")

    @property
    def pages(self) -> dict[str, ET.Element]:
        return {name: tree for name, tree in self.trees.items() if name.endswith(".xhtml")}


def faults(path: Path, *, language: str) -> list[str]:
    """Return what is wrong with the EPUB at *path*."""
    package = Package(path)
    if not package.faults:
        package.faults += _of_container(package)
        package.faults += _of_opf(package, language)
        package.faults += _of_ncx(package)
        for name, tree in package.pages.items():
            package.faults += _of_page(name, tree, package, language)
    return package.faults


def _of_container(package: Package) -> Iterator[str]:
    first = package.order[0]
    if (first.filename, first.compress_type) != ("mimetype", ZIP_STORED):
        yield "the type does not come first and as it is"
    if package.files["mimetype"] != b"application/epub+zip":
        yield f"the type is {package.files['mimetype']!r}"
    if len(package.files) != len(package.order):
        yield "a file stands twice"


def _of_opf(package: Package, language: str) -> Iterator[str]:
    opf = package.trees["content.opf"]
    items = {item.get("id"): unquote(item.get("href", "")) for item in opf.iter(f"{OPF}item")}
    own = {"mimetype", "META-INF/container.xml", "content.opf"}
    if set(items.values()) != package.files.keys() - own:
        yield f"manifest and files differ: {set(items.values()) ^ (package.files.keys() - own)}"
    spine = [reference.get("idref") for reference in opf.iter(f"{OPF}itemref")]
    if len(spine) != len(set(spine)) or not set(spine) <= items.keys():
        yield f"the spine names what is not there, or names it twice: {spine}"
    for tag in ("title", "language", "identifier", "creator", "date", "rights"):
        found = opf.findtext(f".//{DC}{tag}") or ""
        if not found.strip() or found == "unknown" or "\n" in found:
            yield f"{tag} is {found!r}"
    if opf.findtext(f".//{DC}language") != language:
        yield "the package has another language"


def _of_ncx(package: Package) -> Iterator[str]:
    ncx = package.trees["toc.ncx"]
    identifier = package.trees["content.opf"].findtext(f".//{DC}identifier")
    uid = ncx.find(f".//{NCX}meta[@name='dtb:uid']")
    if uid is None or uid.get("content") != identifier:
        yield "the contents have the name of another package"
    for label in ncx.iter(f"{NCX}text"):
        text = label.text or ""
        if not text.strip() or "\n" in text:
            yield f"the contents have the entry {label.text!r}"
    for content in ncx.iter(f"{NCX}content"):
        yield from _of_link("toc.ncx", content.get("src", ""), package)


def _of_page(name: str, tree: ET.Element, package: Package, language: str) -> Iterator[str]:
    if (tree.get("lang"), tree.get(LANG)) != (language, language):
        yield f"{name} has no language"
    title = tree.findtext(f".//{XHTML}title") or ""
    if not title.strip() or "\n" in title.strip():
        yield f"{name} has the title {title!r}"
    ids = _ids(tree)
    if len(ids) != len(set(ids)):
        yield f"{name} has an id twice: {sorted(one for one in ids if ids.count(one) > 1)}"
    if any(node.tag == f"{XHTML}script" for node in tree.iter()):
        yield f"{name} has a script"
    for node in tree.iter():
        for attribute in node.attrib.keys() & {"href", "src"}:
            yield from _of_link(name, node.attrib[attribute], package)
        if any(attribute.startswith("on") for attribute in node.attrib):
            yield f"{name} has a handler: {node.attrib}"


def _of_link(name: str, link: str, package: Package) -> Iterator[str]:
    parts = urlsplit(link)
    if parts.scheme in {"http", "https"}:
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    target = target if parts.path else name
    if parts.scheme or target not in package.files:
        yield f"{name} leads to {link!r}, which is not there"
    elif parts.fragment and unquote(parts.fragment) not in _ids(package.trees[target]):
        yield f"{name} leads to {link!r}, where there is no such place"


def _ids(tree: ET.Element) -> list[str]:
    return [node.attrib["id"] for node in tree.iter() if "id" in node.attrib]


def text_of(tree: ET.Element) -> str:
    """Return the text of a page, runs of spaces as one."""
    return re.sub(r"\s+", " ", "".join(tree.itertext()))
