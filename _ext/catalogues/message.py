"""Parse a message with MyST's own Markdown parser, as a page does that shows it.

A page puts the translation into the place of the message and parses it there as *inline* text
(``myst_gettext.parser``); for what it leaves to Sphinx, that parses it as a page of its own. What
passes must be the same text either way: one paragraph, all of which is shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markdown_it.common.utils import normalizeReference
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from catalogues.bare_words import BARE_SYNTAX, of_bare_words
from catalogues.structure import PLAIN, UNSEEN, Notes, signs_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from catalogues.structure import Structure

_LABEL = re.compile(r"\]\[([^\]^][^\]]*)\]")  # of links; those of footnotes have a circumflex
_START_OF_LINE = re.compile(r"\n[ \t]+")

Labels = frozenset[str]  # of the links that a page defines, as it writes them
_KEPT = 2_000  # messages; a long page has a hundred


class MessageParser:
    """MyST's Markdown parser with the syntax extensions of the project.

    ``cost`` grows with what has been parsed: at worst, time grows with the square of the signs.
    """

    def __init__(self, syntax: Iterable[str]) -> None:
        config = MdParserConfig(enable_extensions=set(syntax))
        self._parser: MarkdownIt = create_md_parser(config, RendererHTML)
        # text_join: so that what was escaped can be told; wordcount: nobody asks for the number
        self._parser.core.ruler.disable(["text_join", "wordcount"])
        self.cost = 0
        self._knows_bare_words = BARE_SYNTAX.issuperset(syntax)
        self.source = lru_cache(maxsize=_KEPT)(self._source)

    def _source(self, message: str, labels: Labels = frozenset()) -> Structure:
        """Parse a *message*: once for all languages, where those of a page come one by one."""
        return self.parse(message, labels_of=message, labels=labels)

    def parse(self, text: str, *, labels_of: str, labels: Labels = frozenset()) -> Structure:
        """Parse *text*; links may use the *labels* of the page, and those that a message uses."""
        found = of_bare_words(text, PLAIN) if self._knows_bare_words else None
        return found or self.parse_markup(text, labels_of=labels_of, labels=labels)

    def parse_markup(self, text: str, *, labels_of: str, labels: Labels = frozenset()) -> Structure:
        """Parse *text* as ``parse`` does, whatever it is made of."""
        self.cost += signs_in(text) ** 2
        known = {*map(normalizeReference, (*_LABEL.findall(labels_of), *labels))}
        references = {label: {"href": label, "title": ""} for label in known}
        # definitions in the text would have their place in the page as well: look at a copy
        environment: dict[str, Any] = {"references": dict(references)}
        tokens = self._parser.parse(text, environment)
        notes = Notes()
        for token in tokens:
            notes.note_block(token)
        if environment["references"].keys() - known:
            notes.blocks.append("reference")
        if not _is_whole(tokens, text):
            if tuple(notes.blocks) == PLAIN:
                notes.blocks.append(UNSEEN)
            tokens = self._parser.parseInline(text.strip(), {"references": references})
        for token in tokens:
            for child in token.children or ():
                notes.note(child)
        return notes.structure(text)


def _is_whole(tokens: Sequence[Token], text: str) -> bool:
    """Return whether *tokens* are one paragraph, and the whole of *text* is its inline text."""
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    shown, given = (_START_OF_LINE.sub("\n", part) for part in (tokens[1].content, text.strip()))
    return shown == given
