"""The directive of a recommendation, and what is noted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from records.archive import RELATIONS, Recommendation, Relation
from records.fields import ID
from records.kinds.concepts import CONCEPT
from records.kinds.instruments import INSTRUMENT
from seminars.attribute_texts import attribute_text
from seminars.descent import TIES_OF_PAGE
from seminars.language_marks import Marking
from seminars.marks import placeholder
from seminars.mentions import note
from seminars.recommendations import RECOMMENDATIONS, audiences
from seminars.reports import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from records.archive import Mention

_STATES = ("known", "aim-only")
_NO_STATE = (
    "text: this option is missing: write `:text: known` where these are the words of the "
    "recommendation, `:text: aim-only` where only its aim is known and the words are the archive's"
)


class recommendation(placeholder):
    """A recommendation with its text as children, and its addressees before it."""

    asks = (TIES_OF_PAGE,)


class addressees_text(attribute_text):
    """Whom a recommendation addresses, in the words of the source."""


def comma_separated(argument: str | None) -> list[str]:
    """Return the entries of an option such as ``judges, police``; ValueError if it is empty."""
    entries = [entry.strip() for entry in (argument or "").split(",") if entry.strip()]
    if not entries:
        raise ValueError("argument required but none supplied")
    return list(dict.fromkeys(entries))


def _state(argument: str | None) -> str:
    """Return how much of a recommendation is known; ValueError for what is no such state."""
    return directives.choice((argument or "").strip(), _STATES)


class RecommendationDirective(SphinxDirective):
    """A recommendation: its id, what is known of it, whom and what it concerns, its descent."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "text": _state,
        "to": comma_separated,
        "addressees": directives.unchanged_required,
        "concepts": comma_separated,
        **dict.fromkeys(RELATIONS, comma_separated),
    }

    def run(self) -> list[nodes.Node]:
        """Leave the text under a mark; numbers are given when the whole page has been read."""
        place = (self.env.docname, self.lineno)
        name = self.arguments[0]
        if not ID.fullmatch(name):
            text = "`%s` is no id: small letters, digits and single hyphens are allowed"
            warn("recommendation", text, name, location=place)
            return []
        if "text" not in self.options:
            warn("recommendation", _NO_STATE, location=place)
        addressed, known = self.options.get("to", []), audiences()
        for unknown in (entry for entry in addressed if entry not in known):
            text = "to: `%s` is not allowed here; allowed are %s"
            warn("recommendation", text, unknown, ", ".join(known), location=place)
        if not self.content:
            warn("recommendation", "the recommendation `%s` has no text", name, location=place)
            return []
        mark = recommendation(
            docname=self.env.docname,
            name=name,
            ids=[f"rec-{name}"],
            audiences=tuple(entry for entry in addressed if entry in known),
            concepts=tuple(self.options.get("concepts", ())),
            is_known=self.options.get("text") == "known",
            relations=tuple(self._relations()),
        )
        self.set_source_info(mark)
        mark += self._addressees()
        mark += self.parse_content_to_nodes()
        return [mark]

    def _relations(self) -> Iterator[Relation]:
        """Yield how the recommendation relates to older texts, those to itself left out."""
        own = f"{self.env.docname.rpartition('/')[2]}/{self.arguments[0]}"
        for relation in RELATIONS:
            for target in self.options.get(relation, ()):
                if target == own:
                    text = "%s: `%s` is this recommendation itself: name another one"
                    place = (self.env.docname, self.lineno)
                    warn("recommendation", text, relation, target, location=place)
                else:
                    yield Relation(relation, target)

    def _addressees(self) -> list[nodes.Node]:
        text = self.options.get("addressees", "").strip()
        if not text:
            return []
        message = addressees_text(text=text)
        message.source, message.line = self.get_source_info()
        return [message]


def note_recommendations(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note the recommendations of the page, and the records they name."""
    docname = app.env.docname
    entries = tuple(_found(docname, doctree, Marking(app.config)))
    if entries:
        RECOMMENDATIONS.of(app.env)[docname] = entries
        _report_repeated(entries)
        note(app.env, docname, _mentions(entries))


def _found(docname: str, doctree: nodes.document, marking: Marking) -> Iterable[Recommendation]:
    """Yield the recommendations of a page with their numbers."""
    for number, mark in enumerate(doctree.findall(recommendation), start=1):
        texts = [child for child in mark.children if isinstance(child, addressees_text)]
        passages = [child for child in mark.children if child not in texts]
        yield Recommendation(
            docname=docname,
            id=mark["name"],
            number=number,
            line=mark.line or 1,
            audiences=mark["audiences"],
            concepts=mark["concepts"],
            passages=tuple(marking.read(one.astext(), *one.findall()) for one in passages),
            is_known=mark["is_known"],
            addressees=marking.read(texts[0]["text"], texts[0]) if texts else None,
            relations=mark["relations"],
        )


def _mentions(entries: Iterable[Recommendation]) -> Iterator[Mention]:
    """Yield the concepts and instruments that recommendations name."""
    for entry in entries:
        for name in entry.concepts:
            yield CONCEPT, name, entry.line, "concepts"
        for relation in entry.relations:
            if not relation.is_to_recommendation:
                yield INSTRUMENT, relation.target, entry.line, relation.type


def _report_repeated(entries: Iterable[Recommendation]) -> None:
    first: dict[str, Recommendation] = {}
    for entry in entries:
        if first.setdefault(entry.id, entry) is not entry:
            text = "the id `%s` is taken by another recommendation of this page"
            warn("duplicate", text, entry.id, location=(entry.docname, entry.line))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_node(addressees_text)
    app.add_directive_to_domain("sem", "recommendation", RecommendationDirective)
    app.connect("doctree-read", note_recommendations)
