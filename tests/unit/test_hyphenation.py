"""What the printed book takes from the language that it is in."""

from __future__ import annotations

import pytest

from commands.book import _scripts


@pytest.mark.parametrize(
    ("language", "first"),
    [("fr", "L"), ("en", "L"), ("ro", "L"), ("ru", "C"), ("bg_BG", "C"), ("el", "G")],
)
def test_the_index_begins_with_the_script_of_the_language(language: str, first: str) -> None:
    scripts = _scripts(language)

    assert scripts[0] == first
    assert sorted(scripts) == ["C", "G", "L"]
