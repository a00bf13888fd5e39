"""The template of each page: what ``update-po`` merges with, and what other tools begin with."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polib

from catalogues.manifest import message_key
from commands.build import build
from commands.mirror import Publication, publish_all
from commands.project import BUILD, source_language
from commands.stamps import doctrees, output_folder

if TYPE_CHECKING:
    from pathlib import Path

    from commands.lock import Lock


@dataclass(frozen=True)
class Templates:
    """The messages of each page, and the languages in which those that are names are official.

    ``shown`` are the keys of the messages that readers see, as ``catalogues.status`` wants them.
    """

    messages: dict[str, polib.POFile] = field(default_factory=dict)
    official: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    shown: dict[str, tuple[str, ...]] = field(default_factory=dict)


def templates_of_pages(lock: Lock) -> Templates | None:
    """Return the messages that the pages have now; None, with a line, if a page cannot be read."""
    folder = _build_templates(lock)
    return None if folder is None else _page_templates(folder)


def write_templates(lock: Lock) -> int:
    """Write the template of each page to ``_build/gettext/``, where ``sphinx-intl`` looks for it.

    They are made once, of the source language; return the exit status.
    """
    folder = _build_templates(lock)
    if folder is None:
        return 1
    publish_all([Publication(folder, BUILD / "gettext")])
    return 0


def _build_templates(lock: Lock) -> Path | None:
    """Build the templates and return their folder, or nothing if that failed."""
    source = source_language()
    folder = output_folder("gettext", source)
    shutil.rmtree(folder, ignore_errors=True)  # Sphinx leaves the templates of pages that are gone
    return None if build("gettext", [source], lock) else folder


def _page_templates(folder: Path) -> Templates:
    """Return the template of each page by its name."""
    templates = Templates()
    for path in sorted(folder.rglob("*.pot")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        notes = doctrees("gettext", source_language()) / f"{name}.json"
        described = json.loads(notes.read_text("utf-8"))
        templates.messages[name] = polib.pofile(str(path), wrapwidth=0)
        templates.official[name] = {
            message: about["official"] for message, about in described.items()
        }
        templates.shown[name] = tuple(
            sorted(message_key(message) for message, about in described.items() if about["shown"])
        )
    return templates
