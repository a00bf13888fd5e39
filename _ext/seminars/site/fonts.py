"""The fonts that a page of the website names in its head, so that they are there with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cldr.language_tags import tag
from cldr.scripts import letters, script

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

# Of the scripts that the archive has fonts for, those of their files that each page needs: spaces,
# digits and points are in the first
_ALPHABETS = {"Latn": ("latin",), "Cyrl": ("latin", "cyrillic")}
_EUROPE = frozenset(map(chr, (*range(0x100, 0x131), *range(0x132, 0x152), *range(0x154, 0x250))))
_STACKS = ("font-stack", "font-stack--headings")


def add_fonts(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: name the fonts of text and headings, which a browser loads at once.

    It would otherwise learn of them from a style sheet, too late for the page. A font that the
    archive does not hold in the letters of the language is not named.
    """
    stacks = (context.get("theme_light_css_variables") or {}).get
    families = [str(stacks(name, "")).partition(",")[0].strip("\"' ") for name in _STACKS]
    names = [
        f"fonts/{family.lower().replace(' ', '-')}-{alphabet}-wght-normal.woff2"
        for alphabet in _alphabets(tag(app.config.language))
        for family in families
    ]
    folders = [Path(app.confdir, folder) for folder in app.config.html_static_path]
    context["fonts"] = [
        f"_static/{name}" for name in names if any((folder / name).is_file() for folder in folders)
    ]


@cache
def _alphabets(language: str) -> tuple[str, ...]:
    found = _ALPHABETS.get(script(language), ())
    needs_more = "latin" in found and not _EUROPE.isdisjoint(letters(language))
    return (*found, "latin-europe") if needs_more else found


def setup(app: Sphinx) -> None:
    """Register the fonts."""
    app.connect("html-page-context", add_fonts)
