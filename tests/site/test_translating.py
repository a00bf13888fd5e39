"""Translating in the parser gives exactly what Sphinx and MyST-Parser give by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from support import CONF, PAGES, png, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

# Each message with a translation that uses what it uses, in another order where that may be
MESSAGES = {
    "Un titre *simple*": "Простой *заголовок*",
    "Texte simple.": "Простой текст.",
    "*Accent*, **gras**, ***les deux*** et `code`.": "`code`, ***оба***, **жирный** и *курсив*.",
    "Un **gras avec *accent* dedans**.": "**Жирный, *внутри* курсив**.",
    "Voir {doc}`autre` et {ref}`la cible <cible>`.": "См. {ref}`цель <cible>` и {doc}`autre`.",
    "Voir {org}`unodc`, {org}`l’Office <unodc>`.": "См. {org}`Управление <unodc>`, {org}`unodc`.",
    "Un lien [ici](https://example.org/a?b=c&d) et <https://example.org>.": (
        "Ссылка [здесь](https://example.org/a?b=c&d) и <https://example.org>."
    ),
    "Un lien vers [la page](autre.md) et [](autre.md).": "На [страницу](autre.md) и [](autre.md).",
    "Une note[^un] et une autre[^deux].": "Примечание[^un] и другое[^deux].",
    "La première note.": "Первое примечание.",
    "La deuxième, avec *accent*.": "Второе, с *курсивом*.",
    "Des entités : &amp; &eacute; &#233; < > \" '.": "Сущности: &amp; &eacute; &#233; < > \" '.",
    "Échappé : \\*pas d’accent\\*, \\`pas de code\\`.": "Экранировано: \\*нет\\*, \\`нет\\`.",
    "« Guillemets » \"droits\" et 'simples' -- tirets --- points...": (
        "«Кавычки» \"прямые\" и 'одинарные' -- тире --- точки..."
    ),
    "Formule $a^2 + b_1$ au milieu.": "Формула $a^2 + b_1$ в середине.",
    "Un [mot marqué]{.language-en} et [un autre]{#ancre .classe}.": (
        "[Слово]{.language-en} и [другое]{#ancre .classe}."
    ),
    "Une image ![texte](image.png) dans la ligne.": "Картинка ![текст](image.png) в строке.",
    "texte": "текст",
    "Première ligne\\ deuxième ligne.": "Первая строка\\ вторая строка.",
    "Une ligne coupée en deux.": "Строка, разделенная надвое.",
    "premier point": "первый пункт",
    "deuxième *point*": "второй *пункт*",
    "Citation.": "Цитата.",
    "Tête": "Заголовок столбца",
    "Cellule *a*": "Ячейка *a*",
    "Cellule b": "Ячейка b",
    "Titre d’avertissement": "Название предупреждения",
    "Corps de l’avertissement.": "Текст предупреждения.",
    "Note sans titre.": "Примечание без названия.",
    "Rubrique": "Рубрика",
    "Légende *de figure*": "Подпись *к рисунку*",
    "Une phrase de légende.": "Фраза подписи.",
    "Texte de remplacement": "Замещающий текст",
    "terme": "термин",
    "Définition du terme.": "Определение термина.",
    "Sous-titre": "Подзаголовок",
    "Encore du texte.": "Ещё текст.",
    "Sommaire": "Содержание",
    "Le nom court": "Le nom court",
    "H~2~O n’est pas barré.": "H~2~O не зачеркнуто.",
    "Un | tube | et un #dièse.": "Труба | и | #диез.",
}

PAGE = """
# Un titre *simple*

Texte simple.

*Accent*, **gras**, ***les deux*** et `code`.

Un **gras avec *accent* dedans**.

(cible)=
## Sous-titre

Voir {doc}`autre` et {ref}`la cible <cible>`.

Voir {org}`unodc`, {org}`l’Office <unodc>`.

