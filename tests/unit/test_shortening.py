"""Text cut to the room that there is for it."""

from __future__ import annotations

import pytest

from texts.shortening import shortened


@pytest.mark.parametrize(
    ("text", "most", "found"),
    [
        ("un mot", 6, "un mot"),
        ("un mot de plus", 10, "un mot de…"),
        ("un mot de plus", 9, "un mot…"),
        ("un mot, de plus", 9, "un mot…"),
        ("un mot « de plus »", 11, "un mot…"),
        ("anticonstitutionnellement", 8, "anticon…"),
        ("", 5, ""),
        ("deuxième protocole (STCE n° 224)", 28, "deuxième protocole"),
        ("deuxième protocole (STCE n° 224)", 20, "deuxième protocole"),
        ("protocole (STCE n° 224), texte", 20, "protocole…"),
        ("protocole (224) de Budapest", 22, "protocole (224) de…"),
        ("(STCE n° 224)", 10, "(STCE n°…"),
    ],
)
def test_a_text_is_cut_between_words(text: str, most: int, found: str) -> None:
    assert shortened(text, most) == found
    assert len(found) <= most
