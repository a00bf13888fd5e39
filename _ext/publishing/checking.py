"""``check-po``: what the gate finds in the translators' catalogues, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gate.checking import Checked, check
from publishing.project import ROOT, catalogue_folder, settings
from seminars.catalogues import INTERFACE, catalogues_below

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def check_catalogues(languages: Sequence[str]) -> int:
    """Check the catalogues of *languages*; return the exit status: 1 if anything was found."""
    translations = files = found = 0
    for language in languages:
        for path, domain in catalogues_below(catalogue_folder(language)):
            entries, findings = _checked(path, domain)
            for finding in findings:
                print(f"{path.relative_to(ROOT).as_posix()}:{finding.line}: {finding.text}")
            translations, files, found = (
                translations + len(entries),
                files + 1,
                found + len(findings),
            )
    print(
        f"check-po: {translations} translations in {files} catalogues may be published, "
        f"{found} findings"
    )
    return 1 if found else 0


def translation(language: str, domain: str, message: str) -> str:
    """Return *message* as the catalogue *domain* of *language* translates it, or itself."""
    path = catalogue_folder(language) / f"{domain}.po"
    entries = _checked(path, domain).entries if path.is_file() else []
    return next((entry.msgstr for entry in entries if entry.msgid == message), message)


def _checked(path: Path, domain: str) -> Checked:
    syntax = settings()["myst_enable_extensions"]
    return check(path.read_bytes(), syntax=syntax, is_interface=domain == INTERFACE)
