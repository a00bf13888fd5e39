"""What the writer of Sphinx puts into LaTeX unescaped, or does not know."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _, admonitionlabels
from sphinx.writers.latex import LaTeXTranslator

from seminars.book import tables
from seminars.book.latex_builder import passages_in
from seminars.book.text import as_latex

if TYPE_CHECKING:
    from docutils.nodes import Element

_BLOCKS = (
    nodes.paragraph, nodes.block_quote, nodes.bullet_list, nodes.enumerated_list,
    nodes.definition_list, nodes.table,
)  # fmt: skip
# A tag of BCP 47, as a mark of language names it
_LANGUAGE = re.compile(r"language-([a-z]{2,3}(?:[-_@][A-Za-z0-9]{2,8})*)")


class BookTranslator(LaTeXTranslator):
    """Sphinx's writer of LaTeX, words of the interface escaped and foreign passages marked."""

    def visit_document(self, node: Element) -> None:
        """Begin the book with what its foreign passages need in the preamble."""
        for language in sorted(_languages(node)):
            self.elements["preamble"] += passages_in(language) + "\n"
        tables.open_frames(node)
        _mark_blocks(node)
        super().visit_document(node)

    def render(self, template_name: str, variables: dict[str, Any]) -> str:
        """Render a template; those of tables have words of the interface without escaping them."""
        if template_name != "latex.tex.jinja":
            variables = {"_": lambda word: as_latex(_(word)), **variables}
        return super().render(template_name, variables)

    def visit_image(self, node: Element) -> None:
        """Include a picture under a number: TeX reads signs of a name, and knows few endings."""
        images = self.builder.images
        if node["uri"] in images:
            number = list(images).index(node["uri"]) + 1
            suffix = PurePosixPath(node["uri"]).suffix.lower()
            images[node["uri"]] = f"picture-{number}{suffix}"
        super().visit_image(node)

    def visit_reference(self, node: Element) -> None:
        """Let an address that is shown break anywhere, as xurl has it; words break between them."""
        shown, address = node.astext(), node.get("refuri", "")
        if self.in_title or "://" not in address or " " in shown or shown not in address:
            super().visit_reference(node)
            return
        target, text = self.encode_uri(address), self.encode_uri(shown)
        self.body.append(rf"\sphinxhref{{{target}}}{{\nolinkurl{{{text}}}}}")
        raise nodes.SkipNode

    def visit_table(self, node: Element) -> None:
        """Begin a table; one that may be higher than a page breaks between its rows."""
        if not self.tables and tables.is_long(node):
            tables.let_break(node)
        super().visit_table(node)

    def depart_table(self, node: Element) -> None:
        """End a table; the log is told of it, for less room is left in a cell than on a page."""
        is_outer = len(self.tables) == 1
        if is_outer:
            self.body.append(rf"\begin{{archivetable}}{{{tables.size(node)}}}" + "\n")
        super().depart_table(node)
        if is_outer:
            self.body.append(r"\end{archivetable}" + "\n")

    def babel_renewcommand(self, command: str, definition: str) -> str:
        """Define the heading of the table of contents: the caption of a tree of pages."""
        return super().babel_renewcommand(command, as_latex(definition))

    def _open_box(self, node: Element) -> None:
        name = node.tagname
        label = as_latex(admonitionlabels[name])
        environment = "sphinxseealso" if name == "seealso" else "sphinxadmonition"
        kind = "" if name == "seealso" else f"{{{name}}}"
        self.body.append("\n" + rf"\begin{{{environment}}}{kind}{{{label}:}}")
        self.no_latex_floats += 1

    visit_attention = _open_box
    visit_caution = _open_box
    visit_danger = _open_box
    visit_error = _open_box
    visit_hint = _open_box
    visit_important = _open_box
    visit_note = _open_box
    visit_seealso = _open_box
    visit_tip = _open_box
    visit_warning = _open_box


def _mark_blocks(document: Element) -> None:
    """Put what switches the language around each block that is marked with one."""
    for block in list(document.findall(nodes.Element)):
        if isinstance(block, _BLOCKS) and (found := _languages_of(block)):
            begin = rf"\begin{{archiveforeign}}{{{found[-1]}}}"
            end = r"\end{archiveforeign}"
            raw = [nodes.raw("", text, format="latex") for text in (begin, end)]
            block.parent.replace(block, [raw[0], block, raw[1]])


def _languages_of(node: Element) -> list[str]:
    """Return the languages that *node* itself is marked with."""
    names = map(str, node.get("classes", ()))
    return [match[1] for name in names if (match := _LANGUAGE.fullmatch(name))]


def _languages(document: Element) -> set[str]:
    """Return the languages that passages of *document* are marked with."""
    return {
        language for node in document.findall(nodes.Element) for language in _languages_of(node)
    }
