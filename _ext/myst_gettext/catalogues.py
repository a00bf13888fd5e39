"""The compiled catalogues of the language of a build: messages by page."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from sphinx.util.i18n import CatalogRepository, docname_to_domain

from myst_gettext.messages import Messages
from storage import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Set
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

# What tells one version of catalogues from another: times and sizes, so that a file is not opened
# that nobody has written to since, and the digest of the content, which decides.
Version = tuple[tuple[tuple[int, int], ...], str]

_READ = "myst_gettext_read"  # attribute of the environment: what each page was read with


class _Page(NamedTuple):
    """What the catalogues of a page hold."""

    docname: str
    catalogues: tuple[Messages, ...]
    messages: dict[str, str]
    version: Version


class Catalogues:
    """The catalogues below some folders, for one language."""

    def __init__(self, folders: list[Path], config: Config) -> None:
        self.folders = folders
        self.language = config.language
        self.compact = config.gettext_compact
        self._last = _Page("", (), {}, ((), ""))  # parser and transforms ask in turn

    @classmethod
    def compiled(cls, srcdir: Path, config: Config) -> Catalogues:
        """Compile what is out of date, as Sphinx would, and return the catalogues."""
        repository = CatalogRepository(srcdir, config.locale_dirs, config.language, "utf-8")
        if config.gettext_auto_build:
            for catalogue in repository.catalogs:
                if catalogue.is_outdated():
                    catalogue.write_mo(config.language, config.gettext_allow_fuzzy_translations)
        return cls([srcdir / folder for folder in config.locale_dirs], config)

    def paths(self, docname: str) -> list[Path]:
        """Return the compiled catalogues of a page, those of the first folder first."""
        name = f"{docname_to_domain(docname, self.compact)}.mo"
        paths = [folder / self.language / "LC_MESSAGES" / name for folder in self.folders]
        return [path for path in paths if path.is_file()]

    def messages(self, docname: str) -> dict[str, str]:
        """Return the translation of each message of a page; an earlier folder goes first."""
        return self._page(docname).messages

    def are_there(self, docname: str) -> bool:
        """Return whether a page has a catalogue, be it without translations."""
        return bool(self._page(docname).catalogues)

    def _page(self, docname: str) -> _Page:
        if self._last.docname != docname:
            self._read(docname)
        return self._last

    def _read(self, docname: str) -> None:
        """Read the catalogues of a page, and keep their messages and what tells them apart."""
        found: dict[str, str] = {}
        paths = self.paths(docname)
        times = _times(paths)  # before they are read: a change meanwhile is seen next time
        contents = [path.read_bytes() for path in paths]
        catalogues = tuple(Messages(BytesIO(content)) for content in contents)
        for catalogue in reversed(catalogues):
            found |= catalogue.translations()
        self._last = _Page(docname, catalogues, found, (times, digest(*contents)))

    def _has_changed(self, docname: str, before: Version) -> bool:
        """Return whether the content of the catalogues of a page is another than *before*."""
        paths = self.paths(docname)
        times, content = before
        return _times(paths) != times and digest(*(path.read_bytes() for path in paths)) != content

    # -- what a page was read with: a page is read again when its catalogue's content changes ----

    def note(self, app: Sphinx, docname: str, source: list[str]) -> None:
        """On ``source-read``: note with which translation a page is being read."""
        self._read(docname)
        _read(app.env)[docname] = self._last.version

    def outdated(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        added: Set[str],
        changed: Set[str],
        removed: Set[str],
    ) -> list[str]:
        """On ``env-get-outdated``: return the pages whose translation has changed."""
        read = _read(env)
        return sorted(name for name in read.keys() - removed if self._has_changed(name, read[name]))

    def forget(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """On ``env-purge-doc``: forget a page."""
        _read(env).pop(docname, None)

    def merge(
        self, app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment
    ) -> None:
        """On ``env-merge-info``: take over what a parallel reader has read."""
        read = _read(other)
        _read(env).update({name: read[name] for name in docnames if name in read})


def _times(paths: Iterable[Path]) -> tuple[tuple[int, int], ...]:
    stats = [path.stat() for path in paths]
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)


def _read(env: BuildEnvironment) -> dict[str, Version]:
    if not hasattr(env, _READ):
        setattr(env, _READ, {})
    found: dict[str, Version] = getattr(env, _READ)
    return found
