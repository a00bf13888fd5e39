"""A book that TeX would work at for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands import book
from support import write

if TYPE_CHECKING:
    from pathlib import Path

BEGIN = "\\documentclass{book}\\begin{document}\n\\immediate\\write-1{archive-reads: events/a}%\n"


@pytest.mark.parametrize("loop", [r"\loop\iftrue\repeat", r"\loop\iftrue texte\newpage\repeat"])
def test_a_loop_is_stopped_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loop: str
) -> None:
    monkeypatch.setattr(book, "LONGEST", 1)
    write(tmp_path / "a.tex", f"{BEGIN}{loop}\n\\end{{document}}\n")

    ((_page, text),) = book.run_latex(tmp_path, "a")

    assert text.startswith("xelatex came to no end and was stopped: there is a loop in this page ")
