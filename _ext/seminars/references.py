"""References to what is not there: said where they stand, with the id that was probably meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from records.faults import counted
from records.kind import Target
from records.kinds import kind_named
from records.names import in_full, other_times
from records.old_addresses import SETTING, final
from records.page_names import how_to_begin
from seminars import stale_pages
from seminars.domain import SeminarsDomain, seminars_of
from seminars.mentions import MENTIONS
from seminars.referents import REFERENTS
from seminars.reports import warn
from texts.suggestion import meant

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment


_HINTS = 100  # in a build: each costs a look at all ids
_OF_SPHINX = {
    "doc": "there is no such page",
    **dict.fromkeys(
        ("numref", "term", "keyword", "option"), "nothing of this name is in the archive"
    ),
}


class UnknownTargets:
    """Reports references of one build."""

    def __init__(self) -> None:
        self.asked = 0  # how often a hint was asked for

    def report_in_facts(self, app: Sphinx, env: BuildEnvironment) -> None:
        """On ``env-check-consistency``: report what the front matter of a page names in vain."""
        self.asked = 0
        for docname, mentions in sorted(MENTIONS.of(env).items()):
            for kind, name, line, key in mentions:
                target = Target(kind, name)
                if key and not seminars_of(env).find(target):
                    text = f"{counted(key)}: {self._unknown(env, target)}"
                    warn("unknown_record", text, location=(docname, line))

    def report(self, app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
        """On ``warn-missing-reference``: say what was probably meant; True for a reported one."""
        kind, target = node["reftype"], node["reftarget"]
        if not isinstance(domain, SeminarsDomain) and kind not in _OF_SPHINX:
            return None
        if node.get("refwarn"):  # what a front matter names has been reported above
            written = node.get("written", target)
            text = f"{{{kind}}}`{written}`: {self._text(app.env, domain, kind, target)}"
            warn("unknown_record", "%s", text, location=(node["refdoc"], node.line or 1))
        return True

    def _text(self, env: BuildEnvironment, domain: Domain | None, kind: str, target: str) -> str:
        """Say what is not there."""
        if not isinstance(domain, SeminarsDomain):
            near = meant(target, env.found_docs) if kind == "doc" else ""
            return f"{_OF_SPHINX[kind]}{near}"
        if kind in REFERENTS:
            return REFERENTS[kind].unknown(env, target)
        return self._unknown(env, Target(kind_named(kind), target))

    def _unknown(self, env: BuildEnvironment, target: Target) -> str:
        """Say that *target* is not there, and which id was probably meant."""
        new = final(env.config[SETTING]).get(target.docname)
        if new:
            name = new.rpartition("/")[2]
            return f"there is no page {target.docname}.md; it was renamed: write `{name}`"
        self.asked += 1
        begun = how_to_begin(target)
        if self.asked > _HINTS:
            return f"there is no page {target.docname}.md{begun and f'; {begun}'}"
        ids = [record.id for record in seminars_of(env).of_kind(target.kind)]
        close = difflib.get_close_matches(target.id, ids, n=1, cutoff=0.5)
        text = f"there is no page {target.docname}.md"
        if close:
            return f"{text}; did you mean `{close[0]}`?{begun and f' Else, {begun}'}"
        return "; ".join(filter(None, [text, begun]))


def shown_names(env: BuildEnvironment, docname: str) -> list[object]:
    """Return what the page *docname* shows of the records that it refers to: their names.

    A fact sheet shows those of organisations in full.
    """
    found: list[object] = []
    for kind, name, _line, key in MENTIONS.of(env).get(docname, ()):
        record = seminars_of(env).find(Target(kind, name))
        if record is None:
            found.append(name)
        else:
            entry = seminars_of(env).entry(record.docname)
            found.append((name, entry.called))
            if key and kind.is_named_in_full:
                times = other_times(record.facts) if record.facts else ()
                found.append((in_full(record.kind, entry.title, record.texts), times))
    return found


def setup(app: Sphinx) -> None:
    """Register the reports of references to nothing."""
    unknown = UnknownTargets()
    app.connect("env-check-consistency", unknown.report_in_facts)
    app.connect("warn-missing-reference", unknown.report)
    stale_pages.register("names", shown_names)
