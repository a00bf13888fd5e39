"""Where things are, and what ``conf.py`` says of the languages."""

from __future__ import annotations

import runpy
from functools import cache
from pathlib import Path
from typing import Any

from gate.files import Survey, is_page_of, survey

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "_build"
LOCALES = ROOT / "locales"


@cache
def settings() -> dict[str, Any]:
    """Return what ``conf.py`` sets."""
    return runpy.run_path(str(ROOT / "conf.py"))


def languages() -> dict[str, str]:
    """Return the CLDR locale of each language of the archive, the source language first."""
    found: dict[str, str] = settings()["seminars_languages"]
    return found


def source_language() -> str:
    """Return the language that pages are written in."""
    return next(iter(languages()))


def catalogue_files() -> Survey:
    """Return the translators' catalogues, and what stands among them and is left out."""
    is_page = is_page_of(ROOT, settings().get("exclude_patterns", ()))
    return survey(LOCALES, languages(), is_page=is_page)
