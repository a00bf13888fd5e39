"""The archive as an EPUB 3: pages that are XML, and a package whose facts are those of the archive.

A page of the website is HTML, which a reading system refuses as XML, and leads to files that an
EPUB does not hold. So its pages have a template of their own, with the text and nothing around it.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, time
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sphinx.builders.epub3 import HTML_TAG, Epub3Builder
from sphinx.locale import _

from cldr.language_tags import direction, tag
from seminars.domain import seminars_of
from seminars.reports import warn
from seminars.written_files import note_pages

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

TEMPLATE = "epub.html"
_LOOK = Path(__file__).parent / "ebook"
_STATIC = _LOOK / "static"
_SHEETS = ("fonts.css", "ebook.css")  # the others are made for the website and its theme
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"  # of the texts: LICENSE-TEXTS.md
_NAMES = uuid.UUID("6f3a2f0e-3f0b-5d6a-8a57-0a6d3a6f5c11")  # those of packages are made of it
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time in a ZIP: the same pages give the same bytes


class ArchiveEpubBuilder(Epub3Builder):
    """The EPUB builder, which by itself knows neither our fonts nor the language of a page."""

    def init(self) -> None:
        """Prepare the builder."""
        self.config.templates_path = [*self.config.templates_path, str(_LOOK)]
        self.config.html_static_path = [*self.config.html_static_path, str(_STATIC)]
        super().init()
        self.media_types = self.media_types | {".txt": "text/plain", ".woff2": "font/woff2"}
        self.guide_titles = self.guide_titles | {"toc": _("Table of Contents")}
        language = self.config.epub_language
        attributes = f'lang="{language}" xml:lang="{language}" dir="{direction(language)}"'
        self.html_tag = f"{HTML_TAG.rstrip('>')} {attributes}>"

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Write a page, and report one that is no XML: reading systems refuse all of it."""
        super().handle_page(
            pagename, addctx, templatename, outfilename=outfilename, event_arg=event_arg
        )
        try:
            ET.parse(outfilename or self.get_outfilename(pagename))  # noqa: S314 - our own
        except ET.ParseError as error:
            text = "the page is no XML, so an EPUB cannot hold it (%s): is there raw HTML in it?"
            warn("epub", text, error, location=(pagename, 1))

    def finish(self) -> None:
        """Make the package of the pages that there are; Sphinx would pack what it has kept, too.

        What is no page of the archive is written after this.
        """
        note_pages(self.app)
        super().finish()

    def build_content(self) -> None:
        """List the files; Sphinx knows no picture whose name ends in capitals (``.JPG``)."""
        suffixes = {PurePosixPath(name).suffix for name in self.env.images}
        known = {one: self.media_types.get(one.lower(), "") for one in suffixes}
        self.media_types = self.media_types | {one: type_ for one, type_ in known.items() if type_}
        super().build_content()

    def content_metadata(self) -> dict[str, Any]:
        """Return what is said of the package, dated by the last change of any of its pages."""
        facts = (record.facts for record in seminars_of(self.env).in_order())
        days = [found.updated for found in facts if found]
        metadata: dict[str, Any] = super().content_metadata()
        metadata["page_progression_direction"] = direction(self.config.language)
        if days:
            moment = datetime.combine(max(days), time(), UTC)
            metadata["date"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return metadata

    def toc_metadata(self, level: int, navpoints: list[Any]) -> dict[str, Any]:
        """Return what is said of the contents, under the name that the package has, too."""
        return super().toc_metadata(level, navpoints) | {"uid": self.config.epub_identifier}

    def build_epub(self) -> None:
        """Pack the files, in the order that the format wants and without the time of each."""
        names = ["META-INF/container.xml", "content.opf", "toc.ncx", *self.files]
        with ZipFile(self.outdir / f"{self.config.epub_basename}.epub", "w") as package:
            for name in ("mimetype", *names):
                method = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                content = Path(self.outdir, name).read_bytes()
                package.writestr(ZipInfo(name, _BEGINNING), content, method)


def describe_package(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: say what the package is; an archive with an address is named by it."""
    place = config.seminars_site_url or config.project
    config.epub_identifier = uuid.uuid5(_NAMES, f"{place} {config.language}").urn
    config.epub_language = tag(config.language)
    config.epub_uid = "archive"
    config.epub_tocscope = "includehidden"  # pages hide their tables of contents from the text
    config.epub_basename = f"seminars-{config.language}"
    config.epub_title = config.epub_author = config.epub_publisher = config.project
    config.epub_contributor = config.epub_description = config.project
    config.epub_copyright = _LICENCE
    folders = [Path(app.confdir, folder) for folder in config.html_static_path]
    paths = [path for folder in (*folders, _STATIC) for path in folder.glob("*.css*")]
    sheets = {path.name.removesuffix(".jinja") for path in paths}
    config.epub_css_files = [(name, {}) for name in _SHEETS if name in sheets]
    config.epub_exclude_files = [f"_static/{name}" for name in sorted(sheets - {*_SHEETS})]
    config.epub_exclude_files.append(".buildinfo.bak")  # Sphinx's own, once a setting has changed


def use_template(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> str | None:
    """On ``html-page-context``: give a page of the EPUB its template."""
    return TEMPLATE if isinstance(app.builder, ArchiveEpubBuilder) else None


def setup(app: Sphinx) -> None:
    """Register what makes the EPUB."""
    app.add_builder(ArchiveEpubBuilder, override=True)
    app.connect("config-inited", describe_package, priority=430)
    app.connect("html-page-context", use_template, priority=900)  # the first answer ends the event
