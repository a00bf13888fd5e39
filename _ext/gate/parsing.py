"""Parse a message with MyST's own Markdown parser, and note what it is made of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markdown_it.common.utils import normalizeReference
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from gate.findings import Rule

_SOMETHING = "\N{OBJECT REPLACEMENT CHARACTER}"  # where the text is interrupted by markup
_TITLE_AND_TARGET = re.compile(r"(.+?)\s*(?<!\x00)<([^<]*?)>", re.DOTALL)  # as Sphinx reads them
_LABEL = re.compile(r"\]\[([^\]]+)\]")

PLAIN = ("paragraph",)
_NOTHING: Counter[str] = Counter()
_KEPT = 2_000  # messages; a long page has a hundred

# One line that starts with a letter and has no sign of Markdown but roles: a paragraph of text
# (https://spec.commonmark.org/0.31.2/#paragraphs, and the syntax extensions of MyST)
_ROLE = re.compile(r"\{([a-z]+)\}`([^`\\{}\r\n]+)`(?!`)")
_BARE_WORDS = re.compile(
    r"(?=[^\W\d_])(?>[^\W_]+|[ \xa0\u202f.,;:?()/%+«»“”„’‘…–—-]+"
    rf"|{_ROLE.pattern})*(?<![ \xa0\u202f])"
)
_BARE_SYNTAX = frozenset({"attrs_block", "attrs_inline", "colon_fence"})

# Roles whose words are shown as they stand; of every other role the target counts
_ROLES_OF_WORDS = frozenset(
    {"abbr", "emphasis", "strong", "sub", "subscript", "sup", "superscript", "guilabel", "kbd"}
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a message is made of.

    ``written`` is the text that is no markup; ``visible`` is every word that a reader sees. What
    may be shown in another order is counted: ``roles`` by name and target, ``others`` by the rule
    that looks at them.
    """

    blocks: tuple[str, ...]
    written: str
    visible: str
    roles: Counter[tuple[str, str]]
    others: dict[Rule, Counter[str]]

    def counted(self, rule: Rule) -> Counter[str]:
        """Return how often there is each of what *rule* looks at."""
        return self.others.get(rule, _NOTHING)


class MessageParser:
    """MyST's Markdown parser with the syntax extensions of the project."""

    def __init__(self, syntax: Iterable[str]) -> None:
        config = MdParserConfig(enable_extensions=set(syntax))
        self._parser: MarkdownIt = create_md_parser(config, RendererHTML)
        # text_join: so that what was escaped can be told; wordcount: nobody asks for the number
        self._parser.core.ruler.disable(["text_join", "wordcount"])
        self._knows_bare_words = _BARE_SYNTAX.issuperset(syntax)
        self.source = lru_cache(maxsize=_KEPT)(self._source)

    def _source(self, message: str) -> Parsed:
        """Parse a *message*: once for all languages, where those of a page come one by one."""
        return self.parse(message, labels_of=message)

    def parse(self, text: str, *, labels_of: str) -> Parsed:
        """Parse *text*; links may use the labels that the message *labels_of* uses."""
        if self._knows_bare_words and _BARE_WORDS.fullmatch(text):
            return _words_and_roles(text)
        return self.parse_markup(text, labels_of=labels_of)

    def parse_markup(self, text: str, *, labels_of: str) -> Parsed:
        """Parse *text* as ``parse`` does, whatever it is made of."""
        labels = [normalizeReference(label) for label in _LABEL.findall(labels_of)]
        references = {label: {"href": label, "title": ""} for label in labels}
        environment = {"references": references}
        tokens = self._parser.parse(text, environment)
        noter = _Noter()
        for token in tokens:
            noter.note_block(token)
        if references.keys() - set(labels):
            noter.blocks.append("reference")
        if tuple(noter.blocks) != PLAIN:
            # a page puts the message where the source stands: it is read as words there
            tokens = self._parser.parseInline(text, environment)
        for token in tokens:
            for child in token.children or ():
                noter.note(child)
        return noter.result()


