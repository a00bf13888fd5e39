"""Recommendations: what is known of them, whom they address, and how they descend from others."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from support import EVENT, warnings, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

FIRST, SECOND = "events/2018-06-05-chisinau", "events/2019-06-05-sofia"
PROTOCOL = """---
type: protocol
short_name: Protocole
url: https://example.org/
updated: 2026-01-01
---

# Un protocole

Un texte.
"""
REGISTER = "---\norphan: true\n---\n\n# Registre\n\n```{recommendation-list}\n```\n"
OLD = ":::{recommendation} old\n:text: known\n:to: judges\n\nLes mots du texte.\n:::\n"
NEW = """:::{recommendation} new
:text: aim-only
:to: states, police
:addressees: aux États d’origine
:recalls: protocol, 2018-06-05-chisinau/old
:repeats: 2018-06-05-chisinau/old
:follows-up: protocol

Les mots des archives.
:::
"""
START = EVENT.count("\n") + 2  # the line of a recommendation


def site(new: str = NEW) -> dict[str, str]:
    second = EVENT.replace("2018", "2019").replace("Chisinau", "Sofia").replace("MD", "BG")
    return {
        f"{FIRST}.md": f"{EVENT}\n{OLD}",
        f"{SECOND}.md": f"{second}\n{new}",
        "glossary/instruments/protocol.md": PROTOCOL,
        "register.md": REGISTER,
    }


def lines(app: SphinxTestApp, page: str, selector: str) -> list[list[str]]:
    """Return the lines of each box or entry that *selector* finds on *page*."""
    soup = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "lxml")
    return [
        [" ".join(line.get_text().split()) for line in box.select("p")]
        for box in soup.select(selector)
    ]


def test_what_is_known_and_the_descent_are_shown_on_both_pages_and_in_the_register(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build(site())
    assert warnings(app) == []

    old = "Recommendation 1 (Chisinau (République de Moldova), 5–7 juin 2018)"
    new = "Recommendation 1 (Sofia (Bulgarie), 5–7 juin 2019)"
    descent = [f"Recalls: Protocole, {old}", f"Repeats: {old}", "Follows up: Protocole"]
    assert lines(app, SECOND, ".recommendation") == [
        [
            "Recommendation 1 — Aim known; wording by the archive",
            "Les mots des archives.",
            "Addressed to: aux États d’origine",
            *descent,
        ]
    ]
    assert lines(app, FIRST, ".recommendation") == [
        [
            "Recommendation 1 — Text known",
            "Les mots du texte.",
            "Addressed to: judges",
            f"Recalled by: {new}",
            f"Repeated by: {new}",
        ]
    ]
    assert lines(app, "glossary/instruments/protocol", "#descendants") == [
        [f"Recalled by: {new}", f"Followed up by: {new}"]
    ]
    assert lines(app, "register", ".register > li") == [
        [
            "Recommendation 1 — Aim known; wording by the archive",
            "Les mots des archives.",
            "Addressed to: States, police services",
            *descent,
        ],
        [
            "Recommendation 1 — Text known",
            "Les mots du texte.",
            "Addressed to: judges",
            f"Recalled by: {new}",
            f"Repeated by: {new}",
        ],
    ]


def test_the_register_is_exported_with_what_is_known(build: Callable[..., SphinxTestApp]) -> None:
    app = build(site(NEW.replace("Les mots des", "=Les mots des")))

    data = json.loads((app.outdir / "recommendations.json").read_text("utf-8"))
    old, new = data["recommendations"]
    assert (old["id"], old["text"], old["to"]) == ("2018-06-05-chisinau/old", "known", ["judges"])
    assert old["addressees"] == ""
    assert new["text"] == "aim-only"
    assert new["wording"] == "=Les mots des archives."
    assert new["language"] == "fr"
    assert new["addressees"] == "aux États d’origine"
    assert new["recalls"] == ["protocol", "2018-06-05-chisinau/old"]
    assert new["repeats"] == ["2018-06-05-chisinau/old"]
    assert new["follows-up"] == ["protocol"]
    page, _, anchor = new["address"].partition("#")
    assert f'id="{anchor}"' in (app.outdir / page).read_text("utf-8")
    text = (app.outdir / "recommendations.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["text"] for row in rows] == ["known", "aim-only"]
    assert rows[1]["wording"] == "'=Les mots des archives."  # no formula of a spreadsheet
    assert rows[1]["recalls"] == "protocol 2018-06-05-chisinau/old"


def test_nothing_is_said_of_addressees_that_the_source_does_not_name(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build(site(":::{recommendation} new\n:text: known\n\nTexte.\n:::\n"))

    assert lines(app, SECOND, ".recommendation") == [["Recommendation 1 — Text known", "Texte."]]


HEAD = ":::{recommendation} new\n"
END = "\nTexte.\n:::\n"
# What is written, and what is said of it, the line below the first of the directive
WRONG = [
    (HEAD + END, 0, "text: this option is missing: write `:text: known` where these are the words"),
    (f"{HEAD}:text: yes\n{END}", 1, 'text: `yes` is not allowed here: "known", or "aim-only"'),
    (f"{HEAD}:text:\n{END}", 1, "text: is empty: give a value, or leave the option out"),
    (f"{HEAD}:text: known\n:addressees:\n{END}", 2, "addressees: is empty: give a value"),
    (
        f"{HEAD}:text: known\n:recall: protocol\n{END}",
        2,
        "recall: there is no such option; did you",
    ),
    (f"{HEAD}:text: known\n:recalls:\n{END}", 2, "recalls: is empty: give a value"),
    (
        f"{HEAD}:text: known\n:recalls: protocl\n{END}",
        0,
        "recalls: there is no page glossary/instruments/protocl.md; did you mean `protocol`?",
    ),
    (
        f"{HEAD}:text: known\n:repeats: 2018-06-05-chisinau/odd\n{END}",
        0,
        "repeats: `2018-06-05-chisinau/odd`: there is no such recommendation; did you mean "
        "`2018-06-05-chisinau/old`?",
    ),
    (
        f"{HEAD}:text: known\n:follows-up: 2019-06-05-sofia/new\n{END}",
        0,
        "follows-up: `2019-06-05-sofia/new` is this recommendation itself: name another one",
    ),
    (f"{HEAD}:text: known\n:to: state\n{END}", 0, "to: `state` is not allowed here; allowed are"),
]


@pytest.mark.parametrize(("new", "below", "start"), WRONG)
def test_a_mistake_is_one_line(
    build: Callable[..., SphinxTestApp], new: str, below: int, start: str
) -> None:
    (said,) = warnings(build(site(new)))

    assert said.startswith(f"{SECOND}.md:{START + below}: WARNING: {start}")


def test_addressees_are_translated(build: Callable[..., SphinxTestApp], tmp_path: Path) -> None:
    app = build(site(), builder="gettext")
    messages = {entry.msgid for entry in polib.pofile(str(app.outdir / f"{SECOND}.pot"))}
    assert "aux États d’origine" in messages
    path = tmp_path / f"source/locales/ro/LC_MESSAGES/{SECOND}.po"
    write(
        path,
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "aux États d’origine"\nmsgstr "statelor de origine"\n',
    )
    app = build(site(), conf='language = "ro"\nextensions.append("myst_gettext")\n')

    (box,) = lines(app, SECOND, ".recommendation")
    assert any(line.endswith(" statelor de origine") for line in box), box
