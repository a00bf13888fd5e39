"""Which pages mention a record: noted while they are read, shown at its foot."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.locale import _

from records.archive import Mention
from records.facts import references
from records.kind import Target
from records.kinds import KINDS, kind_named
from records.kinds.events import EVENT
from records.kinds.series import SERIES
from seminars.domain import Notes, SeminarsDomain, seminars_of
from seminars.marks import Filler, Question, latest_first, placeholder, register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.kind import Kind
    from seminars.composer import Inline
    from seminars.entry import Entry

# In the order of the records and of the lines; others do not show the lines
MENTIONS = Notes[tuple[Mention, ...]](
    "mentions", lambda found: [(kind.name, name) for kind, name, _line, _key in found]
)
_REFERRING = frozenset(kind.name for kind in KINDS)


def note(env: BuildEnvironment, docname: str, found: Iterable[Mention]) -> None:
    """Note what a page mentions, beside what is noted of it already."""
    noted = {*MENTIONS.of(env).get(docname, ()), *found}
    if noted:
        MENTIONS.of(env)[docname] = tuple(sorted(noted))


def note_mentions(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note whom the page names, in its text and in its front matter."""
    docname = app.env.docname
    record = seminars_of(app.env).records.get(docname)
    note(app.env, docname, {*_in_text(doctree), *_in_facts(record)})


def _in_text(doctree: nodes.document) -> Iterable[Mention]:
    """Yield what the prose of a page refers to by id."""
    for xref in doctree.findall(addnodes.pending_xref):
        if xref.get("refdomain") == SeminarsDomain.name and xref["reftype"] in _REFERRING:
            yield kind_named(xref["reftype"]), sys.intern(xref["reftarget"]), xref.line or 1, ""


def _in_facts(record: Record | None) -> Iterable[Mention]:
    """Yield what the front matter of a record refers to by id."""
    if record is None or record.facts is None:
        return
    for path, kind, name in references(record.facts):
        yield kind_named(kind), sys.intern(name), record.lines.get(path, 1), path


def _is_shown_otherwise(kind: Kind, key: str) -> bool:
    """Return whether the record of *kind* shows itself which page names it by *key*."""
    return (kind is SERIES and key == "series") or (kind is EVENT and key.startswith("relations."))


def _mentioning(env: BuildEnvironment, docname: str) -> list[Entry]:
    """Return the pages that mention the record of the page *docname*, itself aside."""

    def invert() -> dict[Target, list[str]]:
        pages: defaultdict[Target, set[str]] = defaultdict(set)
        for name, found in MENTIONS.of(env).items():
            for kind, target, _line, key in found:
                if not _is_shown_otherwise(kind, key):
                    pages[Target(kind, target)].add(name)
        return {key: sorted(names) for key, names in pages.items()}

    domain = seminars_of(env)
    record = domain.records.get(docname)
    names = domain.made("mentioning", invert).get(record.target, ()) if record else ()
    return [domain.entry(name) for name in names if name != docname]


_MENTIONING = Question("mentions", _mentioning, of_page=True)


class mentions(placeholder):
    """Stands for the pages that mention the record of the page ``docname``."""

    asks = (_MENTIONING,)


class FillMentions(Filler):
    """List the pages that mention a record."""

    def fill(self, found: mentions) -> list[nodes.Node]:
        """Return the section, the seminars first; nothing where no page mentions the record."""
        entries = self.ask(_MENTIONING, found["docname"])
        others = [one for one in entries if one.record and one.record.kind is not EVENT]
        lines: list[list[Inline]] = [self.event_line(one) for one in latest_first(entries)]
        lines += [[self.title_reference(one)] for one in self.sorted_by_title(others)]
        lines += [[self.title_reference(one, "doc")] for one in entries if not one.record]
        return [self.foot("mentions", _("Mentioned in"), lines)] if lines else []


def setup(app: Sphinx) -> None:
    """Register the mentions of records."""
    register(app, mentions, FillMentions)
    app.connect("doctree-read", note_mentions)
