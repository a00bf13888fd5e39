"""What translating relies on in the inside of libraries, and when it may be relied on.

``tests/site/test_translating.py`` compares the result with what Sphinx does by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speedups.places import SPHINX, Place, warn_of_unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

_MYST = "https://github.com/executablebooks/MyST-Parser/pull/474"  # makes one parser to a text
_LOCALE = f"{SPHINX}14277"  # each message is parsed twice, by parsers of its own

RELIED_ON = (
    # makes the parser; a renderer may be used again, for it sets up what belongs to a page
    Place("myst-parser", "myst_parser.parsers.mdit:create_md_parser", "b7ba52b19650dc63", _MYST),
    Place(
        "myst-parser",
        "myst_parser.mdit_to_docutils.base:DocutilsRenderer.setup_render",
        "09ae3e2fe89715fd",
        _MYST,
    ),
    # overridden, so that the id of a heading comes from its source
    Place(
        "myst-parser",
        "myst_parser.mdit_to_docutils.base:DocutilsRenderer.generate_heading_target",
        "2f9f564a69838d85",
        _MYST,
    ),
    # overridden, so that the parser is made once
    Place("myst-parser", "myst_parser.parsers.sphinx_:MystParser.parse", "0d71d5731b4a6f7c", _MYST),
    # between these two a translation takes the place of its message
    Place("markdown-it-py", "markdown_it.rules_core.block:block", "e4f78987e40c9aa8", _LOCALE),
    Place("markdown-it-py", "markdown_it.rules_core.inline:inline", "8cd753278475e206", _LOCALE),
    # says what the message of a text is, and what of a translation is none
    Place("sphinx", "sphinx.util.nodes:_clean_extracted_message", "3bfc2c68241d871e", _LOCALE),
    Place("sphinx", "sphinx.transforms.i18n:parse_noqa", "6f4886093a298251", _LOCALE),
    # translates the rest, with a catalogue that it finds where another call has left it; the
    # source that it parses tells by its name that it is a translation
    Place("sphinx", "sphinx.transforms.i18n:Locale.apply", "118126ca0d1cb985", _LOCALE),
    Place("sphinx", "sphinx.transforms.i18n:_publish_msgstr", "9a43862bd8487aaf", _LOCALE),
    Place("sphinx", "sphinx.locale:init", "da7b4ddbc73c1799", _LOCALE),
    # done for a heading that was translated here
    Place(
        "sphinx",
        "sphinx.transforms.i18n:_NodeUpdater.update_title_mapping",
        "562795a8e7a9ff4c",
        _LOCALE,
    ),
)


_COST = (
    "Sphinx translates by itself, so that translated pages take about five times as long, anchors "
    "may differ from language to language, and what a translation loses is not noticed"
)


def is_checked() -> bool:
    """Return whether all libraries have a version that was looked at; warn of each that has not."""
    return not warn_of_unchecked(
        "myst_gettext", *{place.library for place in RELIED_ON}, cost=_COST
    )


def reasons_against(config: Config) -> Iterator[str]:
    """Yield which settings speak for leaving the translating to Sphinx."""
    others = sorted(set(config.source_suffix.values()) - {"markdown"})
    if others:
        yield f"pages may also be {', '.join(map(str, others))}"
    if config.gettext_additional_targets:
        yield "gettext_additional_targets is set"
