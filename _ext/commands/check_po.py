"""``check-po``: what the gate finds in the translators' catalogues, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.checked_copy import check_catalogue, content_of, page_of
from catalogues.locales import Files, language_of, path_of
from commands.project import ROOT, catalogue_files, languages, syntax
from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogues.gate import Checked


def check(chosen: Sequence[str]) -> int:
    """Check the catalogues of *chosen* languages; return the status: 1 if there are findings.

    A term of the glossary that is not used is a warning, for it is a matter of judgement: it is
    said, and neither withheld from readers nor counted as a failure.
    """
    from commands import glossary_terms  # noqa: PLC0415 - which builds do without

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
        for name, finding in glossary_terms.warnings(language, checked):
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
        language=language_of(language, languages()),
    )
