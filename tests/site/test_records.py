"""Records on small sites: references, fact sheets, back-links, lists, in every builder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp
from sphinx.util.inventory import InventoryFile

from records.kinds import KINDS
from support import EVENT, ORGANISATION, png, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVENT_PAGE = "events/2018-06-05-chisinau"
ORG_PAGE = "glossary/organisations/unodc"


def soup(app: SphinxTestApp, page: str) -> BeautifulSoup:
    return BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")


def test_a_reference_shows_the_abbreviation_with_the_name_behind(
    build: Callable[..., SphinxTestApp],
) -> None:
    page = soup(build(), EVENT_PAGE)

    found = page.select_one("article p a[href='../glossary/organisations/unodc.html'] abbr")
    assert found is not None
    assert found.text == "ONUDC"
    assert found["title"] == "Office des Nations Unies contre la drogue et le crime"


def test_a_name_in_a_reference_has_the_spaces_of_its_language(
    build: Callable[..., SphinxTestApp],
) -> None:
    page = ORGANISATION.replace("ONUDC", "BUREAU N° 5")
    (found,) = soup(build({f"{ORG_PAGE}.md": page}), EVENT_PAGE).select(
        "article > section > p abbr"
    )

    assert found.text == "BUREAU N°\N{NO-BREAK SPACE}5"


def test_an_abbreviation_that_is_the_name_is_not_shown_beside_it(
    build: Callable[..., SphinxTestApp],
) -> None:
    name = "Office des Nations Unies contre la drogue et le crime"
    page = ORGANISATION.replace("ONUDC", name)
    app = build({f"{ORG_PAGE}.md": page, "liste.md": "# Liste\n\n```{record-list} org\n```\n"})

    assert soup(app, ORG_PAGE).article.text.count(name) == 1
    assert soup(app, "liste").select_one(".record-list li").text.strip() == name
    assert not soup(app, EVENT_PAGE).select("article abbr")


@pytest.mark.parametrize(
    ("short", "shown"),
    [
        ("ONUDC", "trois représentants (ONUDC) — speaker"),
        ("Office (ONU)", "trois représentants, Office (ONU) — speaker"),
    ],
)
def test_what_has_brackets_stands_in_none(
    build: Callable[..., SphinxTestApp], short: str, shown: str
) -> None:
    speakers = (
        "speakers:\n  - {function: trois représentants, organisation: unodc, role: speaker}\n"
    )
    event = EVENT.replace("updated:", f"{speakers}updated:")
    app = build({f"{EVENT_PAGE}.md": event, f"{ORG_PAGE}.md": ORGANISATION.replace("ONUDC", short)})

    sheet = soup(app, EVENT_PAGE).select_one(".fact-sheet")
    assert shown.partition(" —")[0] in " ".join(sheet.text.split())


def test_a_reference_shows_the_text_that_its_author_gave(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({f"{EVENT_PAGE}.md": EVENT.replace("`unodc`", "`de l’Office <unodc>`")})

    link = soup(app, EVENT_PAGE).select("section > p a[href$='unodc.html']")[-1]
    assert link.text == "de l’Office"


def test_the_role_any_finds_a_record(build: Callable[..., SphinxTestApp]) -> None:
    app = build({f"{EVENT_PAGE}.md": EVENT.replace("{org}`unodc`", "{any}`unodc`")})

    assert warnings(app) == []
    assert soup(app, EVENT_PAGE).select("section > p a[href$='unodc.html']")


def test_a_record_ends_with_the_pages_that_mention_it(build: Callable[..., SphinxTestApp]) -> None:
    (found,) = soup(build(), ORG_PAGE).select("#dossier-seminars")

    assert found.h2.get_text(" ", strip=True).rstrip("#¶ ") == "Seminars 1"
    assert found.h3.get_text(" ", strip=True).rstrip("#¶ ") == "Organised 1"
    assert [line.text for line in found.select("li p")] == [
        "5–7\xa0juin 2018",
        "Un séminaire",
        "Seminar · Chisinau (République de Moldova)",
    ]


def test_a_record_that_nothing_mentions_says_nothing(build: Callable[..., SphinxTestApp]) -> None:
    assert soup(build(), EVENT_PAGE).select_one(".dossier") is None


def test_the_inventory_holds_every_record(build: Callable[..., SphinxTestApp]) -> None:
    app = build()

    inventory = InventoryFile.loads((app.outdir / "objects.inv").read_bytes(), uri="")
    assert inventory.data["sem:org"]["unodc"].uri == f"{ORG_PAGE}.html"
    assert inventory.data["sem:event"]["2018-06-05-chisinau"].display_name == "Un séminaire"


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_the_schema_is_exported(build: Callable[..., SphinxTestApp], kind: str) -> None:
    schema = json.loads((build().outdir / "schemas" / f"{kind}.schema.json").read_text("utf-8"))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "updated" in schema["required"]
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("builder", ["html", "latex", "text", "epub", "singlehtml", "man"])
def test_every_builder_writes_the_fact_sheet(
    build: Callable[..., SphinxTestApp], builder: str
) -> None:
    app = build(builder=builder)

    written = "".join(
        path.read_text("utf-8", errors="replace")
        for path in app.outdir.rglob("*")
        if path.suffix in {".html", ".xhtml", ".tex", ".txt", ".1"}
    )
    assert "juin 2018" in written
    assert "Chisinau (République de Moldova)" in written.replace("\\-", "-")


RECOMMENDATION = """
:::{recommendation} %s
:text: aim-only
:to: judges, police
:concepts: victime

