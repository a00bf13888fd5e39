"""The parser: MyST's, with the translation put in before a message is parsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from myst_parser.config.main import TopmatterReadError, merge_file_level, read_topmatter
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.warnings_ import create_warning
from sphinx.util.nodes import _clean_extracted_message

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.tree import SyntaxTreeNode
    from myst_parser.config.main import MdParserConfig

    from myst_gettext.catalogues import Catalogues

_MESSAGES = "myst_gettext_messages"  # key of the Markdown environment: translations by message
_WORDS = re.compile(r"[^\W_](?:[^\W_]|[ ,’])*")  # no markup, whatever extensions there are
_SOURCE = "myst_gettext_source"  # key of a token's meta: what was translated


def put_translations(state: StateCore) -> None:
    """Rule before ``inline``: put the translation where the message stands."""
    messages: dict[str, str] = state.env.get(_MESSAGES, {})
    if not messages:
        return
    for token in state.tokens:
        if token.type == "inline":
            translation = messages.get(message_of(token.content))
            if translation is not None:
                token.meta[_SOURCE] = token.content
                token.content = translation


def restore_sources(state: StateCore) -> None:
    """Rule after ``inline``: the content of a token is the raw source of its node."""
    for token in state.tokens:
        if token.type == "inline" and _SOURCE in token.meta:
            token.content = token.meta[_SOURCE]


def message_of(source: str) -> str:
    """Return the message that the gettext builder makes of the source of a text."""
    return _clean_extracted_message(source)


class Renderer(SphinxRenderer):
    """MyST's renderer, with ids that come from the source and so are alike in all languages."""

    def generate_heading_target(
        self,
        token: SyntaxTreeNode,
        level: int,
        node: nodes.Element,
        title_node: nodes.Element,
    ) -> None:
        """Name a heading by its source, and then by its translation too, as Sphinx does."""
        inline = token.children[0] if token.children else None
        if inline is None or _SOURCE not in inline.meta:
            super().generate_heading_target(token, level, node, title_node)
            return
        super().generate_heading_target(token, level, node, self._source_title(inline.content))
        new_name = nodes.fully_normalize_name(title_node.astext())
        if new_name not in node["names"]:
            node["names"].append(new_name)

    def _source_title(self, message: str) -> nodes.title:
        """Return the heading in the language of the source."""
        title = nodes.title()
        if _WORDS.fullmatch(message):
            title += nodes.Text(message)
            return title
        messages = self.md_env.pop(_MESSAGES)
        try:
            with self.current_node_context(title):
                self.nested_render_text(message, 0, inline=True)
        finally:
            self.md_env[_MESSAGES] = messages
        return title


class Parser(MystParser):
    """MyST's parser for Sphinx with one Markdown parser to a process and a configuration."""

    catalogues: ClassVar[Catalogues]
    _parsers: ClassVar[dict[str, MarkdownIt]] = {}
    _last: ClassVar[tuple[MdParserConfig, MarkdownIt] | None] = None

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse the source of a page into *document*, in the language of the build."""
        env = document.settings.env
        docname = env.current_document.docname
        config = self._page_config(env.myst_config, inputstring, document)
        parser = self._parser(config)
        parser.options["document"] = document
        parser.options["myst_config"] = config
        # nobody asks for the number of words but the references of MyST that are called so
        asked = "wordcount" in inputstring or "{include}" in inputstring
        (parser.enable if asked else parser.disable)("wordcount")
        parser.render(inputstring, {_MESSAGES: self.catalogues.messages(docname)})

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
    def _parser(cls, config: MdParserConfig) -> MarkdownIt:
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