def _words_and_roles(text: str) -> Parsed:
    """Note what a text is made of that has no other markup than roles."""
    noter = _Noter()
    noter.blocks.extend(PLAIN)
    words = _ROLE.split(text)  # text, name, content, text, name, content, … text
    noter.note_text(words[0])
    for name, content, after in zip(words[1::3], words[2::3], words[3::3], strict=True):
        noter.note_role(name, content)
        noter.note_text(after)
    return noter.result()


class _Noter:
    """Goes through tokens and notes them."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.written: list[str] = []
        self.visible: list[str] = []
        self.roles: Counter[tuple[str, str]] = Counter()
        self.others: defaultdict[Rule, Counter[str]] = defaultdict(Counter)

    def result(self) -> Parsed:
        """Return what was noted."""
        written, visible = "".join(self.written), "".join(self.visible)
        return Parsed(tuple(self.blocks), written, visible, self.roles, self.others)

    def note_block(self, token: Token) -> None:
        """Note a token that stands for a block."""
        if token.type != "inline" and token.nesting >= 0:
            self.blocks.append(_kind(token))
            if not token.type.startswith("myst_"):
                self._note_attributes(token)

    def note(self, token: Token) -> None:
        """Note a token that stands in a paragraph."""
        match token.type:
            case "text":
                self.note_text(token.content)
            case "text_special":  # escaped, so no markup
                self.note_text(token.content, written=_SOMETHING)
            case "softbreak" | "hardbreak":
                self.note_text("\n")
            case "code_inline":
                self.others["code"][token.content] += 1
                self.note_text(token.content, written=_SOMETHING)
            case _:
                self._note_markup(token)
        if token.nesting >= 0:
            self._note_attributes(token)

    def _note_markup(self, token: Token) -> None:
        """Note a token that is more than text."""
        match token.type:
            case "myst_role":
                self.note_role(token.meta["name"], token.content)
            case "html_inline":
                self.others["html"][token.content] += 1
            case "footnote_ref":
                self.others["footnote"][str(token.meta.get("label", ""))] += 1
                self.note_text("", written=_SOMETHING)
            case "link_open":
                self.others["link"][str(token.attrs["href"])] += 1
            case "image":
                self._note_image(token)

    def _note_image(self, token: Token) -> None:
        self.others["image"][str(token.attrs["src"])] += 1
        for child in token.children or ():
            self.note(child)

    def note_role(self, name: str, content: str) -> None:
        explicit = _TITLE_AND_TARGET.fullmatch(content)
        if name in _ROLES_OF_WORDS:
            self.roles[name, ""] += 1
            self.note_text(content)
            return
        title, target = explicit.groups() if explicit else ("", content)
        self.roles[name, target] += 1
        self.note_text(title, written=f"{_SOMETHING}{title}{_SOMETHING}")

    def note_text(self, text: str, *, written: str | None = None) -> None:
        self.visible.append(text)
        self.written.append(text if written is None else written)

    def _note_attributes(self, token: Token) -> None:
        """Note what curly brackets give to *token*, as it is written there."""
        given: dict[str, Any] = dict(token.attrs) | token.meta.get("insecure_attrs", {})
        for name, value in given.items():
            match name:
                case "class":
                    self.others["attribute"].update(f".{part}" for part in str(value).split())
                case "id":
                    self.others["attribute"][f"#{value}"] += 1
                case "title":
                    self.note_text("", written=_SOMETHING)
                    self.visible.append(f"\n{value}\n")
                case "href" | "src" | "alt" | "start":
                    pass
                case _:
                    self.others["attribute"][f"{name}={value}"] += 1


def _kind(token: Token) -> str:
    """Return what kind of block *token* opens; two headings differ by their level."""
    name = token.type.removesuffix("_open")
    return token.tag if name == "heading" else name
