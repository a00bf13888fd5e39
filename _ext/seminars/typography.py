"""The typography of the language: spaces at which no line may break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from cldr.no_break_spaces import has_rules, spaced
from texts.harmless import in_xml

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_logger = logging.getLogger(__name__)

_SHOWN = frozenset({"html", "latex"})
_NO_RULES = (
    "no rule is known of where spaces of `%s` do not break, but for dates and numbers: "
    "_ext/cldr/no_break_spaces.py has those of other languages"
)


class NoBreakSpaces(SphinxTransform):
    """Make those spaces unbreakable that the typography of the language wants so.

    What no output can hold, from a file that the page includes, is a sign of its own.
    """

    default_priority = 860  # after SphinxSmartQuotes (855), when titles and texts are translated

    def apply(self, **kwargs: Any) -> None:
        """Change the text of the page; what is literal or in another language stays."""
        for text in list(self.document.findall(nodes.Text)):
            clean = in_xml(text.astext())
            new = spaced(clean, language=self.config.language)
            if new != text.astext():
                text.parent.replace(text, nodes.Text(clean if _is_kept(text) else new))


def _is_kept(node: nodes.Node) -> bool:
    """Return whether *node* is literal text or stands in another language."""
    kept = (nodes.literal, nodes.FixedTextElement, nodes.raw, nodes.math, addnodes.toctree)
    while node.parent is not None:
        node = node.parent
        if isinstance(node, kept) or any(
            name.startswith("language-") for name in node.get("classes", ())
        ):
            return True
    return False


def report_no_rules(app: Sphinx) -> None:
    """On ``builder-inited``: say that no style of the language is known, which is no fault."""
    if app.builder.format in _SHOWN and not has_rules(app.config.language):
        _logger.info(_NO_RULES, app.config.language)


def setup(app: Sphinx) -> None:
    """Register the no-break spaces."""
    app.add_transform(NoBreakSpaces)
    app.connect("builder-inited", report_no_rules)
