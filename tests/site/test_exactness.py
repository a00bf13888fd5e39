"""What surrounds a message, or is made of it, comes out as Sphinx and MyST-Parser make it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import polib
import pytest
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from pathlib import Path

CONF = """
extensions = ["speedups", "myst_parser", "myst_gettext", "sphinx.ext.autosectionlabel"]
source_suffix = {".md": "markdown"}
suppress_warnings = ["image.not_readable"]
exclude_patterns = ["_out", "inclus"]
language = "ru"
locale_dirs = ["locales"]
gettext_compact = False
html_theme = "basic"
myst_heading_anchors = 3
myst_enable_extensions = [
    "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist",
    "html_admonition", "html_image", "replacements", "smartquotes", "substitution", "tasklist",
]
myst_substitutions = {"mot": "Bonjour."}
numfig = True
"""


class Case(NamedTuple):
    """A page and its catalogue."""

    page: str
    messages: dict[str, str]


CASES = {
    "an empty cell is no message, though the header of a catalogue stands under it": Case(
        "# T\n\n| a | b |\n|---|---|\n|   | c |\n", {"c": "ц"}
    ),
    "a link to a heading finds it by the words of the source": Case(
        "# Premier titre\n\n## Un *autre* `titre`\n\n[](#premier-titre) [x](#un-autre-titre)\n",
        {"Premier titre": "Первый заголовок", "Un *autre* `titre`": "Другой *заголовок* `x`"},
    ),
    "a term of a glossary is found by the words of the source": Case(
        "# T\n\n```{glossary}\nmot juste\n  Définition.\nvide : V\n  Rien.\n```\n\n"
        "{term}`mot juste` et {term}`vide`.\n",
        {
            "mot juste": "слово",
            "Définition.": "Определение.",
            "vide : V": "пусто : П",
            "{term}`mot juste` et {term}`vide`.": "{term}`vide` и {term}`слово <mot juste>`.",
        },
    ),
    "a list of definitions may be a glossary": Case(
        "# T\n\n{.glossary}\nmot *juste*\n: Définition.\n\n{term}`mot juste`\n",
        {"mot *juste*": "слово *то*", "Définition.": "Определение."},
    ),
    "spaces around a translation are not shown": Case(
        "# T\n\nBonjour.\n\nMonde.\n", {"T": " Т ", "Bonjour.": "Привет. ", "Monde.": "  Мир."}
    ),
    "what is the same in both languages keeps its lines": Case(
        "# T\n\nBonjour\nle monde.\n\n(là)=\n## Là\n\n{ref}`là`\n",
        {"Bonjour le monde.": "Bonjour le monde.", "Là": "Là"},
    ),
    "a note for the checks of Sphinx is none for readers": Case(
        "# T\n\nVoir {ref}`x`.\n\n(x)=\n## X\n", {"Voir {ref}`x`.": "См. #noqa"}
    ),
    "headings may have one translation, or that of another": Case(
        "# T\n\n## Deux\n\nx\n\n## Trois\n\n{ref}`a`\n\n(a)=\n### Quatre\n",
        {"Deux": "Глава", "Trois": "Глава", "Quatre": "Deux"},
    ),
    "a heading may hold what can be referred to": Case(
        "# T[^a]\n\n## Un [mot]{#ici .c} là\n\n## Index {index}`ix` {abbr}`B (bé)`\n\n"
        "{#par-ici}\n## Fin\n\n[](#ici) [](#par-ici)\n\n[^a]: Note.\n",
        {
            "T[^a]": "Т[^a]",
            "Un [mot]{#ici .c} là": "Одно [слово]{#ici .c} там",
            "Index {index}`ix` {abbr}`B (bé)`": "Индекс {index}`ix` {abbr}`B (bé)`",
            "Fin": "Конец",
            "Note.": "Примечание.",
        },
    ),
    "a heading that makes no section is no name": Case(
        "# T\n\n:::{note}\n## Dedans\ntexte\n:::\n\n> ### Cité\n\n- # Listé\n",
        {"Dedans": "Внутри", "Cité": "Цитата", "Listé": "Список"},
    ),
    "reStructuredText in a page is translated": Case(
        "# T\n\n```{eval-rst}\nVoici *ceci*.\n\n.. note:: Corps.\n\n.. glossary::\n\n   mot\n"
        "      Définition.\n```\n",
        {"Voici *ceci*.": "Вот *это*.", "Corps.": "Тело.", "Définition.": "Опр.", "mot": "слово"},
    ),
    "names and texts of fields are translated": Case(
        "# T\n\n:nom *x*: Valeur *y*\n:autre: Valeur\n",
        {"nom x": "имя x", "Valeur *y*": "Значение *y*", "Valeur": "Значение", "autre": "другое"},
    ),
    "fields of an object are translated once, from the source": Case(
        "# T\n\n```{py:function} f(a, b)\n\n:param a: un\n:param int b: deux {index}`x`\n"
        ":raises ValueError: trois *x*\n:returns: quatre\n\n    cinq\n:autre: six {index}`y`\n"
        ":meta private:\n```\n\nSept {index}`z`.\n",
        {
            "un": "deux",
            "deux": "trois",
            "deux {index}`x`": "два {index}`x`",
            "trois *x*": "три *x*",
            "quatre": "четыре",
            "четыре": "quatre",
            "cinq": "пять",
            "six {index}`y`": "шесть {index}`y`",
        },
    ),
    "the fields of a list are translated": Case(
        "# T\n\n:un: deux *x*\n:trois: quatre\n\n    cinq\n:six:\n    - un\n    - deux\n",
        {"deux *x*": "два *x*", "quatre": "un", "un": "один", "cinq": "пять"},
    ),
    "a page may have nothing translated but a title with a link": Case(
        "# Titre\n\nTexte.\n", {"Titre": "Название [x](#titre)"}
    ),
    "a page may have nothing translated but a title with a role": Case(
        "# Titre {abbr}`B (bé)`\n\nTexte.\n",
        {"Titre {abbr}`B (bé)`": "Название {abbr}`B (bé)` [x](#titre-b-bé) {ref}`x`"},
    ),
    "directives are translated where their texts are messages": Case(
        "# T\n\n```{admonition} Titre *a*\nCorps.\n```\n\n```{rubric} Rub *b*\n```\n\n"
        "```{sidebar} Côté\nCorps.\n```\n\n```{topic} Sujet *c*\nCorps.\n```\n\n"
        "```{versionadded} 1.0\nTexte *d*.\n```\n\n"
        "```{list-table} Légende *e*\n* - Tête\n  - *x*\n```\n\n"
        "```{code-block} python\n:caption: Code *f*\nx = 1\n```\n\n"
        "```{epigraph}\nCitation.\n\n-- Auteur *g*\n```\n\n"
        "```{figure} x.png\n:alt: Texte\n:name: fig\nLégende *h*\n\nSuite.\n```\n\n"
        "{numref}`fig`\n\n```{meta}\n:description: Résumé\n```\n\n"
        "```{toctree}\n:caption: Contenu\nself\n```\n\n```{parsed-literal}\nBrut *x*\n```\n",
        {
            "Titre *a*": "Заголовок *a*",
            "Corps.": "Тело.",
            "Rub *b*": "Рубрика *b*",
            "Côté": "Сбоку",
            "Sujet *c*": "Тема *c*",
            "Texte *d*.": "Текст *d*.",
            "Légende *e*": "Подпись *e*",
            "Tête": "Голова",
            "*x*": "*икс*",
            "Code *f*": "Код *f*",
            "Citation.": "Цитата.",
            "Auteur *g*": "Автор *g*",
            "Texte": "Текст",
            "Légende *h*": "Подпись *h*",
            "Suite.": "Далее.",
            "{numref}`fig`": "{numref}`рис. %s <fig>`",
            "Résumé": "Обзор",
            "Contenu": "Содержание",
            "Brut *x*": "Сырой *x*",
        },
    ),
    "what a substitution stands for is no message": Case(
        "# T\n\nBonjour.\n\nDedans {{ mot }} x.\n\nPas {{ mot }}.\n",
        {"Bonjour.": "Привет.", "Dedans {{ mot }} x.": "Внутри {{ mot }} x."},
    ),
    "HTML that makes nodes is translated in them": Case(
        '# T\n\n<div class="admonition note">\n<p class="title">Titre</p>\nCorps.\n</div>\n\n'
        '<img src="x.png" alt="Texte">\n\nUn <b>gras</b> <br> mot.\n',
        {
            "Titre": "Заголовок",
            "Corps.": "Тело.",
            "Texte": "Текст",
            "Un <b>gras</b> <br> mot.": "Слово <b>жирное</b> <br>.",
        },
    ),
    "the front matter is translated": Case(
        "---\ntitle: Le titre\nmyst:\n  title_to_header: true\n  html_meta:\n"
        "    description: Résumé\nabstract: Un *texte*\n---\n\nBonjour.\n",
        {
            "Le titre": "Заголовок",
            "Résumé": "Обзор",
            "Bonjour.": "Привет.",
            "Un *texte*": "Текст",
        },
    ),
    "what ends in colons is no block": Case(
        "# T\n\nBonjour:\n\nMonde.\n", {"Bonjour:": "Привет::", "Monde.": "    Мир."}
    ),
    "pages that are included are translated": Case(
        "# T\n\n```{include} inclus/a.md\n```\n\nBonjour.\n",
        {"Bonjour.": "Привет.", "Inclus *h*": "Вкл *h*", "Un mot.": "Слово."},
    ),
    "a note has paragraphs and a list": Case(
        "# T\n\nA[^x].\n\n[^x]: Premier.\n\n    Deuxième *par*.\n\n    - point\n",
        {"A[^x].": "А[^x].", "Premier.": "Раз.", "Deuxième *par*.": "Два *абз*.", "point": "пункт"},
    ),
    "lines may break in a translation": Case(
        "# T\n\nBonjour\\\nmonde.\n\nUn  \ndeux.\n",
        {"Bonjour monde.": "Привет\\\nмир.", "Un deux.": "Раз  \nдва."},
    ),
    "targets stay where they are": Case(
        "# T\n\n(cible)=\nPar.\n\nVoir [](#cible) {ref}`texte <cible>`.\n\n{#pid}\nDeux.\n\n"
        "[](#pid)\n",
        {
            "Par.": "Абзац.",
            "Voir [](#cible) {ref}`texte <cible>`.": "См. [](#cible) {ref}`текст <cible>`.",
            "Deux.": "Два.",
        },
    ),
    "formulas with a number can be referred to": Case(
        "# T\n\n$$\na = b\n$$ (f)\n\nVoir {eq}`f` $x$.\n",
        {"Voir {eq}`f` $x$.": "См. {eq}`f` $x$.", "a = b": "a = b"},
    ),
    "sections are found by the words of the source": Case(
        "# T\n\n## Une section\n\n{ref}`Une section`\n",
        {"Une section": "Раздел", "{ref}`Une section`": "{ref}`Une section`"},
    ),
    "underlined headings are headings": Case(
        "Titre *a*\n=========\n\nSous\n----\n\nx\n", {"Titre *a*": "Заголовок *a*", "Sous": "Под"}
    ),
    "a catalogue may have no translations": Case("# Titre\n\nBonjour.\n", {"Bonjour.": ""}),
    "a page may have no heading": Case("Bonjour.\n", {"Bonjour.": "Привет."}),
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "source"
    (source / "inclus").mkdir(parents=True)
    (source / "inclus/a.md").write_text("## Inclus *h*\n\nUn mot.\n", encoding="utf-8")
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    return source


def built(source: Path, *, speedups: bool, myst_gettext: bool) -> tuple[str, list[str]]:
    """Return the doctree of a page and the warnings of its build."""
    app = SphinxTestApp(
        "html",
        srcdir=source,
        builddir=source / "_out" / f"{speedups}-{myst_gettext}",
        confoverrides={"speedups": speedups, "myst_gettext": myst_gettext},
    )
    try:
        app.build()
        doctree = app.env.get_doctree("index").pformat()
        warnings = app.warning.getvalue().replace(f"{source}/", "")
    finally:
        app.cleanup()
    # how many words a page has is counted where they stand
    return re.sub(r' translation_progress="[^"]*"', "", doctree), sorted(warnings.splitlines())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_all_ways_give_the_same(source: Path, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gettext._translations", {})  # kept as long as a process lives
    (source / "index.md").write_text(case.page, encoding="utf-8")
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Last-Translator": "Nom"}
    catalogue.extend(polib.POEntry(msgid=key, msgstr=text) for key, text in case.messages.items())
    path = source / "locales/ru/LC_MESSAGES/index.po"
    path.parent.mkdir(parents=True)
    catalogue.save(str(path))

    stock = built(source, speedups=False, myst_gettext=False)

    assert "translated=" in stock[0]
    assert built(source, speedups=True, myst_gettext=False) == stock
    assert built(source, speedups=True, myst_gettext=True) == stock
