"""What is shown of a recommendation: a box on its page, and the lines that others show too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _

from records.kind import Target
from records.kinds.concepts import CONCEPT
from seminars import recommendations
from seminars.descent import TIES_OF_PAGE, DescentFiller
from seminars.marks import joined, register
from seminars.recommendation_directive import addressees_text, recommendation
from seminars.recommendations import audiences, heading

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from records.archive import Recommendation
    from seminars.composer import Inline


class RecommendationFiller(DescentFiller):
    """Has the lines that several places show of a recommendation."""

    def head(self, title: nodes.Node, entry: Recommendation) -> nodes.paragraph:
        """Return its *title*, and what is known of it: the text, or the aim alone."""
        return self.composer.paragraph([title, " — ", self.state(entry)], "recommendation-number")

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

    def concepts(self, entry: Recommendation) -> list[nodes.Node]:
        """Return the line that says what a recommendation concerns."""
        if not entry.concepts:
            return []
        targets = [Target(CONCEPT, name) for name in entry.concepts]
        references = joined([self.composer.reference(target) for target in targets])
        line = [*self.label(_("Concepts:")), *references]
        return [self.composer.paragraph(line, "recommendation-meta")]


class FillRecommendations(RecommendationFiller):
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
        box += self.concepts(entry)
        box += self.ties_of(entry, self.ask(TIES_OF_PAGE, found["docname"]))
        return [box]


def setup(app: Sphinx) -> None:
    """Register what is shown of recommendations."""
    register(app, recommendation, FillRecommendations)
