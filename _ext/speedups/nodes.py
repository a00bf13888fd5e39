"""What takes the place of functions of docutils; the result is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.writers import _html_base

from speedups.places import original

if TYPE_CHECKING:
    from collections.abc import Iterator


# -- docutils: nodes -----------------------------------------------------------------------------


def find_all(  # noqa: PLR0913, PLR0917 - as upstream
    self: nodes.Node,
    condition: Any = None,
    include_self: bool = True,
    descend: bool = True,
    siblings: bool = False,
    ascend: bool = False,
) -> Iterator[nodes.Node]:
    """Walk below a node with one generator, not one to a node."""
    if not include_self or not descend or siblings or ascend:
        found: Iterator[nodes.Node] = original("docutils.nodes:Node.findall")(
            self, condition, include_self, descend, siblings, ascend
        )
        return found
    if isinstance(condition, type):
        return find_by_class(self, condition)
    if condition is None:
        return find_by_class(self, nodes.Node)
    return (node for node in find_by_class(self, nodes.Node) if condition(node))


def find_by_class(self: nodes.Node, cls: type | tuple[type, ...]) -> Iterator[nodes.Node]:
    """Yield the nodes of a class; lists that change meanwhile are seen as before."""
    if isinstance(self, cls):
        yield self
    stack = [iter(self.children)]
    while stack:
        for node in stack[-1]:
            if isinstance(node, cls):
                yield node
            if node.children:
                stack.append(iter(node.children))
                break
        else:
            stack.pop()


def set_up_child(self: nodes.Element, child: nodes.Node) -> None:
    """Look for the document once: each look goes up to the root."""
    child.parent = self
    document = self.document
    if document is not None:
        child.document = document
        if child.source is None:
            child.source = document.current_source
        if child.line is None:
            child.line = document.current_line


def walk_about(self: nodes.Node, visitor: nodes.NodeVisitor) -> bool:  # noqa: C901 - as upstream
    """Make no message for a debugger that is not there."""
    if visitor.document.reporter.debug_flag:
        return bool(original("docutils.nodes:Node.walkabout")(self, visitor))
    call_depart = True
    stop = False
    try:
        try:
            visitor.dispatch_visit(self)
        except nodes.SkipNode:
            return stop
        except nodes.SkipDeparture:
            call_depart = False
        try:
            for child in self.children[:]:
                if child.walkabout(visitor):
                    stop = True
                    break
        except nodes.SkipSiblings:
            pass
    except nodes.SkipChildren:
        pass
    except nodes.StopTraversal:
        stop = True
    if call_depart:
        visitor.dispatch_departure(self)
    return stop


def unescape(
    text: str,
    restore_backslashes: bool = False,
    respect_whitespace: bool = False,
) -> str:
    """Leave texts alone that have nothing escaped."""
    if "\0" not in text:
        return str(text)
    unescaped: str = original("docutils.nodes:unescape")(
        text, restore_backslashes, respect_whitespace
    )
    return unescaped


# -- docutils: writing ---------------------------------------------------------------------------


def encode(self: Any, text: str) -> str:
    """Replace five characters by ``str.replace``, which is quicker than a table."""
    text = str(text)
    if self.special_characters is not _html_base.HTMLTranslator.special_characters:
        return text.translate(self.special_characters)
    for char, entity in _ENTITIES:
        if char in text:
            text = text.replace(char, entity)
    return text


_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;"), (">", "&gt;"), ("@", "&#64;"))
