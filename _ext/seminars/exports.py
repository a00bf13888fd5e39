"""What the website offers to other programs: ``EXPORTS``, the one list.

There is one rule of staleness: each format is made anew at the end of a build, and its files are
written where their bytes differ. What is no longer exported is deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.util.osutil import relative_uri

from formats import (
    TOP,
    archive_json,
    atom,
    bibtex,
    citation_cff,
    coming_events,
    csl_json,
    datapackage,
    json_schemas,
    names_sought,
    redirects,
    register,
    ris,
    robots,
    sitemap,
    skos,
    status_json,
    tables,
)
from formats.content import Content
from seminars.composer import Composer, as_text, is_website
from seminars.domain import seminars_of
from seminars.edition import edition_of
from seminars.made_pages import names_of
from seminars.recommendations import RECOMMENDATIONS
from seminars.renamed_pages import addresses
from seminars.site.shared_files import static_folder
from seminars.written_files import note_files
from storage import write_if_changed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils import nodes
    from sphinx.application import Sphinx

    Format = Callable[[Content], Mapping[str, bytes]]


class Link(NamedTuple):
    """How the head of each page leads to an export (https://html.spec.whatwg.org/#linkTypes)."""

    rel: str
    type: str


@dataclass(frozen=True)
class Export:
    """A format and where its files stand: ``{}`` in *path* is the name of each.

    One that is *at_top* stands beside the front door, and is the same whatever language is built;
    one that *names_pages* by whole addresses needs that of the site.
    """

    path: str
    format: Format
    at_top: bool = False
    names_pages: bool = False
    link: Link | None = None

    def __post_init__(self) -> None:
        assert not (self.at_top and "/" in self.path), "there are no folders beside the front door"

    def files(self, content: Content) -> dict[str, bytes]:
        """Return the files that the archive exports, by their paths in the output folder."""
        top = f"{TOP}/" if self.at_top else ""
        made = self.format(content)
        return {f"{top}{self.path.format(name)}": data for name, data in made.items()}


FEED = Link("alternate", "application/atom+xml")
SITEMAP = Link("sitemap", "application/xml")
EXPORTS = (
    Export("schemas/{}.schema.json", json_schemas.files),
    Export("recommendations.{}", register.files),
    Export("data/archive.json", archive_json.files),
    Export("data/{}.csv", tables.files),
    Export(datapackage.NAME, datapackage.files),
    Export("feed{}.xml", atom.files, names_pages=True, link=FEED),
    Export("{}.ics", coming_events.files),
    Export("{}.bib", bibtex.files),
    Export("{}.ris", ris.files),
    Export("{}.csl.json", csl_json.files),
    Export(status_json.FILE, status_json.files, at_top=True),
    Export("{}", redirects.files),
    Export(skos.NAME, skos.files, at_top=True),
    Export(citation_cff.NAME, citation_cff.files, at_top=True),
    Export("robots.txt", robots.files, at_top=True),
    Export("{}", names_sought.files),
    Export("sitemap{}.xml", sitemap.files, at_top=True, names_pages=True, link=SITEMAP),
)


def setup(app: Sphinx) -> None:
    """Register the writing of exports, and the links to them."""
    app.connect("html-page-context", add_links)
    # when pages that are gone have been deleted: an export may stand where one was
    app.connect("build-finished", write_exports, priority=510)


def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: write what is exported, where its bytes differ."""
    if exception is not None or not is_website(app.builder):
        return
    content = content_of(app)
    files: dict[str, bytes] = {}
    for export in _exports(app):
        files |= export.files(content)
    for path, data in files.items():
        write_if_changed(app.outdir / path, data)
    note_files(app, "exports", files)


def _exports(app: Sphinx) -> list[Export]:
    """Return what the builder exports: a front door has the website alone."""
    has_front_door, has_address = app.builder.name == "html", bool(app.config.seminars_site_url)
    return [
        export
        for export in EXPORTS
        if (has_front_door or not export.at_top) and (has_address or not export.names_pages)
    ]


def content_of(app: Sphinx) -> Content:
    """Return the archive as formats take it."""
    domain = seminars_of(app.env)
    names = sorted({*app.env.found_docs, *names_of(app)})
    return Content(
        language=app.config.language,
        records={record.docname: record for record in domain.in_order()},
        addresses={name: app.builder.get_target_uri(name) for name in names},
        title=domain.title,
        publication=domain.publication,
        site_url=app.config.seminars_site_url,
        redirects=addresses(app),
        recommendations=RECOMMENDATIONS.of(app.env),
        archive=app.config.project,
        source_name=app.config.seminars_source_name,
        edition=edition_of(app.config),
        pages=tuple(sorted(app.env.found_docs)),
        summary=lambda docname: _summary(app, docname),
        country=Composer(app.env, app.config.root_doc).country,
        locales=app.config.seminars_languages,
        scripts=static_folder(app, "redirect.js"),
    )


def _summary(app: Sphinx, docname: str) -> str:
    """Return the days and the place of a seminar, as lists of seminars have them."""
    record, composer = seminars_of(app.env).records[docname], Composer(app.env, docname)
    parts = [composer.interval(*record.days)] if record.days else []
    city, country = record.texts.get("city"), getattr(record.facts, "country", None)
    place = composer.place(city.text if city else None, country)
    return ", ".join([*parts, *(["".join(map(as_text, place))] if place else [])])


def add_links(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``: lead to what is exported, as far as there is any."""
    if not is_website(app.builder):
        return
    own, page = app.config.language, app.builder.get_target_uri(pagename)
    context["exports"] = [
        {
            **export.link._asdict(),
            "address": relative_uri(
                f"{own}/{page}",
                export.path.format("") if export.at_top else f"{own}/{export.path.format('')}",
            ),
        }
        for export in _exports(app)
        if export.link
    ]
