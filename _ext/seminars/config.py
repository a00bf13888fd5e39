"""The settings of the extension, and what of Sphinx's own follows from the language."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from sphinx.errors import ConfigError
from sphinx.util import logging

from seminars.catalogues import INTERFACE, CheckedCatalogues

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_logger = logging.getLogger(__name__)


def check_settings(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: refuse languages that CLDR does not know, and a way past the gate."""
    if config.locale_dirs:  # Sphinx has read them by now
        raise ConfigError("locale_dirs: set it to []; the catalogues in locales/ are checked first")
    if not config.seminars_languages:
        raise ConfigError("seminars_languages is empty: name at least the source language")
    for code, locale in config.seminars_languages.items():
        try:
            Locale.parse(locale)
        except (UnknownLocaleError, ValueError) as error:
            raise ConfigError(f"seminars_languages: {code}: {error}") from error
    if config.language not in config.seminars_languages:
        known = ", ".join(config.seminars_languages)
        raise ConfigError(f"the language `{config.language}` is not in seminars_languages: {known}")


def use_checked_catalogues(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: compile the catalogues of the language and let Sphinx read the result.

    What does not pass the gate is said, left out, and shown in the language of the source.
    Messages of pages and words of the interface go to two folders: the former are Sphinx's
    ``locale_dirs``; the latter fill what the catalogues of Sphinx and its theme lack.
    """
    checked = CheckedCatalogues(app.doctreedir)
    source = app.srcdir / "locales" / config.language / "LC_MESSAGES"
    findings = checked.check_out(
        source, language=config.language, syntax=config.myst_enable_extensions
    )
    for path, finding in findings:  # no warnings: what is wrong with them is not published
        place = path.relative_to(app.srcdir).as_posix()
        _logger.info("%s:%d: %s", place, finding.line, finding.text)
    if findings:
        files = len({path for path, _finding in findings})
        text = "locales: not everything is published: %d findings in %d catalogues (above)"
        _logger.info(text, len(findings), files)
    config.locale_dirs = [os.path.relpath(checked.pages, app.srcdir)]
    app.add_message_catalog(INTERFACE, str(checked.interface))


def use_translated_title(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: name the archive as the translation of its home page does."""
    checked = CheckedCatalogues(app.doctreedir)
    config.project = checked.translation(config.root_doc, config.project, language=config.language)
    config.html_title = config.html_short_title = config.project
    config.epub_basename = f"seminars-{config.language}"
    config.epub_title = config.epub_author = config.epub_publisher = config.project
    config.latex_documents = [
        (config.root_doc, f"seminars-{config.language}.tex", config.project, "", "manual", True)
    ]
