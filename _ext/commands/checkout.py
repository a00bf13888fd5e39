"""The checked copy of the catalogues, which all builds read: up to date before they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalogues.checked_copy import CheckedCatalogues
from commands.processes import side_by_side
from commands.project import BUILD, ROOT, languages, syntax
from records.kinds import has_names
from storage import Stamp, discard, make_folder, state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from commands.sources import Sources

_MANY = 30  # catalogues for which a process of its own is worth while
_WHOLE = Stamp(BUILD / "catalogues.state")
_Job = TypeVar("_Job")
_Known = TypeVar("_Known")


def checked_copy() -> CheckedCatalogues:
    """Return the checked copy of the catalogues, which all builds read."""
    return CheckedCatalogues(BUILD / "catalogues")


def check_out(sources: Sources) -> None:
    """Bring the checked copy of the catalogues of all languages up to date, side by side."""
    if not is_checked_out():
        discard(checked_copy().root)
    _WHOLE.forget()
    checked_copy().check_out(
        sources.catalogues.languages,
        top=ROOT,
        syntax=syntax(),
        apply=_side_by_side,
        digest_of=sources.content,
    )
    make_folder(checked_copy().root)  # where nothing is translated
    _WHOLE.note(state(checked_copy().root))


def is_checked_out() -> bool:
    """Return whether the checked copy is as it was made; of what, its manifests say."""
    noted = catalogues_state()
    return noted != "" and noted == state(checked_copy().root)


def catalogues_state() -> str:
    """Return what changes with the checked copy; nothing while it is being made."""
    return str(_WHOLE.read() or "")


def standing_of_others(language: str) -> list[str]:
    """Return what changes when pages of *language* show something else of the others."""
    others = [code for code in languages() if code != language]
    return [checked_copy().standing(code, are_shown=has_names) for code in others]


def _side_by_side(check: Callable[[_Job], _Known], jobs: Sequence[_Job]) -> Iterable[_Known]:
    """Do as ``map``, in a process to each core where there is enough to do."""
    if len(jobs) < _MANY:
        return map(check, jobs)
    return side_by_side(check, jobs, chunk=_MANY)
