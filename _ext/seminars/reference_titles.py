"""What a reference shows of a record, in the language that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from cldr.no_break_spaces import spaced
from seminars.language_marks import Marking, class_of, is_within_marked

if TYPE_CHECKING:
    from sphinx.config import Config

    from records.names import Shown
    from records.wording import Wording


class Naming:
    """Names records at the place of one reference."""

    def __init__(self, config: Config, place: nodes.Node) -> None:
        self.marking = Marking(config)
        self.is_within = self.marking.is_needed and is_within_marked(place)

    def own(self, content: nodes.Node) -> nodes.Node:
        """Return *content*, which is in the language of the build, as fits the text around it."""
        return self.marking.own(content) if self.is_within else content

    def text(self, name: str | Wording) -> nodes.Node:
        """Return a *name*: it is in the language of the build unless it says otherwise."""
        return self._own(name) if isinstance(name, str) else self._wording(name)

    def name(self, shown: Shown[Wording]) -> nodes.Node:
        """Return what a reference shows when its author chose no text."""
        if shown.stands_for is not None:
            return self._abbreviation(shown.text, shown.stands_for)
        parts = [self.text(part) for part in shown.parts]
        return nodes.inline("", "", *parts) if len(parts) > 1 else parts[0]

    def _wording(self, wording: Wording) -> nodes.Node:
        if self.marking.is_foreign(wording):
            return self.marking.node(wording)
        return self._own(wording.text)

    def _own(self, text: str) -> nodes.Node:
        return self.own(nodes.Text(spaced(text, language=self.marking.language)))

    def _abbreviation(self, short: Wording, title: Wording) -> nodes.Node:
        """Return *short* with *title* behind it; its language is that of *title*."""
        result = nodes.abbreviation(short.text, "", explanation=title.text)
        if not self.marking.is_foreign(title):
            result += self._wording(short)
            if self.is_within:
                result["classes"].append(class_of(self.marking.language))
        elif self.marking.is_foreign(short):
            self.marking.mark(result).append(
                nodes.Text(spaced(short.text, language=short.language))
            )
        else:  # what is seen is translated, what it stands for is not
            result["classes"].append(class_of(self.marking.source))
            own = nodes.Text(spaced(short.text, language=short.language))
            result += self.marking.own(own)
        return result
