"""Publish the website: the pages of each language, and the front door that leads to them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader

from catalogues.locales import INTERFACE
from cldr.language_tags import direction, tag
from cldr.languages import own_names
from commands.checkout import catalogues_state, checked_copy
from commands.mirror import Publication, publish_all
from commands.project import BUILD, ROOT, languages, settings, source_language
from commands.stamps import INDEX, output_folder
from formats import SHARED, STATIC, TOP
from formats.names_sought import FILE as NAMES
from formats.site_addresses import HOME
from formats.status_json import FILE as STATUS
from records.web_addresses import site_url
from storage import READABLE, digest, discard, entries, kept, make_folder, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SITE = BUILD / "html"
_TEMPLATES = ROOT / "_templates"
# The pages beside all languages and their templates; static hosts look for 404.html there
_AT_TOP = {"index.html": "front-door.html", "404.html": "not-found.html"}


def publish(built: Sequence[str]) -> None:
    """Bring the pages of the languages *built* and the front door to ``_build/html/``.

    Nothing is touched before every build has succeeded, so a failure leaves the last good site.
    """
    make_folder(SITE)
    SITE.chmod(0o755)
    top = output_folder("html", built[0]) / TOP  # as in all others
    exported = {path.name: path.read_bytes() for path in sorted(top.iterdir())}
    shared = {language: _shared_by(language) for language in languages()}
    at_top = {
        name: _page_at_top(template, exported[STATUS], shared[built[0]])
        for name, template in _AT_TOP.items()
    }
    front = {
        **exported,
        **at_top,
        ".nojekyll": b"",  # static hosts on Jekyll would leave out _static/
    }
    publish_all([_of_all(shared, built), *(_of_one(code, shared[code]) for code in built)])
    for name, content in front.items():
        write_if_changed(SITE / name, content)
        (SITE / name).chmod(READABLE)
    for path in SITE.iterdir():
        if path.name not in {*front, *languages(), STATIC}:
            discard(path)  # a language or an export that is no more


def _of_all(shared: Mapping[str, Sequence[str]], built: Sequence[str]) -> Publication:
    """Return the files that languages have in one place, each *shared* by what is named for it.

    What a language that was not *built* now still leads to stays.
    """
    now = {name for code in built for name in shared[code]}
    before = {name for names in shared.values() for name in names}
    source = output_folder("html", built[0]) / STATIC
    own = {name for name, _state in entries(source) if name not in now and name[-1] != "/"}
    return Publication(source, SITE / STATIC, without=own, kept=before - now)


def _of_one(language: str, shared: Sequence[str]) -> Publication:
    return Publication(
        output_folder("html", language),
        SITE / language,
        without=[TOP, INDEX, NAMES, SHARED, *(f"{STATIC}/{name}" for name in shared)],
        kept=[INDEX],
        linked=(".html",),
    )


def _shared_by(language: str) -> list[str]:
    """Return which files of ``_static`` the pages of *language* look for beside all languages."""
    path = output_folder("html", language) / SHARED
    return json.loads(path.read_bytes()) if path.exists() else []


def publish_index(indexed: Sequence[str]) -> None:
    """Bring the index of the languages that were *indexed* to where their pages are."""
    publish_all(
        Publication(output_folder("html", language) / INDEX, SITE / language / INDEX, linked=("",))
        for language in indexed
    )


def _page_at_top(name: str, status: bytes, shared: Sequence[str]) -> bytes:
    """Return the page of the template *name*; names of languages take as long as all else."""
    templates = [path.read_bytes() for path in sorted(_TEMPLATES.glob("*.html"))]  # it may include
    texts = (settings()["project"], site_url(settings()))
    made_of = (status, *templates, *shared, catalogues_state(), repr(languages()), *texts)
    return kept(
        BUILD / "work" / "html" / name,
        digest(*made_of),
        lambda: _render(name, json.loads(status), shared).encode(),
    )


def _render(name: str, status: dict[str, Any], shared: Sequence[str]) -> str:
    """Return a page with the archive's name in each language, and links that lead there.

    A language of which no page is listed is left out; search engines are told of complete pages.
    Links begin with the ``top`` of the site where an address below it may show the page;
    ``static`` says where the files are of which languages have *shared* ones.
    """
    templates = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True)
    source, address = source_language(), site_url(settings())
    states = {of["folder"]: of for of in status["languages"].values()}
    entries = [
        _entry(code) | {"is_listed": code == source or states[code]["catalogues"][HOME]["listed"]}
        for code in languages()
        if code == source or states[code]["listed_from"] is not None
    ]
    listed = [entry["code"] for entry in entries if entry["is_listed"]]
    group = {tag(code): f"{address}{code}/{HOME}.html" for code in listed} | {"x-default": address}
    return templates.get_template(name).render(
        languages=entries,
        site_url=address,
        top=urlsplit(address).path or "/",
        alternates=group if address else {},
        static=lambda file: f"{STATIC if file in shared else f'{source}/{STATIC}'}/{file}",
    )


def _entry(code: str) -> dict[str, Any]:
    """Return what a page at the top says of a language; ``say`` gives words of the interface."""
    words = checked_copy().translations(INTERFACE, language=code)
    return {
        "code": code,
        "tag": tag(code),
        "direction": direction(code),
        "name": own_names(languages())[code],
        "title": checked_copy().translation(HOME, settings()["project"], language=code),
        "say": lambda message: words.gettext(message) or message,
    }
