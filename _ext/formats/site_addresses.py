"""Under which addresses pages are published, and which of them are one page in many languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cldr.language_tags import tag

if TYPE_CHECKING:
    from catalogues.status import Publication

HOME = "index"  # the page to which the front door leads


def alternates(
    publication: Publication, name: str, *, address: str, site_url: str
) -> dict[str, str]:
    """Return the whole address of the page *name* in each language that lists it, by its tag.

    *address* is the page's in the folder of any language. ``x-default`` is for readers of no
    language among these: of the home page it is the front door, which lets them choose, and of
    any other page the source. For each page of a group is to name all of it, itself included, or
    search engines leave the group alone, and the front door is in the group of the home page only
    (https://developers.google.com/search/docs/specialty/international/localized-versions).
    """
    found = {tag(code): f"{site_url}{code}/{address}" for code in publication.listed(name)}
    found["x-default"] = site_url if name == HOME else found[tag(publication.source)]
    return found
