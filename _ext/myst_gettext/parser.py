"""The parser: MyST's, with the translation put in before a message is parsed.

That is done for the blocks of a page. What has no source of its own in Markdown, or more than a
text hangs on, is left as it is, for Sphinx to translate (``myst_gettext.transforms``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import TopmatterReadError, merge_file_level, read_topmatter
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.warnings_ import create_warning
from sphinx.transforms.i18n import parse_noqa
from sphinx.util.nodes import _clean_extracted_message

from catalogues.provenance import USAGE_NOTE
from myst_gettext.invariant import first_fault, is_same, source_tokens
from myst_gettext.translated import translated_in

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from myst_parser.config.main import MdParserConfig

    from myst_gettext.catalogues import Catalogues

_MESSAGES = "myst_gettext_messages"  # key of the Markdown environment: translations by message
_WORDS = re.compile(r"[^\W_](?:[^\W_]|[ ,’])*")  # no markup, whatever extensions there are
_KEEPS_STRUCTURE = "myst_gettext_keeps_structure"  # another: whether translations must keep it
_SOURCE = "myst_gettext_source"  # key of a token's meta: what was translated
_CLASSES = "myst_gettext_classes"  # another: the classes of the block that it stands in
# Left to Sphinx: a term and the name of a field, which are found by their words; the first
# paragraph of a field, which is moved when an object is described; and a heading that holds a
# link, a role, an image or HTML, of which a second parse would leave more than its name
_LEFT = {"dt_open", "fieldlist_name_open"}
_LEFT_IN = "fieldlist_body_open"
_HOLDING = re.compile(r"[\[{<!]")


def put_translations(state: StateCore) -> None:
    """Rule before ``inline``: put the translation where the message stands."""
    messages: dict[str, str] = state.env.get(_MESSAGES, {})
    if not messages or state.inlineMode:  # what directives parse by themselves has no message
        return
    before = last = Token("", "", 0)
    for token in state.tokens:
        if token.type == "inline" and not _is_left(last.type, before.type, token.content):
            message = message_of(token.content)
            translation = parse_noqa(messages.get(message, ""))[0].strip()
            if message and translation and translation != message:
                token.meta[_SOURCE] = token.content
                token.meta[_CLASSES] = str(before.attrs.get("class", "")).split()
                token.content = translation
        last, before = before, token


def _is_left(last: str, before: str, content: str) -> bool:
    """Return whether the *content* of a token behind two of these types is left to Sphinx."""
    if before == "heading_open":
        return _HOLDING.search(content) is not None
    return before in _LEFT or (last == _LEFT_IN and before == "paragraph_open")


def restore_sources(state: StateCore) -> None:
    """Rule after ``inline``: the content of a token is the raw source of its node.

    A translation that is something else than its source is taken out again.
    """
    for token in state.tokens:
        if token.type == "inline" and _SOURCE in token.meta:
            translation, token.content = token.content, token.meta[_SOURCE]
            if state.env.get(_KEEPS_STRUCTURE):
                _withhold_others(state, token, translation)


def _withhold_others(state: StateCore, token: Token, translation: str) -> None:
    """Show the source instead of a *translation* that is more or less than other words."""
    message = message_of(token.content)
    syntax = state.md.options["myst_config"].enable_extensions
    if is_same(token.content, translation, syntax):
        return
    children = source_tokens(state.md, token.content, state.env)
    is_free = USAGE_NOTE in token.meta[_CLASSES]
    reason = first_fault(children, token.children or [], is_free=is_free)
    if reason:
        token.children = children
        del token.meta[_SOURCE]
        document: nodes.document = state.md.options["document"]
        translated_in(document.settings.env).withheld[message] = reason


def message_of(source: str) -> str:
    """Return the message that the gettext builder makes of the source of a text."""
    return _clean_extracted_message(source)


class Renderer(SphinxRenderer):
    """MyST's renderer, with ids that come from the source and so are alike in all languages."""

    def render_inline(self, token: SyntaxTreeNode) -> None:
        """Note the nodes that have been translated."""
        if _SOURCE in token.meta:
            translated_in(self.sphinx_env).texts.append(self.current_node)
        super().render_inline(token)

    def generate_heading_target(
        self,
        token: SyntaxTreeNode,
        level: int,
        node: nodes.Element,
        title_node: nodes.Element,
    ) -> None:
        """Name a heading by its source, and note its translation, which is a name of it too."""
        inline = token.children[0] if token.children else None
        if inline is None or _SOURCE not in inline.meta:
            super().generate_heading_target(token, level, node, title_node)
            return
        source = self._source_heading(token)
        title = nodes.title()
        with self.current_node_context(title):
            self.render_children(source)
        super().generate_heading_target(source, level, node, title)
        if isinstance(node, nodes.section):
            translated_in(self.sphinx_env).note_section(node, title, title_node)

    def _source_heading(self, token: SyntaxTreeNode) -> SyntaxTreeNode:
        """Return the heading in the language of the source."""
        opening, inline, closing = token.to_tokens()
        if _WORDS.fullmatch(inline.content):
            children = [Token("text", "", 0, content=inline.content)]
        else:
            children = self.md.parseInline(inline.content, self.md_env)[0].children or []
        for child in children:
            child.map = inline.map
        inline = inline.copy(children=children, meta={})
        return SyntaxTreeNode([opening, inline, closing]).children[0]


class Parser(MystParser):
    """MyST's parser for Sphinx with one Markdown parser to a process and a configuration."""

    catalogues: ClassVar[Catalogues]
    keeps_structure: ClassVar[bool] = False
    _parsers: ClassVar[dict[str, MarkdownIt]] = {}
    _last: ClassVar[tuple[MdParserConfig, MarkdownIt] | None] = None

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse the source of a page into *document*, in the language of the build."""
        env = document.settings.env
        docname = env.current_document.docname
        config = self._page_config(env.myst_config, inputstring, document)
        parser = self.markdown(config)
        parser.options["document"] = document
        parser.options["myst_config"] = config
        # nobody asks for the number of words but the references of MyST that are called so
        asked = "wordcount" in inputstring or "{include}" in inputstring
        (parser.enable if asked else parser.disable)("wordcount")
        # what Sphinx translates it has parsed by itself, and that is no source
        is_source = not document["source"].endswith(":<translated>")
        messages = self.catalogues.messages(docname) if is_source else {}
        parser.render(inputstring, {_MESSAGES: messages, _KEEPS_STRUCTURE: self.keeps_structure})

    @staticmethod
    def _page_config(
        config: MdParserConfig, source: str, document: nodes.document
    ) -> MdParserConfig:
        """Return the configuration of the project with that of the page."""
        try:
            topmatter = read_topmatter(source)
        except TopmatterReadError:
            return config  # reported when the page is rendered
        if not topmatter:
            return config

        def warn(kind: Any, message: str) -> None:
            create_warning(document, message, kind, line=1, append_to=document)

        return merge_file_level(config, topmatter, warn)

    @classmethod
    def markdown(cls, config: MdParserConfig) -> MarkdownIt:
        """Return the Markdown parser for *config*, made once."""
        if cls._last is None or config is not cls._last[0]:
            key = repr(config)
            if key not in cls._parsers:
                parser = create_md_parser(config, Renderer)
                parser.core.ruler.before("inline", "put_translations", put_translations)
                parser.core.ruler.after("inline", "restore_sources", restore_sources)
                cls._parsers[key] = parser
            cls._last = config, cls._parsers[key]
        return cls._last[1]
