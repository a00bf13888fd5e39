"""What passes the gate: a build reads a checked copy of the catalogues.

``locales/`` belongs to the translators and no build writes there. What a build reads is made here:
each entry that passes (``catalogues.gate``), compiled; a file changes only where its content
does, so an incremental build reads again just the pages whose translation changed.
"""

from __future__ import annotations

import json
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polib

from catalogues import manifest as form
from catalogues.gate import check, way_of_checking
from catalogues.locales import INTERFACE, UPSTREAM, Language, others_than
from catalogues.manifest import UNKNOWN, Catalogue
from storage import digest, discard, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from catalogues.gate import Checked
    from catalogues.locales import Files
    from catalogues.po.reader import Entry


class _Job(NamedTuple):
    """A catalogue that is to be checked, and how; ``page`` is what its messages are from."""

    domain: str
    language: str
    path: Path
    page: Path
    syntax: tuple[str, ...]
    ways: str
    others: tuple[str, ...]


class _Untranslated(NullTranslations):
    """Says nothing, where ``gettext`` gives the message back as if that were its translation."""

    def gettext(self, message: str) -> str:
        """Return nothing."""
        return ""


class CheckedCatalogues:
    """The checked copy of the catalogues of all languages, in the folder *root*.

    ``pages`` holds the catalogues of the pages and ``interface`` the words of the interface, each
    as gettext wants them: language, ``LC_MESSAGES``, domain; that of the interface is the one of
    Sphinx's own catalogue, which it completes. The ``manifest`` of a language changes with any of
    its catalogues, its ``standing`` with what of them is translated.
    """

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self.pages = self.root / "pages"
        self.interface = self.root / "interface"

    @classmethod
    def of(cls, doctrees: Path, folder: str) -> CheckedCatalogues:
        """Return the copy in *folder*, or that of a build of its own, beside its *doctrees*."""
        return cls(Path(folder) if folder else Path(doctrees) / "catalogues")

    def manifest(self, language: str) -> Path:
        """Return the file that says what is known of the catalogues of *language*."""
        return self.root / f"{language}.json"

    def translation(self, domain: str, message: str, *, language: str) -> str:
        """Return *message* as the catalogue *domain* translates it, or itself."""
        return self.translations(domain, language=language).gettext(message) or message

    def translations(self, domain: str, *, language: str) -> NullTranslations:
        """Return the translations of the catalogue *domain*: empty for what has none."""
        copy = self._copy(language, domain)
        if not copy.is_file():
            return _Untranslated()
        with copy.open("rb") as file:  # gettext.translation() would keep what it once read
            found = GNUTranslations(file)
        found.add_fallback(_Untranslated())
        return found

    def known(self, language: str) -> dict[str, Catalogue]:
        """Return what is known of the catalogues of *language*, by their domains."""
        manifest = self.manifest(language)
        try:
            return form.read(manifest, manifest.stat().st_mtime_ns)
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # there is none, or what is there is none

    def words(self, language: str) -> str:
        """Return what changes when a word of the interface in *language* does."""
        return _digest_of(self._copy(language, INTERFACE))

    def standing(self, language: str, *, are_shown: Callable[[str], bool]) -> str:
        """Return what changes when other messages of *language* are translated, not other words.

        Words of the catalogues that *are_shown* in other languages count as well.
        """
        standing = self._standing(language)
        noted = standing.read_text("utf-8") if standing.exists() else ""
        known = self.known(language)
        return digest(noted, *(known[name].digest for name in sorted(known) if are_shown(name)))

    def check_out(
        self,
        files: Mapping[str, Files],
        *,
        top: Path,
        syntax: Collection[str],
        apply: Callable[[Callable[[_Job], Catalogue], list[_Job]], Iterable[Catalogue]] = map,
        digest_of: Callable[[Path], str] | None = None,
    ) -> None:
        """Compile what may be published of the *files* of each language (``catalogues.locales``).

        The pages are below *top*. A catalogue that was checked before, for the page as it is
        now, is not checked again; its findings are kept. *apply* calls a function for each of many
        jobs, as ``map`` does, and may do so side by side; *digest_of* gives that of the content of
        a file, where it is known already.
        """
        ways = way_of_checking(frozenset(syntax), tuple(files))
        jobs = [
            _Job(
                domain,
                language,
                path,
                page_of(domain, top),
                tuple(syntax),
                ways,
                others_than(language, files),
            )
            for language, found in files.items()
            for domain, path in found.catalogues.items()
        ]
        before = {language: self.known(language) for language in files}
        known = {job: before[job.language].get(job.domain, UNKNOWN) for job in jobs}
        # by page, so that its messages are parsed once for all languages
        digest_of = digest_of or _digest_of
        changed = sorted(job for job in jobs if known[job].digest != _made_of(job, digest_of))
        known |= zip(changed, apply(self._check, changed), strict=True)
        for language in files:
            after = {job.domain: known[job] for job in jobs if job.language == language}
            self._note(language, before[language], after)

    def _check(self, job: _Job) -> Catalogue:
        """Check one catalogue, compile what passed, and return what is known of it."""
        content, page = content_of(job.path), content_of(job.page)
        made_of = _made_of(job, lambda path: _hash(content if path == job.path else page))
        checked = check_catalogue(
            content or b"",
            job.domain,
            syntax=job.syntax,
            page=page,
            language=Language(job.language, job.others),
        )
        _publish(checked.entries, self._copy(job.language, job.domain), job.language)
        return form.summary(made_of, checked)

    def _note(
        self, language: str, before: dict[str, Catalogue], after: dict[str, Catalogue]
    ) -> None:
        """Note what is known of the catalogues of *language* *after* they were checked."""
        for stale in sorted(before.keys() - after.keys()):
            discard(self._copy(language, stale))
        if after != before:
            plain = {domain: form.plain(known) for domain, known in after.items()}
            standing = json.dumps({domain: [*one[1:4], one[-1]] for domain, one in plain.items()})
            write_if_changed(self._standing(language), digest(standing).encode())
            # the last, for it says that all others are right
            write_if_changed(self.manifest(language), json.dumps(plain).encode())

    def _standing(self, language: str) -> Path:
        return self.root / f"{language}.standing"

    def _copy(self, language: str, domain: str) -> Path:
        if domain == INTERFACE:
            return self.interface / language / "LC_MESSAGES" / f"{UPSTREAM}.mo"
        return self.pages / language / "LC_MESSAGES" / f"{domain}.mo"


