"""What the guide says of rules, keys and commands is what the code says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from catalogues import rules
from catalogues.rule import Rule
from catalogues.rules import RULES, code
from commands.guide import KEYS, made
from records.keys import keys_in
from records.kinds import KINDS
from support import ROOT

if TYPE_CHECKING:
    from pathlib import Path


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


GUIDES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")] + sorted(ROOT.glob("docs/*.md"))
BUILDERS = {"epub", "text"}  # of Sphinx, which any other name is taken for


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_each_command_that_is_named_is_one(path: Path) -> None:
    makefile, text = (ROOT / "Makefile").read_text("utf-8"), path.read_text("utf-8")
    targets = set(re.findall("^([a-z-]+):", makefile, re.MULTILINE))
    code = re.findall(r"`make ([^`]+)`|^(?:\d\. )?make ([^#\n]+)", text, re.MULTILINE)
    words = " ".join(one or other for one, other in code).split()
    named = {word for word in words if re.fullmatch("[a-z-]+", word)}

    assert named - targets - BUILDERS == set()


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_each_link_within_the_repository_leads_to_a_heading(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^()#\s]*)(?:#([^()\s]+))?\)", _prose(path))
    for name, anchor in links:
        target = path.parent / name if name else path
        assert target.exists(), name
        if anchor:
            headings = re.findall(r"^#+ (.+)$", _prose(target), re.MULTILINE)
            assert anchor in map(_anchor, headings), f"{name}#{anchor}"


def _prose(path: Path) -> str:
    """Return the text of *path* without its examples and without code."""
    text = re.sub(r"^(`{3,}).*?^\1$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*\]\([^`\n]*`", "", text)


def _anchor(heading: str) -> str:
    """Return the anchor that GitHub makes of *heading*."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
