"""What stands in the source language for want of a translation: noted, marked, shown as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import _
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.nodes import extract_messages

from catalogues.locales import path_of
from catalogues.manifest import message_key
from catalogues.wordless import is_wordless
from cldr.no_break_spaces import spaced
from myst_gettext.translated import translated_in
from seminars.domain import seminars_of
from seminars.language_marks import UNTRANSLATED, Marking, class_of, is_marked, is_within_marked
from seminars.title_references import HEADINGS, mark_titles
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


_logger = logging.getLogger(__name__)


class MarkUntranslated(SphinxTransform):
    """Note the messages of the page, and mark those without a translation (WCAG 2.2, 3.1.2)."""

    default_priority = 15  # after AddParts (5), while all messages are those of the source (20)

    def apply(self, **kwargs: Any) -> None:
        """Mark what the checked catalogue of the page does not translate."""
        docname = self.env.docname
        domain = seminars_of(self.env)
        found = [(node, message_key(message)) for node, message in self._messages()]
        domain.messages[docname] = tuple(sorted({key for _node, key in found}))
        self.marking = Marking(self.config)
        if not self.marking.is_needed:
            return
        published = domain.publication.catalogue(self.config.language, docname).published
        for node, key in found:
            if key not in published:
                self._mark(node)

    def _messages(self) -> Iterator[tuple[nodes.Element, str]]:
        """Yield what a reader sees of a catalogue of the page, as the source has it.

        Fields are read by Sphinx and not shown; an image within a text is translated with it. Where
        there is no word, nothing is in a language.
        """
        fields = {
            id(node)
            for head in self.document.children
            if isinstance(head, (nodes.docinfo, nodes.field_list))
            for node in head.findall()
        }
        return (
            (node, message)
            for node, message in extract_messages(self.document)
            if id(node) not in fields and not _is_inline_image(node) and not is_wordless(message)
        )

    def _mark(self, node: nodes.Element) -> None:
        """Mark *node*; that of a heading goes wherever its text is shown."""
        if isinstance(node, (nodes.meta, addnodes.toctree)):
            node["classes"].append(class_of(self.marking.source))
            return
        for text in list(node.findall(nodes.Text)):
            new = spaced(text.astext(), language=self.marking.source)
            if new != text.astext() and isinstance(text.parent, _PROSE):
                text.parent.replace(text, nodes.Text(new))
        if isinstance(node, (nodes.title, nodes.caption)):
            heading = nodes.inline()
            heading.extend(node.children)
            node.clear()
            node.append(heading)
            node = heading
        self.marking.mark(node)


class MarkWithheld(MarkUntranslated):
    """Mark and name what has passed the gate and is not shown on this page (``myst_gettext``)."""

    default_priority = 25  # after TakeBack (21), when Sphinx has translated what was left to it

    def apply(self, **kwargs: Any) -> None:
        """Mark the messages that stand in the source; there is nothing of that as a rule."""
        withheld = translated_in(self.env).withheld
        if not withheld:
            return
        self.marking = Marking(self.config)
        for node, message in list(self._messages()):
            if message in withheld:
                self._mark(node)
        catalogue = path_of(self.config.language, self.env.docname)
        for message, reason in sorted(withheld.items()):
            text = "%s: not shown, for on its page %s (in “%s”)"
            _logger.info(text, catalogue, reason, shown(message))


_PROSE = (nodes.paragraph, nodes.title, nodes.emphasis, nodes.strong, nodes.term, nodes.caption)


def _is_inline_image(node: nodes.Element) -> bool:
    return isinstance(node, nodes.image) and isinstance(node.parent, nodes.TextElement)


def _is_cue(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and "untranslated-cue" in node["classes"]


class ShowUntranslated(SphinxPostTransform):
    """Give what is marked a visible cue; in print, its own hyphenation too."""

    formats = ("html", "latex")
    default_priority = 15  # after ReferencesResolver (10): references show names of other pages

    def run(self, **kwargs: Any) -> None:
        """Go through the marks of the page, those within others left out."""
        self.marking = Marking(self.config)
        if not self.marking.is_needed:
            return
        in_print = self.app.builder.format == "latex"
        if not in_print and self._is_complete() and self._are_names_complete():
            return
        mark_titles(self.document, self.marking)
        if in_print:
            self._mark_explanations()
        for node in self._outermost():
            if in_print:
                _print(node, self.marking.source)
            else:
                self._add_cue(node)

    def _is_complete(self) -> bool:
        """Return whether the page has nothing to be marked of its own."""
        publication = seminars_of(self.env).publication
        status = publication.status(self.marking.language, self.env.docname)
        return status.done == status.total

    def _are_names_complete(self) -> bool:
        """Return whether no page has anything to be marked that others show."""
        domain = seminars_of(self.env)

        def are_complete() -> bool:
            texts = (text for record in domain.in_order() for text in record.texts.values())
            return not HEADINGS.of(self.env) and not any(map(self.marking.is_foreign, texts))

        return domain.made("are_names_complete", are_complete)

    def _outermost(self) -> list[nodes.Element]:
        """Return what is marked and shown as text; marks within others are taken away."""
        marked = [node for node in self.document.findall(nodes.Element) if is_marked(node)]
        within = [node for node in marked if is_within_marked(node)]
        for node in within:
            node["classes"].remove(UNTRANSLATED)
        return [node for node in marked if is_marked(node) and not isinstance(node, nodes.image)]

    def _mark_explanations(self) -> None:
        """Mark the abbreviations that are explained in the source: the first of each, in print."""
        seen: set[str] = set()
        for node in self.document.findall(nodes.abbreviation):
            text = node.astext()
            if text not in seen and class_of(self.marking.source) in node["classes"]:
                self.marking.mark(node)
            seen.add(text)

    def _add_cue(self, node: nodes.Element) -> None:
        """Put the cue at the end of a block, behind a heading, a name or a link."""
        cue = nodes.abbreviation(
            "",
            self.marking.source,
            explanation=_("not translated yet: in the language of the source"),
        )
        around = self.marking.own(nodes.Text(" "), cue)
        around["classes"].append("untranslated-cue")
        if not isinstance(node, _RUNS):
            node.append(around)
            return
        place: nodes.Element = node
        above: nodes.Element = node
        while isinstance(above.parent, (nodes.reference, *_RUNS)):
            above = above.parent
            if not isinstance(above, nodes.inline):
                place = above
        behind = place.parent.index(place) + 1
        if not any(map(_is_cue, place.parent[behind : behind + 1])):  # of another name in a link
            place.parent.insert(behind, around)


_RUNS = (nodes.inline, nodes.abbreviation)


def _print(node: nodes.Element, source: str) -> None:
    """Put *node* into commands of the book (``seminars.book``)."""
    node["classes"] = []
    before = nodes.raw("", r"\untranslated{", format="latex")
    behind = nodes.raw("", rf"}}\untranslatedcue{{{source}}}", format="latex")
    if isinstance(node, nodes.abbreviation):  # its explanation follows it
        place = node.parent.index(node)
        node.parent[place : place + 1] = [before, node, behind]
    else:
        node.insert(0, before)
        node.append(behind)


def setup(app: Sphinx) -> None:
    """Register what marks texts without a translation."""
    app.add_transform(MarkUntranslated)
    app.add_transform(MarkWithheld)
    app.add_post_transform(ShowUntranslated)
