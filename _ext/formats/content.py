"""What a build knows of the archive: all that a format is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from records.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from catalogues.status import Publication
    from records.archive import Recommendation, Record
    from records.wording import Wording


@dataclass(frozen=True)
class Content:
    """The archive in the *language* of a build.

    *records* are by page, in the order of their names; *addresses* are those of all pages, from
    the folder of their language; *title* gives what a page is called. *site_url* ends in a slash,
    and is empty where nobody has said under which address the archive is published. *redirects*
    names the page to which each old address leads, and *recommendations* are by page. *archive* is
    what the archive is called, *source_name* the same in the language of the source, and *pages*
    are those that have a source, by their names. *summary* gives days and place of a seminar in
    words, and *country* the name of one by its code. *locales* are those of all languages, by
    their codes, and *scripts* is the folder of scripts, from that of the language.
    """

    language: str
    records: Mapping[str, Record]
    addresses: Mapping[str, str]
    title: Callable[[str], Wording]
    publication: Publication
    site_url: str
    redirects: Mapping[str, str] = field(default_factory=dict)
    recommendations: Mapping[str, tuple[Recommendation, ...]] = field(default_factory=dict)
    archive: str = ""
    source_name: str = ""
    edition: Edition = field(default_factory=Edition)
    pages: tuple[str, ...] = ()
    summary: Callable[[str], str] = str
    country: Callable[[str], str] = str
    locales: Mapping[str, str] = field(default_factory=dict)
    scripts: str = "_static/"
