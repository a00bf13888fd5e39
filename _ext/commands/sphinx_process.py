"""What a process does that builds one language: it runs Sphinx, and sends what that says."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import IO, TYPE_CHECKING, Any, cast

from commands.checkout import checked_copy
from commands.console import Notices, Progress, Warnings
from commands.project import ROOT
from commands.stamps import doctrees, output_folder

if TYPE_CHECKING:
    from pathlib import Path


def run_sphinx(builder: str, language: str, overrides: dict[str, Any], writing: int) -> int:
    """Run Sphinx in this process, what it says going to *writing*; return the exit status.

    What it prints goes nowhere. It speaks English, for it is not asked to look for a locale.
    """
    from sphinx.application import Sphinx  # noqa: PLC0415 - see build()
    from sphinx.errors import SphinxError  # noqa: PLC0415
    from sphinx.util.console import nocolor  # noqa: PLC0415
    from sphinx.util.docutils import docutils_namespace, patch_docutils  # noqa: PLC0415

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(writing, 2)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
    nocolor()
    warnings = Warnings(writing)
    logging.basicConfig(stream=cast("IO[str]", warnings), format="%(message)s")  # of all others
    Progress.begin(writing)
    Notices.begin(writing)
    gc.disable()  # until there is something to collect
    try:
        with patch_docutils(ROOT), docutils_namespace():
            app = Sphinx(
                ROOT,
                ROOT,
                output_folder(builder, language),
                doctrees(builder, language),
                builder,
                overrides,
                status=None,
                warning=cast("IO[str]", warnings),
                warningiserror=True,
            )
            app.build()
            return app.statuscode
    except (SphinxError, SystemExit) as error:
        if error.__cause__ is not None:
            raise
        kind = f"{error.category}: " if isinstance(error, SphinxError) else ""
        warnings.write(f"{kind}{error}")
        return 1


def overrides_of(builder: str, language: str, book: Path | None) -> dict[str, Any]:
    """Return what settings of ``conf.py`` are replaced by in a build of *language*."""
    return {
        "language": language,
        "locale_dirs": [],  # Sphinx looks there for words of its own before the gate stands
        "nitpicky": True,
        "seminars_catalogues": str(checked_copy().root),
        "seminars_book": str(book or ""),
        "seminars_shares_static": "1" if builder == "html" else "0",
        "speedups_own_process": "1",
    }
