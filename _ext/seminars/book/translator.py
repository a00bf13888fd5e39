"""What the writer of Sphinx puts into LaTeX unescaped, or does not know."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _, admonitionlabels
from sphinx.writers.latex import LaTeXTranslator

from seminars.book.latex_builder import passages_in
from seminars.book.text import as_latex

if TYPE_CHECKING:
    from docutils.nodes import Element

_SHORT_TABLE = 1000  # letters of a table that fits on half a page, whatever its columns are
_SHORT_CELL = 400  # letters of a cell that fits on a page
_NARROW, _WIDE = 8, 60  # letters by which the columns of a long one share its width

# A tag of BCP 47, as a mark of language names it
_LANGUAGE = re.compile(r"language-([a-z]{2,3}(?:[-_@][A-Za-z0-9]{2,8})*)")


class BookTranslator(LaTeXTranslator):
    """Sphinx's writer of LaTeX, words of the interface escaped and foreign passages marked."""

    def visit_document(self, node: Element) -> None:
        """Begin the book with what its foreign passages need in the preamble."""
        for language in sorted(_languages(node)):
            self.elements["preamble"] += passages_in(language) + "\n"
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

    def visit_table(self, node: Element) -> None:
        """Begin a table; one that may be higher than a page breaks between its rows."""
        if not self.tables and len(node.astext()) > _SHORT_TABLE:
            _let_break(node)
        super().visit_table(node)

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


def _languages(document: Element) -> set[str]:
    """Return the languages that passages of *document* are marked with."""
    return {
        match[1]
        for node in document.findall(nodes.Element)
        for name in map(str, node.get("classes", ()))
        if (match := _LANGUAGE.fullmatch(name))
    }


def _let_break(table: Element) -> None:
    """Have *table* set as one that breaks over pages, each column as wide as its texts want it."""
    widths = [_NARROW] * sum(1 for _column in table.findall(nodes.colspec))
    for row in table.findall(nodes.row):
        cells = [child for child in row.children if isinstance(child, nodes.entry)]
        for place, cell in enumerate(cells):
            length = len(cell.astext())
            widths[place] = max(widths[place], min(length, _WIDE))
            if length > _SHORT_CELL:  # longtable cuts off what is higher than a page, and is silent
                cell.insert(0, nodes.raw("", r"\begin{archivecell}", format="latex"))
                cell.append(nodes.raw("", r"\end{archivecell}", format="latex"))
    if "colwidths-given" not in table["classes"]:
        for column, width in zip(table.findall(nodes.colspec), widths, strict=True):
            column["colwidth"] = width
    table["classes"] += ["longtable", "colwidths-given"]
