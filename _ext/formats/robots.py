"""The file that tells programs which pages they may read: all, and where the sitemap is.

They look for it at the top of a domain alone (RFC 9309, 2.3): in a folder of another site it is
read by nobody, and does no harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content


def files(content: Content) -> Mapping[str, bytes]:
    """Return the one file."""
    lines = ["User-agent: *", "Allow: /"]
    if content.site_url:
        lines.append(f"Sitemap: {content.site_url}sitemap.xml")
    return {"": "".join(f"{line}\n" for line in lines).encode()}
