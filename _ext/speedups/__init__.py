"""Make libraries faster in the inside, until they are: one function in the place of another.

Each gives the same result as the one that it replaces, to the byte; a test compares the site.
With a version of a library that it was not compared with the original stays, and every build
warns of that. ``speedups = False`` in ``conf.py`` switches all of them off.
"""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

from speedups import builders
from speedups.places import warn_of_unchecked
from speedups.table import SPEEDUPS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

_COST = "its functions are not replaced by quicker ones, so that a build takes up to twice as long"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the setting; what is replaced depends on it and on the versions."""
    app.add_config_value("speedups", default=True, rebuild="", types=(bool,))
    app.add_config_value("speedups_own_process", default=False, rebuild="", types=(bool,))
    app.connect("config-inited", switch, priority=100)
    app.connect("env-before-read-docs", collect_garbage)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def switch(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: put in place what was compared with the versions that are here."""
    builders.forget()
    # a message for each event, which nobody sees before -vv
    is_quiet = config.speedups and app.verbosity < 2
    logging.getLogger("sphinx.sphinx.events").setLevel(logging.INFO if is_quiet else logging.NOTSET)
    libraries = {place.library for place, _function in SPEEDUPS} if config.speedups else ()
    others = warn_of_unchecked("speedups", *libraries, cost=_COST)
    for place, function in SPEEDUPS:
        on = config.speedups and place.library not in others
        place.replace(function if on else place.original())


def collect_garbage(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """On ``env-before-read-docs``: collect what pages leave behind, where the process is our own.

    What is there by now stays until its end, and is not looked through each time.
    """
    if app.config.speedups_own_process:
        gc.freeze()
        gc.enable()