Former les juges.
:::
"""
CONCEPT = """---
url: https://example.org/
updated: 2026-01-01
---

# Victime

Texte.
"""
REGISTER = """# Registre

```{recommendation-list}
```

Voir {rec}`2018-06-05-chisinau/former`.
"""


def test_recommendations_are_numbered_referred_to_and_collected(
    build: Callable[..., SphinxTestApp],
) -> None:
    event = EVENT + RECOMMENDATION % "premiere" + RECOMMENDATION % "former"
    app = build(
        {
            f"{EVENT_PAGE}.md": event,
            "glossary/concepts/victime.md": CONCEPT,
            "events/register.md": None,
            "register.md": "---\norphan: true\n---\n" + REGISTER,
        }
    )

    assert warnings(app) == []
    links = soup(app, "register").select("a[href='events/2018-06-05-chisinau.html#rec-former']")
    assert len(links) == 2
    box = soup(app, EVENT_PAGE).select("div.recommendation")[1]
    assert box.select_one("#rec-former") is not None
    assert "2" in box.select_one(".recommendation-number").text
    assert box.select_one("a[href$='concepts/victime.html']") is not None
    assert soup(app, "glossary/concepts/victime").select_one(".dossier li") is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (RECOMMENDATION % "Former", "`Former` is no id"),
        (RECOMMENDATION.replace("judges", "jury") % "a", "to: `jury` is not allowed here"),
        (RECOMMENDATION % "a" + RECOMMENDATION % "a", "the id `a` is taken by another"),
        (RECOMMENDATION.replace("victime", "victim") % "a", "did you mean `victime`?"),
    ],
)
def test_a_wrong_recommendation_is_reported(
    build: Callable[..., SphinxTestApp], text: str, message: str
) -> None:
    app = build(
        {f"{EVENT_PAGE}.md": EVENT + text, "glossary/concepts/victime.md": CONCEPT}, builder="dummy"
    )

    assert len(warnings(app)) == 1, warnings(app)
    assert message in warnings(app)[0]
    assert warnings(app)[0].startswith(f"{EVENT_PAGE}.md:")


def test_lists_show_the_latest_seminar_first(build: Callable[..., SphinxTestApp]) -> None:
    older = EVENT.replace("2018-06", "2011-06").replace("Un séminaire", "Le premier")
    listing = "---\norphan: true\n---\n# Liste\n\n```{event-list}\n:latest: 1\n```\n"
    app = build({"events/2011-06-05-a.md": older, "liste.md": listing})

    assert [item.text for item in soup(app, "liste").select(".event-list .title a")] == [
        "Un séminaire"
    ]


def test_records_are_listed_by_the_alphabet_of_the_language(
    build: Callable[..., SphinxTestApp],
) -> None:
    listing = "---\norphan: true\n---\n# Liste\n\n```{record-list} org\n```\n"
    pages = {
        f"glossary/organisations/{name}.md": ORGANISATION.replace("Office des Nations Unies", title)
        for name, title in {"a": "Zone", "b": "École", "c": "Eau", "d": "Œuvre"}.items()
    }
    app = build({"liste.md": listing, **pages})

    found = [link.text.split()[0] for link in soup(app, "liste").select(".record-list a")]
    assert found == ["Eau", "École", "Œuvre", "Office", "Zone"]


PHOTO = """
```{photo} salle.png
:alt: Une salle de réunion vue du fond.
:credit: Photographie : ministère

Ouverture du séminaire.
```
"""


def test_a_photograph_has_its_text_its_caption_and_its_credit(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "salle.png").write_bytes(png())
    app = build({f"{EVENT_PAGE}.md": EVENT + PHOTO.replace("salle.png", "/salle.png")})

    figure = soup(app, EVENT_PAGE).select_one("figure.photo")
    assert figure is not None
    assert figure.img["alt"] == "Une salle de réunion vue du fond."
    assert "Ouverture du séminaire." in figure.figcaption.text
    assert "Photographie" in figure.select_one("p.credit").text


def test_a_photograph_is_printed_with_its_caption_and_its_credit(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "salle.png").write_bytes(png())
    text = PHOTO.replace("salle.png", "/salle.png")
    app = build({f"{EVENT_PAGE}.md": EVENT + text}, builder="latex")

    book = next(app.outdir.glob("*.tex")).read_text("utf-8")
    assert "includegraphics" in book
    assert "Ouverture du séminaire." in book
    assert "Photographie" in book


def test_another_project_refers_to_a_record_by_its_id(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    archive = build().outdir
    other = tmp_path / "other"
    other.mkdir()
    mapping = {"archive": ("https://archive.example/fr/", str(archive / "objects.inv"))}
    (other / "conf.py").write_text(
        'extensions = ["myst_parser", "sphinx.ext.intersphinx"]\n'
        f"intersphinx_mapping = {mapping!r}\n",
        encoding="utf-8",
    )
    (other / "index.md").write_text("# Autre\n\n<inv:archive:sem:org#unodc>\n", encoding="utf-8")
    app = SphinxTestApp("html", srcdir=other)
    app.build()
    page = (app.outdir / "index.html").read_text("utf-8")
    app.cleanup()

    assert "https://archive.example/fr/glossary/organisations/unodc.html" in page
    assert "Office des Nations Unies contre la drogue et le crime" in page


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("alt", "what the picture shows, for whoever does not see it"),
        ("credit", "whom it is owed to, and its licence"),
    ],
)
def test_a_photograph_lacking_what_it_needs_is_reported(
    build: Callable[..., SphinxTestApp], key: str, what: str
) -> None:
    text = "\n".join(line for line in PHOTO.splitlines() if not line.startswith(f":{key}:"))
    app = build({f"{EVENT_PAGE}.md": EVENT + text}, builder="dummy")

    assert warnings(app) == [
        "events/2018-06-05-chisinau.md:17: WARNING: there is no file `events/salle.png` "
        "[seminars.body]",
        f"events/2018-06-05-chisinau.md:17: WARNING: {key}: this option is missing: "
        f"write `:{key}: {what}` below the name [seminars.photo]",
    ]
