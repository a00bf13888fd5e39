"""Tables of contents: the order of a folder's pages, and when a page with one is made again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.directives.other import TocTree

from catalogues.checked_copy import CheckedCatalogues
from catalogues.manifest import UNKNOWN
from cldr.collation import sort_key
from records.front_matter import heading_of, read_page
from seminars.domain import Notes
from seminars.language_marks import Marking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Set

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


_HIDING = Notes[bool]("hiding", said=None)  # pages with tables of contents that are all hidden
# What changes with the titles by which a page sorts others
_SORTING = Notes[dict[str, str]]("sorting", said=None)


class RecordToctree(TocTree):
    """A table of contents of all pages of the folder, ``:sort: title`` or ``:sort: latest``.

    The order decides the sidebar, the next page and the chapters of the book. Titles sort as the
    language of the build sorts them, so they are read here from the sources and their catalogues.
    """

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "sort": lambda argument: directives.choice(argument, ("title", "latest")),
    }
    has_content = False

    def run(self) -> list[nodes.Node]:
        """Make the table of contents with its entries in order."""
        latest = self.options.pop("sort", "title") == "latest"
        self.options |= {"glob": None, "hidden": None}
        self.content = type(self.content)(["*"], items=[(self.env.docname, 0)])
        result = super().run()
        for toctree in (found for node in result for found in node.findall(addnodes.toctree)):
            names = list(toctree["includefiles"])
            if latest:
                names.sort(reverse=True)
            else:
                self._sort_by_title(names)
            toctree["includefiles"] = names
            toctree["entries"] = [(None, name) for name in names]
        return result

    def _sort_by_title(self, names: list[str]) -> None:
        """Sort pages by their headings, and note what the order depends on."""
        checked = _checked(self.env)
        _SORTING.of(self.env)[self.env.docname] = _translations(self.env, sorted(names))
        for name in names:
            self.env.note_dependency(self.env.doc2path(name))
        names.sort(key=lambda name: self._title_key(name, checked))

    def _title_key(self, docname: str, checked: CheckedCatalogues) -> Any:
        """Return the key that sorts the page by its heading in the language of the build."""
        source = read_page(Path(self.env.doc2path(docname)))
        language = self.config.language
        heading = heading_of(source) or docname
        shown = checked.translation(docname, heading, language=language)
        source = Marking(self.config).source
        written_in = language if shown != heading else source
        return sort_key(shown, language=language, written_in=written_in)


def sorted_otherwise(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """On ``env-get-outdated``: return the pages that sort others whose translation has changed."""
    return [
        docname
        for docname, before in _SORTING.of(env).items()
        if before != _translations(env, before.keys())
    ]


def _translations(env: BuildEnvironment, docnames: Iterable[str]) -> dict[str, str]:
    """Return what changes when the catalogue of a page does, for each of *docnames*."""
    known = _checked(env).known(env.config.language)
    return {name: known.get(name, UNKNOWN).digest for name in docnames}


def _checked(env: BuildEnvironment) -> CheckedCatalogues:
    return CheckedCatalogues.of(env.doctreedir, env.config.seminars_catalogues)


def note_hidden(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note a page that does not show what it contains."""
    toctrees = list(doctree.findall(addnodes.toctree))
    if toctrees and all(toctree["hidden"] for toctree in toctrees):
        _HIDING.of(app.env)[app.env.docname] = True


def forget_hidden(app: Sphinx, builder: Builder) -> None:
    """On ``write-started``: leave such pages out where Sphinx writes containing pages again."""
    hiding = _HIDING.of(app.env).keys()
    for containing in app.env.files_to_rebuild.values():
        containing.difference_update(hiding)


def setup(app: Sphinx) -> None:
    """Register the tables of contents of folders."""
    app.add_directive_to_domain("sem", "record-toctree", RecordToctree)
    app.connect("env-get-outdated", sorted_otherwise)
    app.connect("doctree-read", note_hidden)
    app.connect("write-started", forget_hidden)
