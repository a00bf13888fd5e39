"""What is put into the words that Pagefind would not part."""

from __future__ import annotations

import pytest

from commands.search import parted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de l’ONUDC", "de l’^ONUDC"),
        ("de l’<a><abbr>ONUDC</abbr></a>", "de l’^<a><abbr>ONUDC</abbr></a>"),
        ("5–7 juin", "5–^7 juin"),
        ("Sud-Est", "Sud-Est"),  # Pagefind parts at what is of ASCII
        ("fin – début", "fin – début"),
        ("des États’ et", "des États’ et"),
    ],
)
def test_words_are_parted_at_their_joints(text: str, expected: str) -> None:
    page = f"<html><title>l’A</title><article><p>{text}</p></article><footer>l’A</footer></html>"

    assert parted(page) == f"<html><body><article><p>{expected}</p></article></body></html>"
