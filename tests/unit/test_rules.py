"""Each part of each rule of the gate refuses something that nothing else does."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from catalogues import rules
from catalogues.gate import check
from catalogues.rules import RULES

LISTS = {
    "guard": "_GUARDS",
    "text": "_TEXTS",
    "name_text": "_NAMES",
    "structure": "_STRUCTURES",
    "prose": "_PROSE",
    "interface": "_INTERFACE",
}
SYNTAX = ["attrs_block", "attrs_inline", "colon_fence", "strikethrough"]
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


class Case(NamedTuple):
    """A translation that a part of a rule refuses; a part is one of LISTS, a sign or `counted`."""

    rule: str
    part: str
    message: str
    translation: str
    said: str


def deep(text: str, *, times: int) -> str:
    for _ in range(times):
        text = f"[{text}]{{.language-ro}}"
    return text


CASES = [
    Case("attribute", "structure", "[x]{#y}", "x", "the anchor `#y` is missing"),
    Case("attribute", "curly brackets", "Un texte.", "x {.y} z", "curly brackets is left over"),
    Case("block", "prose", "Un texte.", "- x", "this is a list"),
    Case("character", "text", "Un texte.", "a\u200bb", "U+200B"),
    Case("character", "prose", "Un texte.", "a&#8203;b", "U+200B"),
    Case("character", "counted", "Un texte.", "a&#10;b", "the character `U+000A` is not in"),
    Case("character", "interface", "Next", "a&#8203;b", "U+200B"),
    Case("code", "counted", "`make html`", "`make pdf`", "the literal text `make html` is missing"),
    Case("footnote", "counted", "Une note.[^1]", "O notă.", "the footnote `1` is missing"),
    Case("footnote", "a footnote", "Un texte.", "x [^ y]", "a footnote is left over"),
    Case("html", "structure", "<b>x</b><i>y</i>", "<b>x<i>y</b></i>", "close in another order"),
    Case("html", "counted", "Un texte.", "<b>x</b>", "the HTML `<b>` is not in the source"),
    Case("html", "an HTML tag", "Un texte.", "\\<b>x", "an HTML tag is left over"),
    Case("html", "an entity", "Un texte.", "x &amp;lt; y", "an entity is left over"),
    Case("html", "interface", "Next", "<b>x</b>", "<b> is not in the source"),
    Case("image", "structure", "![a](a.jpg)", "![](a.jpg) b", "the image `a.jpg` has no words"),
    Case("image", "counted", "![a](a.jpg)", "a", "the image `a.jpg` is missing"),
    Case("link", "structure", "[a](a.md)", "[](a.md) b", "the link `a.md` has no words"),
    Case("link", "prose", "Un texte.", "www.example.org", "the address `www.example.org`"),
    Case("link", "counted", "[a](a.md)", "a", "the link to `a.md` is missing"),
    Case("link", "an address", "Un texte.", "javascript :x", "an address is left over"),
    Case("link", "a link", "Un texte.", "[x][y]", "a link is left over"),
    Case("link", "interface", "Next", "www.example.org", "the address `www.example.org`"),
    Case("markup", "structure", "Un texte.", "a\\\nb", "there is a hard line break"),
    Case("markup", "prose", "Un texte.", "{x", "a bracket is not closed"),
    Case("markup", "counted", "Un texte.", "~~x~~", "the markup `s_open` is not in the source"),
    Case("markup", "a backquote", "Un texte.", "x ` y", "a backquote is left over"),
    Case("markup", "a sign of emphasis", "Un texte.", "x ** y", "a sign of emphasis is left over"),
    Case("markup", "interface", "Next", 'x" y', 'the sign " is not in the source'),
    Case("number", "prose", "en 2018", "x", "the number 2018 is missing"),
    Case("number", "interface", "In 2018", "x", "the number 2018 is missing"),
    Case("placeholder", "prose", "%s pages", "pagini", "the placeholder `%s` is missing"),
    Case("placeholder", "interface", "%s pages", "pagini", "the placeholder %s is missing"),
    Case("role", "structure", "l’{org}`unodc`", "ONU", "{org}`unodc` is missing"),
    Case(
        "role", "structure", "x{source}`a, b`", "x{source}`a`", "copy it, without a space, behind"
    ),
    Case("role", "structure", "x{source}`a`", "x{source}`mot <a>`", "{source}`a` is missing"),
    Case("role", "structure", "x{source}`a`", "x{source}`a`{source}`a`", "is not in the source"),
    Case("role", "the name of a role or directive", "Un texte.", "{include} x", "`{include}`"),
    Case("role", "a directive", "Un texte.", ".. raw:: html", "a directive is left over"),
    Case("size", "guard", "Un texte.", "a" * 2181, "2181 characters for 9"),
    Case("size", "name_text", "Lieu", "mot " * 80 + "mot", "the name is far longer"),
    Case("size", "structure", "Un texte.", deep("x", times=7), "markup stands within markup"),
    Case("space", "text", "Un texte.", " x", "the spaces at the start differ"),
    Case("space", "name_text", "Lieu", "a\nb", "there is a line break in a name"),
    Case("space", "interface", "Next", "a\nb", "there is a line break"),
]


def is_found(case: Case) -> bool:
    message, translation = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        for text in (case.message, case.translation)
    )
    checked = check(
        f'{HEADER}msgid "{message}"\nmsgstr "{translation}"\n'.encode(),
        syntax=SYNTAX,
        is_interface=case.part == "interface",
        page=f"# {case.message}\n" if case.part == "name_text" else None,
    )
    end = f"[{case.rule}]"
    return any(case.said in one.text and one.text.endswith(end) for one in checked.findings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.part}")
def test_without_a_part_of_a_rule_something_passes(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_found(case)

    if case.part in LISTS:
        name = LISTS[case.part]
        others = [hook for hook in getattr(rules, name) if hook[0].name != case.rule]
    elif case.part == "counted":
        name, others = "_COUNTED", [rule for rule in rules._COUNTED if rule.name != case.rule]
    else:
        name = "_SIGNS"
        others = [(rule, sign) for rule, sign in rules._SIGNS if sign.name != case.part]
    monkeypatch.setattr(rules, name, others)
    assert not is_found(case)


def test_each_part_of_each_rule_has_a_case() -> None:
    parts = {(rule.name, part) for rule in RULES for part in LISTS if getattr(rule, part)}
    parts |= {(rule.name, "counted") for rule in RULES if rule.counted}
    parts |= {(rule.name, sign.name) for rule in RULES for sign in rule.signs}

    assert {(case.rule, case.part) for case in CASES} == parts
