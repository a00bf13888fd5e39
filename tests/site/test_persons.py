"""Persons: one name in sheet and prose, and nobody left behind when somebody is withdrawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from support import EVENT, ORGANISATION, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

EVENTS = "events/2018-06-05-chisinau"
ROW = "  - {id: moro, name: Christine Moro, function: ambassadrice, country: FR, role: opening}\n"
PROSE = "{person}`moro` a parlé, et {person}`Mme Moro <moro>` a conclu."
PAGE = EVENT.replace("updated:", f"speakers:\n{ROW}updated:", 1) + f"\n{PROSE}\n"
OTHER = EVENT.replace("2018", "2019") + "\nVoir {person}`2018-06-05-chisinau/moro`.\n"
TRANSLATED = {
    "Christine Moro": "Кристин Моро",
    PROSE: "Выступила {person}`moro`, а {person}`г-жа Моро <moro>` подвела итоги.",
    "ambassadrice": "посол",
}
RUSSIAN = 'language = "ru"\nextensions.append("myst_gettext")\n'


def translate(root: Path) -> Path:
    """Write the Russian catalogue of the page."""
    path = root / f"source/locales/ru/LC_MESSAGES/{EVENTS}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "ru"}
    catalogue.extend(polib.POEntry(msgid=k, msgstr=v) for k, v in TRANSLATED.items())
    catalogue.save(str(path))
    return path


def article(app: SphinxTestApp, page: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")


def test_a_russian_page_has_the_name_in_cyrillic_and_the_original_once(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    translate(tmp_path)

    app = build({f"{EVENTS}.md": PAGE, "events/2019-06-05-sofia.md": OTHER}, conf=RUSSIAN)

    page = article(app, EVENTS).select_one("article")
    assert page is not None
    text = page.get_text().replace("\xa0", " ")
    assert "Кристин Моро (Christine Moro), посол" in text
    assert text.count("Christine Moro") == 1
    assert "Выступила Кристин Моро, а г-жа Моро подвела итоги." in text
    assert [link["href"] for link in page.select('a[href$="person-moro"]')] == ["#person-moro"] * 2
    assert page.select_one("#person-moro")
    other = article(app, "events/2019-06-05-sofia")
    assert "Кристин Моро" in other.get_text()
    assert other.select_one('a[href="2018-06-05-chisinau.html#person-moro"]')


def test_a_page_without_translation_has_the_name_once(build: Callable[..., SphinxTestApp]) -> None:
    app = build({f"{EVENTS}.md": PAGE})

    assert warnings(app) == []
    sheet = article(app, EVENTS).select_one(".fact-sheet")
    assert sheet is not None
    assert "Christine Moro, ambassadrice (France) — opening" in sheet.get_text()


def test_a_withdrawal_finds_every_mention_in_every_language(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    path = translate(tmp_path)
    without = PAGE.replace(f"speakers:\n{ROW}", "")

    app = build({f"{EVENTS}.md": without, "events/2019-06-05-sofia.md": OTHER})

    unknown = "no speaker of events/2018-06-05-chisinau.md has the id `moro`"
    said = warnings(app)
    assert [line for line in said if "moro" in line] == said
    assert sum(f"{EVENTS}.md:17: WARNING: {{person}}`moro`: {unknown}" in one for one in said) == 2
    assert any(one.startswith("events/2019-06-05-sofia.md:17: ") for one in said)
    line = 1 + path.read_text("utf-8").split("\n").index(f'msgid "{PROSE}"')
    catalogue = f"locales/ru/LC_MESSAGES/{EVENTS}.po:{line}: WARNING: {{person}}`moro`: {unknown}"
    assert any(catalogue in one for one in said)


def test_a_name_as_a_word_is_refused_for_a_withdrawal_would_miss_it(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({f"{EVENTS}.md": PAGE + "\nMerci à Christine Moro.\n"})

    assert [line.partition(" [")[0] for line in warnings(app)] == [
        f"{EVENTS}.md:21: WARNING: `Christine Moro` is named as a word: write {{person}}`moro`, "
        "or {person}`Christine Moro <moro>`"
    ]


def test_nobody_is_in_an_index(build: Callable[..., SphinxTestApp]) -> None:
    app = build({f"{EVENTS}.md": PAGE})

    domain = app.env.get_domain("sem")
    assert not [one for one in domain.get_objects() if "moro" in str(one).lower()]
    assert "Moro" not in (app.outdir / "genindex.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("name: A, function: directeur de l’ONUDC, organisation: unodc", "A, directeur de l’ONUDC"),
        ("name: A, function: ambassadrice de France, country: FR", "A, ambassadrice de France"),
        ("name: A, function: du service central, organisation: service", "A, du service central"),
        ("name: A, function: juge, organisation: unodc", "A, juge (ONUDC)"),
        ("name: A, function: juge, country: FR", "A, juge (France)"),
        ("name: A, organisation_name: Mairie", "A (Mairie)"),
        ("function: deux juges, country: MD", "deux juges (République de Moldova)"),
        ("name: A, role: [announced, moderator]", "A — participation announced, moderation"),
    ],
)
def test_an_organisation_is_not_repeated_when_the_function_names_it(
    build: Callable[..., SphinxTestApp], speaker: str, shown: str
) -> None:
    page = EVENT.replace("updated:", f"speakers: [{{{speaker}}}]\nupdated:", 1)

    service = re.sub("# .*", "# Service central (France)", ORGANISATION).replace("ONUDC", "SC")
    organisations = {"unodc": ORGANISATION, "service": service}
    pages = {f"glossary/organisations/{key}.md": text for key, text in organisations.items()}
    app = build({f"{EVENTS}.md": page, **pages})

    rows = article(app, EVENTS).select(".fact-sheet dd")
    assert shown in [
        row.get_text(" ", strip=True).replace(" )", ")").replace("( ", "(").replace(" ,", ",")
        for row in rows
    ]
