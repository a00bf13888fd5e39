"""Publish the website: the pages of each language, and the front door that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

from publishing.build import output_folder, synchronise
from publishing.checking import translation
from publishing.project import BUILD, ROOT, languages, settings
from seminars.languages import own_name

if TYPE_CHECKING:
    from collections.abc import Sequence

SITE = BUILD / "html"


def publish(built: Sequence[str]) -> None:
    """Bring the pages of the languages *built* and the front door to ``_build/html/``.

    Nothing is touched before every build has succeeded, so a failure leaves the last good site.
    """
    for language in built:
        synchronise(output_folder("html", language), SITE / language)
    (SITE / "index.html").write_text(_front_door(), encoding="utf-8")
    (SITE / ".nojekyll").touch()  # static hosts on Jekyll would leave out _static/


def _front_door() -> str:
    """Return the page at the top: the archive's name in each language, with links."""
    templates = Environment(loader=FileSystemLoader(ROOT / "_templates"), autoescape=True)
    name = settings()["project"]
    entries = [
        {"code": code, "name": own_name(locale), "title": translation(code, "index", name)}
        for code, locale in languages().items()
    ]
    return templates.get_template("front-door.html").render(languages=entries)
