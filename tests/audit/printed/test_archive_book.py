"""The book of the archive as it is today, in every language; it needs LaTeX."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pikepdf

from commands.project import languages
from support import copy_archive, publish

if TYPE_CHECKING:
    from pathlib import Path


def test_the_archive_is_printed_in_every_language(tmp_path: Path) -> None:
    copy = copy_archive(tmp_path / "archive")
    result = publish(copy, "latexpdf")
    assert result.returncode == 0, result.stdout + result.stderr

    for language in languages():
        path = copy / f"_build/pdf/seminars-{language}.pdf"
        text = subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert "??" not in text
        assert "⁇" not in text  # what the font makes of it
        with pikepdf.open(path) as pdf:
            places = set(pikepdf.NameTree(pdf.Root.Names.Dests))
            targets = {
                str(annotation.A.D)
                for page in pdf.pages
                for annotation in page.obj.get("/Annots", ())
                if annotation.Subtype == "/Link" and "/D" in annotation.get("/A", {})
            }
        assert targets - places == set()
