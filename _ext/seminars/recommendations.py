"""Recommendations of seminars: their directive, their numbers, the register of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from records.archive import Recommendation
from records.fields import ID
from records.kind import Target
from records.kinds.concepts import CONCEPT
from records.kinds.events import EVENT
from seminars import referents
from seminars.domain import Notes
from seminars.language_marks import Marking
from seminars.marks import RECORDS, Filler, Question, joined, latest_first, placeholder, register
from seminars.mentions import note
from seminars.reports import warn
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from seminars.composer import Composer

RECOMMENDATIONS = Notes[tuple[Recommendation, ...]]("recommendations")  # by their numbers


class recommendation(placeholder):
    """A recommendation with its text as children."""


_REGISTER = Question("recommendations", lambda env, _page: sorted(RECOMMENDATIONS.of(env).items()))


class register_of_recommendations(placeholder):
    """Stands for the recommendations of all seminars."""

    asks = (RECORDS, _REGISTER)


def _audiences() -> dict[str, str]:
    """Return the names of those whom recommendations address, in the language of the build."""
    return {
        "states": _("States"),
        "legislators": _("legislators"),
        "judges": _("judges"),
        "prosecutors": _("prosecutors"),
        "police": _("police services"),
        "social-services": _("social services"),
        "training-institutions": _("training institutions"),
        "international-organisations": _("international organisations"),
        "civil-society": _("civil society"),
    }


def _heading(number: int) -> str:
    """Return what a recommendation is called."""
    return _("Recommendation %s") % number


def comma_separated(argument: str | None) -> list[str]:
    """Return the entries of an option such as ``judges, police``; ValueError if it is empty."""
    entries = [entry.strip() for entry in (argument or "").split(",") if entry.strip()]
    if not entries:
        raise ValueError("argument required but none supplied")
    return entries


class RecommendationDirective(SphinxDirective):
    """A recommendation: a short id, whom it addresses, the concepts that it is about."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "to": comma_separated,
        "concepts": comma_separated,
    }

    def run(self) -> list[nodes.Node]:
        """Leave the text under a mark; numbers are given when the whole page has been read."""
        place = (self.env.docname, self.lineno)
        name = self.arguments[0]
        if not ID.fullmatch(name):
            text = "`%s` is no id: small letters, digits and single hyphens are allowed"
            warn("recommendation", text, name, location=place)
            return []
        audiences, known = self.options.get("to", []), _audiences()
        for unknown in (entry for entry in audiences if entry not in known):
            text = "to: `%s` is not allowed here; allowed are %s"
            warn("recommendation", text, unknown, ", ".join(known), location=place)
        if not self.content:
            warn("recommendation", "the recommendation `%s` has no text", name, location=place)
            return []
        mark = recommendation(
            docname=self.env.docname,
            name=name,
            ids=[f"rec-{name}"],
            audiences=tuple(entry for entry in audiences if entry in known),
            concepts=tuple(self.options.get("concepts", ())),
        )
        self.set_source_info(mark)
        mark += self.parse_content_to_nodes()
        return [mark]


class RecommendationList(SphinxDirective):
    """The register of the recommendations of all seminars."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every recommendation is known."""
        return [register_of_recommendations()]