def page_of(domain: str, top: Path) -> Path:
    """Return the page whose messages the catalogue *domain* has; it need not be there."""
    return top / f"{domain}.md"


def check_catalogue(
    content: bytes,
    domain: str,
    *,
    syntax: Collection[str],
    page: bytes | None,
    language: Language,
) -> Checked:
    """Check the *content* of the catalogue *domain*, as what its *page* shows; see ``check``."""
    if domain == INTERFACE:
        return check(content, syntax=syntax, is_interface=True, language=language)
    source = None if page is None else page.decode("utf-8", "replace")
    return check(content, syntax=syntax, page=source, language=language)


def content_of(path: Path) -> bytes | None:
    """Return the content of the file *path*, which may not be there."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def _hash(content: bytes | None) -> str:
    return "" if content is None else digest(content)


def _digest_of(path: Path) -> str:
    """Return the digest of the file *path*, which may not be there."""
    return _hash(content_of(path))


def _made_of(job: _Job, digest_of: Callable[[Path], str]) -> str:
    """Return what changes when the catalogue, its page or the way it is checked does."""
    return digest(digest_of(job.path), digest_of(job.page), job.ways)


def _publish(entries: Iterable[Entry], copy: Path, language: str) -> None:
    """Write *entries* compiled, as the catalogue *copy*; its header is the archive's own."""
    published = polib.POFile(wrapwidth=0)
    published.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    published.extend(polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr) for entry in entries)
    write_if_changed(copy, published.to_binary())
