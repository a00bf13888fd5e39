"""What has no word has nothing to be translated."""

from __future__ import annotations

import pytest

from catalogues.wordless import is_wordless

WORDLESS = [
    "12",
    "3,5 %",
    "1 500 000",
    "–",
    "{org}`unodc`",
    "{org}`unodc`, {event}`2018-06-05-chisinau` (2018)",
    "`make html`",
    "``a`b``",
    "<https://example.org/fr>",
    "https://example.org/fr",
    "![](carte.png)",
    "12[^note]",
    "[12](about.md)",
    "[2018]{#an}",
]
WORDS = [
    "Chisinau",
    "12 mai",
    "ONUDC",
    "{org}`l’Office <unodc>`",
    "Voir {org}`unodc`",
    "2{sup}`e`",
    "[ici](about.md)",
    "![Carte](carte.png)",
    "`make html` ou",
    "‘` et `’ à",
    "Молдова",
    "{# note #}",
    "٢٠١٨ م",
]


@pytest.mark.parametrize("message", WORDLESS)
def test_a_reference_a_number_and_code_have_no_word(message: str) -> None:
    assert is_wordless(message)


@pytest.mark.parametrize("message", WORDS)
def test_a_word_is_one_wherever_it_stands(message: str) -> None:
    assert not is_wordless(message)
