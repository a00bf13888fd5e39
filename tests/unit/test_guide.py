"""What the guide says of rules and of keys is what the code says of itself."""

from __future__ import annotations

import pytest

from catalogues import rules
from catalogues.rule import Rule
from catalogues.rules import RULES, code
from commands.guide import KEYS, made
from records.keys import keys_in
from records.kinds import KINDS


def test_the_guide_has_the_words_of_each_rule_and_of_each_key() -> None:
    for path, text in made().items():
        assert path.read_text("utf-8") == text, "write it anew: make guide"


def test_the_table_of_keys_has_each_key_and_says_which_are_required() -> None:
    parts = KEYS.read_text("utf-8").split("\n## ")
    common = parts[1]

    assert [part.split("\n")[0] for part in parts[2:]] == [f"`{kind.folder}/`" for kind in KINDS]
    for kind, part in zip(KINDS, parts[2:], strict=True):
        for path, info in keys_in(kind.facts):
            key = f"| **`{path}`** |" if info.is_required() else f"| `{path}` |"
            assert key in part + common, path


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
