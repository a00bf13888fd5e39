"""The preview of a translator: above each page stands what is missing from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogues.locales import path_of
from catalogues.translated_findings import in_language
from cldr.digits import in_digits, percent
from seminars import stale_pages
from seminars.domain import seminars_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

LOOK = Path(__file__).parent / "static"  # of the preview: the published site lacks it


def add_preview_look(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: take in the look of the preview."""
    if config.seminars_preview:
        config.html_static_path = [*config.html_static_path, str(LOOK)]
        config.html_css_files = [*config.html_css_files, "preview.css"]


def add_missing(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: say what of the page is not published, and why."""
    publication = seminars_of(app.env).publication
    language = app.config.language
    status = publication.translation(language, pagename)
    if not app.config.seminars_preview or status is None:
        return
    locale = app.config.seminars_languages[language]
    context["preview"] = {
        "figures": [
            percent(status.percent, locale=locale),
            *(
                in_digits(str(count), locale=locale)
                for count in (*status.counts, status.refused, status.absent)
            ),
        ],
        "catalogue": path_of(language, pagename),
        "findings": [
            (one.line, in_language(one.text, language), one.text)
            for one in publication.catalogue(language, pagename).findings
        ],
    }


def shown_state(env: BuildEnvironment, docname: str) -> object:
    """Return what a preview shows of the catalogue of the page."""
    config, publication = env.config, seminars_of(env).publication
    if not config.seminars_preview or publication.source == config.language:
        return None
    known = publication.catalogue(config.language, docname)
    return known.counts, known.refused, known.findings


def setup(app: Sphinx) -> None:
    """Register the preview of translators."""
    app.add_config_value("seminars_preview", default=False, rebuild="html", types=(bool,))
    app.connect("config-inited", add_preview_look)
    app.connect("html-page-context", add_missing)
    stale_pages.register("preview", shown_state)
