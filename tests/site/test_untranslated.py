"""What is not translated does not hide: it carries its language, and the page says how much."""

from __future__ import annotations

import base64
import re
import shutil
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup
from sphinx.util.docutils import patch_docutils

from seminars.domain import seminars_of
from support import EXAMPLE, ROOT, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bs4 import PageElement
    from sphinx.testing.util import SphinxTestApp

FAST = """
extensions.append("myst_gettext")
source_suffix = {".md": "markdown"}
language = "ru"
"""


def test_french_text_for_want_of_a_translation_is_marked(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    path = tmp_path / "source/locales/ru/LC_MESSAGES/page.po"
    path.parent.mkdir(parents=True)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid="Un titre", msgstr="Заголовок"))
    catalogue.save(str(path))
    app = build(
        {"page.md": "---\norphan: true\n---\n# Un titre\n\nUn texte sans traduction.\n"}, conf=FAST
    )

    page = BeautifulSoup((app.outdir / "page.html").read_text("utf-8"), "html.parser")
    paragraph = page.select_one("section > p")
    assert paragraph["lang"] == "fr"
    assert paragraph.select_one(".untranslated-cue abbr")["title"]
    assert page.h1.get("lang") is None
    status = seminars_of(app.env).publication.status("ru", "page")
    assert (status.done, status.total) == (1, 2)


CELLS = """---
orphan: true
---

# Un titre

| Organisation | Nombre | Commande |
| --- | --- | --- |
| {org}`unodc` | 12 | `make html` |
| Autre | 3,5 % | <https://example.org/> |
"""


def test_a_cell_without_a_word_is_not_untranslated(build: Callable[..., SphinxTestApp]) -> None:
    app = build({"page.md": CELLS}, conf=FAST)

    page = BeautifulSoup((app.outdir / "page.html").read_text("utf-8"), "html.parser")
    cells = page.select("tbody td p")
    marked = [cell.text for cell in cells if cell.get("lang") == "fr"]
    assert len(cells) == 6
    assert [text.split()[0] for text in marked] == ["Autre"]
    assert seminars_of(app.env).publication.status("ru", "page").total == 5


def test_the_source_language_has_nothing_to_mark(build: Callable[..., SphinxTestApp]) -> None:
    app = build(conf=FAST.replace('language = "ru"', ""))

    assert "untranslated" not in (app.outdir / "index.html").read_text("utf-8")


def test_a_new_language_builds_before_anybody_has_translated_a_word(
    build: Callable[..., SphinxTestApp],
) -> None:
    with patch_docutils():  # as sphinx-build does: Docutils lacks many languages, and says so
        app = build(conf=FAST + 'language = "bg"\nseminars_languages["bg"] = "bg_BG"\n')

    assert not warnings(app)
    text = (app.outdir / "events/2018-06-05-chisinau.html").read_text("utf-8")
    page = BeautifulSoup(text, "html.parser")
    assert page.html["lang"] == "bg"
    assert page.h1.span["lang"] == "fr"
    assert page.select_one("article section > p")["lang"] == "fr"
    heads = page.select_one(".fact-line").text
    assert "юни 2018" in heads  # what CLDR says needs no translator
    assert "(Молдова)" in heads  # as CLDR has it: ours are of the four
    publication = seminars_of(app.env).publication
    assert publication.status(app.config.language, "events/2018-06-05-chisinau").done == 0


