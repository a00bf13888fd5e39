"""Where a message stands in its page, and so how its translation is shown.

A catalogue says nothing of that which a translator could not have changed; the page does. Texts are
looked up by their letters and digits alone, so that it does not matter how they are wrapped, quoted
or indented: a message may be taken for one of the page that is none, and never the other way round.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_OTHERS = re.compile(r"[\W_]+")
_ESCAPED = re.compile(r"\\[xuUN]")  # letters as YAML may write them
# Texts of attributes, in the options of directives and in images
_ATTRIBUTE = re.compile(r"^[ \t>]*:?(?:alt|caption):[ \t]*(.+)$|!\[([^\]]*)\]\(", re.MULTILINE)
_HEADING = re.compile(
    r"^[ \t>]{0,9}#{1,6}[ \t]+(.+?)[ \t#]*$|^(.+)\n(?:=+|-+)[ \t]*$", re.MULTILINE
)
_BREAK = re.compile(r"\S(?:\\| {2,})\n")
_LABEL = re.compile(r"^[ \t>]*\[([^\]\n^][^\]\n]*)\]:[ \t]*\S", re.MULTILINE)  # of links, not notes
# A source that another page has (records.shared_sources): its texts are in the front matter there
_SHARED = re.compile(r"\bsame_as[ \t]*:")
# Pages whose texts stand in other files
_ELSEWHERE = re.compile(r"\{(?:include|literalinclude|eval-rst|csv-table)\}|\.\. include::")

USAGE_NOTE = "usage-note"  # the class of a paragraph that is written anew for each language
_USAGE_NOTE = re.compile(
    rf"^[ \t>]*\{{[^}}\n]*\.{USAGE_NOTE}\b[^}}\n]*\}}[ \t]*\n((?:[ \t>]*\S.*\n?)+)", re.MULTILINE
)


class Place(NamedTuple):
    """How a message stands in its page.

    As ``prose`` it is Markdown, as a ``plain`` text (of the front matter, or of an attribute) it is
    not; it may be both. A ``heading`` and a plain text are names: one line wherever they go. A
    translator writes a ``usage_note`` anew.
    """

    prose: bool = True
    plain: bool = False
    heading: bool = False
    usage_note: bool = False


ANYWHERE = Place()


class Page:
    """The source of a page, for its messages to be looked up in; it defines links by ``labels``.

    ``has_breaks`` says whether there are hard line breaks, of which a message shows nothing.
    """

    def __init__(self, source: str) -> None:
        self._places: dict[str, Place | None] = {}
        source = source.replace("\r\n", "\n")
        found = _FRONT_MATTER.match(source)
        front = found[1] if found else ""
        body = source[found.end() :] if found else source
        self.labels = frozenset(_LABEL.findall(body))
        self.has_breaks = _BREAK.search(body) is not None
        self._is_complete = not (_ELSEWHERE.search(body) or _ESCAPED.search(front))
        self._shares = _SHARED.search(front) is not None
        self._front, self._body = _letters(front), _letters(body)
        self._attributes = {_letters(one or other) for one, other in _ATTRIBUTE.findall(body)}
        self._headings = {_letters(one or other) for one, other in _HEADING.findall(body)}
        self._usage_notes = {_letters(text) for text in _USAGE_NOTE.findall(body)}

    def place(self, message: str) -> Place | None:
        """Return how *message* stands in the page; None if it does not."""
        if message not in self._places:  # asked for once a language
            self._places[message] = self._place(message)
        return self._places[message]

    def _place(self, message: str) -> Place | None:
        letters = _letters(message)
        if not letters:
            return ANYWHERE
        is_in_front, is_in_body = letters in self._front, letters in self._body
        if not (is_in_front or is_in_body):
            if self._shares:
                return Place(prose=False, plain=True)
            return None if self._is_complete else ANYWHERE
        return Place(
            prose=is_in_body or not self._is_complete,
            plain=is_in_front or letters in self._attributes,
            heading=letters in self._headings,
            usage_note=letters in self._usage_notes,
        )


@lru_cache(maxsize=4)  # the catalogues of a page come one by one, a language at a time
def page(source: str) -> Page:
    """Return the page with *source*."""
    return Page(source)


def _letters(text: str) -> str:
    return _OTHERS.sub("", text)
