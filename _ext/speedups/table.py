"""What is replaced by what, where the cost is reported, and of which source that is true."""

from __future__ import annotations

from speedups import builders, environment, nodes
from speedups.places import SPHINX, Place

_SLOW = f"{SPHINX}14277"  # large projects are slow: where a cost has no report of its own
_CODE = "sphinx.transforms.post_transforms.code"

SPEEDUPS = (
    (
        Place(
            "docutils",
            "docutils.nodes:Node.findall",
            "4c53325c43ecc0d9",
            "https://github.com/useblocks/sphinx-needs/issues/751",
        ),
        nodes.find_all,
    ),
    (
        Place("docutils", "docutils.nodes:Element.__init__", "ca523334de1bc007", _SLOW),
        nodes.make_element,
    ),
    (
        Place(
            "docutils",
            "docutils.transforms.references:DanglingReferences.apply",
            "dd4c078ce18f6f2f",
            _SLOW,
        ),
        nodes.resolve_references,
    ),
    (Place("docutils", "docutils.nodes:unescape", "34ad5b021d3776b5", _SLOW), nodes.unescape),
    (
        Place("docutils", "docutils.nodes:Node.setup_child", "e4d4c187fb9402f0", _SLOW),
        nodes.set_up_child,
    ),
    (
        Place("docutils", "docutils.nodes:Node.walkabout", "2ab1f659d80ae80c", _SLOW),
        nodes.walk_about,
    ),
    (
        Place(
            "docutils",
            "docutils.writers._html_base:HTMLTranslator.encode",
            "2f723a87d523bba6",
            _SLOW,
        ),
        nodes.encode,
    ),
    (
        Place("sphinx", "sphinx.util.docutils:_get_settings", "98f6827c105d9112", f"{SPHINX}4230"),
        builders.get_settings,
    ),
    (
        Place(
            "sphinx",
            "sphinx.transforms:SphinxSmartQuotes.apply",
            "cf3ef9a9ada29787",
            f"{SPHINX}3967",
        ),
        builders.put_quotes,
    ),
    (
        Place("sphinx", f"{_CODE}:HighlightLanguageTransform.apply", "d5185241044b8b34", _SLOW),
        builders.set_languages_of_code,
    ),
    (
        Place(
            "sphinx",
            "sphinx.builders.html:_file_checksum",
            "9a3ff938217b92fb",
            "https://github.com/sphinx-doc/sphinx/pull/11415",
        ),
        builders.file_checksum,
    ),
    (
        Place(
            "sphinx", "sphinx.builders:Builder.write_doctree", "d1386c9b4273a999", f"{SPHINX}11124"
        ),
        builders.write_doctree,
    ),
    (
        Place(
            "sphinx",
            "sphinx.environment:BuildEnvironment.__getstate__",
            "93c650d6e1a9a86b",
            f"{SPHINX}12705",
        ),
        environment.get_state,
    ),
    (
        Place(
            "sphinx",
            "sphinx.environment:BuildEnvironment.get_doctree",
            "ca8798b5eca5f381",
            f"{SPHINX}12705",
        ),
        builders.get_doctree,
    ),
    (
        Place(
            "myst-parser",
            "myst_parser.mdit_to_docutils.base:make_document",
            "222e9e19081c2e7c",
            _SLOW,
        ),
        builders.make_document,
    ),
)