# Each text of the source carries a mark of its own, so that every place that shows it can be found
EVERYTHING = {
    "index.md": """# QQaccueil

QQintroduction

```{event-list}
```

```{record-list} org
```

```{recommendation-list}
```

```{toctree}
:hidden:

events/2018-06-05-chisinau
events/2019-06-05-sofia
series/cycle
glossary/organisations/unodc
glossary/organisations/osce
glossary/instruments/convention
glossary/concepts/victime
page
```
""",
    "events/2018-06-05-chisinau.md": """---
type: seminar
start: 2018-06-05
city: QQville
country: MD
venue: QQsalle
series: cycle
further_places: [{city: QQannexe, country: MD}]
relations: [{type: follows, meeting: QQrencontre}]
supporters: [{name: QQtiers}]
attendance: QQnombre
participating_states: QQpays
organisers: [unodc]
instruments: [convention]
concepts: [victime]
speakers:
  - {id: nom, name: QQnom, function: QQfonction, organisation: unodc}
  - {name: QQautrenom, organisation_name: QQmairie}
updated: 2026-01-01
sources:
  - {url: "https://example.org/", id: page, kind: report, title: Title, lang: en,
     about: QQobjet, publisher_name: QQjournal}
---

# QQséminaire

QQtexte {org}`unodc`, {org}`osce`, {event}`2019-06-05-sofia`, {rec}`2018-06-05-chisinau/une`.

QQdeuxième {doc}`/page`, [](../page.md), {ref}`cible`.

:::{recommendation} une
:text: aim-only
:to: states
:concepts: victime

QQrecommandation
:::
""",
    "events/2019-06-05-sofia.md": """---
type: seminar
start: 2019-06-05
city: Sofia
country: BG
updated: 2026-01-01
sources: [{url: "https://example.org/", id: page, kind: report, title: Title, lang: en}]
---

# Rencontre

Voir {event}`2018-06-05-chisinau`, {org}`unodc`, {instrument}`convention`, {concept}`victime`,
{doc}`/page`, [](../page.md) et {ref}`cible`.
""",
    "glossary/organisations/unodc.md": """---
type: un-secretariat-office
abbreviation: QQsigle
city: QQsiège
country: AT
url: https://example.org/
updated: 2026-01-01
---

# QQoffice

QQdescription
""",
    "glossary/organisations/osce.md": """---
type: intergovernmental
abbreviation: OSCE
url: https://example.org/
updated: 2026-01-01
---

# Organisation
""",
    "glossary/instruments/convention.md": """---
type: treaty
short_name: QQcourt
document: QQdocument
number: {series: CETS, ref: "197"}
adopted_by: unodc
url: https://example.org/
updated: 2026-01-01
---

# QQconvention
""",
    "glossary/concepts/victime.md": """---
also: QQautre
provisions: [{instrument: convention, role: defines, article: "4"}]
url: https://example.org/
updated: 2026-01-01
---

# QQvictime
""",
    "series/cycle.md": """---
type: cycle
meetings: [{name: QQnommée, start: 2017, city: QQtown, country: MD, sources: [page]}]
updated: 2026-01-01
sources: [{id: page, kind: report, url: "https://example.org/", title: Title, lang: en}]
---

# QQcycle

QQrésumé {person}`2018-06-05-chisinau/nom`
""",
    "page.md": """# QQpage

QQnoté[^un]

[^un]: QQnote

(cible)=
## QQpartie

- QQpoint

> QQcitation

| QQtête |
| --- |
| QQcellule |

```{photo} image.png
:alt: QQalt
:credit: QQcrédit

QQlégende
```

:::{admonition} QQtitre
QQremarque
:::

```{rubric} QQrubrique
```
""",
}
ROMANIAN = f"""
extensions.append("myst_gettext")
source_suffix = {{".md": "markdown"}}
language = "ro"
project = "QQaccueil"
templates_path = ["{ROOT / "_templates"}"]
"""
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def translate(root: Path, page: str, **translations: str) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(polib.POEntry(msgid=k, msgstr=v) for k, v in translations.items())
    path = root / f"source/locales/ro/LC_MESSAGES/{page}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


