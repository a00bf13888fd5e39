"""Texts of mere words, which the gate does not look into: no rule may find anything in them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogues import bare_words, gate

FRENCH = "Séminaire régional sur la traite des êtres humains, à l’intention des magistrats."

texts = st.from_regex(bare_words._WORDS, fullmatch=True)


@given(source=texts, translation=texts, is_name=st.booleans())
def test_no_rule_finds_anything_in_mere_words(source: str, translation: str, is_name: bool) -> None:
    """The gate accepts the same without its shortcut."""
    if not bare_words.are_mere_words(source, translation):
        return
    page = f"# {source}\n" if is_name else f"{source}\n"
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgid "{source}"\nmsgstr "{translation}"\n'
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "are_mere_words", lambda *_texts: False)
        checked = gate.check(catalogue.encode(), syntax=["colon_fence"], page=page)
    assert (checked.findings, len(checked.entries)) == ([], 1)


@pytest.mark.parametrize(
    "translation",
    [
        "Regional seminar on trafficking in human beings",
        "Региональный семинар по торговле людьми (для судей).",
        "A judge’s well-known view, yes.",
    ],
)
def test_sentences_are_mere_words(translation: str) -> None:
    """What most messages are takes the short way."""
    assert bare_words.are_mere_words(FRENCH, translation)


@pytest.mark.parametrize(
    ("before", "after"),
    itertools.product(["Seminar", "Семинар"], [
        " 2018", ": yes", " <b>", " {org}`osce`", " *so*", "\nso", "  so", " ", "\u200b", "\u3164",
        " www.example.org", " a.b", " a@b.org", " _so_", " [so]", " &amp;", " \\", " `so`", "/so",
        " %s", " #", "。", "\u0301", "\u202e", ",so", " - so", "\u00adso", " 中", "\u2028", "\x00",
    ]),
)  # fmt: skip
def test_anything_else_is_looked_into(before: str, after: str) -> None:
    """Digits, signs, spaces, lines and letters of other scripts are none of its business."""
    assert bare_words.are_mere_words(FRENCH, before)
    assert not bare_words.are_mere_words(FRENCH, before + after)
    assert not bare_words.are_mere_words(before + after, before)


def test_a_text_far_longer_than_its_source_is_looked_into() -> None:
    """Length is a matter for the rules of size."""
    assert not bare_words.are_mere_words("Lieu", " ".join(["lieu"] * 6))
    assert not bare_words.are_mere_words(" ".join(["lieu"] * 90), " ".join(["lieu"] * 90))