def note_recommendations(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note the recommendations of the page, and the concepts they name."""
    docname = app.env.docname
    entries = tuple(_found(docname, doctree, Marking(app.config)))
    if entries:
        RECOMMENDATIONS.of(app.env)[docname] = entries
        _report_repeated(entries)
        pairs = ((entry.line, name) for entry in entries for name in entry.concepts)
        note(app.env, docname, ((CONCEPT, name, line, "concepts") for line, name in pairs))


def _found(docname: str, doctree: nodes.document, marking: Marking) -> Iterable[Recommendation]:
    """Yield the recommendations of a page with their numbers."""
    for number, mark in enumerate(doctree.findall(recommendation), start=1):
        passages = tuple(marking.read(child.astext(), *child.findall()) for child in mark.children)
        line, audiences = mark.line or 1, mark["audiences"]
        yield Recommendation(
            docname, mark["name"], number, line, audiences, mark["concepts"], passages
        )


def _report_repeated(entries: Iterable[Recommendation]) -> None:
    first: dict[str, Recommendation] = {}
    for entry in entries:
        if first.setdefault(entry.id, entry) is not entry:
            text = "the id `%s` is taken by another recommendation of this page"
            warn("duplicate", text, entry.id, location=(entry.docname, entry.line))


def find(env: BuildEnvironment, key: str) -> Recommendation | None:
    """Return the recommendation that *key* (seminar/id) names, if there is one."""
    event, _, _ = key.partition("/")
    found = RECOMMENDATIONS.of(env).get(Target(EVENT, event).docname, ())
    return next((entry for entry in found if entry.key == key), None)


class _Recommendations(referents.Referents):
    """What ``{rec}`` refers to."""

    what = "recommendation"

    def find(self, env: BuildEnvironment, target: str) -> tuple[str, str, str] | None:
        """Return the page, the anchor and the number of a recommendation."""
        entry = find(env, target)
        return (entry.docname, f"rec-{entry.id}", _heading(entry.number)) if entry else None

    def objects(self, env: BuildEnvironment) -> Iterable[referents.Object]:
        """Yield the recommendations by page."""
        for docname, entries in sorted(RECOMMENDATIONS.of(env).items()):
            for entry in entries:
                yield (entry.key, entry.key, "rec", docname, f"rec-{entry.id}", 1)

    def unknown(self, env: BuildEnvironment, target: str) -> str:
        """Say that there is no such recommendation."""
        found = RECOMMENDATIONS.of(env).values()
        near = meant(target, [entry.key for entries in found for entry in entries])
        return f"there is no such recommendation{near}"


class FillRecommendations(Filler):
    """Give each recommendation its number, its addressees and its concepts."""

    def fill(self, found: recommendation) -> list[nodes.Node]:
        """Return the recommendation as a box that can be linked to."""
        event = found["docname"].rpartition("/")[2]
        entry = find(self.app.env, f"{event}/{found['name']}")
        assert entry is not None
        box = nodes.container(classes=["recommendation"])
        heading = nodes.strong("", _heading(entry.number))
        box += nodes.target("", "", ids=found["ids"])
        found["ids"] = []  # or the box, which takes its place, would get them too
        box += self.composer.paragraph([heading], "recommendation-number")
        box += found.children
        box += _addressees(self.composer, entry)
        if entry.concepts:
            targets = [Target(CONCEPT, name) for name in entry.concepts]
            references = joined([self.composer.reference(target) for target in targets])
            label = self.composer.phrase("%s ", nodes.emphasis("", _("Concepts:")))
            box += self.composer.paragraph([*label, *references], "recommendation-meta")
        return [box]


class FillRegister(Filler):
    """Collect the recommendations of all seminars."""

    def fill(self, found: register_of_recommendations) -> list[nodes.Node]:
        """Return the register: by seminar, the latest first."""
        result: list[nodes.Node] = []
        found_on = dict(self.ask(_REGISTER))
        for event in latest_first(self.ask(RECORDS)):
            entries = found_on.get(event.docname, ())
            if entries:
                line = self.event_line(event)
                result.append(self.composer.paragraph(line, "register-event"))
                result.append(self._entries(entries))
        return result

    def _entries(self, entries: tuple[Recommendation, ...]) -> nodes.bullet_list:
        bullets = nodes.bullet_list(bullet="-", classes=["register", "open"])
        for entry in entries:
            number = self.composer.pending("rec", entry.key)
            item = nodes.list_item("", self.composer.paragraph([number]))
            for passage in entry.passages:
                item += self.composer.paragraph([self.composer.marking.node(passage)])
            item += _addressees(self.composer, entry)
            bullets += item
        return bullets


def _addressees(composer: Composer, entry: Recommendation) -> list[nodes.Node]:
    """Return the line that says whom a recommendation addresses."""
    if not entry.audiences:
        return []
    words = _audiences()
    names = joined([words[name] for name in entry.audiences])
    label = composer.phrase("%s ", nodes.emphasis("", _("Addressed to:")))
    return [composer.paragraph([*label, *names], "recommendation-meta")]


def setup(app: Sphinx) -> None:
    """Register recommendations and their register."""
    register(app, recommendation, FillRecommendations)
    register(app, register_of_recommendations, FillRegister)
    app.add_directive_to_domain("sem", "recommendation", RecommendationDirective)
    app.add_directive_to_domain("sem", "recommendation-list", RecommendationList)
    app.connect("doctree-read", note_recommendations)
    referents.register(app, "rec", _Recommendations())
