"""What a record of the glossary is called in the other languages of the archive.

The names come from the heading of its page and from the checked catalogues of each language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.locale import _

from cldr.language_tags import tag
from cldr.scripts import PRINTED, script
from records.name_status import Named, status_in
from records.names import short_name
from seminars.domain import seminars_of
from seminars.marks import Filler, Question, placeholder, register
from seminars.row_shapes import status_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.name_status import NameStatus
    from seminars.composer import Inline


class _Name(NamedTuple):
    """What a record is called in *language*: its title, and what is shorter, if there is that."""

    language: str
    title: str
    short: str
    status: NameStatus | None


def _names(env: BuildEnvironment, docname: str) -> list[_Name]:
    """Return the names of the record of *docname* in the other languages that have one."""
    record = seminars_of(env).records.get(docname)
    if record is None or not isinstance(record.facts, Named):
        return []
    return list(_found_names(env, record, record.facts))


def _found_names(env: BuildEnvironment, record: Record, facts: Named) -> Iterator[_Name]:
    for language in env.config.seminars_languages:
        if language == env.config.language:
            continue
        say = seminars_of(env).publication.says(record.docname, language)
        title, texts = record.named(say)
        if title:
            short = short_name(record.kind, title, texts) or ""
            yield _Name(language, title, short, status_in(facts, language))


_NAMES = Question("names elsewhere", _names, of_page=True)


class names_elsewhere(placeholder):
    """Stands for the names of the record of the page ``docname`` in the other languages."""

    asks = (_NAMES,)


class FillNamesElsewhere(Filler):
    """List the names of a record in the other languages."""

    def fill(self, found: names_elsewhere) -> list[nodes.Node]:
        """Return the section; nothing where no other language has a name."""
        names = self.ask(_NAMES, found["docname"])
        title = _("In the other languages")
        if self.in_print:
            names = [name for name in names if script(tag(name.language)) in PRINTED]
            lines = [self._line(name) for name in names]
            return [self.foot("names-elsewhere", title, lines)] if lines else []
        if not names:
            return []
        section = self.foot("names-elsewhere", title, [])
        rows = (nodes.list_item("", *self._row(name)) for name in names)
        section += nodes.bullet_list("", *rows, bullet="-", classes=["names"])
        return [section]

    def _line(self, name: _Name) -> list[Inline]:
        composer = self.composer
        words = f"{name.title}, {name.short}" if name.short else name.title
        parts: dict[str, Inline | list[Inline]] = {
            "language": composer.language_name(name.language),
            "name": composer.foreign(words, language=name.language),
        }
        if name.status is None:
            return list(composer.phrase(_("%(language)s: %(name)s"), **parts))
        parts["status"] = status_line(name.status, composer)
        return list(composer.phrase(_("%(language)s: %(name)s — %(status)s"), **parts))

    def _row(self, name: _Name) -> Iterator[nodes.paragraph]:
        """Yield what the website sets in columns: the language beside names and status."""
        composer = self.composer
        yield composer.paragraph([composer.language_name(name.language)], "language")
        yield composer.paragraph([composer.foreign(name.title, language=name.language)], "name")
        if name.short:
            yield composer.paragraph([composer.foreign(name.short, language=name.language)])
        if name.status is not None:
            yield composer.paragraph(status_line(name.status, composer), "status")


def setup(app: Sphinx) -> None:
    """Register the names of records in the other languages."""
    register(app, names_elsewhere, FillNamesElsewhere)
