"""Which files are pages and content, and which are neither although they look like it."""

from __future__ import annotations

import posixpath
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from prose.strays import fault_of_other, fault_of_page, pages_below, twins
from records.folders import FOLDERS
from seminars.reports import warn
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

_FOLDERS = tuple(FOLDERS.values())
_CODE = (".py", ".po", ".pot", ".mo", ".html", ".toml", ".cfg", ".ini")


def report_strays(app: Sphinx, config: Config) -> None:
    """On ``config-inited``, before Sphinx looks for pages: report those that are none.

    What must not be opened (a link out of the archive, a pipe) is excluded from what is read.
    """
    found = list(pages_below(Path(app.srcdir), config.exclude_patterns))
    paths = [path for path, fault in found if not fault]
    faults = [(path, fault) for path, fault in found if fault]
    left_out = [path for path, _fault in faults]
    for path, text in _faults(config, paths):
        faults.append((path, text))
        if posixpath.dirname(path) not in {"", *_FOLDERS}:
            left_out.append(path)  # or Sphinx would say that no table of contents has it
    for path, text in faults:
        warn("page", "%s", text, location=f"{path if path.isprintable() else shown(path)}:1")
    if left_out:
        config.exclude_patterns = [*config.exclude_patterns, *map(_literally, left_out)]


def _faults(config: Config, paths: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, text) for each page that is not read, or has a name that it must not have."""
    included, excluded = Matcher(config.include_patterns), Matcher(config.exclude_patterns)
    pages = [
        path
        for path in paths
        if path.endswith(tuple(config.source_suffix)) and included(path) and not excluded(path)
    ]
    for path in paths:
        if path in pages:
            text = fault_of_page(path, _FOLDERS)
        else:
            text = fault_of_other(path, _FOLDERS, is_excluded=excluded(path))
        if text:
            yield path, text
    yield from twins(pages)


def _literally(path: str) -> str:
    """Return the pattern that matches *path* alone."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in path)


def content_of(config: Config) -> Callable[[str], bool]:
    """Return what tells whether a path belongs to the content and may be named by pages."""
    # what is published as it is may be named; the folder is as seen from the one of the settings
    static = tuple(f"{Path(folder).name}/" for folder in config.html_static_path)
    return _content(tuple(config.include_patterns), tuple(config.exclude_patterns), static)


@cache
def _content(
    include: tuple[str, ...], exclude: tuple[str, ...], static: tuple[str, ...]
) -> Callable[[str], bool]:
    """Return that function, made once, for every page asks for it."""
    included, excluded = Matcher(include), Matcher(exclude)

    def is_content(path: str) -> bool:
        if path.startswith(static):
            return True
        names = path.split("/")
        above = ["/".join(names[:number]) for number in range(1, len(names) + 1)]
        return (
            included(path)
            and not any(map(excluded, above))
            and not any(name.startswith((".", "_")) for name in names)
            and not path.endswith(_CODE)
        )

    return is_content


def setup(app: Sphinx) -> None:
    """Register the look at the files of the archive."""
    app.connect("config-inited", report_strays, priority=900)  # when suffixes are known
