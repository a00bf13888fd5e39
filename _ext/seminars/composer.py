"""Make nodes out of phrases of the catalogue and values of the records."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.locale import _
from sphinx.util.nodes import make_refnode

from cldr import dates, languages
from cldr.digits import in_digits, percent
from cldr.former_countries import country_or_message
from cldr.language_tags import tag
from cldr.no_break_spaces import spaced
from records.facets import page_of_country
from seminars.language_marks import Marking, class_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from cldr.dates import Date
    from records.kind import Target
    from records.wording import Wording

_PLACEHOLDER = re.compile(r"%\((\w+)\)s|%s")

Inline = nodes.Node | str


class Composer:
    """Writes for one page in the language of the build.

    Countries lead to their pages where it knows the *builder*, and that makes such pages.
    """

    def __init__(
        self, env: BuildEnvironment, docname: str, *, builder: Builder | None = None
    ) -> None:
        self.env = env
        self.docname = docname
        self._builder = builder if builder and has_made_pages(builder) else None
        self.marking = Marking(env.config)
        self.language = env.config.language
        self.locale = env.config.seminars_languages.get(self.language, self.language)

    def in_source(self) -> Composer:
        """Return what writes in the source language."""
        composer = copy(self)
        composer.language = self.marking.source
        composer.locale = self.env.config.seminars_languages.get(composer.language, self.locale)
        return composer

    def text(self, value: str) -> nodes.Text:
        """Return *value* with the spaces of the language."""
        return nodes.Text(self.words(value))

    def words(self, value: str) -> str:
        """Return the same for a template."""
        return spaced(value, language=self.language)

    def foreign(self, value: str, *, language: str) -> nodes.Node:
        """Return *value* marked as being in *language*."""
        if tag(language) == tag(self.language):
            return self.text(value)
        return nodes.inline("", spaced(value, language=language), classes=[class_of(language)])

    def phrase(
        self, pattern: str, *parts: Inline | list[Inline], **named: Inline | list[Inline]
    ) -> list[nodes.Node]:
        """Return *pattern* with nodes for its placeholders, ``%s`` in turn or ``%(name)s``."""
        result: list[nodes.Node] = []
        end, in_turn = 0, iter(parts)
        for match in _PLACEHOLDER.finditer(pattern):
            part = self.inline(named[match[1]] if match[1] else next(in_turn))
            result += self._between(result, pattern[end : match.start()], part)
            result += part
            end = match.end()
        return result + self._between(result, pattern[end:], [])

    def _between(
        self, before: list[nodes.Node], text: str, behind: list[nodes.Node]
    ) -> list[nodes.Node]:
        """Return *text*, whose first and last spaces may be bound to what stands around it."""
        left = before[-1].astext() if before and text.startswith(" ") else ""
        right = behind[0].astext() if behind and text.endswith(" ") else ""
        shown = self.words(f"{left}{text}{right}")[len(left) :][: len(text)]
        return [nodes.Text(shown)] if text else []

    def inline(self, part: Inline | list[Inline]) -> list[nodes.Node]:
        """Return the nodes of *part*, of which a list has several."""
        if isinstance(part, list):
            return [node for one in part for node in self.inline(one)]
        if isinstance(part, str):
            return [self.text(part)] if part else []
        return [part]

    def paragraph(self, content: Iterable[Inline], *classes: str) -> nodes.paragraph:
        """Return a paragraph of *content*."""
        paragraph = nodes.paragraph(classes=list(classes))
        for part in content:
            paragraph += self.inline(part)
        return paragraph

    def run(self, content: Iterable[Inline], *classes: str) -> nodes.inline:
        """Return a run of *content* within a paragraph."""
        run = nodes.inline(classes=list(classes))
        for part in content:
            run += self.inline(part)
        return run

    def reference(self, target: Target) -> addnodes.pending_xref:
        """Return a reference that shows the name of the record; check_consistency reports it."""
        return self.pending(target.kind.name, target.id)

    def pending(self, typ: str, target: str) -> addnodes.pending_xref:
        """Return a reference by the role *typ* that shows what *target* is called."""
        xref = addnodes.pending_xref(
            refdomain="sem",
            reftype=typ,
            reftarget=target,
            refexplicit=False,
            refwarn=False,
            refdoc=self.docname,
        )
        xref += nodes.inline("", target)
        return xref

    def link(self, url: str, text: nodes.Node) -> nodes.reference:
        """Return a link out of the archive."""
        return nodes.reference("", "", text, internal=False, refuri=url)

    def day(self, value: Date) -> str:
        """Return a date written out."""
        return dates.day(value, locale=self.locale)

    def interval(self, start: Date, end: Date | None) -> str:
        """Return the time from *start* to *end* written out."""
        return dates.interval(start, end, locale=self.locale)

    def texts(self, texts: Mapping[str, Wording]) -> dict[str, Inline]:
        """Return the free *texts* of a record, each in its language."""
        return {path: self.marking.node(text) for path, text in texts.items()}

    def percent(self, share: int) -> str:
        """Return a *share* of a hundred as the language writes it."""
        return percent(share, locale=self.locale)

    def number(self, count: int) -> str:
        """Return *count* in the digits of the language."""
        return in_digits(str(count), locale=self.locale)

    def country(self, code: str) -> str:
        """Return the name of a country, of one that is no more by the words of the interface."""
        return _(country_or_message(code, locale=self.locale))

    def language_name(self, code: str) -> str:
        """Return the name of a language."""
        return languages.language_name(code, locale=self.locale)

    def place(
        self, city: Inline | None, country: str | None, *, is_linked: bool = False
    ) -> list[Inline]:
        """Return a city and its country, as far as they are known.

        The country leads to its page where that *is_linked*: not within another link.
        """
        name = self.country(country) if country else ""
        link = self.country_link(country) if country and is_linked else name
        if not city:
            return [link] if name else []
        shown = as_text(city)
        return [city] if name in {"", shown} else [city, " (", link, ")"]

    def country_link(self, code: str) -> Inline:
        """Return the name of a country, which leads to its page on the website.

        Lists have thousands of them, so they are made at once and not resolved afterwards.
        """
        name, page = self.country(code), page_of_country(code)
        if self._builder is None or self.docname == page:
            return name
        return make_refnode(self._builder, self.docname, page, "", self.text(name))

    def bullets(self, items: Sequence[Iterable[Inline]], *classes: str) -> list[nodes.Node]:
        """Return *items* as a list, or as a paragraph where there is but one."""
        if not items:
            return []
        if len(items) == 1 and not classes:
            return [self.paragraph(items[0])]
        # `compact` spares docutils a look at each item of a list that may be long
        bullets = nodes.bullet_list(bullet="-", classes=["compact", *classes])
        for item in items:
            bullets += nodes.list_item("", self.paragraph(item))
        return [bullets]


def as_text(part: Inline) -> str:
    """Return the words of *part*."""
    return part if isinstance(part, str) else part.astext()


def is_website(builder: Builder) -> bool:
    """Return whether *builder* makes HTML for a server: other files and languages are beside it."""
    return builder.format == "html" and not getattr(builder, "embedded", True)


def has_made_pages(builder: Builder) -> bool:
    """Return whether *builder* makes the pages that no source stands behind: not in one file."""
    return is_website(builder) and not isinstance(builder, SingleFileHTMLBuilder)
