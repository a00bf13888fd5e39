"""Old names of pages: each has to lead to a page that is there; ``exports`` writes where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from records.old_addresses import SETTING, final
from records.settings import CONF, Source
from seminars.made_pages import names_of
from seminars.reports import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Register the setting, and what refuses an entry of it."""
    app.add_config_value(SETTING, {}, "", types=(dict,))
    app.connect("env-updated", report_redirects)


def report_redirects(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-updated``, when all pages are known: refuse what has or leads to none."""
    faults = {old: text for old, _new, text in _redirects(app) if text}
    if faults:
        source = Source.of(Path(app.confdir, CONF).read_bytes())
        for old, text in faults.items():
            line = source.line_of(f"{SETTING}.{old}")
            warn("redirect", "%s", text, location=f"{CONF}:{line}")


def addresses(app: Sphinx) -> dict[str, str]:
    """Return the page to which each old address leads, from the folder of the language."""
    address = app.builder.get_target_uri
    return {address(old): new for old, new, fault in _redirects(app) if not fault}


def _redirects(app: Sphinx) -> Iterator[tuple[str, str, str]]:
    """Yield each old page, the new one, and what is wrong with the two, if anything is."""
    redirects = final(app.config[SETTING])
    pages = {*app.env.found_docs, *names_of(app)} if redirects else ()
    for old, new in redirects.items():
        text = ""
        if old in pages:
            text = f"`{old}` is a page again: take this line out, or rename the page"
        elif new not in app.env.found_docs:
            text = f"there is no page `{new}`: name the one to which `{old}` is to lead"
        yield old, new, text
