"""French is told from other languages by its small words, and a name is none of any."""

from __future__ import annotations

import pytest

from commands.source_words import source_text

FRENCH = [
    "Le séminaire a réuni des juges.",
    "Sur l’{org}`unodc` et la traite",
    "{org}`l’Office de lutte <unodc>`",
    "Séminaire régional",
    "%s pages de la liste",
]
OTHERS = [
    "Chisinau",
    "Ministère de la Justice",
    "Ana de la Cruz",
    "Date",
    "OSCE",
    "Obrtnička komora, Ilica 49",
    "nasoki.bg",
    "COM(2012) 286 final",
    "12 mai 2018",
    "blog « Au-delà de la prostitution sous contrainte »",
    "Trafficking in human beings",
    "[*la traite des êtres*]{.language-fr}",
    "`make html` {org}`unodc`",
    "",
]


@pytest.mark.parametrize("target", ["en", "ro", "ru", "bg", "de", "zh_CN", "ar", "sr@latin", "xx"])
def test_prose_is_known_and_names_are_not(target: str) -> None:
    found = source_text(target)

    assert [text for text in FRENCH[:3] if not found.is_in_source(text)] == []
    assert [text for text in OTHERS if found.is_in_source(text)] == []


@pytest.mark.parametrize("target", ["en", "ro", "ru", "bg"])
def test_a_letter_that_the_other_language_lacks_tells_it(target: str) -> None:
    assert [text for text in FRENCH if not source_text(target).is_in_source(text)] == []


def test_another_script_tells_a_word_alone() -> None:
    assert source_text("ru").is_in_source("magistrat")
    assert not source_text("ro").is_in_source("magistrat")


def test_what_may_be_a_translation_is_no_french_and_no_name() -> None:
    found = source_text("ro")

    assert found.may_be_translation("Seminarul a reunit judecători.")
    assert source_text("ru").may_be_translation("Кишинёв")
    assert not [text for text in FRENCH if found.may_be_translation(text)]
    assert not found.may_be_translation("Davor Raus")
