"""What the parser did not translate is translated by Sphinx, and does not see the rest.

Terms, names of fields, reStructuredText, titles that directives make. Texts of attributes, which
nearly every page has, are translated here as Sphinx does, so that most pages need nothing of it.
"""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, Any, TypeAlias

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import translators
from sphinx.transforms import SphinxTransform
from sphinx.transforms.i18n import Locale
from sphinx.util.i18n import docname_to_domain
from sphinx.util.nodes import extract_messages

from myst_gettext.invariant import first_fault_of_page
from myst_gettext.messages import Kept
from myst_gettext.parser import Parser
from myst_gettext.translated import translated_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment

_Rest: TypeAlias = tuple[nodes.Element, str, str]  # what is not translated yet, and how it is


class HandOver(SphinxTransform):
    """Hide from Sphinx what is translated, and give it the catalogue if there is more to do."""

    default_priority = Locale.default_priority - 1

    def apply(self, **kwargs: Any) -> None:
        """Translate what needs no parsing, or leave it to Sphinx with what does."""
        docname = self.env.current_document.docname
        if not Parser.catalogues.are_there(docname):
            return
        messages = Parser.catalogues.messages(docname)
        translated = translated_in(self.env)
        translated.rename_sections(self.document)
        translated.hide()
        rest = [
            (node, message, messages.get(message, ""))
            for node, message in extract_messages(self.document)
        ]
        if Parser.keeps_structure:
            rest = list(self._kept(rest, translated.withheld))
        if not any(starmap(_wants_parsing, rest)):
            for node, message, translation in rest:
                _translate(node, message, translation)
            return
        translated.hide_formulas(self.document)
        translators[_key(self.env)] = Kept(
            {
                message: text
                for message, text in messages.items()
                if message not in translated.withheld
                and (text == message or text.strip() != message)
            }
        )

    def _kept(self, rest: Iterable[_Rest], withheld: dict[str, str]) -> Iterator[_Rest]:
        """Yield *rest* without the translations that are something else than their message."""
        md = Parser.markdown(self.document.settings.env.myst_config)
        for node, message, translation in rest:
            if message not in withheld and _wants_parsing(node, message, translation):
                links = sum(1 for _link in node.findall(_is_link))
                reason = first_fault_of_page(md, message, translation, links=links)
                if reason:
                    withheld[message] = reason
            yield node, message, "" if message in withheld else translation


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, (nodes.reference, addnodes.pending_xref))


class TakeBack(SphinxTransform):
    """Undo what was done for Sphinx to translate the rest."""

    default_priority = Locale.default_priority + 1

    def apply(self, **kwargs: Any) -> None:
        """Show what was hidden again, and take the catalogue away."""
        translators.pop(_key(self.env), None)
        translated_in(self.env).show()


def _wants_parsing(node: nodes.Element, message: str, translation: str) -> bool:
    """Return whether a translation is something else than another text in an attribute."""
    attributes = (addnodes.translatable, nodes.meta, nodes.image, nodes.math_block)
    return translation.strip() not in {"", message} and not isinstance(node, attributes)


def _translate(node: nodes.Element, message: str, translation: str) -> None:
    """Translate the text of an attribute as Sphinx does, and note whether it counts as such."""
    node["translated"] = translation == message
    if translation in {"", message}:
        return
    if isinstance(node, addnodes.translatable):
        node.apply_translated_message(message, translation)
    elif isinstance(node, nodes.meta):
        node["content"] = translation
        node["translated"] = True
    elif isinstance(node, nodes.image) and node.get("alt") == message:
        node["alt"] = translation


def _key(env: BuildEnvironment) -> tuple[str, str]:
    """Return the place where Sphinx looks for the catalogue of the page before it opens a file."""
    return "general", docname_to_domain(env.current_document.docname, env.config.gettext_compact)
