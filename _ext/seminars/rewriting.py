"""Decide which pages are written again: those that show something that has changed, and no other.

Sphinx writes again what it has read again. But a page also shows what other pages say: names in
references and fact sheets, back-links, lists, the titles around it. So what each page shows of the
others is noted as a digest and compared with that of the last build.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.jinja2glue import BuiltinTemplateLoader

from formats.status_json import status_json
from records.kind import Target
from records.kinds import kind_of
from records.names import short_name
from seminars.domain import Notes, SeminarsDomain, seminars_of
from seminars.facet_lists import facet_list
from seminars.lists import event_list, record_list
from seminars.marks import placeholder
from seminars.mentions import MENTIONS, mentioning
from seminars.navigation import Navigation
from seminars.recommendations import RECOMMENDATIONS, register_of_recommendations
from seminars.title_references import HEADINGS
from seminars.translation_status import translation_status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.wording import Wording


class ContentTemplates(BuiltinTemplateLoader):
    """Sphinx's templates, whose age does not matter: their content is in each page's digest."""

    def newest_template_mtime(self) -> float:
        """Return a time before all others."""
        return 0.0


_LISTING = Notes[bool]("listing")  # pages that list records or recommendations
_LINKING = Notes[bool]("linking")  # pages that show titles of pages or sections
_STATUS = Notes[bool]("status")  # pages that show how much is translated
_SAID = Notes[str]("said")  # the digest of what each page says that others may show
_SHOWN = Notes[str]("shown")  # that of what each page showed of others when it was last written


def note_shown(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note what the page shows of others."""
    docname = app.env.docname
    lists = (event_list, facet_list, record_list, register_of_recommendations)
    for found in doctree.findall(placeholder):
        if isinstance(found, lists):
            _LISTING.of(app.env)[docname] = True
        if isinstance(found, translation_status):
            _STATUS.of(app.env)[docname] = True
    if any(
        xref.get("refdomain") != SeminarsDomain.name
        for xref in doctree.findall(addnodes.pending_xref)
    ):
        _LINKING.of(app.env)[docname] = True


