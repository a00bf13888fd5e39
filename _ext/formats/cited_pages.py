"""What is cited of each page: title, archive, edition, day and address; three formats share it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cldr.language_tags import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from formats.content import Content
    from records.edition import Edition
    from records.fields import Day

LICENCE = "https://creativecommons.org/licenses/by/4.0/"  # of the texts: LICENSE-TEXTS.md


class Cited(NamedTuple):
    """A page as programs for bibliographies take it; what is not known is empty."""

    name: str
    key: str
    title: str
    language: str
    archive: str
    edition: Edition
    day: Day | None
    address: str


def cited_pages(content: Content) -> Iterator[Cited]:
    """Yield the pages that have a source, by their names."""
    for name in content.pages:
        record = content.records.get(name)
        title = content.title(name)
        place = f"{content.site_url}{content.language}/" if content.site_url else ""
        yield Cited(
            name=name,
            key=f"seminars-{tag(content.language)}-{name.replace('/', '-')}",
            title=title.text,
            language=tag(title.language),
            archive=content.archive,
            edition=content.edition,
            day=record.facts.updated if record and record.facts else content.edition.day,
            address=f"{place}{content.addresses[name]}" if place else "",
        )
