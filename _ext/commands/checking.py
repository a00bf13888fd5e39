"""``check-po``: what the gate finds in the translators' catalogues, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalogues.checked_copy import CheckedCatalogues, check_catalogue, content_of, page_of
from catalogues.locales import Files, others_than, path_of
from commands.processes import side_by_side
from commands.project import BUILD, ROOT, catalogue_files, languages, syntax
from storage import Stamp, discard, make_folder, state
from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from catalogues.gate import Checked
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
    return [checked_copy().standing(code) for code in languages() if code != language]


def _side_by_side(check: Callable[[_Job], _Known], jobs: Sequence[_Job]) -> Iterable[_Known]:
    """Do as ``map``, in a process to each core where there is enough to do."""
    if len(jobs) < _MANY:
        return map(check, jobs)
    return side_by_side(check, jobs, chunk=_MANY)


def check_catalogues(chosen: Sequence[str]) -> int:
    """Check the catalogues of *chosen* languages; return the status: 1 if there are findings.

    A term of the glossary that is not used is a warning, for it is a matter of judgement: it is
    said, and neither withheld from readers nor counted as a failure.
    """
    from commands.terminology import terms  # noqa: PLC0415 - which builds do without

    translations = files = found = warned = 0
    survey = catalogue_files()
    for line in survey.lines(ROOT, chosen=chosen):
        print(line)
        found += 1
    for language in chosen:
        checked = check_language(language, survey.languages[language])
        for name, one in checked.items():
            for finding in one.findings:
                print(f"{in_terminal(path_of(language, name))}:{finding.line}: {finding.text}")
            translations += len(one.entries)
            files += 1
            found += len(one.findings)
        for name, finding in terms.warnings(language, checked):
            print(f"{in_terminal(path_of(language, name))}:{finding.line}: warning: {finding.text}")
            warned += 1
    print(
        f"check-po: {translations} translations in {files} catalogues may be published, "
        f"{found} findings, {warned} warnings"
    )
    return 1 if found else 0


def check_language(language: str, files: Files) -> dict[str, Checked]:
    """Return what the gate says of each catalogue of *language*, by its name."""
    return {
        domain: check_content(domain, language, path.read_bytes())
        for domain, path in files.catalogues.items()
    }


def check_content(domain: str, language: str, content: bytes) -> Checked:
    """Return what the gate says of the *content* of the catalogue *domain* of *language*."""
    return check_catalogue(
        content,
        domain,
        syntax=syntax(),
        page=content_of(page_of(domain, ROOT)),
        others=others_than(language, languages()),
    )
