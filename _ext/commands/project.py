"""Where things are, and what ``conf.py`` says of the languages."""

from __future__ import annotations

import runpy
import traceback
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalogues.locales import Survey, is_page_of, survey
from records.faults import Fault, quoted
from records.settings import CONF, Source, faults_in

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "_build"
LOCALES = ROOT / "locales"


class SettingsError(Exception):
    """What is wrong in ``conf.py``: one line for each fault."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(fault.at(CONF) for fault in faults))


@cache
def settings() -> dict[str, Any]:
    """Return what ``conf.py`` sets; raise SettingsError where something is wrong with it."""
    path = ROOT / CONF
    try:
        source = Source.of(path.read_bytes())
    except OSError as error:
        raise SettingsError([Fault("", f"cannot be read: {error.strerror}")]) from error
    try:
        found = runpy.run_path(str(path))
    except SyntaxError as error:
        raise SettingsError([_no_python(error, path)]) from error
    except (Exception, SystemExit) as error:
        raise SettingsError([_failed(error, path)]) from error
    faults = faults_in(found, source) or list(_missing_modules(found, source))
    if faults:
        raise SettingsError(faults)
    return found


def _no_python(error: SyntaxError, path: Path) -> Fault:
    """Say where ``conf.py`` or what it imports is no Python."""
    if error.filename == str(path):
        words = error.msg.partition(" (detected at")[0]
        return Fault("", f"this is no Python: {words}", error.lineno or 0)
    return _failed(error, path)


def _failed(error: BaseException, path: Path) -> Fault:
    """Say at which line of ``conf.py`` an exception arose."""
    frames = traceback.extract_tb(error.__traceback__)
    line = next((one.lineno for one in reversed(frames) if one.filename == str(path)), None)
    if isinstance(error, SystemExit):
        return Fault("", "this ends the program: take it out", line or 0)
    words = " ".join(str(error).split())
    return Fault("", f"this fails: {type(error).__name__}: {words}".rstrip(": "), line or 0)


def _missing_modules(found: dict[str, Any], source: Source) -> Iterator[Fault]:
    """Yield each extension and theme that is not there; Sphinx would name it once a language."""
    modules = [("extensions", "extension", name) for name in found["extensions"]]
    if "html_theme" in found:
        modules.append(("html_theme", "theme", found["html_theme"]))
    for setting, kind, name in modules:
        if not _is_module(name):
            text = f"there is no {kind} {quoted(name)}: take it out, or install it"
            yield Fault(setting, text, source.line_of(setting))


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


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


def syntax() -> list[str]:
    """Return the extensions of Markdown that pages use."""
    return list(settings().get("myst_enable_extensions", ()))
