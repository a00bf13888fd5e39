"""Translations made of hostile parts, and what a page shows of them: for tests of the gate.

The oracle is independent of the gate: a page is read with the translations, and its doctree must
have the nodes, references, links, images and attributes that it has without any.
"""

from __future__ import annotations

import pickle
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

import polib
from docutils import nodes
from hypothesis import strategies as st
from sphinx import addnodes

from catalogues.gate import check
from myst_gettext.messages import Messages
from myst_gettext.parser import Parser
from support import PAGES, png

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

SYNTAX = ("attrs_block", "attrs_inline", "colon_fence")
CONF = """
extensions.append("myst_gettext")
source_suffix = {".md": "markdown"}
language = "ru"
exclude_patterns.append("elsewhere.md")
"""
PAGE = """
# Une page

Un texte sans rien.

## Avec l’{org}`unodc` en titre

Sur l’{org}`Office <unodc>` et son {event}`séminaire <2018-06-05-chisinau>`.

- Un [lien](index.md) dans une liste.
- Un [renvoi][cle] et une note.[^1]

`du code` et ![une image](image.png "titre")

| Colonne | Autre |
| --- | --- |
| Une case | [*mot*]{.language-en} |

:::{admonition} Un encadré
Son texte en **gras**, avec 20 % et %s.
:::

5. juin

{.usage-note}
Une note d’usage sur l’{org}`unodc`.

[^1]: Fin.

[cle]: https://example.org/
"""
PICTURE = png()
MESSAGES = (
    "Une page",
    "Un texte sans rien.",
    "Avec l’{org}`unodc` en titre",
    "Sur l’{org}`Office <unodc>` et son {event}`séminaire <2018-06-05-chisinau>`.",
    "Un [lien](index.md) dans une liste.",
    "Un [renvoi][cle] et une note.[^1]",
    '`du code` et ![une image](image.png "titre")',
    "une image",
    "Une case",
    "[*mot*]{.language-en}",
    "Un encadré",
    "Son texte en **gras**, avec 20 % et %s.",
    "juin",
    "Une note d’usage sur l’{org}`unodc`.",
    "Fin.",
)
PARTS = (
    *" \n\t<>[](){}`*_~!|\\#%&$^:;.-+=/\"'«»",
    *("texte", "mot 20", "é", "Ж", "\n\n", "  \n", "\\\n", "\u00a0", "\u200b", "\u202e"),
    *(
        "<script>alert(1)</script>",
        "<b>",
        "</b>",
        "<!-- x -->",
        "<img src=x onerror=y>",
        "<a href=x>",
    ),
    *(
        "{% ",
        " %}",
        "{%",
        "%}\n",
        "{.x}",
        "{#y}",
        '{onclick="z"}',
        "{.language-ru}",
        "{.usage-note}\n",
    ),
    *("{org}`unodc`", "{org}`x <unodc>`", "{org}`!x <unodc>`", "{org}`x <y <unodc>`", "{org}`"),
    *("{event}`2018-06-05-chisinau`", "{raw}`x`", "{math}`x`", "{download}`x </etc/passwd>`"),
    *(
        "{doc}`index`",
        "{eval-rst}",
        "{include} x",
        "```{include} x\n```",
        "```",
        ":::{note}\n",
        ":::",
    ),
    *("[x](index.md)", "[x](javascript:alert)", "[x][cle]", "[cle]", "[cle]: y", "[x]: y", "[^1]"),
    *(
        "[^1]: x",
        "[^2]",
        "![x](image.png)",
        "![x](y)",
        "<https://evil.example>",
        "https://evil.example",
    ),
    *("`du code`", "`x`", "**gras**", "*mot*", "[*mot*]{.language-en}", "%s", "20 %", "(x)=\n"),
    *("+++", "% x\n", "---\n", "# ", "> ", "- ", "1. ", "5. ", "| a |\n|---|\n", "    ", "$x$"),
    *(
        "&lt;script&gt;",
        "&#x202E;",
        "&#60;b&#62;",
        "&amp;",
        "&copy",
        "{{ x }}",
        "{{x}}",
        "\r",
        "\0",
    ),
)


WORDS = ("текст", "sur", "2018", " ", " ", ", ", ".", "«слово»", "ă", "(x)")


