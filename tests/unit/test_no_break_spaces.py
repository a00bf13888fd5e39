"""Where a line may not break, in each language that has rules; ``~`` and ``_`` stand for spaces."""

from __future__ import annotations

import pytest

from cldr.no_break_spaces import has_rules, spaced


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "«~Oui_!~» L’article~3~: n°~5, 5~juin 2018, 20_% et 12_000 M.~Dupont"),
        ("fr", "Le 1er~février 1988, le 1er texte"),
        ("en", "Article~3(a) and Nos~164–167 on 5~June 2018, No.~5, Mr~Smith, p.~5; articles of"),
        ("ro", "Articolul~3 litera~(a), art.~11 alin.~(4), nr.~5, 5~iunie 2018, dna~Popescu"),
        ("ru", "Статья~3 и~№~5 в~суде с~5~июня 2018~г.~— это 1~500~000 и~20~% («в~суде»)"),
        ("uk", "У~статті~3, №~5, 5~червня 2018~р.~— і~далі"),
        ("bg", "чл.~3, 5~юни 2018~г., №~5"),
        ("de", "§~3 Abs.~2, Art.~5, 5.~Juni 2018, 20~%, Dr.~Müller"),
        ("pt_BR", "Art.~3.º, n.º~5, 5 de junho de 2018"),
        ("sr@latin", "čl.~3, 5.~jun 2018."),
        ("sr", "чл.~3, бр.~5"),
        # of others, what CLDR says of their dates and numbers
        ("ka", "5~ივნისი 2018, 1~000"),
        ("pl", "5~czerwca 2018, 20% i w domu"),
        ("zh_CN", "2018年6月5日 ONUDC"),
        ("xx", "5 June 2018"),
    ],
)
def test_spaces_do_not_break_where_the_language_wants_it(language: str, expected: str) -> None:
    shown = expected.replace("~", "\N{NO-BREAK SPACE}").replace("_", "\N{NARROW NO-BREAK SPACE}")
    plain = expected.replace("~", " ").replace("_", " ")

    assert spaced(plain, language=language) == shown
    assert spaced(shown, language=language) == shown, "what is right stays so"


def test_a_language_without_a_style_is_known_as_such() -> None:
    assert {code: has_rules(code) for code in ("pt_BR", "sr@latin", "ka", "zh_CN", "ar")} == {
        "pt_BR": True,
        "sr@latin": True,
        "ka": False,
        "zh_CN": False,
        "ar": False,
    }