@pytest.fixture
def everything(build: Callable[..., SphinxTestApp], tmp_path: Path) -> Callable[..., SphinxTestApp]:
    """Build texts of every kind in Romanian, translated in two pages alone."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source/image.png").write_bytes(PIXEL)
    interface = tmp_path / "source/locales/ro/LC_MESSAGES/_interface.po"
    interface.parent.mkdir(parents=True)
    shutil.copyfile(EXAMPLE / "locales/ro/LC_MESSAGES/_interface.po", interface)
    translate(
        tmp_path,
        "events/2019-06-05-sofia",
        Rencontre="Întâlnire",
        Sofia="Sofia",
        **{
            "Voir {event}`2018-06-05-chisinau`, {org}`unodc`, {instrument}`convention`, "
            "{concept}`victime`, {doc}`/page`, [](../page.md) et {ref}`cible`.": (
                "Vezi {event}`2018-06-05-chisinau`, {org}`unodc`, {instrument}`convention`, "
                "{concept}`victime`, {doc}`/page`, [](../page.md) și {ref}`cible`."
            )
        },
    )
    translate(tmp_path, "glossary/organisations/osce", Organisation="Organizație", OSCE="OSCE")
    return lambda **options: build(EVERYTHING, conf=ROMANIAN, **options)


STATUS = "---\norphan: true\n---\n\n# État\n\n```{translation-status}\n```\n"


def language_of(node: PageElement) -> str:
    return next(str(above["lang"]) for above in node.parents if above.get("lang"))


def test_every_kind_of_text_carries_its_language(everything: Callable[..., SphinxTestApp]) -> None:
    app = everything()

    sources = set(re.findall(r"QQ\w+", "".join(EVERYTHING.values())))
    seen = set()
    for path in app.outdir.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for text in page.body.find_all(string=re.compile("QQ|Întâlnire|Recomandarea|OSCE")):
            if text.parent.name in {"script", "style"}:
                continue
            seen |= set(re.findall(r"QQ\w+", text))
            assert language_of(text) == ("fr" if "QQ" in text else "ro"), (path, text)
            assert not ("QQ" in text and "Întâlnire" in text)
        for node in page.body.select("[alt*=QQ], [title*=QQ]"):
            seen |= set(re.findall(r"QQ\w+", f"{node.get('alt')} {node.get('title')}"))
            assert node["lang"] == "fr", (path, node)
        for node in page.body.select("[title*=Organizație]"):
            assert (node.get("lang") or language_of(node)) == "ro", (path, node)
        for meta in page.select("meta[name=description]"):
            assert meta.get("lang") == ("fr" if meta["content"].startswith("QQ") else None)
    assert seen == sources


def test_every_text_has_a_visible_cue_and_no_second_one(
    everything: Callable[..., SphinxTestApp],
) -> None:
    app = everything()

    for path in app.outdir.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for cue in page.select(".untranslated-cue"):
            assert cue.abbr["title"] == "netradus încă: în limba originalului"
            assert cue["lang"] == "ro"
            cue.replace_with("¤")
        for names in page.select("#names-elsewhere"):
            names.decompose()  # what is French there is not there for want of a translation
        for option in page.select("option[lang=fr]"):
            option.decompose()  # browsers show no more than its text
        article = page.article.get_text() if page.article else ""
        assert "¤ ¤" not in article
        assert "¤¤" not in article
        for text in re.findall(r"QQ[^\n¤]*.?", article):
            assert text.endswith("¤"), (path, text)


def test_the_cue_stays_out_of_what_is_said_elsewhere(
    everything: Callable[..., SphinxTestApp],
) -> None:
    app = everything()

    page = BeautifulSoup((app.outdir / "index.html").read_text("utf-8"), "html.parser")
    assert page.title.text == "QQaccueil"
    assert page.select_one("meta[name=description]")["content"] == "QQintroduction"
    label = page.select_one(".sidebar-tree .name")
    assert label.text == "QQville, 5\xa0iunie 2018"
    assert label.span.text == "QQville"


def test_the_book_sets_it_in_its_language(everything: Callable[..., SphinxTestApp]) -> None:
    app = everything(builder="latex")

    book = next(app.outdir.glob("seminars-ro.tex")).read_text("utf-8")
    body = book.partition(r"\begin{document}")[2]
    assert r"\archivelanguage{fr}" in book
    assert r"\chapter{\untranslated{QQséminaire}\untranslatedcue{fr}}" in body
    name, target = re.findall(r"\\index\{QQsigle@(\d+)\|seepage\{(\d+)\}\}", body)[0]
    assert rf"\setarchivename{{{name}}}{{\untranslated{{QQsigle}}}}" in body
    assert rf"\setarchivename{{{target}}}{{\untranslated{{QQoffice}}}}" in body
    elsewhere = r"\\index\{QQ\w+@|\\DUrole\{language-fr\}\{[^{}]*\}"  # keys, and names in French
    assert re.findall(r"QQ\w+", re.sub(elsewhere, "{", outside_of_command(body))) == []


def outside_of_command(text: str) -> str:
    """Return LaTeX without the arguments of ``\\untranslated``."""
    result, rest = "", text
    while rest:
        before, _, rest = rest.partition(r"\untranslated{")
        result += before
        depth = 1 if rest else 0
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[0], 0)
            rest = rest[1:]
    return result


TWINS = {
    "index.md": "# Accueil\n\n```{toctree}\nglossary/organisations/europol\nnom\ntexte\n```\n",
    "glossary/organisations/europol.md": """---