def translations(message: str) -> st.SearchStrategy[str]:
    """Return what makes translations of *message*: hostile parts, words, and parts of itself.

    Most are a good translation with one hostile part, for what is all hostile is soon refused.
    """
    middle = len(message) // 2
    own = (message, message[:middle], message[middle:])
    words = st.lists(st.sampled_from(WORDS), max_size=4).map("".join)
    one = st.sampled_from(PARTS)
    many = st.lists(st.sampled_from((*PARTS, *WORDS, *own)), min_size=1, max_size=6).map("".join)
    return st.one_of(
        st.builds("{1}{0}{2}".format, st.just(message), words, words),
        st.builds("{1}{0}{2}".format, st.just(message), one, words),
        st.builds("{1}{0}{2}{3}".format, st.just(message), words, one, words),
        st.builds(
            "{1}{2}{0}{3}".format, st.just(message[middle:]), st.just(message[:middle]), one, words
        ),
        st.builds("{0}{1}{2}".format, words, one, words),
        many,
        many.map(lambda text: message + text),
    )


CATALOGUES = st.fixed_dictionaries({message: translations(message) for message in MESSAGES})


def passed(catalogue: Mapping[str, str], *, page: str | None = PAGE) -> dict[str, str]:
    """Return what of *catalogue* passes the gate."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    file.extend(polib.POEntry(msgid=msgid, msgstr=text) for msgid, text in catalogue.items())
    entries = check(str(file).encode("utf-8", "replace"), syntax=SYNTAX, page=page).entries
    return {entry.msgid: entry.msgstr for entry in entries}


_OF_USAGE_NOTE = "pending_xref ['org', 'unodc']"


class FuzzedPage:
    """A page of a small site, which is read again and again with other translations."""

    def __init__(self, app: SphinxTestApp) -> None:
        self._app = app
        self.source = self.read({})

    @classmethod
    def of(cls, build: Callable[..., SphinxTestApp], folder: Path) -> FuzzedPage:
        """Build the site in *folder*, without translations."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "image.png").write_bytes(PICTURE)
        index = PAGES["index.md"].replace("events/*", "fuzz\nevents/*")
        return cls(build({"fuzz.md": PAGE, "index.md": index}, builder="dummy", conf=CONF))

    def differences(self, catalogue: Mapping[str, str]) -> Counter[str]:
        """Read the page with *catalogue*; return what it has more or less than without.

        The note on usage may lose its reference.
        """
        found = self.read(catalogue)
        lost = self.source - found - Counter([_OF_USAGE_NOTE])
        return (found - self.source) + lost

    def read(self, catalogue: Mapping[str, str]) -> Counter[str]:
        """Read the page with *catalogue*; return the signature of its doctree."""
        Parser.catalogues = _Fixed(catalogue)  # type: ignore[assignment]
        env = self._app.env
        env.clear_doc("fuzz")
        self._app.builder.read_doc("fuzz")
        content = (self._app.doctreedir / "fuzz.doctree").read_bytes()  # env keeps the one before
        return signature(pickle.loads(content))  # noqa: S301 - written above


class _Fixed:
    """Stands for the compiled catalogues of a page."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        file = polib.POFile()
        file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
        file.extend(polib.POEntry(msgid=msgid, msgstr=text) for msgid, text in catalogue.items())
        self._compiled = file.to_binary()

    def are_there(self, docname: str) -> bool:
        return True

    def messages(self, docname: str) -> dict[str, str]:
        return Messages(BytesIO(self._compiled)).translations()


def signature(doctree: nodes.document) -> Counter[str]:
    """Return the nodes of *doctree* that are more than words, with what they lead to or carry."""
    return Counter(filter(None, map(_sign, doctree.findall(nodes.Element))))


def _sign(node: nodes.Element) -> str:
    """Return what *node* is, or "" for what a translation may have as it likes.

    Emphasis, and words that are marked as of a language, are words.
    """
    name = type(node).__name__
    for kind, keys in _CARRIED.items():
        if isinstance(node, kind):
            return f"{name} {[node.get(key) for key in keys] or node.astext()}"
    marks = ("language-", "untranslated")
    classes = [found for found in node["classes"] if not found.startswith(marks)]
    is_shown_by_reference = isinstance(node.parent, addnodes.pending_xref)
    is_words = isinstance(node, nodes.inline) and not classes and not node["ids"]
    if isinstance(node, (nodes.emphasis, nodes.strong)) or is_shown_by_reference or is_words:
        return ""
    return f"{name} {classes}"


# What a node leads to or carries; of those without keys the text counts
_CARRIED: dict[type[nodes.Element], tuple[str, ...]] = {
    addnodes.pending_xref: ("reftype", "reftarget"),
    nodes.reference: ("refuri", "refid", "refname"),
    nodes.image: ("uri",),
    nodes.footnote_reference: ("refname",),
    nodes.raw: (),
    nodes.literal: (),
    nodes.math: (),
}
