"""The settings of the extension, and what of Sphinx's own follows from the language."""

from __future__ import annotations

import os
from gettext import GNUTranslations, NullTranslations, find
from pathlib import Path
from typing import TYPE_CHECKING

import sphinx
from sphinx import locale
from sphinx.util import logging

from catalogues.checked_copy import CheckedCatalogues
from catalogues.locales import UPSTREAM, is_page_of, path_of, survey
from catalogues.translated_findings import in_language
from cldr.language_tags import closest
from records.settings import CHECKED, CONF, Source, faults_in
from records.web_addresses import NO_SITE_URL, site_url
from texts.harmless import as_name, in_terminal

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_logger = logging.getLogger(__name__)


def check_settings(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: end with a line for each setting that is none, as ``conf.py`` has it.

    The language may be any of the archive's: it is the one to build.
    """
    conf = app.confdir / CONF
    source = Source.of(conf.read_bytes() if conf.is_file() else b"")
    known = [value.name for value in config if value.name.startswith("seminars_")]
    checked = {*known, "language", *source.lines} & set(CHECKED)
    checked -= {"locale_dirs"} & config.overrides.keys()  # what is read is set here in any case
    faults = faults_in(
        {name: config[name] for name in sorted(checked) if name in config},
        source,
        required=(),  # Sphinx has a default for each
        known=known,
        overridden=["language"],
    )
    if faults:
        # Sphinx shows its versions and a traceback around what is raised of its own errors
        # (sphinx._cli.util.errors.handle_exception), and an editor no line to read
        raise SystemExit("\n".join(fault.at(CONF) for fault in faults))


def use_checked_catalogues(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: compile the catalogues and let Sphinx read the result.

    Those of all languages, for a page says in which others it is published; a caller that has
    checked them for several builds names the copy in ``seminars_catalogues``.

    What does not pass the gate is said, left out, and shown in the language of the source.
    Messages of pages and words of the interface go to two folders: the former take the place of
    ``locale_dirs``; the latter fill what the catalogues of Sphinx and its theme lack.
    """
    checked = CheckedCatalogues.of(app.doctreedir, config.seminars_catalogues)
    if not config.seminars_catalogues:
        is_page = is_page_of(app.srcdir, config.exclude_patterns)
        found = survey(app.srcdir / "locales", config.seminars_languages, is_page=is_page)
        for line in found.lines(app.srcdir):
            _logger.info("%s", line)
        syntax = config.myst_enable_extensions
        checked.check_out(found.languages, top=Path(app.srcdir), syntax=syntax)
    _report_findings(checked, config.language)
    pages = [os.path.relpath(checked.pages, app.srcdir)]
    if "myst_gettext" in app.extensions:  # which holds against the page what has passed the gate
        config["myst_gettext_dirs"] = pages
        config["myst_gettext_keeps_structure"] = True
    else:
        config.locale_dirs = pages
    # Sphinx sees no change in words of the interface (as of 9.0.4), which stand in every page
    config["seminars_interface"] = checked.words(config.language)
    _use_words(app, checked.interface)


def _use_words(app: Sphinx, interface: Path) -> None:
    """Have Sphinx know its own words and those of *interface*, whatever it has read by now.

    Before it loads extensions it looks in ``locales/`` for a catalogue of the name of its own, a
    compiled one without its source included, and after that in the folders of the machine
    (sphinx.application.Sphinx._init_i18n). ``add_message_catalog`` would leave templates of a
    language without their words that Sphinx itself has none in.
    """
    folders = [interface, Path(sphinx.__file__).parent / "locale"]  # its own words come first
    app.translator = NullTranslations()
    for path in reversed(_catalogues_of(app.config.language, folders)):
        with path.open("rb") as file:
            found = GNUTranslations(file)
        found.add_fallback(app.translator)
        app.translator = found
    locale.translators["general", UPSTREAM] = app.translator


def _catalogues_of(language: str, folders: list[Path]) -> list[Path]:
    """Return the catalogues below *folders* that have words for *language*, its own first.

    What these lack comes from those of a wider language, as gettext has it: ``pt`` for ``pt_BR``,
    but not ``sr`` for ``sr@latin``, which gettext has too: the script is another one.
    """
    found = [Path(path) for one in folders for path in find(UPSTREAM, one, [language], all=True)]
    known = [path for path in found if closest(language, [path.parts[-3]])]
    return sorted(known, key=lambda path: -len(path.parts[-3]))  # "pt_BR", then "pt"


def _report_findings(checked: CheckedCatalogues, language: str) -> None:
    """Say what is not published; no warnings, for what is wrong with it is not shown."""
    known = checked.known(language)
    found = [(name, finding) for name in known for finding in known[name].findings]
    for name, finding in found:
        place = in_terminal(path_of(language, name))
        text = in_language(finding.text, language)
        _logger.info("%s:%d: %s", place, finding.line, text)
    if found:
        files = len({name for name, _finding in found})
        text = "locales: not everything is published: %d findings in %d catalogues (above)"
        _logger.info(text, len(found), files)


def use_translated_title(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: name the archive as the translation of its home page does."""
    checked = CheckedCatalogues.of(app.doctreedir, config.seminars_catalogues)
    name = checked.translation(config.root_doc, config.project, language=config.language)
    config["seminars_source_name"] = config.project
    config.project = as_name(name)
    config.html_title = config.html_short_title = config.project


def use_address(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: tell Sphinx where the pages of this language will be, if anywhere.

    Of the address of the site, or Sphinx's own setting that is read as the same, it makes the
    canonical address of each page.
    """
    address = site_url({name: config[name] for name in ("seminars_site_url", "html_baseurl")})
    config["seminars_site_url"] = address
    config.html_baseurl = f"{address}{config.language}/" if address else ""


def report_no_address(app: Sphinx) -> None:
    """On ``builder-inited``: say what a website lacks for want of its address, which is no fault.

    ``commands.build`` says it once for all languages.
    """
    if app.builder.name == "html" and not app.config.seminars_site_url:
        _logger.info("%s", NO_SITE_URL)


def setup(app: Sphinx) -> None:
    """Register the settings that concern the whole archive, and what follows from them."""
    app.add_config_value("seminars_languages", {}, "env", types=(dict,))
    app.add_config_value("seminars_listed_from", {}, "", types=(dict,))
    app.add_config_value("seminars_site_url", "", "html", types=(str,))
    app.add_config_value("seminars_source_name", "", "", types=(str,))
    app.add_config_value("seminars_catalogues", "", "", types=(str,))
    app.add_config_value("seminars_interface", "", "env", types=(str,))
    app.connect("config-inited", check_settings, priority=400)
    app.connect("config-inited", use_checked_catalogues, priority=410)
    app.connect("config-inited", use_translated_title, priority=420)
    app.connect("config-inited", use_address, priority=425)
    app.connect("builder-inited", report_no_address)
