"""What an inline text is made of: its words, and everything in it that is more than words.

The tokens are those of MyST's own parser, whoever had it parse: the gate, or the page that shows
the text. So both judge by the same account.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from catalogues.role_syntax import ROLES_OF_WORDS, has_words, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

Part = Literal["attribute", "character", "code", "footnote", "html", "image", "link", "markup"]

PLAIN = ("paragraph",)  # the blocks of a text that is what it should be
UNSEEN = "unseen"  # a block that takes up a part of the text and shows nothing of it
_SOMETHING = "\N{OBJECT REPLACEMENT CHARACTER}"  # where the text is interrupted by markup
_ENDS_OF_LINES = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_NOTHING: Counter[str] = Counter()
_SIGN = re.compile(r"[\[\]()<>{}*_`!&\\#|+=~^:$%@\"'-]")  # what markup is made of


@dataclass(frozen=True, slots=True)
class Structure:
    """What a text is made of.

    ``blocks`` are the kinds of blocks that it is read as where it stands alone. ``written`` is the
    text that is no markup; ``visible`` is every word that a reader sees. What may be shown in
    another order is counted: ``roles`` by name and target, ``others`` by the kind of ``Part``.
    ``tags`` are the HTML tags in their order, ``breaks`` the number of hard line breaks;
    ``wordless`` counts the links and images without a word that a reader could see or hear.
    ``markdown`` is the text as it was parsed, where the gate did. A translation of what *is_free*
    is written anew for the readers of its language, as notes on usage are: it may lose references,
    links, footnotes and numbers, and gain none. ``language`` is that of the text, where the gate
    knows it.
    """

    blocks: tuple[str, ...]
    written: str
    visible: str
    roles: Counter[tuple[str, str]]
    others: dict[str, Counter[str]]
    tags: tuple[str, ...] = ()
    breaks: int = 0
    depth: int = 0
    wordless: Counter[tuple[Part, str]] = field(default_factory=Counter)
    markdown: str = field(default="", compare=False)
    is_free: bool = False
    language: str = ""

    def counted(self, part: str) -> Counter[str]:
        """Return how often there is each *part* of a kind."""
        return self.others.get(part, _NOTHING)


def of_words(text: str) -> Structure:
    """Return the structure of a *text* that is shown as it stands, whatever signs it has."""
    return Structure(PLAIN, text, text, Counter(), {})


def signs_in(text: str) -> int:
    """Return how many signs *text* has that markup is made of: the cost of parsing it."""
    return len(_SIGN.findall(text))


def of_tokens(tokens: Iterable[Token], *, is_free: bool = False) -> Structure:
    """Return the structure of the *tokens* of an inline text; see ``Structure`` on *is_free*."""
    notes = Notes()
    for token in tokens:
        notes.note(token)
    return notes.structure(is_free=is_free)


class Notes:
    """Goes through tokens and notes them."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._written: list[str] = []
        self._visible: list[str] = []
        self._roles: Counter[tuple[str, str]] = Counter()
        self._others: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._tags: list[str] = []
        self._breaks = 0
        self._depth = 0
        self._wordless: Counter[tuple[Part, str]] = Counter()
        self._links: list[tuple[str, int]] = []  # that are open, and how many texts are before

    def structure(self, markdown: str = "", *, is_free: bool = False) -> Structure:
        """Return what was noted, of the text *markdown*."""
        return Structure(
            tuple(self.blocks),
            "".join(self._written),
            "".join(self._visible),
            self._roles,
            self._others,
            tuple(self._tags),
            self._breaks,
            self._depth,
            self._wordless,
            markdown,
            is_free,
        )

    def note_block(self, token: Token) -> None:
        """Note a *token* that stands for a block; two headings differ by their level."""
        if token.type != "inline" and token.nesting >= 0:
            name = token.type.removesuffix("_open")
            self.blocks.append(token.tag if name == "heading" else name)
            if not token.type.startswith("myst_"):
                self._note_attributes(token)

    def note(self, token: Token) -> None:
        """Note a *token* that stands in a paragraph."""
        self._depth = max(self._depth, token.level)
        match token.type:
            case "text":
                self.note_text(token.content)
            case "text_special":  # escaped, so no markup
                self.note_text(token.content, written=_SOMETHING)
                if token.content in _ENDS_OF_LINES:  # as an entity; a text is one paragraph
                    self._others["character"][f"U+{ord(token.content):04X}"] += 1
            case "softbreak":
                self.note_text("\n")
            case "hardbreak":
                self._breaks += 1
                self.note_text("\n")
            case "code_inline":
                self._others["code"][token.content] += 1
                self.note_text(token.content, written=_SOMETHING)
            case _:
                self._note_markup(token)
        if token.nesting >= 0:
            self._note_attributes(token)

    def _note_markup(self, token: Token) -> None:
        """Note a *token* that is more than text."""
        match token.type:
            case "myst_role":
                self.note_role(token.meta["name"], token.content)
            case "html_inline":
                self._others["html"][token.content] += 1
                self._tags.append(token.content)
            case "footnote_ref":
                self._others["footnote"][str(token.meta.get("label", ""))] += 1
                self.note_text("", written=_SOMETHING)
            case "link_open" | "link_close":
                self._note_link(token)
            case "image":
                self._note_image(token)
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                pass
            case "span_open" | "span_close":  # what brackets with attributes are around
                pass
            case other:  # whatever an extension of the syntax brings
                self._others["markup"][f"{other} {token.content}".strip()] += 1

    def _note_link(self, token: Token) -> None:
        if token.nesting < 0:
            self._note_words("link", *self._links.pop())
            return
        address = str(token.attrs["href"])
        self._others["link"][address] += 1
        self._links.append((address, len(self._visible)))

    def _note_image(self, token: Token) -> None:
        source, before = str(token.attrs["src"]), len(self._visible)
        self._others["image"][source] += 1
        for child in token.children or ():
            self.note(child)
        self._note_words("image", source, before)

    def _note_words(self, part: Part, address: str, before: int) -> None:
        """Note a link or an image if there is no word among the texts that come behind *before*."""
        if not has_words("".join(self._visible[before:])):
            self._wordless[part, address] += 1

    def note_role(self, name: str, content: str) -> None:
        """Note the role *name*."""
        if name in ROLES_OF_WORDS:
            self._roles[name, ""] += 1
            self.note_text(content)
            return
        title, target = parts_of(name, content)
        self._roles[name, target] += 1
        self.note_text(title, written=f"{_SOMETHING}{title}{_SOMETHING}")

    def note_text(self, text: str, *, written: str | None = None) -> None:
        """Note *text* that a reader sees; it was *written* otherwise where it is no markup."""
        self._visible.append(text)
        self._written.append(text if written is None else written)

    def _note_attributes(self, token: Token) -> None:
        """Note what curly brackets give to *token*, as it is written there."""
        given: dict[str, Any] = dict(token.attrs) | token.meta.get("insecure_attrs", {})
        for name, value in given.items():
            match name:
                case "class":
                    self._others["attribute"].update(f".{part}" for part in str(value).split())
                case "id":
                    self._others["attribute"][f"#{value}"] += 1
                case "title":
                    self._others["attribute"]["title"] += 1
                    self.note_text("", written=_SOMETHING)
                    self._visible.append(f"\n{value}\n")
                case "href" | "src" | "alt" | "start":
                    pass
                case _:
                    self._others["attribute"][f"{name}={value}"] += 1
