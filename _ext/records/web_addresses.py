"""What ``conf.py`` says of addresses: where the site is published, and where its files are kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from records.faults import Fault, given

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?")
NO_SITE_URL = (
    "seminars_site_url is not set: pages have no canonical address, search engines are not told of "
    "other languages, and there is no sitemap (nothing to do until the site is published: "
    "docs/maintenance.md)"
)
_FOLDER = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


def site_url(settings: Mapping[str, Any]) -> str:
    """Return the address of the front door, with a slash at its end; "" where nobody has said it.

    Sphinx's own ``html_baseurl`` is read as the same, for one ``conf.py`` serves all languages.
    """
    address = settings.get("seminars_site_url") or settings.get("html_baseurl") or ""
    return f"{address.rstrip('/')}/" if address else ""


def repository_faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Refuse a repository without a web address."""
    address = settings["seminars_repository"]
    if address and not _ADDRESS.fullmatch(address):
        text = f"{given(address)} is no web address: it begins with https:// or http://"
        yield Fault("seminars_repository", text)


def site_url_faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Refuse a site whose address is none to which the names of pages could be added."""
    return _folder_faults("seminars_site_url", settings)


def base_url_faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Refuse the same for Sphinx's own setting, and one that contradicts that of the archive."""
    yield from _folder_faults("html_baseurl", settings)
    named = [settings.get(name) for name in ("html_baseurl", "seminars_site_url")]
    if all(named) and len({site_url({"html_baseurl": str(one)}) for one in named}) > 1:
        text = "this is another address than seminars_site_url: take it out, for it says the same"
        yield Fault("html_baseurl", text)


def _folder_faults(name: str, settings: Mapping[str, Any]) -> Iterator[Fault]:
    address = settings[name]
    if address and not _FOLDER.fullmatch(address):
        text = f"{given(address)} is no address of a folder on the web: one as in "
        yield Fault(name, f"{text}https://www.example.org/archive/ is allowed")
