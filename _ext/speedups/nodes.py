"""What takes the place of functions of docutils; the result is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.nodes import NodeMatcher

from speedups.places import original

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.transforms.references import DanglingReferences


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
        return _find_by_class(self, condition)
    if condition is None:
        return _find_by_class(self, nodes.Node)
    cls = condition.classes if isinstance(condition, NodeMatcher) else ()
    return (node for node in _find_by_class(self, cls or nodes.Node) if condition(node))


def _find_by_class(self: nodes.Node, cls: type | tuple[type, ...]) -> Iterator[nodes.Node]:
    """Yield the nodes of a class; lists that change meanwhile are seen as before."""
    if isinstance(self, cls):
        yield self
    above: list[Iterator[nodes.Node]] = []
    children: Iterator[nodes.Node] | None = iter(self.children)
    while children is not None:
        for node in children:
            if isinstance(node, cls):
                yield node
            if below := node.children:
                above.append(children)
                children = iter(below)
                break
        else:
            children = above.pop() if above else None


def make_element(self: nodes.Element, rawsource: Any = "", *children: Any, **given: Any) -> None:
    """Set up an element, for there are more of these than of anything else."""
    if isinstance(rawsource, nodes.Element):
        raise TypeError('First argument "rawsource" must be a string.')
    self.rawsource = rawsource
    self.children = []
    if children:
        self.extend(children)
    lists = self.list_attributes
    attributes: dict[str, Any] = {name: [] for name in lists}
    self.attributes = attributes
    for key, value in given.items():
        name = key.lower()
        attributes[name] = value[:] if name in lists else value
    tagname: str | None = self.tagname
    if tagname is None:
        self.tagname = self.__class__.__name__


def set_up_child(self: Any, child: nodes.Node) -> None:
    """Look for the document once: each look goes up to the root."""
    child.parent = self
    document = self._document or (self.parent and self.parent.document)
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


def take_apart(document: nodes.document, *, is_kept: bool) -> None:
    """Take apart a doctree that nobody needs any more, so that its memory is free at once.

    The garbage collector, which knows it by nothing but its links in a circle, takes longer to
    find that out than it takes to write the page. If others may have kept nodes of it (*is_kept*),
    these keep what is below them.
    """
    parents: list[Any] = [document]
    for parent in parents:
        for node in parent.children:
            node.parent = node.document = None
            if node.children:
                parents.append(node)
    for parent in parents[: 1 if is_kept else None]:
        parent.clear()
    document.ids.clear()


# -- docutils: references ------------------------------------------------------------------------

_REFERRING = NodeMatcher(
    nodes.reference,
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.target,
)


def resolve_references(self: DanglingReferences) -> None:
    """Leave pages alone that have nothing to be resolved."""
    if any(True for _ in _REFERRING.findall(self.document)):
        original("docutils.transforms.references:DanglingReferences.apply")(self)


# -- docutils: writing ---------------------------------------------------------------------------


def encode(self: Any, text: str) -> str:
    """Replace five characters by ``str.replace``, which is quicker than a table."""
    text = str(text)
    if self.special_characters != _SPECIAL:
        return text.translate(self.special_characters)
    for char, entity in _ENTITIES:
        if char in text:
            text = text.replace(char, entity)
    return text


_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;"), (">", "&gt;"), ("@", "&#64;"))
_SPECIAL = {ord(char): entity for char, entity in _ENTITIES}
