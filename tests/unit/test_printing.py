"""Which books a command prints: all that can be, whatever fails of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands import __main__ as command
from commands import book

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(
    ("chosen", "failing", "printed", "status"),
    [
        ("fr en ru", "", "fr en ru", 0),
        ("fr en ru", "en", "fr ru", 1),  # its LaTeX could not be made
        ("fr ar ru ka", "", "fr ru", 0),  # no book can be in it
        ("fr ar ru", "fr", "ru", 1),
        ("ar ka", "", "", 1),
    ],
)
def test_what_fails_keeps_no_other_book_back(
    monkeypatch: pytest.MonkeyPatch, chosen: str, failing: str, printed: str, status: int
) -> None:
    done: list[str] = []

    def typeset(languages: Sequence[str]) -> list[str]:
        done.extend(languages)
        return []

    locales = {code: code for code in chosen.split()}
    monkeypatch.setattr(book, "languages", lambda: locales)
    monkeypatch.setattr(book, "typeset", typeset)
    monkeypatch.setattr(command, "build", lambda *_arguments: failing.split())

    assert command.print_books(list(locales), None) == status  # type: ignore[arg-type]
    assert done == printed.split()
