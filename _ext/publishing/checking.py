"""``check-po``: what the gate finds in the translators' catalogues, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gate.checking import check
from publishing.project import ROOT, catalogue_folder, settings
from seminars.catalogues import INTERFACE, catalogues_below

if TYPE_CHECKING:
    from collections.abc import Sequence


def check_catalogues(languages: Sequence[str]) -> int:
    """Check the catalogues of *languages*; return the exit status: 1 if anything was found."""
    syntax = settings()["myst_enable_extensions"]
    translations = files = found = 0
    for language in languages:
        for path, domain in catalogues_below(catalogue_folder(language)):
            entries, findings = check(
                path.read_bytes(), syntax=syntax, is_interface=domain == INTERFACE
            )
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
