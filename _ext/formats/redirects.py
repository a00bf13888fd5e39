"""A page at each old address, which leads readers and search engines to the new one.

It refreshes itself (https://html.spec.whatwg.org/#attr-meta-http-equiv-refresh); a script takes the
anchor along, for a refresh loses it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from markupsafe import Markup

from cldr.language_tags import direction, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from formats.content import Content

_PAGE = Markup("""\
<!doctype html>
<html lang="{language}" dir="{direction}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>{title}</title>
    <link rel="canonical" href="{canonical}">
    <script src="{scripts}redirect.js" data-address="{address}"></script>
    <meta http-equiv="refresh" content="0; url={address}">
  </head>
  <body data-pagefind-ignore="all">
    <p lang="{title_language}" dir="{title_direction}"><a href="{address}">{title}</a></p>
  </body>
</html>
""")


def files(content: Content) -> Mapping[str, bytes]:
    """Return a page to each old address, by the file that a server looks for there."""
    return {
        f"{old}index.html" if old.endswith("/") else old: _page(content, old, new).encode()
        for old, new in content.redirects.items()
    }


def _page(content: Content, old: str, new: str) -> str:
    """Return the page at the address *old*, which leads to the page *new*."""
    up = "../" * old.count("/")
    title, address = content.title(new), content.addresses[new]
    whole = f"{content.site_url}{content.language}/" if content.site_url else up
    return _PAGE.format(
        language=tag(content.language),
        direction=direction(content.language),
        title=title.text,
        title_language=tag(title.language),
        title_direction=direction(title.language),
        address=f"{up}{address}",
        canonical=urljoin(whole, address) if content.site_url else f"{up}{address}",
        scripts=f"{up}{content.scripts}",
    )
