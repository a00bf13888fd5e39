"""Where links may lead: to pages and files of the archive, and to the web."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from texts.invisible import is_hidden
from texts.quotation import shown

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED = ("https", "http", "mailto", "ftp")


class Local(NamedTuple):
    """An address within the archive: the name of a file, decoded, and what follows ``#``."""

    path: str
    anchor: str


def fault_of(address: str) -> str:
    """Return what is wrong with *address* wherever it leads, or "".

    A browser ignores control characters before it looks for a scheme
    (https://url.spec.whatwg.org/#url-parsing), so here all is ignored that nobody sees.
    """
    bare = "".join(char for char in unquote(address) if not (char.isspace() or is_hidden(char)))
    scheme = _SCHEME.match(bare)
    if scheme and scheme[1].lower() not in _ALLOWED:
        return (
            f"a link to `{shown(scheme[1].lower())}:` is not allowed: write an address that begins "
            "with https://, or the path of a page"
        )
    if bare.startswith(("//", "\\")):
        return f"the address `{shown(address)}` lacks its beginning: write https:// before it"
    return _fault_of_web(address, bare) if scheme else ""


def _fault_of_web(address: str, bare: str) -> str:
    """Return what is wrong with an address that has a scheme, or ""."""
    if re.search(r"\s", address.strip()):
        return spaced(address)
    try:
        parts = urlsplit(bare)
    except ValueError:
        parts = urlsplit("https:")
    if parts.scheme.lower() == "mailto" and "@" not in parts.path:
        return f"`{shown(address)}` is no address of mail: write mailto:name@example.org"
    if parts.scheme.lower() != "mailto" and not parts.hostname:
        return f"`{shown(address)}` is no address: it names no website"
    return ""


def spaced(address: str) -> str:
    """Say that *address* has spaces in it."""
    return f"there is a space in the address `{shown(address)}`: write %20 for it"


def local(address: str) -> Local | None:
    """Return what *address* names within the archive, or None if it leads to the web."""
    if _SCHEME.match(address):
        return None
    path, _, anchor = address.partition("#")
    return Local(unquote(path), unquote(anchor))
