"""What a reader does not see is judged alike in pages, in front matter and in translations."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalogues.rules.characters import hidden_characters
from prose.lines import line_faults
from prose.plain import is_plain
from records.faults import hidden_in

HIDDEN = [
    *("\x00", "\x1b", "\x7f", "\x85", "\u034f", "\u115f", "\u180e", "\u200b", "\u200e", "\u202e"),
    *("\u2060", "\u2066", "\u3164", "\ue000", "\ufe0f", "\ufeff", "\uffff", "\U000e0041"),
]


@given(st.text(min_size=1).filter(lambda text: "\r" not in text and "\n" not in text))
@example("mot\u00adlien")
@example("mot \u00ad")
@example("\u0645\u06cc\u200c\u062e")
@example("a\u200db")
@example("\u05d0\u200f!")
def test_every_text_is_judged_alike(text: str) -> None:
    in_page = any("invisible" in fault.text for fault in line_faults([text]))
    in_catalogue = any("invisible" in wrong for wrong, _mend in hidden_characters("", text))

    assert in_page == in_catalogue
    assert in_page == ("invisible" in (hidden_in(text) or ""))


@pytest.mark.parametrize("char", HIDDEN)
def test_a_hidden_character_is_found_taken_out_and_named(char: str) -> None:
    lines = [f"Un mot{char} caché."]
    faults = list(line_faults(lines))

    assert [(fault.line, fault.text[:42]) for fault in faults] == [
        (1, f"there is an invisible character, U+{ord(char):04X}: take it out"[:42])
    ]
    assert lines == ["Un mot caché."]
    assert not is_plain(f"# Titre\n\nUn mot{char} caché.\n", is_seminar=False)
    assert not is_plain(f"# Titre\n\nUn {{org}}`mot{char} <a>`.\n", is_seminar=False)


def test_an_entity_stands_for_what_it_is() -> None:
    assert [fault.text for fault in line_faults(["Un&zwj; mot", "Un&#8238;mot", "l&eacute;a"])] == [
        "`&…;` stands for an invisible character, U+200D: take it out",
        "`&…;` stands for an invisible character, U+202E: take it out",
    ]
