"""How the archive is cited as a whole: the Citation File Format 1.2.0, which GitHub shows.

https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content
    from records.edition import Edition

NAME = "CITATION.cff"
_MESSAGE = "Please cite the archive as below; each page of the website says how to cite that page."
_LICENCE = "CC-BY-4.0"  # of the texts: LICENSE-TEXTS.md


def files(content: Content) -> Mapping[str, bytes]:
    """Return the one file; it is the same in each language, so its title is that of the source."""
    return {"": citation(content.source_name, content.edition, content.site_url)}


def citation(title: str, edition: Edition, address: str) -> bytes:
    """Return the file for the archive that is called *title*: it is its own author, too."""
    said = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": title,
        "authors": [{"name": title}],
        "version": edition.number,
        "date-released": edition.day,
        "license": _LICENCE,
        "url": address,
    }
    known = {key: value for key, value in said.items() if value}
    text: str = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=1000)
    return text.encode()
