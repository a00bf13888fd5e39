"""Settings of the stock build: those of the corpus, less what this project does for speed.

Sphinx translates by itself and indexes for its search; Furo resolves its own table of contents for
each page, though the page shows that of the archive. ``sides.py`` copies this file to
``stock/conf.py`` in the corpus.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CORPUS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_CORPUS))
from conf import *  # noqa: E402, F403 - a configuration is a module

myst_gettext = False
speedups = False
templates_path = [str(_CORPUS / "_templates")]
html_static_path = [str(_CORPUS / "_static")]


def setup(app: Sphinx) -> None:
    """Register the stock builder, and hand Furo the table of contents that is taken from it."""
    app.add_builder(StandaloneHTMLBuilder, override=True)
    kept: dict[str, Any] = {}

    def keep(app: Sphinx, page: str, template: str, context: dict[str, Any], _: object) -> None:
        kept["toctree"] = context["toctree"]

    def give_back(
        app: Sphinx, page: str, template: str, context: dict[str, Any], _: object
    ) -> None:
        context["toctree"] = kept["toctree"]

    app.connect("html-page-context", keep, priority=399)  # around the navigation of seminars (400)
    app.connect("html-page-context", give_back, priority=401)
