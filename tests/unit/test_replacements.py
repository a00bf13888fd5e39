"""What takes the place of functions of libraries; that the result is the same: tests/site."""

from __future__ import annotations

import gc
import hashlib
import inspect
import pickle
import weakref
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from myst_gettext.upstream import RELIED_ON
from speedups.nodes import encode, find_all, make_element, take_apart, unescape
from speedups.places import CHECKED, Place
from speedups.table import SPEEDUPS
from support import PAGES, warnings

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


def test_other_versions_build_without_and_every_build_warns(
    build: Callable[..., SphinxTestApp],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setitem(CHECKED, "docutils", ("0.1.", "0.2."))
    monkeypatch.setitem(CHECKED, "markdown-it-py", ("0.3.",))
    conf = 'extensions = ["speedups", *extensions, "myst_gettext"]\n'

    for _build in range(2):
        caplog.clear()
        app = build(PAGES, conf=conf, warningiserror=True)
        notes = [record.getMessage() for record in caplog.records]

        assert [note.split("): ")[0] for note in notes if "was not checked" in note] == [
            f"WARNING: {part} was not checked with {library} {version(library)} (only with {known}"
            for part, library, known in (
                ("speedups", "docutils", "0.1.*, 0.2.*"),
                ("myst_gettext", "markdown-it-py", "0.3.*"),
            )
        ]
        assert app.statuscode == 0
        assert in_place() == [place.library != "docutils" for place, _function in SPEEDUPS]


def test_versions_that_were_checked_are_not_spoken_of(
    build: Callable[..., SphinxTestApp], caplog: pytest.LogCaptureFixture
) -> None:
    build(PAGES, conf='extensions = ["speedups", *extensions, "myst_gettext"]\n')

    assert "was not checked" not in caplog.text


@pytest.mark.parametrize("on", [True, False])
def test_a_setting_switches_all_of_them(build: Callable[..., SphinxTestApp], on: bool) -> None:
    build(PAGES, conf=f'extensions.insert(0, "speedups")\nspeedups = {on}\n')

    assert in_place() == [on] * len(SPEEDUPS)


def original(path: str) -> Callable[..., Any]:
    found: Callable[..., Any] = next(
        place for place, _function in SPEEDUPS if place.path == path
    ).original()
    return found


trees = st.recursive(
    st.text("ab", max_size=2).map(nodes.Text),
    lambda children: st.builds(
        lambda cls, found: cls("", *found),
        st.sampled_from([nodes.section, nodes.inline, nodes.emphasis]),
        st.lists(children, max_size=4),
    ),
    max_leaves=20,
)


CLASSES = [nodes.section, nodes.inline, nodes.emphasis, nodes.Text, nodes.image]
NAMES = ["classes", "Names", "reftarget"]
WORDS = st.lists(st.text("xy"), max_size=2)
CONDITIONS = [nodes.Text, nodes.inline, nodes.Element, None, lambda node: len(node.children) > 1]


@given(trees, st.sampled_from(CONDITIONS), st.tuples(*[st.booleans()] * 4))
def test_nodes_are_found_in_the_order_of_the_page(
    tree: nodes.Node, condition: object, options: tuple[bool, ...]
) -> None:
    findall = original("docutils.nodes:Node.findall")

    for node in findall(tree):
        expected = [*map(id, findall(node, condition, *options))]
        assert [*map(id, find_all(node, condition, *options))] == expected


@given(trees, st.sampled_from([nodes.inline, lambda node: isinstance(node, nodes.inline)]))
def test_nodes_that_are_replaced_while_they_are_found_are_seen_alike(
    tree: nodes.Node, condition: object
) -> None:
    def seen(find: Callable[..., Iterator[Any]], root: nodes.Node) -> list[str]:
        found = []
        for node in find(root, condition):
            found.append(repr(node))
            if node is not root and len(found) < 50:
                node.replace_self([nodes.emphasis("", "x"), *node.children])
        return [*found, root.pformat()]

    findall = original("docutils.nodes:Node.findall")

    assert seen(find_all, tree.deepcopy()) == seen(findall, tree.deepcopy())


@given(st.lists(st.tuples(trees, st.sampled_from(CLASSES), st.integers(0, 9)), max_size=6))
def test_what_is_put_into_a_page_is_found_however_it_is_put_there(
    steps: list[tuple[nodes.Node, type, int]],
) -> None:
    next(place for place, function in SPEEDUPS if function is find_all).replace(find_all)
    page = new_document("page")
    findall = original("docutils.nodes:Node.findall")

    for tree, cls, number in steps:
        places = [*findall(page, nodes.Element)]
        assert [*page.findall(cls)] == [*findall(page, cls)]
        place = places[number % len(places)]
        made = pickle.loads(pickle.dumps(tree))  # noqa: S301 - nothing is told of this
        if number < 2 and place is not page:
            place.replace_self(made)
        elif number < 5:
            made.parent = place
            place.children = [*place.children, made]  # as sphinx.transforms.i18n does
        else:
            place.append(made)
    assert [*page.findall(nodes.inline)] == [*findall(page, nodes.inline)]


@given(st.lists(st.text("xy"), max_size=2), st.dictionaries(st.sampled_from(NAMES), WORDS))
def test_an_element_is_set_up_as_before(texts: list[str], given: dict[str, list[str]]) -> None:
    made, expected = nodes.inline.__new__(nodes.inline), nodes.inline.__new__(nodes.inline)

    make_element(made, "source", *map(nodes.Text, texts), **given)
    original("docutils.nodes:Element.__init__")(
        expected, "source", *map(nodes.Text, texts), **given
    )

    assert repr(made) == repr(expected)
    assert made.attributes == expected.attributes
    assert made["classes"] is not given.get("classes")
    assert [child.parent is made for child in made.children] == [True] * len(texts)
    with pytest.raises(TypeError):
        make_element(made, expected)


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_doctree_that_is_done_with_is_gone_at_once(is_kept: bool) -> None:
    page = new_document("page")
    part = nodes.section("", nodes.paragraph("", "kept"), nodes.paragraph("", "gone"), ids=["a"])
    page += part
    page.note_explicit_target(part)
    kept, gone = part[0], weakref.ref(part[1])
    del part
    gc.disable()
    try:
        take_apart(page, is_kept=is_kept)

        assert gone() is None
        assert kept.astext() == ("kept" if is_kept else "")
    finally:
        gc.enable()


ODD = {
    "quotes may be taken away": ('smartquotes_action = "-1"', "« “Mot” – l’autre… »"),
    "a language may have no quotes": ("", "Mot.\n\n{.language-tlh}\nQapla!"),
    "quotes may be others": ('smartquotes_locales = [("fr", "{}()")]', '"Mot" l\'autre...'),
    "quotes may be off": ("smartquotes = False", '"Mot"...'),
    "a page may have code": ("", "```\nx = 'y'\n```\n\n```{highlight} c\n```\n\n```\ny\n```"),
    "a page may have a note that nobody refers to": ("", "Mot.\n\n[^x]: Note."),
}


@pytest.mark.parametrize(("conf", "text"), ODD.values(), ids=ODD.keys())
def test_what_is_rare_comes_out_as_before(
    build: Callable[..., SphinxTestApp], conf: str, text: str
) -> None:
    def built(on: bool) -> tuple[str, list[str]]:
        pages = {"index.md": f"# Archives\n\n{text}\n", **dict.fromkeys([*PAGES][1:])}
        start = f'{conf}\nlanguage = "fr"\nextensions = ["myst_parser", "speedups"]\n'
        app = build(pages, conf=f"{start}speedups = {on}\n", freshenv=True)
        return (app.outdir / "index.html").read_text("utf-8"), warnings(app)

    assert built(True) == built(False)


def test_one_application_can_build_twice(build: Callable[..., SphinxTestApp]) -> None:
    page = "# Archives\n\n## {}\n\nMot.\n\n## Fin\n\nMot.\n"
    pages = {"index.md": page.format("Un"), **dict.fromkeys([*PAGES][1:])}
    app = build(pages, conf='extensions = ["myst_parser", "speedups"]\n')

    (app.srcdir / "index.md").write_text(page.format("Deux"), "utf-8")
    app.build()

    shown = (app.outdir / "index.html").read_text("utf-8")
    assert shown.count("Deux") == 2  # as a heading and in the contents of the page
    assert "Un<" not in shown


@pytest.mark.parametrize("on", [True, False])
def test_what_a_page_includes_is_no_concern_of_the_others(
    build: Callable[..., SphinxTestApp], on: bool
) -> None:
    pages = {f"glossary/concepts/{name}.md": None for name in "abc"} | {
        "events/2018-06-05-chisinau.md": None,
        "inclus.txt": "Un texte.\n",
        "index.md": "# Archives\n\n```{include} inclus.txt\n```\n",
        "k.md": "# K\n\nTexte.\n",
        "z.md": "# Z\n\n```{eval-rst}\n.. include:: inclus.txt\n```\n",
    }

    app = build(pages, conf=f'extensions = ["myst_parser", "speedups"]\nspeedups = {on}\n')

    assert {name: len(found) for name, found in app.env.dependencies.items() if found} == {
        "index": 1,
        "z": 1,
    }


@given(st.text("\0 \na"), st.booleans())
def test_what_is_escaped_is_as_before(text: str, backslashes: bool) -> None:
    found = unescape(nodes.Text(text), backslashes)

    assert found == original("docutils.nodes:unescape")(nodes.Text(text), backslashes)
    assert type(found) is str


ENTITIES = st.dictionaries(st.sampled_from([*map(ord, '&<>"@a')]), st.text("&;a"))


@given(st.text('&<>"@a'), st.none() | ENTITIES)
def test_five_characters_are_written_as_entities_or_what_there_is(
    text: str, others: dict[int, str] | None
) -> None:
    from docutils.writers._html_base import HTMLTranslator  # noqa: PLC0415 - what is replaced

    table = HTMLTranslator.special_characters
    before = dict(table)
    try:
        if others is not None:  # put where everybody has it
            table.clear()
            table.update(others)
        assert encode(HTMLTranslator, text) == text.translate(table)
    finally:
        table.clear()
        table.update(before)