class Rewriting:
    """Knows what the pages show of each other."""

    def __init__(self, navigation: Navigation) -> None:
        self.navigation = navigation

    def rewrite(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """On ``env-updated``: return the pages that show something else than last time."""
        domain = seminars_of(env)
        said = _SAID.of(env)
        for docname in env.found_docs - said.keys():
            said[docname] = _said(domain, docname)
        before, look = _SHOWN.of(env), _digest(look_of(app))
        everything = _everything(app, domain, look)
        if before.get(_ALL) == everything:
            return []
        shown = _Shown(app, domain, self.navigation, look)
        after = {docname: shown.digest(docname) for docname in sorted(env.found_docs)}
        domain.data[_SHOWN.name] = {**after, _ALL: everything}
        return [name for name in after if before.get(name) != after[name]]


_ALL = ""  # stands for the archive where names of pages stand


def _said(domain: SeminarsDomain, docname: str) -> str:
    """Return what changes when a page says something else that others may show."""
    record = domain.records.get(docname)
    parts = (
        domain.title(docname),
        HEADINGS.of(domain.env).get(docname),
        record and (record.facts, record.texts),
        RECOMMENDATIONS.of(domain.env).get(docname),
        domain.messages.get(docname),
        [mention[:2] for mention in MENTIONS.of(domain.env).get(docname, ())],
        [docname in notes.of(domain.env) for notes in (_LISTING, _LINKING, _STATUS)],
    )
    return _digest([repr(parts)])


def _everything(app: Sphinx, domain: SeminarsDomain, look: str) -> str:
    """Return what changes when any page may show something else of another one."""
    publication = domain.publication
    checked, languages = publication.checked, app.config.seminars_languages
    parts = [
        app.config.project,
        look,
        repr(sorted(_SAID.of(domain.env).items())),
        repr(sorted(domain.env.toctree_includes.items())),
        repr(publication.listed_from),
        *(checked.standing(language) for language in languages),
    ]
    if app.config.seminars_preview:
        known = checked.known(app.config.language)
        parts.append(repr(sorted((name, one.digest) for name, one in known.items())))
    return _digest(parts)


class _Shown:
    """What the pages of one build show of each other."""

    def __init__(
        self, app: Sphinx, domain: SeminarsDomain, navigation: Navigation, look: str
    ) -> None:
        self.domain, self.env = domain, domain.env
        self.navigation = navigation
        self.titles = {name: self._title(name) for name in domain.env.titles}
        self.relations = domain.env.collect_relations()
        home = repr(self.titles.get(app.config.root_doc))
        self.names = {name: self._name(name) for name in domain.env.titles}
        self.facts = {record.docname: self._record(record) for record in domain.in_order()}
        self.everywhere = _digest([app.config.project, home, look])
        self.records = _digest(self.facts.values())
        self.recommendations = _digest([repr(sorted(RECOMMENDATIONS.of(domain.env).items()))])
        self.pages = _digest([repr(sorted(self.titles.items()))])
        self.language: str = app.config.language
        self.preview: bool = app.config.seminars_preview
        self.status = _digest(
            [self.pages, status_json(domain.publication).decode()] if _STATUS.of(domain.env) else []
        )

    def digest(self, docname: str) -> str:
        """Return what changes when the page shows something else of the others."""
        parts = [self.everywhere, *self._around(docname), *self._names(docname)]
        parts += self._publication(docname)
        if docname in _LISTING.of(self.env):
            parts += [self.records, self.recommendations]
        if docname in _LINKING.of(self.env):
            parts.append(self.pages)
        if kind_of(docname) is not None:
            parts += self._back_links(docname)
        return _digest(parts)

    def _title(self, docname: str) -> tuple[Wording, tuple[str, ...]]:
        """Return what the page is called, and which of its sections lack a translation of it."""
        return self.domain.title(docname), HEADINGS.of(self.env).get(docname, ())

    def _record(self, record: Record) -> str:
        """Return what any other page may show of *record*."""
        title = self.titles.get(record.docname)
        return _digest([repr((record.docname, title, record.facts, record.texts))])

    def _publication(self, docname: str) -> Iterable[str]:
        """Yield in which languages the page is listed, and what it shows of translating."""
        publication = self.domain.publication
        yield repr(publication.listed(docname))
        if docname in _STATUS.of(self.env):
            yield self.status
        if self.preview and publication.source != self.language:
            known = publication.catalogue(self.language, docname)
            yield repr((known.counts, known.refused, known.findings))

    def _name(self, docname: str) -> str:
        """Return what a reference shows of the page *docname*."""
        record = self.domain.records.get(docname)
        short = short_name(record.kind, record.texts) if record else None
        return repr((docname, self.titles.get(docname), short))

    def _names(self, docname: str) -> Iterable[str]:
        """Yield what the page shows of those that it refers to."""
        for kind, record, _line, _key in MENTIONS.of(self.env).get(docname, ()):
            name = Target(kind, record).docname
            yield self.names.get(name, name)

    def _back_links(self, docname: str) -> Iterable[str]:
        """Yield what the page shows of those that refer to it."""
        record = self.domain.records.get(docname)
        if record is not None:
            for name in mentioning(self.env, record.target):
                yield self.facts.get(name) or self.names.get(name, name)

    def _around(self, docname: str) -> Iterable[str]:
        """Yield what stands around the text: the sidebar, the way up, the neighbours."""
        yield repr(self.navigation.shown(docname))
        for name in self.relations.get(docname) or ():
            yield repr((name, self.titles.get(name or "")))


def look_of(app: Sphinx) -> Iterable[str]:
    """Yield the content of templates and static files: pages hold checksums of the latter."""
    for folder in (*app.config.templates_path, *app.config.html_static_path):
        for path in sorted(Path(app.confdir, folder).rglob("*")):
            if path.is_file():
                yield hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def setup(app: Sphinx) -> None:
    """Register the sidebar, and the choice of pages that are written again."""
    navigation = Navigation()
    app.connect("doctree-read", note_shown)
    app.connect("env-updated", navigation.note_structure, priority=400)
    app.connect("env-updated", Rewriting(navigation).rewrite)
    app.connect("html-page-context", navigation.add_to_page, priority=400)  # before Furo (500)
