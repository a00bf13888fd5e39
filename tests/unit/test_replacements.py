"""What takes the place of functions of libraries; that the result is the same: tests/site."""

from __future__ import annotations

import hashlib
import inspect
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from myst_gettext.upstream import RELIED_ON
from speedups.nodes import encode, find_all, unescape
from speedups.places import CHECKED, Place
from speedups.table import SPEEDUPS
from support import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.testing.util import SphinxTestApp


PLACES = [*(place for place, _function in SPEEDUPS), *RELIED_ON]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path)
def test_the_original_is_the_one_that_was_looked_at(place: Place) -> None:
    source = inspect.getsource(place.original())

    assert hashlib.sha256(source.encode()).hexdigest()[:16] == place.digest


def in_place() -> list[bool]:
    return [
        vars(owner)[name] is function
        for place, function in SPEEDUPS
        for owner, name in [place.owner()]
    ]


def test_other_versions_build_without_and_it_is_said_once(
    build: Callable[..., SphinxTestApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CHECKED, "docutils", ("0.1.",))

    app = build(PAGES, conf='extensions.insert(0, "speedups")\n')

    assert app.status.getvalue().count("speedups: not with docutils 0.") == 1
    assert in_place() == [place.library != "docutils" for place, _function in SPEEDUPS]


@pytest.mark.parametrize("on", [True, False])
def test_a_setting_switches_all_of_them(build: Callable[..., SphinxTestApp], on: bool) -> None:
    build(PAGES, conf=f'extensions.insert(0, "speedups")\nspeedups = {on}\n')

    assert in_place() == [on] * len(SPEEDUPS)


trees = st.recursive(
    st.text("ab", max_size=2).map(nodes.Text),
    lambda children: st.builds(
        lambda cls, found: cls("", *found),
        st.sampled_from([nodes.section, nodes.inline, nodes.emphasis]),
        st.lists(children, max_size=4),
    ),
    max_leaves=20,
)


CONDITIONS = [nodes.Text, nodes.inline, nodes.Element, None, lambda node: len(node.children) > 1]


@given(trees, st.sampled_from(CONDITIONS), st.tuples(*[st.booleans()] * 4))
def test_nodes_are_found_in_the_order_of_the_page(
    tree: nodes.Node, condition: object, options: tuple[bool, ...]
) -> None:
    findall = SPEEDUPS[0][0].original()

    for node in findall(tree):
        expected = [*map(id, findall(node, condition, *options))]
        assert [*map(id, find_all(node, condition, *options))] == expected


@given(trees, st.sampled_from([nodes.inline, lambda node: isinstance(node, nodes.inline)]))
def test_nodes_that_are_replaced_while_they_are_found_are_seen_alike(
    tree: nodes.Node, condition: object
) -> None:
    def seen(find: Callable[..., Iterator[nodes.Node]], root: nodes.Node) -> list[str]:
        found = []
        for node in find(root, condition):
            found.append(repr(node))
            if node is not root and len(found) < 50:
                node.replace_self([nodes.emphasis("", "x"), *node.children])
        return [*found, root.pformat()]

    findall = SPEEDUPS[0][0].original()

    assert seen(find_all, tree.deepcopy()) == seen(findall, tree.deepcopy())


@given(st.text("\0 \na"), st.booleans())
def test_what_is_escaped_is_as_before(text: str, backslashes: bool) -> None:
    found = unescape(nodes.Text(text), backslashes)

    assert found == SPEEDUPS[1][0].original()(nodes.Text(text), backslashes)
    assert type(found) is str


@given(st.text())
def test_five_characters_are_written_as_entities(text: str) -> None:
    from docutils.writers._html_base import HTMLTranslator  # noqa: PLC0415 - what is replaced

    expected = text.translate(HTMLTranslator.special_characters)

    assert encode(HTMLTranslator, text) == expected
