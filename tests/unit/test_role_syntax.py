"""The one grammar of roles reads what MyST's parser and Sphinx read."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx.util.docutils import ReferenceRole

from catalogues.message import MessageParser
from catalogues.role_syntax import (
    ROLES_OF_WORDS,
    Role,
    has_words,
    roles_in,
    title_and_target,
    with_roles_replaced,
)
from prose.plain import is_plain
from records.terminology import plain

PIECES = [*"aé1 .,«»’–-<>!/", "{org}`a`", "{event}`à <b>`", "{abbr}`c (d)`", "{sem:x-y}`e <f>`"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("l’{org}`unodc`", [("org", "", "unodc")]),
        ("{org}`l’Office <unodc>`", [("org", "l’Office", "unodc")]),
        ("{org}`a` et {rec}`x/y`", [("org", "", "a"), ("rec", "", "x/y")]),
        ("{org}`l’Office\ndes <unodc>`", [("org", "l’Office des", "unodc")]),
        ("{org}`l’Office<unodc>`", [("org", "l’Office", "unodc")]),
        ("{org}`<unodc>`", [("org", "", "<unodc>")]),
        ("{org}`– <unodc>`", [("org", "", "– <unodc>")]),
        ("{org}`a <b`", [("org", "", "a <b")]),
        ("{org}`a < b <c>`", [("org", "a", " b <c")]),
        ("{sem:org-x}`a`", [("sem:org-x", "", "a")]),
        ("{org} `a` {org}`` {à}`b` `c`", []),
    ],
)  # fmt: skip
def test_a_role_has_a_name_a_title_and_a_target(
    text: str, roles: list[tuple[str, str, str]]
) -> None:
    assert [tuple(role) for role in roles_in(text)] == roles


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(lambda text: "À" + "".join(text)))
def test_the_parser_finds_the_same_roles(text: str) -> None:
    found = MessageParser(["attrs_inline"]).parse_markup(text, labels_of="").roles

    names = ("" if role.name in ROLES_OF_WORDS else role.target for role in roles_in(text))
    assert Counter(zip((role.name for role in roles_in(text)), names, strict=True)) == found


@given(st.text("ab <>!\n", min_size=1))
def test_a_title_is_parted_from_its_target_as_sphinx_does(content: str) -> None:
    found = ReferenceRole.explicit_title_re.match(content)
    title, target = found.groups() if found else ("", content)
    sign = "!" if found and content.startswith("!") else ""

    if found and not has_words(title):
        title, target, sign = "", content, ""
    assert title_and_target(content) == (title, sign + target)


def test_what_shows_words_alone_reads_roles_alike() -> None:
    titles = {"unodc": "Office"}
    text = "l’{org}`unodc`, {org}`l’Office\ndes Nations <unodc>`, {concept}`traite`"

    assert plain(text, titles) == "l’Office, l’Office des Nations, traite"
    assert with_roles_replaced(text, lambda role: role.name) == "l’org, org, concept"
    assert next(roles_in(text)) == Role("org", "", "unodc")


@pytest.mark.parametrize(
    ("text", "plainly"),
    [("{org}`a`", True), ("{org}`a <b>`", True), ("{org}`a` `", False), ("{org}`a", False),
     ("{org}`a``", False), ("{raw}`a`", False)],
)  # fmt: skip
def test_a_page_is_in_order_by_the_same_grammar(text: str, *, plainly: bool) -> None:
    assert is_plain(f"# Titre\n\nUn texte, {text} ici.\n", is_seminar=False) is plainly
