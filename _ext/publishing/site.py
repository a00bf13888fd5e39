"""Publish the website: the pages of each language, and the front door that leads to them."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader

from gate.status import FILE as STATUS
from publishing.build import synchronise
from publishing.checking import checked_copy
from publishing.freshness import output_folder
from publishing.project import BUILD, ROOT, languages, settings
from publishing.search import INDEX
from records.languages import own_name

if TYPE_CHECKING:
    from collections.abc import Sequence

SITE = BUILD / "html"


def publish(built: Sequence[str]) -> None:
    """Bring the pages of the languages *built* and the front door to ``_build/html/``.

    Nothing is touched before every build has succeeded, so a failure leaves the last good site.
    """
    with ThreadPoolExecutor() as pool:
        list(pool.map(_publish_pages, built))
    status = (output_folder("html", built[0]) / STATUS).read_text("utf-8")  # as in all others
    (SITE / STATUS).write_text(status, encoding="utf-8")
    (SITE / "index.html").write_text(_front_door(json.loads(status)), encoding="utf-8")
    (SITE / ".nojekyll").touch()  # static hosts on Jekyll would leave out _static/


def _publish_pages(language: str) -> None:
    synchronise(output_folder("html", language), SITE / language, without=[STATUS])


def publish_index(indexed: Sequence[str]) -> None:
    """Bring the index of the languages that were *indexed* to where their pages are."""
    for language in indexed:
        # links, for the files of an index are made anew each time
        folder = output_folder("html", language) / INDEX
        synchronise(folder, SITE / language / INDEX, copy=os.link)


def _front_door(status: dict[str, Any]) -> str:
    """Return the page at the top: the archive's name in each language, with links.

    A language of which no page is listed is left out; search engines are told of complete pages.
    """
    templates = Environment(loader=FileSystemLoader(ROOT / "_templates"), autoescape=True)
    name, source = settings()["project"], status["source"]
    entries = [
        {
            "code": code,
            "name": own_name(locale),
            "title": checked_copy().translation("index", name, language=code),
            "is_listed": code == source
            or status["languages"][code]["catalogues"]["index"]["listed"],
        }
        for code, locale in languages().items()
        if code == source or status["languages"][code]["listed_from"] is not None
    ]
    return templates.get_template("front-door.html").render(languages=entries)
