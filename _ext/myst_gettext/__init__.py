"""Translate MyST pages as they are parsed: each message once, with one Markdown parser.

Sphinx's own transform (``sphinx.transforms.i18n.Locale``) parses every translated message twice,
each time with a Markdown parser built for it, and replaces what the page had been parsed to. Here a
rule of the Markdown parser puts the translation in the place of the message before either is
parsed; the few messages that are no block of Markdown are left to that transform.

The result is Sphinx's, but for what it loses: a translation that starts like a list or a heading,
or has several paragraphs; links that use the references of the page; boxes of task lists, formulas
that have a translation, substitutions of the page; the order of notes. Cells of tables that a
directive makes are translated too. Warnings name the line of the page, once, and references that
the translation lacks are not reported: that is for a check of the catalogues. With the setting
``myst_gettext_keeps_structure`` a translation is not shown that has other kinds of nodes, links,
images or attributes than its source (``myst_gettext.invariant``); what was withheld stands in
``translated_in(env).withheld`` until the page has been read.

The catalogues are those in Sphinx's ``locale_dirs``, or, where ``myst_gettext_dirs`` is set, there.
It works for projects whose pages are all MyST; for others it says so once and leaves the work to
Sphinx. So it does with versions of libraries that it was not checked with, of which every build
warns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

from myst_gettext.catalogues import Catalogues
from myst_gettext.parser import Parser
from myst_gettext.transforms import HandOver, TakeBack
from myst_gettext.upstream import is_checked, reasons_against

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

_logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the setting; what else is registered depends on it."""
    app.setup_extension("myst_parser")
    app.add_config_value("myst_gettext", default=True, rebuild="env", types=(bool,))
    app.add_config_value(
        "myst_gettext_keeps_structure", default=False, rebuild="env", types=(bool,)
    )
    app.add_config_value(
        "myst_gettext_dirs", lambda config: config.locale_dirs, rebuild="", types=(list, tuple)
    )
    app.connect("config-inited", take_over, priority=900)  # after those that set the folders
    return {
        "version": "1",
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def take_over(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: translate in the parser, if project and versions allow it.

    Whoever translates, the catalogues are those in ``myst_gettext_dirs``, and a page is read again
    when the content of its catalogues changes.
    """
    config.locale_dirs = list(config.myst_gettext_dirs)
    catalogues = Catalogues.compiled(app.srcdir, config)
    app.connect("source-read", catalogues.note)
    app.connect("env-get-outdated", catalogues.outdated)
    app.connect("env-purge-doc", catalogues.forget)
    app.connect("env-merge-info", catalogues.merge)
    if not (config.myst_gettext and is_checked()):
        return
    reasons = [*reasons_against(config)]
    if reasons:
        _logger.info("myst_gettext: left to Sphinx, for %s", "; ".join(reasons))
        return
    config.locale_dirs = []  # Sphinx's own transform has what it is given
    Parser.catalogues = catalogues
    Parser.keeps_structure = config.myst_gettext_keeps_structure
    app.add_source_parser(Parser, override=True)
    app.add_transform(HandOver)
    app.add_transform(TakeBack)
