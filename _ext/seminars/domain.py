"""The data of the environment: the records, what features note of pages, what roles refer to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from catalogues.checked_copy import CheckedCatalogues
from catalogues.status import Publication
from records.kind import Kind, Target
from records.kinds import KINDS, kind_named
from seminars.entry import Entry, said_of_record
from seminars.language_marks import Marking
from seminars.reference_titles import Naming
from seminars.referents import REFERENTS, reference_role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Set

    from docutils import nodes
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.wording import Wording
    from seminars.referents import Object

T = TypeVar("T")


class Notes(Generic[T]):
    """What a feature notes of pages while they are read: plain values, each under its page.

    They are kept with the environment, forgotten when a page is read again, and taken over from
    parallel readers (``SeminarsDomain``).
    """

    def __init__(self, name: str, said: Callable[[T], object] | None = lambda noted: noted) -> None:
        """Name the notes; *said* is what of them other pages may show, None if nothing."""
        self.name = name
        self.said = said
        _notes[name] = self

    def of(self, env: BuildEnvironment) -> dict[str, T]:
        """Return the notes of all pages that have some."""
        notes: dict[str, T] = seminars_of(env).data.setdefault(self.name, {})
        return notes


_notes: dict[str, Notes[Any]] = {}


def said(env: BuildEnvironment, docname: str) -> list[object]:
    """Return all that is noted of a page that others may show."""
    return [
        notes.said(noted)
        for _name, notes in sorted(_notes.items())
        if notes.said and (noted := notes.of(env).get(docname)) is not None
    ]


_RECORDS = Notes["Record"]("records", said_of_record)
_MESSAGES = Notes[tuple[str, ...]]("messages")


class SeminarsDomain(Domain):
    """Every seminar, organisation, instrument and concept of the archive, and what is noted.

    Purging a page is forgetting its name in all notes, merging is copying.
    """

    name = "sem"
    label = "Seminars"
    object_types: ClassVar = {kind.name: ObjType(kind.name, kind.name) for kind in KINDS}
    roles: ClassVar = {kind.name: reference_role() for kind in KINDS}
    data_version = 11

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._made: dict[str, Any] = {}
        for role, referents in REFERENTS.items():
            self.add_object_type(role, ObjType(referents.what, role))

    # -- what is noted -------------------------------------------------------------------------

    @property
    def records(self) -> dict[str, Record]:
        """The record of each page that declares one."""
        return _RECORDS.of(self.env)

    @property
    def messages(self) -> dict[str, tuple[str, ...]]:
        """The keys of the messages of each page, those of the source in every language."""
        return _MESSAGES.of(self.env)

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is about to be read again."""
        self._made.clear()
        for notes in self._notes(self.data).values():
            notes.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found in *docnames*."""
        self._made.clear()
        for name, found in self._notes(otherdata).items():
            new = {docname: found[docname] for docname in docnames & found.keys()}
            self.data.setdefault(name, {}).update(new)

    @staticmethod
    def _notes(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Return the notes in *data*, which has its version, too."""
        return {name: notes for name, notes in data.items() if isinstance(notes, dict)}

    # -- what is asked -------------------------------------------------------------------------

    def made(self, name: str, make: Callable[[], T]) -> T:
        """Return what *make* makes of the notes: once, until another page is read."""
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    @cached_property
    def publication(self) -> Publication:
        """What is translated into each language, as far as the pages have been read."""
        config = self.env.config
        return Publication(
            CheckedCatalogues.of(self.env.doctreedir, config.seminars_catalogues),
            languages=list(config.seminars_languages),
            listed_from=config.seminars_listed_from,
            messages=self.messages,
        )

    def in_order(self) -> Iterator[Record]:
        """Yield all records by page: an order that no way of reading changes."""
        return (self.records[docname] for docname in sorted(self.records))

    def of_kind(self, kind: Kind) -> list[Record]:
        """Return the records of *kind*, by page."""
        return [record for record in self.in_order() if record.kind is kind]

    def find(self, target: Target) -> Record | None:
        """Return the record that *target* names, if there is one."""
        return self.records.get(target.docname)

    def title(self, docname: str) -> Wording:
        """Return the title of a page."""
        titles: dict[str, Wording] = self.made("titles", dict)
        if docname not in titles:
            title = self.env.titles[docname]
            titles[docname] = Marking(self.env.config).read(title.astext(), *title.children)
        return titles[docname]

    def entry(self, docname: str) -> Entry:
        """Return what other pages may show of a page."""
        entries: dict[str, Entry] = self.made("entries", dict)
        if docname not in entries:
            record = self.records.get(docname)
            entries[docname] = Entry(docname, self.title(docname), record)
        return entries[docname]

    # -- what Sphinx asks ----------------------------------------------------------------------

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Make the link, with the name of its target where the author gave no text."""
        content: nodes.Node = contnode
        naming = Naming(env.config, node)
        if typ in REFERENTS:
            found = REFERENTS[typ].find(env, target)
            if found is None:
                return None
            docname, anchor, name = found
            if not node["refexplicit"]:
                content = naming.text(name)
            return make_refnode(builder, fromdocname, docname, anchor, content)
        record = self.find(Target(kind_named(typ), target))
        if record is None:
            return None
        if not node["refexplicit"]:
            content = naming.name(self.entry(record.docname).called_at(node))
        return make_refnode(builder, fromdocname, record.docname, "", content)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Find *target* whatever its kind, for the role ``any``."""
        found = []
        for typ in self.object_types:
            refnode = self.resolve_xref(env, fromdocname, builder, typ, target, node, contnode)
            if refnode is not None:
                found.append((f"{self.name}:{typ}", refnode))
        return found

    def get_objects(self) -> Iterable[Object]:
        """Yield all that a role may refer to, for ``objects.inv``."""
        for record in self.in_order():
            title = self.title(record.docname)
            yield (record.id, title.text, record.kind.name, record.docname, "", 1)
        for referents in REFERENTS.values():
            yield from referents.objects(self.env)


def seminars_of(env: BuildEnvironment) -> SeminarsDomain:
    """Return the domain of *env* under its own type."""
    domain = env.get_domain(SeminarsDomain.name)
    assert isinstance(domain, SeminarsDomain)
    return domain


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(SeminarsDomain)
