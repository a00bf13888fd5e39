"""Persons in the prose: by the id that they have on the page of a seminar."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import polib
from docutils import nodes
from sphinx import addnodes
from sphinx.roles import XRefRole

from catalogues.locales import path_of
from catalogues.role_syntax import role_pattern, roles_in
from records.kind import Target
from records.kinds.events import EVENT
from records.page_names import how_to_begin
from records.persons import ROLE, name_of, persons_of
from seminars import referents, stale_pages
from seminars.domain import Notes, seminars_of
from seminars.reports import warn
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.wording import Wording

_NAMED = Notes[tuple[str, ...]]("persons", said=None)  # whom each page names, by event and id
_WORDS = re.compile(role_pattern(ROLE))


class _PersonRole(XRefRole):
    """A person by an id of the same page, or by that of a seminar, a slash and an id."""

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """Return the title, and the target with the seminar that was left out."""
        refnode["written"] = target
        return title, _whole(target, env.docname)


class _Persons(referents.Referents):
    """What ``{person}`` refers to."""

    what = "person"

    def find(self, env: BuildEnvironment, target: str) -> tuple[str, str, str | Wording] | None:
        """Return the page, the anchor and the name of a person."""
        record, id_ = _record(env, target)
        if record is None:
            return None
        if record.facts is None:  # what is wrong with them has been said
            return record.docname, "", id_
        name = name_of(record, id_)
        return (record.docname, persons_of(record)[id_].anchor, name) if name else None

    def objects(self, env: BuildEnvironment) -> Iterable[referents.Object]:
        """Yield nobody: there is no list of persons anywhere."""
        return ()

    def unknown(self, env: BuildEnvironment, target: str) -> str:
        """Say that nobody of that id is there, and who was probably meant."""
        record, id_ = _record(env, target)
        if record is None:
            page = Target(EVENT, target.partition("/")[0])
            begun = how_to_begin(page)
            return "; ".join(filter(None, [f"there is no page {page.docname}.md", begun]))
        near = meant(id_, list(persons_of(record)))
        return f"no speaker of {record.docname}.md has the id `{id_}`{near}"


def _record(env: BuildEnvironment, target: str) -> tuple[Record | None, str]:
    """Return the seminar and the id of which *target* is made."""
    event, _, id_ = target.partition("/")
    return seminars_of(env).find(Target(EVENT, event)), id_


def note_persons(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note whom the page names."""
    found = {
        xref["reftarget"]
        for xref in doctree.findall(addnodes.pending_xref)
        if xref.get("reftype") == ROLE
    }
    if found:
        _NAMED.of(app.env)[app.env.docname] = tuple(sorted(found))


def report_bare_names(app: Sphinx, docname: str, source: list[str]) -> None:
    """On ``source-read``, after the front matter: report names that stand in the prose as words.

    Somebody who is withdrawn would be left there, and nobody would be told.
    """
    record = seminars_of(app.env).records.get(docname)
    for id_, person in persons_of(record).items() if record else ():
        name = record.texts[person.path].text if record else ""
        for number, line in enumerate(source[0].split("\n"), start=1):
            if name in _WORDS.sub("", line):
                text = "`%s` is named as a word: write {person}`%s`, or {person}`%s <%s>`"
                warn("person", text, name, id_, name, id_, location=(docname, number))


def report_catalogues(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-check-consistency``: report where translations name whom no page has any more.

    That is done once, in the build of the source language.
    """
    config = app.config
    languages = list(config.seminars_languages)
    if config.language != languages[0]:
        return
    persons = _Persons()
    for docname, targets in sorted(_NAMED.of(env).items()):
        gone = {target for target in targets if persons.find(env, target) is None}
        for language in languages[1:] if gone else ():
            path = Path(app.srcdir, path_of(language, docname))
            for line, written in _mentions_in(path):
                target = _whole(written, docname)
                if target in gone:
                    text = f"{{{ROLE}}}`{written}`: {persons.unknown(env, target)}"
                    warn("unknown_record", "%s", text, location=f"{path}:{line}")


def _whole(target: str, docname: str) -> str:
    """Return *target* with the seminar, which is left out on its own page."""
    return target if "/" in target else f"{docname.rpartition('/')[2]}/{target}"


def _mentions_in(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the target of each mention of a person in the catalogue *path*."""
    for entry in polib.pofile(str(path)) if path.is_file() else ():
        texts = (entry.msgid, entry.msgstr, entry.previous_msgid or "")
        found = {role.target for text in texts for role in roles_in(text) if role.name == ROLE}
        for target in sorted(found):
            yield entry.linenum or 1, target


def _shown(env: BuildEnvironment, docname: str) -> list[object]:
    """Return what the page *docname* shows of persons: their names."""
    persons = _Persons()
    return [persons.find(env, target) for target in _NAMED.of(env).get(docname, ())]


def setup(app: Sphinx) -> None:
    """Register the role that names persons."""
    role = _PersonRole(innernodeclass=nodes.inline, warn_dangling=True)
    referents.register(app, ROLE, _Persons(), role)
    app.connect("source-read", report_bare_names, priority=600)  # when the record is noted
    app.connect("doctree-read", note_persons)
    app.connect("env-check-consistency", report_catalogues)
    stale_pages.register("persons", _shown)
