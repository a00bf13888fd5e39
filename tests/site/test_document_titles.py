"""What windows and search engines call a page: short, with place and year, one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from seminars.site.document_titles import MOST
from support import EVENT, ORGANISATION, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

CONF = f'templates_path = ["{ROOT / "_templates"}"]\n'
LONG = "Renforcement des capacités pour une coopération efficace dans la lutte contre la traite"
CONCEPT = "---\nupdated: 2026-01-01\nurl: https://a.org/\n---\n\n"
INSTRUMENT = """---
type: treaty
short_name: convention n° 197 du Conseil de l’Europe
url: https://www.example.org/
updated: 2026-01-01
---

# Convention du Conseil de l’Europe sur la lutte contre la traite des êtres humains

Un texte.
"""


def event(title: str, *changes: tuple[str, str]) -> str:
    text = EVENT.replace("# Un séminaire", f"# {title}")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def title_of(app: SphinxTestApp, name: str) -> str:
    page = BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")
    return str(page.title.text)


@pytest.mark.parametrize(
    ("name", "page", "title"),
    [
        ("events/2018-06-05-a", event("Un séminaire"), "Un séminaire – Chisinau, 2018 – Archives"),
        (
            "events/2018-06-05-a",
            event(LONG),
            "Renforcement des capacités pour une coopération… – Chisinau, 2018",
        ),
        (
            "events/2018-06-05-a",
            event("Un séminaire", ("city: Chisinau\n", "")),
            "Un séminaire – République de Moldova, 2018 – Archives",
        ),
        (
            "events/2018-06-05-a",
            event("Un séminaire", ("city: Chisinau\ncountry: MD\n", "mode: online\n")),
            "Un séminaire – online, 2018 – Archives",
        ),
        (
            "events/2001-06-05-a",
            event(
                "Un séminaire",
                ("city: Chisinau\ncountry: MD", "country: YU"),
                ("2018-06-05", "2001-06-05"),
                ("2018-06-07", "2001-06-07"),
            ),
            "Un séminaire – Yugoslavia, 2001 – Archives",
        ),
        (
            "glossary/organisations/a",
            ORGANISATION,
            "ONUDC – Office des Nations Unies contre la drogue et le crime",
        ),
        (
            "glossary/organisations/a",
            ORGANISATION.replace("abbreviation: ONUDC", "short_name: l’office"),
            "L’office – Archives",
        ),
        (
            "glossary/organisations/a",
            ORGANISATION.replace("abbreviation: ONUDC", "abbreviation: Office"),
            "Office des Nations Unies contre la drogue et le crime – Archives",
        ),
        (
            "glossary/instruments/a",
            INSTRUMENT,
            "Convention n° 197 du Conseil de l’Europe – Archives",
        ),
        (
            "glossary/instruments/a",
            INSTRUMENT.replace(
                "convention n° 197 du Conseil de l’Europe",
                "deuxième protocole additionnel à la convention de Budapest (STCE n° 224)",
            ),
            "Deuxième protocole additionnel à la convention de Budapest – Archives",
        ),
        ("about", "# À propos\n\nUn texte.\n", "À propos – Archives"),
    ],
)
def test_a_page_is_called_by_its_short_name_or_with_place_and_year(
    build: Build, name: str, page: str, title: str
) -> None:
    app = build({"events/2018-06-05-chisinau.md": None, f"{name}.md": page}, conf=CONF)

    assert title_of(app, name).replace("\xa0", " ").replace("\u202f", " ") == title


def test_a_title_has_the_spaces_of_its_language(build: Build) -> None:
    pages = {"glossary/instruments/a.md": INSTRUMENT, "about.md": "# Le 1er juin : un texte\n"}

    app = build(pages, conf=CONF)

    assert title_of(app, "glossary/instruments/a").startswith("Convention n°\xa0197 du")
    assert title_of(app, "about") == "Le 1er\xa0juin\xa0: un texte – Archives"


def test_what_two_pages_would_be_called_says_more_and_they_are_written_again(build: Build) -> None:
    first = "events/2018-06-05-chisinau"
    app = build({f"{first}.md": event(LONG)}, conf=CONF)
    assert title_of(app, first).endswith("… – Chisinau, 2018")

    second = "events/2018-09-05-chisinau"
    other = event(f"{LONG} des personnes", ("2018-06-0", "2018-09-0"))
    app = build({f"{first}.md": event(LONG), f"{second}.md": other}, conf=CONF)

    assert title_of(app, first).endswith("… – Chisinau, 5–7\xa0juin 2018")
    assert title_of(app, second).endswith("… – Chisinau, 5–7\xa0septembre 2018")
    assert max(len(title_of(app, name)) for name in (first, second)) <= MOST


def test_two_pages_of_one_place_and_days_are_called_by_their_whole_titles(build: Build) -> None:
    names = ("events/2018-06-05-a", "events/2018-06-05-b")
    titles = (LONG, f"{LONG} des personnes")
    pages = {f"{name}.md": event(title) for name, title in zip(names, titles, strict=True)}

    app = build({"events/2018-06-05-chisinau.md": None, **pages}, conf=CONF)

    assert [title_of(app, name) for name in names] == list(titles)


def test_no_title_is_longer_than_what_is_shown(build: Build) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    long = {
        "events/2018-06-05-a.md": event(word, ("city: Chisinau", f"city: {word}")),
        "glossary/concepts/a.md": f"{CONCEPT}# {word}\n",
        "about.md": f"# {LONG}\n",
    }

    app = build({"events/2018-06-05-chisinau.md": None, **long}, conf=CONF)

    for name in long:
        assert 20 < len(title_of(app, name.removesuffix(".md"))) <= MOST, name
