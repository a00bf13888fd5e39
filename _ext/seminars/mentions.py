"""Which pages mention a record, and by which keys: noted while they are read."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sphinx import addnodes

from records.archive import Mention
from records.dossier import key_of
from records.facts import references
from records.kind import Target
from records.kinds import KINDS, kind_named
from records.kinds.events import EVENT
from records.kinds.series import SERIES
from seminars.domain import Notes, SeminarsDomain, seminars_of
from seminars.marks import Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.kind import Kind
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


class Mentioning(NamedTuple):
    """A page that mentions a record, and the keys by which it does; prose has an empty one."""

    entry: Entry
    keys: tuple[str, ...]


def _mentioning(env: BuildEnvironment, docname: str) -> list[Mentioning]:
    """Return the pages that mention the record of the page *docname*, itself aside."""

    def invert() -> dict[Target, list[tuple[str, tuple[str, ...]]]]:
        pages: defaultdict[Target, defaultdict[str, set[str]]]
        pages = defaultdict(lambda: defaultdict(set))
        for name, found in MENTIONS.of(env).items():
            for kind, target, _line, key in found:
                if not _is_shown_otherwise(kind, key):
                    pages[Target(kind, target)][name].add(key_of(key))
        return {
            target: [(name, tuple(sorted(keys))) for name, keys in sorted(names.items())]
            for target, names in pages.items()
        }

    domain = seminars_of(env)
    record = domain.records.get(docname)
    names = domain.made("mentioning", invert).get(record.target, ()) if record else ()
    return [Mentioning(domain.entry(name), keys) for name, keys in names if name != docname]


MENTIONING = Question("mentions", _mentioning, of_page=True)


def setup(app: Sphinx) -> None:
    """Register what is noted of mentions."""
    app.connect("doctree-read", note_mentions)
