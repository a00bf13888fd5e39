"""What takes the place of functions of Sphinx and MyST-Parser; the result is the same."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from docutils import frontend, nodes
from docutils.utils import DependencyList, new_document
from sphinx import addnodes
from sphinx.util.nodes import NodeMatcher

from speedups.nodes import take_apart
from speedups.places import original

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike
    from pathlib import Path

    from docutils import SettingsSpec
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.transforms import SphinxSmartQuotes
    from sphinx.transforms.post_transforms.code import HighlightLanguageTransform

_SETTINGS: dict[Any, tuple[Any, ...]] = {}


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
    values = copy.copy(settings)
    if not values.record_dependencies.file:  # else all that is read goes to one file
        values.record_dependencies = DependencyList()
    for name, value in vars(values).items():
        if isinstance(value, (list, dict)):
            setattr(values, name, copy.copy(value))
    return values


# -- Sphinx: typographic quotes ------------------------------------------------------------------

_QUOTABLE = re.compile("[\"'`\\\\&\x00]|--|\\.\\.\\.|\\. \\. \\.")


def put_quotes(self: SphinxSmartQuotes) -> None:
    """Leave pages alone that have nothing to be changed or warned of: texts are put back as is."""
    if _may_be_quoted(self):
        original("sphinx.transforms:SphinxSmartQuotes.apply")(self)


def _may_be_quoted(transform: SphinxSmartQuotes) -> bool:
    """Return whether a text may change, or a language be unknown."""
    settings = transform.document.settings
    if transform.config.smartquotes_action == "-1" or settings.smart_quotes is not True:
        return True  # which takes typographic quotes away, or has a language "...-x-altquot"
    page = transform.document
    if any(_QUOTABLE.search(text) for text in page.findall(nodes.Text)):
        return True
    return any(
        name.startswith("language-")
        for node in page.findall(nodes.Element)
        for name in node["classes"]
    )


# -- Sphinx: highlighting ------------------------------------------------------------------------


def set_languages_of_code(self: HighlightLanguageTransform) -> None:
    """Leave pages without code alone."""
    code = NodeMatcher(nodes.literal_block, nodes.doctest_block, addnodes.highlightlang)
    if any(True for _ in code.findall(self.document)):
        original(f"{_CODE}:HighlightLanguageTransform.apply")(self)


_CODE = "sphinx.transforms.post_transforms.code"


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
    if getattr(self, "takes_doctrees_apart", False):
        take_apart(doctree, is_kept=True)


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
    _SETTINGS.clear()
