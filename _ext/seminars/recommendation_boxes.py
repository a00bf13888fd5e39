"""What is shown of recommendations: a box on their page, and the register of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from records.kind import Target
from records.kinds.concepts import CONCEPT
from seminars import recommendations
from seminars.descent import TIES_OF_PAGE, DescentFiller, Tie, all_ties
from seminars.marks import RECORDS, Question, joined, latest_first, placeholder, register
from seminars.recommendation_directive import addressees_text, recommendation
from seminars.recommendations import RECOMMENDATIONS, audiences, heading

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from records.archive import Recommendation
    from seminars.composer import Inline

_REGISTER = Question(
    "recommendations",
    lambda env, _page: (sorted(RECOMMENDATIONS.of(env).items()), all_ties(env)),
)


class register_of_recommendations(placeholder):
    """Stands for the recommendations of all seminars."""

    asks = (RECORDS, _REGISTER)


class RecommendationList(SphinxDirective):
    """The register of the recommendations of all seminars."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: while pages are being read, not every recommendation is known."""
        return [register_of_recommendations()]


class _Lines(DescentFiller):
    """Has the lines that both places show of a recommendation."""

    def head(self, title: nodes.Node, entry: Recommendation) -> nodes.paragraph:
        """Return its *title*, and what is known of it: the text, or the aim alone."""
        known = _("Text known") if entry.is_known else _("Aim known; wording by the archive")
        name = "known" if entry.is_known else "aim-only"
        state = self.composer.run([known], "recommendation-state", name)
        return self.composer.paragraph([title, " — ", state], "recommendation-number")

    def addressees(self, entry: Recommendation, *, in_source: bool) -> list[nodes.Node]:
        """Return the line that says whom a recommendation addresses.

        They are named as the source does, or by the classes of the register, as far as known.
        """
        words = audiences()
        classes = joined([words[name] for name in entry.audiences])
        said: list[Inline] = (
            [self.composer.marking.node(entry.addressees)] if entry.addressees else []
        )
        shown = (said or classes) if in_source else (classes or said)
        if not shown:
            return []
        line = [*self.label(_("Addressed to:")), *shown]
        return [self.composer.paragraph(line, "recommendation-meta")]


class FillRecommendations(_Lines):
    """Give each recommendation its number, its addressees, its concepts and its descent."""

    def fill(self, found: recommendation) -> list[nodes.Node]:
        """Return the recommendation as a box that can be linked to."""
        event = found["docname"].rpartition("/")[2]
        entry = recommendations.find(self.app.env, f"{event}/{found['name']}")
        assert entry is not None
        box = nodes.container(classes=["recommendation"])
        title = nodes.strong("", heading(entry.number, locale=self.composer.locale))
        box += nodes.target("", "", ids=found["ids"])
        found["ids"] = []  # or the box, which takes its place, would get them too
        box += self.head(title, entry)
        box += [child for child in found.children if not isinstance(child, addressees_text)]
        box += self.addressees(entry, in_source=True)
        if entry.concepts:
            targets = [Target(CONCEPT, name) for name in entry.concepts]
            references = joined([self.composer.reference(target) for target in targets])
            line = [*self.label(_("Concepts:")), *references]
            box += self.composer.paragraph(line, "recommendation-meta")
        box += self.ties_of(entry, self.ask(TIES_OF_PAGE, found["docname"]))
        return [box]


class FillRegister(_Lines):
    """Collect the recommendations of all seminars."""

    def fill(self, _mark: register_of_recommendations) -> list[nodes.Node]:
        """Return the register: by seminar, the latest first."""
        result: list[nodes.Node] = []
        found, ties = self.ask(_REGISTER)
        found_on = dict(found)
        for event in latest_first(self.ask(RECORDS)):
            entries = found_on.get(event.docname, ())
            if entries:
                line = self.event_line(event)
                result.append(self.composer.paragraph(line, "register-event"))
                result.append(self._entries(entries, ties))
        return result

    def _entries(self, entries: tuple[Recommendation, ...], ties: list[Tie]) -> nodes.bullet_list:
        bullets = nodes.bullet_list(bullet="-", classes=["register", "open"])
        for entry in entries:
            number = self.composer.pending("rec", entry.key)
            item = nodes.list_item("", self.head(number, entry))
            for passage in entry.passages:
                item += self.composer.paragraph([self.composer.marking.node(passage)])
            item += self.addressees(entry, in_source=False)
            item += self.ties_of(entry, ties)
            bullets += item
        return bullets


def setup(app: Sphinx) -> None:
    """Register what is shown of recommendations."""
    register(app, recommendation, FillRecommendations)
    register(app, register_of_recommendations, FillRegister)
    app.add_directive_to_domain("sem", "recommendation-list", RecommendationList)
