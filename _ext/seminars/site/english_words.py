"""Say of each word of the interface that stands in English for want of a translation that it does.

Words come to a page from nodes, from templates of this project and of its theme, in text and in
attributes alike, so that nothing where they are made can tell whether a mark may stand there. In
the page that was made of them, a run of text that is nothing but such a word is found again.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import polib

from catalogues.checked_copy import CheckedCatalogues
from catalogues.locales import INTERFACE, path_of
from catalogues.manifest import message_key
from seminars.language_marks import Marking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_TAGS = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_FILLED = re.compile(r"%(?:\\?\([a-z_]+\\?\))?[sd]")
# Where no element may stand, or none is shown; and what says its language, but for the page itself
_PASSED_OVER = re.compile(
    r"<(?:(head|script|style|option|textarea|template|svg)\b"
    r"|(?!html\b|img\b|input\b|link\b)([a-z0-9]+)\b[^>]* lang=)"
)
_ENGLISH = "en"


class EnglishWords:
    """The words that the build of *app* has in English alone."""

    def __init__(self, app: Sphinx) -> None:
        messages = sorted(_untranslated(app))
        direction = Marking(app.config).direction(_ENGLISH)
        said = f' dir="{direction}"' if direction else ""
        self._start = f'<span lang="{_ENGLISH}"{said}>'
        self._pattern = re.compile("|".join(map(_pattern, messages))) if messages else None

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return self._pattern is not None

    def marked(self, page: str) -> str:
        """Return the HTML of *page* with these words marked, but for those that are already."""
        if self._pattern is None:
            return page
        parts = _TAGS.split(page)  # text, tag, text, … text
        within, depth = "", 0  # the element that is passed over, and how many of its name are open
        for place, part in enumerate(parts):
            if place % 2 and depth:
                depth += _change(part, within)
            elif place % 2:
                if found := _PASSED_OVER.match(part):
                    within, depth = found[1] or found[2], 1
            elif not depth and self._pattern.fullmatch(words := part.strip()):
                parts[place] = part.replace(words, f"{self._start}{words}</span>", 1)
        return "".join(parts)


def _change(tag: str, name: str) -> int:
    """Return by how much *tag* changes how many elements called *name* are open."""
    if re.match(rf"</{name}\b", tag):
        return -1
    return 1 if re.match(rf"<{name}\b", tag) and not tag.endswith("/>") else 0


def _untranslated(app: Sphinx) -> Iterator[str]:
    """Yield the messages of the interface that neither the archive nor Sphinx has translated.

    The catalogue lists all that there are; one that is broken has been named by the gate.
    """
    language = app.config.language
    path = app.srcdir / path_of(language, INTERFACE)
    if language.partition("_")[0] == _ENGLISH or not path.is_file():
        return
    checked = CheckedCatalogues.of(app.doctreedir, app.config.seminars_catalogues)
    known = checked.known(language).get(INTERFACE)
    published = known.published if known else frozenset()
    try:
        catalogue = polib.pofile(str(path))
    except (OSError, ValueError):
        return
    for entry in catalogue:
        is_known = message_key(entry.msgid) in published
        if not entry.obsolete and not is_known and _is_english(app, entry.msgid):
            yield entry.msgid


def _is_english(app: Sphinx, message: str) -> bool:
    """Return whether *message* has words, and Sphinx shows these as they are.

    One that begins with what is filled in is a remark on a name, whose language it does not tell.
    """
    has_words = any(map(str.isalpha, _FILLED.sub("", message))) and not message.startswith("%s")
    return has_words and app.translator.gettext(message) == message


def _pattern(message: str) -> str:
    """Return the pattern of *message* as a page has it, whatever is filled in."""
    text = re.escape(escape(message, quote=False)).replace("%%", "%")
    return _FILLED.sub("[^<>]*?", text).replace(r"\ ", r"[\s\xa0]+")
