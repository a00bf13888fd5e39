"""The editor's note: what the archive adds to what the sources say, told apart from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from seminars.marks import Filler, placeholder, register
from seminars.reports import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class editor_note(placeholder):
    """A note of the archive with its text as children."""


class note_box(nodes.Admonition, nodes.Element):
    """The note on the page: its ``label``, then its text."""


class EditorNote(SphinxDirective):
    """What the archive compares, deduces or does not know: no source is needed for it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Leave the text under a mark."""
        if not self.content:
            text = "`{editor-note}` is empty: write its text below it, or take it out"
            warn("citation", text, location=(self.env.docname, self.lineno))
            return []
        mark = editor_note(docname=self.env.docname)
        self.set_source_info(mark)
        mark += self.parse_content_to_nodes()
        return [mark]


class FillNotes(Filler):
    """Give each note its heading."""

    def fill(self, found: editor_note) -> list[nodes.Node]:
        """Return the note as a box of its own look."""
        label = _("Editor’s note")
        box = note_box(classes=["editor-note"], label=label)
        if not self.in_print:
            title = nodes.strong("", "", self.composer.text(label))
            box += self.composer.paragraph([title], "editor-note-title")
        box += found.children
        return [box]


def _open(translator: Any, node: note_box) -> None:
    """Write the start tag; what an `aside` is, its label says to those who do not see it.

    It is no landmark: a page may have several of them, all of one name.
    """
    attributes = {"role": "note", "aria-label": node["label"]}
    translator.body.append(translator.starttag(node, "aside", **attributes))


def _close(translator: Any, node: note_box) -> None:
    translator.body.append("</aside>\n")


def _open_in_print(translator: Any, node: note_box) -> None:
    translator.body.append("\n" + rf"\begin{{editornote}}{{{translator.encode(node['label'])}}}")


def _close_in_print(translator: Any, node: note_box) -> None:
    translator.body.append("\n" + r"\end{editornote}" + "\n")


def _nothing(translator: Any, node: note_box) -> None:
    """Write the text alone, which begins with the heading."""


def setup(app: Sphinx) -> None:
    """Register the notes."""
    plain = (_nothing, _nothing)
    app.add_node(
        note_box,
        html=(_open, _close),
        latex=(_open_in_print, _close_in_print),
        text=plain,
        man=plain,
        texinfo=plain,
    )
    register(app, editor_note, FillNotes)
    app.add_directive_to_domain("sem", "editor-note", EditorNote)
