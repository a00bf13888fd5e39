"""What is relied on beyond documented interfaces, and the versions for which that was checked.

- MyST-Parser 5.2: ``create_md_parser``, and a renderer that may be used again, for
  ``setup_render`` resets it; one parser serves all pages of a process.
- MyST-Parser 5.2: ``generate_heading_target``, overridden so that the id of a heading comes from
  its source.
- markdown-it-py 4: the core rules ``block`` and ``inline``, between which a translation is put.
- Sphinx 9: ``sphinx.util.nodes._clean_extracted_message``, which says what the message of a text
  is; ``messages`` reads the table of ``gettext.GNUTranslations``.

``tests/site/test_translating.py`` compares with what Sphinx does by itself, so a change upstream
is a failing test.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.config import Config

CHECKED = {"sphinx": ("9.0.",), "myst-parser": ("5.2.",), "markdown-it-py": ("4.",)}


def reasons_against(config: Config) -> list[str]:
    """Return why translating is to be left to Sphinx; an empty list when nothing speaks against."""
    return [*_versions(), *_settings(config)]


def _versions() -> Iterable[str]:
    for library, checked in CHECKED.items():
        found = version(library)
        if not found.startswith(checked):
            yield f"{library} {found} was not checked (only {', '.join(checked)})"


def _settings(config: Config) -> Iterable[str]:
    others = sorted(set(config.source_suffix.values()) - {"markdown"})
    if others:
        yield f"pages may also be {', '.join(map(str, others))}"
    if config.gettext_additional_targets:
        yield "gettext_additional_targets is set"
