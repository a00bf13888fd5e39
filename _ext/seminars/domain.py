"""The records of the archive: how they are found, and what a reference shows of them."""

from __future__ import annotations

import difflib
from collections import defaultdict
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.domains import ObjType
from sphinx.util.nodes import make_refnode

from records.circles import circles_in
from records.model import Kind, Target
from seminars.labels import recommendation_number
from seminars.messages import warn
from seminars.naming import Naming
from seminars.notes import PageNotes
from seminars.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from records.declarations import Recommendation, Record


_HINTS = 100  # in a build: each costs a look at all ids


class SeminarsDomain(PageNotes):
    """Every seminar, organisation, instrument, concept and recommendation of the archive."""

    name = "sem"
    label = "Seminars"
    object_types: ClassVar = {
        **{kind.value: ObjType(kind.value, kind.value) for kind in Kind},
        "rec": ObjType("recommendation", "rec"),
    }
    roles: ClassVar = dict(ROLES)
    _asked = 0  # how often a hint was asked for

    # -- what is asked -------------------------------------------------------------------------

    def in_order(self) -> Iterator[Record]:
        """Yield all records by page: an order that no way of reading changes."""
        return (self.records[docname] for docname in sorted(self.records))

    def of_kind(self, kind: Kind) -> list[Record]:
        """Return the records of *kind*, by page."""
        return [record for record in self.in_order() if record.kind is kind]

    def find(self, target: Target) -> Record | None:
        """Return the record that *target* names, if there is one."""
        record = self.records.get(f"{target.kind.folder}/{target.id}")
        return record if record and record.kind is target.kind else None

    def find_recommendation(self, key: str) -> Recommendation | None:
        """Return the recommendation that *key* (seminar/id) names, if there is one."""
        event, _, _ = key.partition("/")
        found = self.recommendations.get(f"{Kind.EVENT.folder}/{event}", ())
        return next((entry for entry in found if entry.key == key), None)

    def mentioning(self, target: Target) -> list[str]:
        """Return the pages that mention *target*, itself aside."""
        if self._mentioning is None:
            pages: defaultdict[tuple[Kind, str], set[str]] = defaultdict(set)
            for docname, found in self.mentions.items():
                for kind, name, _line, _key in found:
                    pages[kind, name].add(docname)
            self._mentioning = {key: sorted(names) for key, names in pages.items()}
        own = f"{target.kind.folder}/{target.id}"
        return [docname for docname in self._mentioning.get(target, ()) if docname != own]

    def title(self, docname: str) -> str:
        """Return the title of a page in the language of the build."""
        if self._titles is None:
            self._titles = {}
        if docname not in self._titles:
            self._titles[docname] = self.env.titles[docname].astext()
        return self._titles[docname]

    @property
    def all_in_source(self) -> frozenset[str]:
        """Every heading and short text that lacks a translation."""
        if self._all_in_source is None:
            self._all_in_source = frozenset().union(*self.in_source.values())
        return self._all_in_source

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
        """Make the link, with the name of the record where the author gave no text."""
        content: nodes.Node = contnode
        naming = Naming(env.config, node)
        if typ == "rec":
            entry = self.find_recommendation(target)
            if entry is None:
                return None
            if not node["refexplicit"]:
                content = naming.own(nodes.Text(recommendation_number(entry.number)))
            place = (entry.docname, f"rec-{entry.id}")
        else:
            record = self.find(Target(Kind(typ), target))
            if record is None:
                return None
            in_source = self.in_source.get(record.docname, frozenset())
            if not node["refexplicit"]:
                content = naming.name(record, self.title(record.docname), in_source)
            elif contnode.astext() in in_source:
                naming.marking.mark(contnode)
            place = (record.docname, "")
        return make_refnode(builder, fromdocname, *place, content)

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

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Yield every record and recommendation, for ``objects.inv``."""
        for record in self.in_order():
            title = self.title(record.docname)
            yield (record.id, title, record.kind.value, record.docname, "", 1)
        for docname in sorted(self.recommendations):
            for entry in self.recommendations[docname]:
                yield (entry.key, entry.key, "rec", docname, f"rec-{entry.id}", 1)

    def check_consistency(self) -> None:
        """Report references to nothing, ids that stand twice, and relations in a circle."""
        self._asked = 0
        self._report_repeated()
        for docname in sorted(self.mentions):
            for kind, name, line, key in self.mentions[docname]:
                target = Target(kind, name)
                if key and not self.find(target):
                    text = f"{key}: {self.unknown(target)}"
                    warn("unknown_record", text, location=(docname, line))
        for circle in circles_in(self.in_order()):
            record = circle.records[0]
            names = " → ".join(one.id for one in (*circle.records, record))
            place = (record.docname, record.lines.get(circle.path, 1))
            text = "%s: the records lead back to this one: %s"
            warn("circle", text, circle.path, names, location=place)

    def _report_repeated(self) -> None:
        """Report each id that stands twice."""
        first: dict[str, Record] = {}
        for record in self.in_order():
            owner = first.setdefault(record.id, record)
            if owner is not record:
                place = (record.docname, 1)
                warn(
                    "duplicate",
                    "the id `%s` is taken by %s",
                    record.id,
                    owner.docname,
                    location=place,
                )

    def unknown(self, target: Target) -> str:
        """Say that *target* is not there, and which id was probably meant."""
        self._asked += 1
        if self._asked > _HINTS:
            return f"there is no page {target.kind.folder}/{target.id}.md"
        ids = [record.id for record in self.of_kind(target.kind)]
        close = difflib.get_close_matches(target.id, ids, n=1, cutoff=0.5)
        hint = f"; did you mean `{close[0]}`?" if close else ""
        return f"there is no page {target.kind.folder}/{target.id}.md{hint}"


def seminars_of(env: BuildEnvironment) -> SeminarsDomain:
    """Return the domain of *env* under its own type."""
    domain = env.get_domain(SeminarsDomain.name)
    assert isinstance(domain, SeminarsDomain)
    return domain
