"""What a seminar was, in a few sentences: the first ones of its page, for lists of few entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from cldr.sentences import beginning
from records.kind import Target
from records.kinds import kind_named
from records.kinds.events import EVENT
from records.wording import Wording
from seminars.domain import Notes, seminars_of
from seminars.language_marks import Marking
from seminars.marks import Question, latest_first
from seminars.referents import REFERENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

MOST = 12  # seminars that are listed with theirs: a longer list is one to look through
_LENGTH = 300  # characters


class _Reference(NamedTuple):
    """A reference whose author gave no words: it is called as what it refers to is."""

    role: str
    target: str


class _Lead(NamedTuple):
    """The first paragraph of a page, and its language."""

    parts: tuple[str | _Reference, ...]
    language: str


_LEADS = Notes[_Lead]("leads", said=None)  # whoever shows one asks for it


def note_lead(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note the first paragraph of a seminar."""
    record = seminars_of(app.env).records.get(app.env.docname)
    section = next(doctree.findall(nodes.section), None)
    if record is None or record.kind is not EVENT or section is None:
        return
    paragraph = next((one for one in section if isinstance(one, nodes.paragraph)), None)
    if paragraph is not None:
        language = Marking(app.config).read("", paragraph).language
        _LEADS.of(app.env)[app.env.docname] = _Lead(tuple(_parts(paragraph)), language)


def _parts(element: nodes.Element) -> Iterator[str | _Reference]:
    """Yield the words of *element*, and what stands for words that are not known yet."""
    for child in element:
        if isinstance(child, addnodes.pending_xref) and not child.get("refexplicit"):
            yield _Reference(child["reftype"], child["reftarget"])
        elif isinstance(child, nodes.Text):
            yield child.astext()
        elif isinstance(child, nodes.Element):
            yield from _parts(child)


def _abstracts(env: BuildEnvironment, _docname: str) -> dict[str, Wording]:
    """Return the abstracts of the latest seminars by their pages."""
    domain, leads = seminars_of(env), _LEADS.of(env)
    latest = latest_first(domain.entry(one.docname) for one in domain.of_kind(EVENT))[:MOST]
    return {
        one.docname: _abstract(env, leads[one.docname]) for one in latest if one.docname in leads
    }


def _abstract(env: BuildEnvironment, lead: _Lead) -> Wording:
    words = (part if isinstance(part, str) else _name(env, part) for part in lead.parts)
    text = " ".join("".join(words).split())
    return Wording(beginning(text, _LENGTH, language=lead.language), lead.language)


def _name(env: BuildEnvironment, reference: _Reference) -> str:
    """Return what *reference* shows; what it names in vain is reported elsewhere."""
    role, target = reference
    if role in REFERENTS:
        found = REFERENTS[role].find(env, target)
        name = found[2] if found else target
        return name if isinstance(name, str) else name.text
    domain = seminars_of(env)
    record = domain.find(Target(kind_named(role), target)) if role in domain.roles else None
    if record is None:
        return target
    return domain.entry(record.docname).called.text.text


ABSTRACTS = Question("abstracts", _abstracts)


def setup(app: Sphinx) -> None:
    """Register what is noted of pages."""
    app.connect("doctree-read", note_lead)
