"""What CONTRIBUTING.md says of the rules of the gate is what the rules say of themselves."""

from __future__ import annotations

import pytest

from catalogues import rules
from catalogues.guide import GUIDE, table, table_in
from catalogues.rule import Rule
from catalogues.rules import RULES, code


def test_the_guide_has_the_words_of_each_rule() -> None:
    mend = "write it anew: PYTHONPATH=_ext .venv/bin/python -m catalogues.guide"

    assert table_in(GUIDE.read_text("utf-8")) == table(), mend


def test_each_rule_has_words_that_fit_into_the_table() -> None:
    assert [rule.name for rule in RULES] == sorted(rule.name for rule in RULES)
    for rule in RULES:
        words = (rule.name, rule.finding, rule.mend)
        assert all(text.strip() == text != "" for text in words), rule
        assert not {"|", "\n"} & set("".join(words)), rule


def test_two_rules_cannot_have_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "RULE", Rule(name="link", finding="x", mend="y"))

    with pytest.raises(ValueError, match="two rules of the gate have one name"):
        rules._rules()
