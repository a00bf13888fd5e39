"""The index of the book: names under numbers, so that no sign of theirs reaches its sorter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from cldr.collation import words_of
from cldr.initial_articles import without_article
from records.kind import Target
from records.kinds import KINDS, kind_named, kind_of
from records.names import short_name
from seminars.book.text import as_latex
from seminars.domain import seminars_of

if TYPE_CHECKING:
    from records.archive import Record
    from records.wording import Wording

_BEGINS = r"\archivepage{%s}\addtocontents{toc}{\protect\setcounter{tocdepth}{%d}}"

_READS = r"\archivereads{%s}"

_INDEXED = frozenset(kind.name for kind in KINDS if kind.names)

_KEY_BYTES = 160  # of the letters that an entry is sorted by


class IndexForPrint(SphinxPostTransform):
    """Make the index of the book: each record, and each page that refers to it."""

    formats = ("latex",)
    default_priority = 8  # after the marks are filled (5), before references are resolved (10)

    def run(self, **kwargs: object) -> None:
        """Put an entry at each reference by id; the record's own page is the main one."""
        self.domain = seminars_of(self.env)
        self.numbers: dict[Wording, int] = {}
        for xref in list(self.document.findall(addnodes.pending_xref)):
            if xref.get("refdomain") != self.domain.name or xref["reftype"] not in _INDEXED:
                continue
            if not xref["refwarn"]:
                continue  # a fact sheet or a back-link: it says nothing about the record
            record = self.domain.find(Target(kind_named(xref["reftype"]), xref["reftarget"]))
            if record is not None and isinstance(xref.parent, nodes.TextElement):
                place = xref.parent.index(xref)
                xref.parent.insert(place, self._entry(self._title(record), "entrypage"))
        self._begin_pages(self.document, self.config.root_doc)
        end = [*self._names(), _READS % ""]
        self.document += nodes.raw("", "\n".join(end), format="latex")

    def _begin_pages(self, node: nodes.Element, docname: str) -> None:
        """Begin the pages below *node*, which belongs to the page *docname*; it goes on after them.

        A page does not know the one around it: Sphinx joins them without their parents.
        """
        for child in list(node.children):
            if isinstance(child, addnodes.start_of_file):
                self._begin_pages(child, child["docname"])
                self._begin_page(child)
                child.append(nodes.raw("", _READS % _for_log(docname), format="latex"))
            elif isinstance(child, nodes.Element):
                self._begin_pages(child, docname)

    def _begin_page(self, file: addnodes.start_of_file) -> None:
        kind = kind_of(file["docname"])
        if kind and kind.name in _INDEXED:
            self._add_own(file)
        # The sections of a record stay out of the table of contents; the glossary is a level deeper
        depth = 1 if kind and kind.name not in _INDEXED else 2
        begin = _BEGINS % (_for_log(file["docname"]), depth)
        if kind and kind.dates:  # a seminar begins a page
            begin = rf"\clearpage{begin}"
        file.insert(0, nodes.raw("", begin, format="latex"))

    def _title(self, record: Record) -> Wording:
        return self.domain.title(record.docname)

    def _add_own(self, file: addnodes.start_of_file) -> None:
        """Put the main entry at the heading of the record that *file* holds."""
        record = self.domain.records[file["docname"]]
        section = next(file.findall(nodes.section))
        title = self._title(record)
        section.insert(1, self._entry(title, "mainpage"))
        short = short_name(record.kind, title, record.texts)
        if short:
            section.insert(1, self._entry(short, f"seepage{{{self._number(title)}}}"))

    def _entry(self, name: Wording, command: str) -> nodes.raw:
        r"""Return an ``\index`` of the *name* of a record, whose page *command* prints.

        upmendex sorts by letters alone, for it knows no ° nor any LaTeX command.
        """
        letters = words_of(without_article(name.text, language=name.language))
        key = letters.encode()[:_KEY_BYTES].decode(errors="ignore") or "0"
        number = self._number(name)
        return nodes.raw("", rf"\index{{{key}@{number}|{command}}}", format="latex")

    def _number(self, name: Wording) -> int:
        """Return the number under which the index knows *name*, in the language that it is in."""
        return self.numbers.setdefault(name, len(self.numbers) + 1)

    def _names(self) -> list[str]:
        """Return the commands that tell the names from their numbers."""
        names = []
        for name, number in self.numbers.items():
            shown = as_latex(name.text)
            if name.language != self.config.language:
                shown = rf"\untranslated{{{shown}}}"
            names.append(rf"\setarchivename{{{number}}}{{{shown}}}")
        return names


def _for_log(docname: str) -> str:
    """Return the name of a page for the log, where ``commands.tex_log`` reads it.

    ``=`` takes the place of ``%``, which is a comment to TeX.
    """
    return quote(docname).replace("%", "=").replace("~", "=7E").replace("_", "=5F")
