"""The directives of a page: each sees its own page alone, and leaves a mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.directives.images import Figure
from sphinx.util.docutils import SphinxDirective

from records.model import Kind
from records.values import ID
from seminars.domain import seminars_of
from seminars.labels import AUDIENCES
from seminars.messages import warn
from seminars.nodes import (
    event_list,
    recommendation,
    recommendation_list,
    record_list,
    translation_status,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Node

    Options = dict[str, Callable[[str], Any]]


_SPACE = re.compile(r"(?<!\\)\s")


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
    option_spec: ClassVar[Options] = {"to": comma_separated, "concepts": comma_separated}

    def run(self) -> list[Node]:
        """Leave the text under a mark; numbers are given when the whole page has been read."""
        place = (self.env.docname, self.lineno)
        name = self.arguments[0]
        if not ID.fullmatch(name):
            text = "`%s` is no id: small letters, digits and single hyphens are allowed"
            warn("recommendation", text, name, location=place)
            return []
        audiences = self.options.get("to", [])
        for unknown in (entry for entry in audiences if entry not in AUDIENCES):
            text = "to: `%s` is not allowed here; allowed are %s"
            warn("recommendation", text, unknown, ", ".join(AUDIENCES), location=place)
        if not self.content:
            warn("recommendation", "the recommendation `%s` has no text", name, location=place)
            return []
        mark = recommendation(
            docname=self.env.docname,
            name=name,
            ids=[f"rec-{name}"],
            audiences=tuple(entry for entry in audiences if entry in AUDIENCES),
            concepts=tuple(self.options.get("concepts", ())),
        )
        self.set_source_info(mark)
        mark += self.parse_content_to_nodes()
        return [mark]


class Photo(Figure):
    """A photograph: what it shows for those who do not see it, a caption, whom to thank for it."""

    option_spec: ClassVar[Options] = {
        "alt": directives.unchanged_required,
        "credit": directives.unchanged_required,
        "width": directives.length_or_percentage_or_unitless,
    }

    def run(self) -> list[Node]:
        """Make a figure whose legend is the credit; a photograph lacking either is reported."""
        credit = self.options.pop("credit", "")
        env = self.state.document.settings.env
        missing = [
            key
            for key, value in (("alt", self.options.get("alt")), ("credit", credit))
            if not value
        ]
        for key in missing:
            warn("photo", "%s: this option is missing", key, location=(env.docname, self.lineno))
        if missing:
            return []
        self.arguments[0] = _SPACE.sub(r"\ ", self.arguments[0])  # which docutils takes out
        self.options["class"] = ["photo"]
        self.options["figclass"] = ["photo"]
        result = list(super().run())
        figure = result[0]
        if isinstance(figure, nodes.figure):
            paragraph = nodes.paragraph(credit, credit, classes=["credit"])
            paragraph.source, paragraph.line = self.state_machine.get_source_and_line(self.lineno)
            figure += nodes.legend("", paragraph)
        return result


class EventList(SphinxDirective):
    """The seminars, the latest first; ``:latest: 3`` keeps three."""

    option_spec: ClassVar[Options] = {"latest": directives.positive_int}

    def run(self) -> list[Node]:
        """Leave a mark: while pages are being read, not every seminar is known."""
        return [event_list(latest=self.options.get("latest"))]


class RecordList(SphinxDirective):
    """The records of a kind in the alphabetical order of the language."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Leave a mark: while pages are being read, not every record is known."""
        kinds = [kind.value for kind in Kind]
        if self.arguments[0] not in kinds:
            raise self.error(f"`{self.arguments[0]}` is not allowed here: {', '.join(kinds)}")
        return [record_list(kind=Kind(self.arguments[0]))]


class RecommendationList(SphinxDirective):
    """The register of the recommendations of all seminars."""

    def run(self) -> list[Node]:
        """Leave a mark: while pages are being read, not every recommendation is known."""
        return [recommendation_list()]


class TranslationStatus(SphinxDirective):
    """How much of each page is translated."""

    def run(self) -> list[Node]:
        """Leave a mark: while pages are being read, not every one is known."""
        seminars_of(self.env).statuses[self.env.docname] = True
        return [translation_status(docname=self.env.docname)]
