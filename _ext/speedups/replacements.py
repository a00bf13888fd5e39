"""The functions that take the place of those of libraries: each gives the same result sooner."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from docutils import frontend, nodes
from docutils.utils import new_document
from docutils.writers import _html_base
from sphinx import addnodes

from speedups.places import original

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from os import PathLike
    from pathlib import Path

    from docutils import SettingsSpec
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.transforms import SphinxSmartQuotes
    from sphinx.transforms.post_transforms.code import HighlightLanguageTransform
    from sphinx.util.tags import Tags

_SETTINGS: dict[Any, tuple[Any, ...]] = {}


# -- docutils: nodes -----------------------------------------------------------------------------


def find_by_class(self: nodes.Node, cls: type | tuple[type, ...]) -> Iterator[nodes.Node]:
    """Walk with one generator, not one to a node; lists that change are seen as before."""
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


# -- docutils and Sphinx: settings ---------------------------------------------------------------


def make_document(source_path: str = "notset", parser_cls: Any = None) -> nodes.document:
    """Make the settings once; MyST makes this document for each page and throws it away."""
    from docutils.parsers.rst import Parser  # noqa: PLC0415 - what MyST has as its default

    cls = parser_cls or Parser
    if ("document", cls) not in _SETTINGS:
        _SETTINGS["document", cls] = (frontend.get_default_settings(cls),)
    return new_document(source_path, settings=_fresh(_SETTINGS["document", cls][0]))


def get_settings(
    *components: SettingsSpec | type[SettingsSpec],
    defaults: Mapping[str, Any],
    read_config_files: bool = False,
) -> Any:
    """Read the settings of docutils once, not for each page."""
    classes = tuple(part if isinstance(part, type) else type(part) for part in components)
    key = (classes, read_config_files, *((name, id(defaults[name])) for name in sorted(defaults)))
    if key not in _SETTINGS:
        make = original("sphinx.util.docutils:_get_settings")
        settings = make(*components, defaults=defaults, read_config_files=read_config_files)
        _SETTINGS[key] = (_fresh(settings), dict(defaults))  # what is kept keeps its id
    return _fresh(_SETTINGS[key][0])


def _fresh(settings: Any) -> Any:
    """Return a copy that can be changed without changing *settings*."""
    values = settings.copy()
    for name, value in vars(values).items():
        if isinstance(value, (list, dict)):
            setattr(values, name, copy.copy(value))
    return values


# -- Sphinx: typographic quotes ------------------------------------------------------------------

_QUOTABLE = re.compile("[\"'`\\\\&\x00]|--|\\.\\.\\.|\\. \\. \\.")


def put_quotes(self: SphinxSmartQuotes) -> None:
    """Leave pages alone that have nothing to be changed: each text is put back as it was."""
    if any(_QUOTABLE.search(text) for text in self.document.findall(nodes.Text)):
        original("sphinx.transforms:SphinxSmartQuotes.apply")(self)


# -- Sphinx: highlighting and contents -----------------------------------------------------------


def set_languages_of_code(self: HighlightLanguageTransform) -> None:
    """Leave pages without code alone."""
    code = (nodes.literal_block, nodes.doctest_block, addnodes.highlightlang)
    if any(True for _ in find_by_class(self.document, code)):
        original(f"{_CODE}:HighlightLanguageTransform.apply")(self)


def contents_of_page(env: BuildEnvironment, docname: str, tags: Tags) -> nodes.Node:
    """Make the contents of a page once: Sphinx shows them, and themes count them before."""
    if _CONTENTS[:2] != [env, docname]:
        _CONTENTS[:] = env, docname, original(f"{_TOCTREE}:document_toc")(env, docname, tags)
    found: nodes.Node = _CONTENTS[2]
    return found


_CODE = "sphinx.transforms.post_transforms.code"
_TOCTREE = "sphinx.environment.adapters.toctree"
_CONTENTS: list[Any] = [None, None, None]


# -- Sphinx: checksums ---------------------------------------------------------------------------

_CHECKSUMS: dict[tuple[Any, str], str] = {}


def file_checksum(outdir: Path, filename: str | PathLike[str]) -> str:
    """Look for a file once, not once a page; a file that is not there yet is looked for again."""
    key = (outdir, str(filename))
    if key not in _CHECKSUMS:
        found = original("sphinx.builders.html:_file_checksum")(outdir, filename)
        if not found:
            return ""
        _CHECKSUMS[key] = found
    return _CHECKSUMS[key]


# -- Sphinx: doctrees ----------------------------------------------------------------------------


def write_doctree(self: Builder, docname: str, doctree: nodes.document, **_options: bool) -> None:
    """Keep no doctree in memory: the garbage collector would walk through all of them."""
    original("sphinx.builders:Builder.write_doctree")(self, docname, doctree, _cache=False)


def get_doctree(self: BuildEnvironment, docname: str) -> nodes.document:
    """Keep no pickle in memory: nothing reads a page twice."""
    doctree: nodes.document = original("sphinx.environment:BuildEnvironment.get_doctree")(
        self, docname
    )
    self._pickled_doctree_cache.pop(docname)
    return doctree


def forget() -> None:
    """Forget what was kept of the build before."""
    _CHECKSUMS.clear()
    _CONTENTS[:] = None, None, None