Un lien [ici](https://example.org/a?b=c&d) et <https://example.org>.

Un lien vers [la page](autre.md) et [](autre.md).

Une note[^un] et une autre[^deux].

[^un]: La première note.
[^deux]: La deuxième, avec *accent*.

Des entités : &amp; &eacute; &#233; < > " '.

Échappé : \\*pas d’accent\\*, \\`pas de code\\`.

« Guillemets » "droits" et 'simples' -- tirets --- points...

Formule $a^2 + b_1$ au milieu.

Un [mot marqué]{.language-en} et [un autre]{#ancre .classe}.

Une image ![texte](image.png) dans la ligne.

Première ligne\\
deuxième ligne.

Une ligne
coupée en deux.

- premier point
- deuxième *point*

1. premier point
2. Encore du texte.

> Citation.

| Tête | Tête |
| --- | --- |
| Cellule *a* | Cellule b |

:::{admonition} Titre d’avertissement
Corps de l’avertissement.
:::

:::{note}
Note sans titre.
:::

:::{rubric} Rubrique
:::

```{figure} image.png
:alt: Texte de remplacement

Légende *de figure*

Une phrase de légende.
```

terme
: Définition du terme.

H~2~O n’est pas barré.

Un | tube | et un #dièse.

```python
texte = "Texte simple."
```

Encore du texte.
"""

EXTENSIONS = """
extensions.append("myst_gettext")
source_suffix = {".md": "markdown"}
myst_enable_extensions += ["deflist", "dollarmath"]
nitpick_ignore = [("myst", "ancre")]
language = "ru"
myst_gettext = %s
"""
# The gate would refuse some translations that the parser can put in all the same
WITHOUT_GATE = """
extensions.remove("seminars")
primary_domain = None
locale_dirs = ["locales"]
"""


def write_catalogue(source: Path, name: str, messages: dict[str, str]) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(polib.POEntry(msgid=key, msgstr=text) for key, text in messages.items())
    path = source / "locales" / "ru" / "LC_MESSAGES" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


@pytest.fixture
def translated(build: Callable[..., SphinxTestApp], tmp_path: Path) -> Callable[..., SphinxTestApp]:
    def build_translated(
        page: str, messages: dict[str, str], *, fast: bool, gate: bool = True
    ) -> SphinxTestApp:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        (source / "image.png").write_bytes(png())
        write_catalogue(source, "page", messages)
        pages: dict[str, str | None] = {
            "page.md": page,
            "autre.md": "# Autre\n",
            "index.md": "# Archives\n\n```{toctree}\n:glob:\n\n*\nevents/*\nglossary/*/*\n```\n",
        }
        if not gate:
            pages.update(dict.fromkeys(PAGES.keys() - pages))
        conf = EXTENSIONS % fast + ("" if gate else WITHOUT_GATE)
        app = build(pages, conf=conf, freshenv=True, warningiserror=False)
        assert CONF in (source / "conf.py").read_text("utf-8")
        return app

    return build_translated


def doctree(app: SphinxTestApp) -> str:
    text = app.env.get_doctree("page").pformat()
    # how many words a page has is counted where they stand, and that is in the translation
    text = re.sub(r" *<substitution_definition names=\"wordcount.*?\n +\d+\n", "", text)
    return re.sub(r' translation_progress="[^"]*"', "", text)


def test_every_construct_comes_out_as_sphinx_makes_it(
    translated: Callable[..., SphinxTestApp],
) -> None:
    stock = translated(PAGE, MESSAGES, fast=False)
    expected = (doctree(stock), (stock.outdir / "page.html").read_text("utf-8"), warnings(stock))
    fast = translated(PAGE, MESSAGES, fast=True)
    found = (doctree(fast), (fast.outdir / "page.html").read_text("utf-8"), warnings(fast))

    assert "Простой" in found[1]
    assert found[0] == expected[0]
    assert found[1] == expected[1]
    assert found[2] == expected[2]


@pytest.mark.parametrize(
    "translation",
    ["5. июня начался семинар", "+ к этому", "# Название", "- тире", "1) первое", "> больше"],
)
def test_a_translation_that_starts_like_a_block_is_not_lost(
    translated: Callable[..., SphinxTestApp], translation: str
) -> None:
    app = translated(
        "# Titre\n\nTexte simple.\n", {"Texte simple.": translation}, fast=True, gate=False
    )

    page = BeautifulSoup((app.outdir / "page.html").read_text("utf-8"), "html.parser")
    assert page.select_one("article section > p").text == translation


def test_a_translation_may_use_the_references_of_its_page(
    translated: Callable[..., SphinxTestApp],
) -> None:
    page = "# Titre\n\nVoir [la page][1].\n\n[1]: https://example.org/\n"
    app = translated(page, {"Voir [la page][1].": "См. [страницу][1]."}, fast=True)

    page = BeautifulSoup((app.outdir / "page.html").read_text("utf-8"), "html.parser")
    assert page.select_one("article p a[href='https://example.org/']").text == "страницу"


def test_sphinx_translates_where_pages_are_not_all_markdown(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    write_catalogue(tmp_path / "source", "index", {"Archives": "Архив"})
    app = build(conf='extensions.append("myst_gettext")\nlanguage = "ru"\n')

    assert "left to Sphinx, for pages may also be" in app.status.getvalue()
    assert "<h1>Архив" in (app.outdir / "index.html").read_text("utf-8")


@pytest.mark.parametrize("fast", [True, False])
def test_a_page_is_read_again_when_its_translation_comes_and_when_it_changes(
    build: Callable[..., SphinxTestApp],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fast: bool,
) -> None:
    (tmp_path / "source").mkdir()
    pages = {
        "page.md": "# Titre\n",
        "index.md": f"{PAGES['index.md']}\n```{{toctree}}\npage\n```\n",
    }
    shown = []
    for translation in ("", "Название", "Заголовок"):
        if translation:
            write_catalogue(tmp_path / "source", "page", {"Titre": translation})
        monkeypatch.setattr("gettext._translations", {})  # kept as long as a process lives
        app = build(pages, conf=EXTENSIONS % fast)
        page = BeautifulSoup((app.outdir / "page.html").read_text("utf-8"), "html.parser")
        shown.append(page.h1.find(string=True).strip())

    assert shown == ["Titre", "Название", "Заголовок"]