type: eu-agency
abbreviation: Europol
url: https://example.org/
updated: 2026-01-01
---

# Europol

Un texte.
""",
    "nom.md": "# Europol\n\n(partie)=\n## Eurojust\n",
    "texte.md": """# Texte

Avec {org}`Europol <europol>`, [Europol](glossary/organisations/europol.md), {doc}`Europol </nom>`.

Voir {doc}`/nom`, {ref}`partie`, [](nom.md).
""",
    "events/2018-06-05-chisinau.md": None,
    "glossary/organisations/unodc.md": None,
}
TRANSLATED = {
    "Texte": "Text",
    "Avec {org}`Europol <europol>`, [Europol](glossary/organisations/europol.md), "
    "{doc}`Europol </nom>`.": "Cu {org}`Europol <europol>`, "
    "[Europol](glossary/organisations/europol.md), {doc}`Europol </nom>`.",
    "Voir {doc}`/nom`, {ref}`partie`, [](nom.md).": "Vezi {doc}`/nom`, {ref}`partie`, [](nom.md).",
}


def links(app: SphinxTestApp, page: str) -> list[tuple[str, str]]:
    """Return the text of each link in the prose of *page* and the language that it is in."""
    html = BeautifulSoup((app.outdir / page).read_text("utf-8"), "html.parser")
    found = html.select("article section > p a")
    return [(link.get_text(), language_of(next(link.strings))) for link in found]


def test_a_name_is_in_the_language_of_its_page_and_not_of_another_with_the_same(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    """A page lacks a translation that the translator of another has given."""
    translate(tmp_path, "nom", Europol="Europol", Eurojust="Eurojust")
    translate(tmp_path, "texte", **TRANSLATED)
    app = build({**TWINS, "etat.md": STATUS}, conf=ROMANIAN)

    assert links(app, "texte.html") == [
        ("Europol", "ro"),
        ("Europol", "ro"),
        ("Europol", "ro"),
        ("Europol", "ro"),
        ("Eurojust", "ro"),
        ("Europol", "ro"),
    ]
    page = BeautifulSoup((app.outdir / "etat.html").read_text("utf-8"), "html.parser")
    found = page.select("#status-catalogues a")
    languages = {link["href"]: language_of(next(link.strings)) for link in found}
    assert languages["nom.html"] == "ro"
    assert languages["glossary/organisations/europol.html"] == "fr"


def test_a_reference_is_in_the_language_of_the_title_that_it_shows(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    translate(tmp_path, "texte", **TRANSLATED)
    translate(tmp_path, "glossary/organisations/europol", Europol="Europol")
    app = build(TWINS, conf=ROMANIAN)

    assert links(app, "texte.html") == [
        ("Europol", "ro"),
        ("Europol", "ro"),
        ("Europol", "ro"),
        ("Europol", "fr"),
        ("Eurojust", "fr"),
        ("Europol", "fr"),
    ]
