"""What the page on open data lists: each file, what it holds and its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from formats.atom import countries_of, name_of
from seminars.composer import is_website
from seminars.exports import content_of
from seminars.marks import RECORDS, Filler, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from seminars.composer import Inline

    File = tuple[str, str, str]  # its path from the folder of the language, what it is, its format


class data_files(placeholder):
    """Stands for the list of the files with data, or of the feeds."""

    asks = (RECORDS,)


class DataFiles(SphinxDirective):
    """The files that the archive offers to programs."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: which files there are is known when all pages are read."""
        return [data_files()]


def _files() -> Iterator[File]:
    """Yield what each file is; those at the top are the same in all languages."""
    yield "data/archive.json", _("The whole archive"), "JSON"
    yield "data/events.csv", _("Seminars"), "CSV"
    yield "data/series.csv", _("Series of meetings"), "CSV"
    yield "data/organisations.csv", _("Organisations"), "CSV"
    yield "data/instruments.csv", _("Instruments"), "CSV"
    yield "data/concepts.csv", _("Concepts"), "CSV"
    yield "recommendations.csv", _("Recommendations"), "CSV"
    yield "recommendations.json", _("Recommendations"), "JSON"
    yield "datapackage.json", _("Description of the tables and of their columns"), "Data Package"
    yield "../glossary.ttl", _("Names of the glossary in all languages, with their status"), "SKOS"
    yield "../translation-status.json", _("State of the translations"), "JSON"


class FillDataFiles(Filler):
    """List the files, each as a link; other formats than the website have none."""

    def fill(self, found: data_files) -> list[nodes.Node]:
        """Return the list of files, and that of feeds, where there are any."""
        if not is_website(self.app.builder):
            return []
        self.ask(RECORDS)
        files = [
            self._line(file) for file in _files() if not file[0].startswith("..") or self._has_top
        ]
        return [*self.composer.bullets(files, "data-files"), *self._feeds()]

    @property
    def _has_top(self) -> bool:
        return self.app.builder.name == "html"

    def _feeds(self) -> list[nodes.Node]:
        if not self.app.config.seminars_site_url:
            return []
        all_, content = _("All seminars"), content_of(self.app)
        names = {"": all_} | {code: content.country(code) for code in countries_of(content)}
        feeds: list[list[Inline]] = [
            self._line((f"feed{name_of(code)}.xml", name, "Atom")) for code, name in names.items()
        ]
        if not content.records:
            return []
        words = _("Atom feeds say which seminars were added or changed last:")
        return [self.composer.paragraph([words]), *self.composer.bullets(feeds, "data-files")]

    def _line(self, file: File) -> list[Inline]:
        path, words, form = file
        own = self.app.builder.get_target_uri(self.composer.docname)
        link = nodes.reference("", "", self.composer.text(words), internal=True)
        link["refuri"] = relative_uri(f"a/{own}", f"a/{path}" if path[0] != "." else path[3:])
        return [link, f" ({form})"]


def setup(app: Sphinx) -> None:
    """Register the list of files."""
    register(app, data_files, FillDataFiles)
    app.add_directive_to_domain("sem", "data-files", DataFiles)
