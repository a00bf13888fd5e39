"""The state of the translations as JSON: the same whatever language is built."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from catalogues.locales import is_interface, path_of
from cldr.language_tags import tag
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogues.status import Publication, Status
    from formats.content import Content

FILE = "translation-status.json"
VERSION = 1  # of the form of the JSON; raised when a key changes its meaning or goes


def files(content: Content) -> Mapping[str, bytes]:
    """Return the one file."""
    return {"": status_json(content.publication)}


@lru_cache(maxsize=1)  # one publication to a build; asked for twice
def status_json(publication: Publication) -> bytes:
    """Return the state of all languages as JSON; its order depends on nothing but the names."""
    languages = (publication.source, *publication.translations)
    data = {
        "version": VERSION,
        "source": tag(publication.source),
        "languages": {tag(language): _language(publication, language) for language in languages},
    }
    return as_json(data).encode()


def _language(publication: Publication, language: str) -> dict[str, Any]:
    pages = publication.messages if language != publication.source else {}
    complete = len(pages) - publication.incomplete(language)
    counts = {
        "pages": len(pages),
        "complete_pages": complete,
        "revised_pages": publication.revised(language),
    }
    return {
        "folder": language,  # of its catalogues and its pages, which gettext names
        "listed_from": publication.listed_from.get(language, 0),
        "total": counts | _figures(publication.total(language)),
        "catalogues": dict(_catalogues(publication, language)),
    }


def _catalogues(publication: Publication, language: str) -> Iterable[tuple[str, dict[str, Any]]]:
    for name, status in publication.statuses(language):
        is_page = name in publication.messages and not is_interface(name)
        is_there = name in publication.catalogues[language]
        entry: dict[str, Any] = {
            "catalogue": path_of(language, name) if is_there else None,
            "page": name if is_page else None,
        }
        if is_page:
            entry["listed"] = publication.is_listed(language, name)
        stage = {"stage": status.stage, "revised": _day(status)}
        yield name, entry | _figures(status) | {"percent": status.percent} | stage


def _day(status: Status) -> str | None:
    """Return the day of the revision, if it is one; who revised stands in the catalogue alone."""
    return status.revised if status.stage == "revised" else None


def _figures(status: Status) -> dict[str, int]:
    return {
        **status.counts._asdict(),
        "refused": status.refused,
        "absent": status.absent,
    }
