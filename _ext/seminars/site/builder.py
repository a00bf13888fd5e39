"""The builder of the website."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from jinja2 import FileSystemBytecodeCache
from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader

from cldr.language_tags import direction
from seminars.site.english_words import EnglishWords
from speedups.nodes import take_apart
from storage import Stamp, digest

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ArchiveHTMLBuilder(StandaloneHTMLBuilder):
    """The HTML builder without Sphinx's search index, which every reader would load whole.

    A title is rendered once, not again on each page that shows it around its text.
    """

    search = False
    takes_doctrees_apart = True  # see speedups: no part of the archive keeps nodes of a page

    def init(self) -> None:
        """Prepare the builder."""
        super().init()
        self.is_leftwards = direction(self.config.language) == "rtl"
        self._english = EnglishWords(self.app)
        self._partials: dict[str, dict[str, str]] = {}
        if isinstance(self.templates, BuiltinTemplateLoader):  # compiled once, not once a build
            folder = self.doctreedir / ".templates"
            folder.mkdir(parents=True, exist_ok=True)
            self.templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))

    def dump_inventory(self) -> None:
        """Write the inventory of all pages where it has changed."""
        head = (self.config.project, self.config.version)
        objects = [sorted(domain.get_objects()) for domain in self.env.domains.sorted()]
        now = digest(repr((head, objects)))
        stamp = Stamp(Path(self.doctreedir, ".inventory"))
        inventory = self.outdir / INVENTORY_FILENAME
        if inventory.exists() and stamp.read() == now:
            return
        super().dump_inventory()
        stamp.note(now)

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Write a page into a file of its own: that of the last build may be what is published.

        Such files have a second name where readers find them (``commands.mirror``).
        """
        path = Path(outfilename or self.get_output_path(pagename))
        path.unlink(missing_ok=True)
        super().handle_page(
            pagename, addctx, templatename, outfilename=outfilename, event_arg=event_arg
        )
        if self.is_leftwards or self._english:
            page = self._english.marked(path.read_text("utf-8"))
            path.write_text(_turned(page) if self.is_leftwards else page, "utf-8")

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page; nothing needs its doctree afterwards."""
        super().write_doc(docname, doctree)
        take_apart(doctree, is_kept=False)

    def render_partial(self, node: nodes.Node | None) -> dict[str, str]:
        """Render *node* by itself, a title from what was kept.

        The contents of a page are in its text (``seminars.side``), and not rendered for the theme.
        """
        if isinstance(node, nodes.bullet_list):
            return {"fragment": "", "title": ""}
        if not isinstance(node, nodes.title):
            return super().render_partial(node)
        key = str(node)
        if key not in self._partials:
            self._partials[key] = super().render_partial(node)
        return self._partials[key]


def _turned(page: str) -> str:
    """Return *page* running from right to left.

    Neither Furo nor Sphinx has a place for that (https://github.com/pradyunsg/furo/issues/73).
    """
    return page.replace("<html ", '<html dir="rtl" ', 1)


def keep_search_to_website(app: Sphinx) -> None:
    """On ``builder-inited``: leave the search page out of what nobody indexes."""
    if app.builder.name != ArchiveHTMLBuilder.name:
        app.config.html_additional_pages.pop("search", None)


def setup(app: Sphinx) -> None:
    """Register the builder of the website."""
    app.add_builder(ArchiveHTMLBuilder, override=True)
    app.connect("builder-inited", keep_search_to_website)
