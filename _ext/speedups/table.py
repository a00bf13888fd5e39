"""What is replaced by what, where the cost is reported, and of which source that is true."""

from __future__ import annotations

from speedups import replacements as by
from speedups.places import SPHINX, Place

_SLOW = f"{SPHINX}14277"  # large projects are slow: where a cost has no report of its own
_CODE = "sphinx.transforms.post_transforms.code"
_TOCTREE = "sphinx.environment.adapters.toctree"

SPEEDUPS = (
    (
        Place(
            "docutils",
            "docutils.nodes:Node._fast_findall",
            "5675aefbd2cf1b08",
            "https://github.com/useblocks/sphinx-needs/issues/751",
        ),
        by.find_by_class,
    ),
    (
        Place("docutils", "docutils.nodes:Node.setup_child", "e4d4c187fb9402f0", _SLOW),
        by.set_up_child,
    ),
    (Place("docutils", "docutils.nodes:Node.walkabout", "2ab1f659d80ae80c", _SLOW), by.walk_about),
    (
        Place(
            "docutils",
            "docutils.writers._html_base:HTMLTranslator.encode",
            "2f723a87d523bba6",
            _SLOW,
        ),
        by.encode,
    ),
    (
        Place("sphinx", "sphinx.util.docutils:_get_settings", "98f6827c105d9112", f"{SPHINX}4230"),
        by.get_settings,
    ),
    (
        Place(
            "sphinx",
            "sphinx.transforms:SphinxSmartQuotes.apply",
            "cf3ef9a9ada29787",
            f"{SPHINX}3967",
        ),
        by.put_quotes,
    ),
    (
        Place("sphinx", f"{_CODE}:HighlightLanguageTransform.apply", "d5185241044b8b34", _SLOW),
        by.set_languages_of_code,
    ),
    (Place("sphinx", f"{_TOCTREE}:document_toc", "fe51141ec29c8591", _SLOW), by.contents_of_page),
    (
        Place("sphinx", "sphinx.builders.html:document_toc", "fe51141ec29c8591", _SLOW),
        by.contents_of_page,
    ),
    (
        Place(
            "sphinx",
            "sphinx.builders.html:_file_checksum",
            "9a3ff938217b92fb",
            "https://github.com/sphinx-doc/sphinx/pull/11415",
        ),
        by.file_checksum,
    ),
    (
        Place(
            "sphinx", "sphinx.builders:Builder.write_doctree", "d1386c9b4273a999", f"{SPHINX}11124"
        ),
        by.write_doctree,
    ),
    (
        Place(
            "sphinx",
            "sphinx.environment:BuildEnvironment.get_doctree",
            "ca8798b5eca5f381",
            f"{SPHINX}12705",
        ),
        by.get_doctree,
    ),
    (
        Place(
            "myst-parser",
            "myst_parser.mdit_to_docutils.base:make_document",
            "222e9e19081c2e7c",
            _SLOW,
        ),
        by.make_document,
    ),
)
