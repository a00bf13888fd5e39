"""What the pages of the website have around their text: navigation, languages, description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from jinja2 import FileSystemBytecodeCache
from markupsafe import Markup, escape
from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.locale import _

from seminars.marking import Marking, is_marked
from speedups.nodes import take_apart
from storage import digest, read, write
from texts.harmless import as_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


DESCRIPTION_LENGTH = 200  # characters; search engines show about 160
_DESCRIPTION = Markup('<meta name="description"{language} content="{text}">')
_LANGUAGE = Markup(' lang="{}"')


class ArchiveHTMLBuilder(StandaloneHTMLBuilder):
    """The HTML builder without Sphinx's search index, which every reader would load whole.

    A title is rendered once, not again on each page that shows it around its text.
    """

    search = False
    takes_doctrees_apart = True  # see speedups: no part of the archive keeps nodes of a page

    def init(self) -> None:
        """Prepare the builder."""
        super().init()
        self._partials: dict[str, dict[str, str]] = {}
        if isinstance(self.templates, BuiltinTemplateLoader):  # compiled once, not once a build
            folder = self.doctreedir / ".templates"
            folder.mkdir(parents=True, exist_ok=True)
            self.templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))

    def dump_inventory(self) -> None:
        """Write the inventory of all pages where it has changed."""
        head = (self.config.project, self.config.version)
        objects = [sorted(domain.get_objects()) for domain in self.env.domains.sorted()]
        now = digest(repr((head, objects))).encode()
        noted = self.doctreedir / ".inventory"
        inventory = self.outdir / INVENTORY_FILENAME
        if inventory.exists() and read(noted) == now:
            return
        super().dump_inventory()
        write(noted, now)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page; nothing needs its doctree afterwards."""
        super().write_doc(docname, doctree)
        take_apart(doctree, is_kept=False)

    def render_partial(self, node: nodes.Node | None) -> dict[str, str]:
        """Render *node* by itself, a title from what was kept."""
        if not isinstance(node, nodes.title):
            return super().render_partial(node)
        key = str(node)
        if key not in self._partials:
            self._partials[key] = super().render_partial(node)
        return self._partials[key]


def keep_search_to_website(app: Sphinx) -> None:
    """On ``builder-inited``: leave the search page out of what nobody indexes."""
    if app.builder.name != ArchiveHTMLBuilder.name:
        app.config.html_additional_pages.pop("search", None)


def escape_words(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: have templates escape the words of the interface.

    Neither Sphinx's nor Furo's do, where they stand in an attribute. One whose English is HTML is
    HTML, for the gate holds its tags to be the same.
    """

    def gettext(message: str) -> str:
        word = _(message)
        return word if "<" in message else escape(word)

    context["gettext"] = gettext


def add_description(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: describe the page by its first paragraph, for search engines."""
    if doctree is None:
        return
    paragraph = next(_paragraphs(doctree), None)
    if paragraph is None:
        return
    language = Marking(app.config).source if is_marked(paragraph) else ""
    described = description(_without_cue(paragraph), language=language)
    context["metatags"] = f"{context.get('metatags', '')}{described}"


def description(text: str, *, language: str = "") -> Markup:
    """Return *text* as the description of a page, cut to what search engines show.

    It is in *language*, if that is not the one of the page.
    """
    text = as_name(" ".join(text.split()))
    if len(text) > DESCRIPTION_LENGTH:
        start = text[:DESCRIPTION_LENGTH]
        text = f"{start.rpartition(' ')[0] or start}…"
    if not text:
        return Markup()
    marked = _LANGUAGE.format(language) if language else ""
    return _DESCRIPTION.format(language=marked, text=text) + "\n"


def _paragraphs(doctree: nodes.document) -> Iterator[nodes.paragraph]:
    """Yield the paragraphs of the prose: those of the fact sheet are none."""
    for section in doctree.findall(nodes.section):
        for child in section.children:
            if isinstance(child, nodes.paragraph):
                yield child


def _without_cue(paragraph: nodes.paragraph) -> str:
    """Return the text of *paragraph* without the cues of what is not translated."""
    cues = {
        id(text)
        for cue in paragraph.findall(nodes.inline)
        if "untranslated-cue" in cue["classes"]
        for text in cue.findall(nodes.Text)
    }
    return "".join(text for text in paragraph.findall(nodes.Text) if id(text) not in cues)


def setup(app: Sphinx) -> None:
    """Register the builder of the website, and what its pages have in their heads."""
    app.add_builder(ArchiveHTMLBuilder, override=True)
    app.connect("html-page-context", escape_words)
    app.connect("html-page-context", add_description)
    app.connect("builder-inited", keep_search_to_website)
