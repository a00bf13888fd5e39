"""``status``: how far the translation of each page is, on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.locales import is_interface
from catalogues.status import Publication
from commands.checkout import check_out, checked_copy
from commands.page_templates import templates_of_pages
from commands.project import ROOT, catalogue_files, languages, settings
from commands.sources import sources
from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogues.status import Status
    from commands.lock import Lock


def report(chosen: Sequence[str], lock: Lock) -> int:
    """Print how far *chosen* languages are: in sum, and each page that is not complete.

    What is incomplete is no failure; the status is 1 where a page cannot be read.
    """
    found = publication(lock)
    if found is None:
        return 1
    for line in catalogue_files().lines(ROOT, chosen=chosen):
        print(line)
    for language in chosen:
        if language in found.translations:
            print("\n".join(_lines(found, language)), flush=True)
    return 0


def publication(lock: Lock) -> Publication | None:
    """Return what is translated of the pages as they are now; None if one cannot be read."""
    pages = templates_of_pages(lock)
    if pages is None:
        return None
    check_out(sources())
    return Publication(
        checked_copy(),
        languages=tuple(languages()),
        listed_from=settings().get("seminars_listed_from", {}),
        messages=pages.shown,
    )


def _lines(found: Publication, language: str) -> Iterator[str]:
    """Yield the sum of *language*, then a line to each page that is a draft, the worst first."""
    stands = dict(found.statuses(language))
    pages = {name: one for name, one in stands.items() if name in found.messages}
    drafts = {name: one for name, one in stands.items() if one.stage == "draft"}
    revised = found.revised(language)
    incomplete = found.incomplete(language)
    yield (
        f"[{language}] {len(pages)} pages: {incomplete} drafts, "
        f"{len(pages) - incomplete - revised} translated, {revised} revised"
    )
    for name, one in sorted(drafts.items(), key=lambda draft: (draft[1].percent, draft[0])):
        listed = "" if _is_listed(found, language, name) else ", not listed"
        yield f"[{language}] {in_terminal(name)}: {what_lacks(one)}{listed}"


def _is_listed(found: Publication, language: str, name: str) -> bool:
    return is_interface(name) or found.is_listed(language, name)


def what_lacks(status: Status) -> str:
    """Return on one line what a catalogue lacks."""
    figures = {
        "untranslated": status.counts.untranslated,
        "fuzzy": status.counts.fuzzy,
        "refused": status.refused,
        "not in the catalogue yet": status.absent,
    }
    words = ", ".join(f"{figure} {what}" for what, figure in figures.items() if figure)
    return f"{status.percent} %" + (f" ({words})" if words else "")
