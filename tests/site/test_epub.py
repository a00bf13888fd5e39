"""The EPUB: each page is XML, the package is whole, and the same archive gives the same bytes."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from epub_package import DC, NCX, OPF, XHTML, Package, faults, text_of
from support import EVENT, LANGUAGES, copy_example, publish, warnings, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

PO = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Archives"
msgstr "Архив «A & B» <1>"

msgid "Un texte sur l’{org}`unodc`."
msgstr "Текст & об {org}`unodc` < 2 > 1."
"""
RECOMMENDATION = """
:::{recommendation} former
:text: aim-only
:to: judges

Former les juges.
:::

Voir {rec}`2018-06-05-chisinau/former`.
"""


@pytest.fixture(scope="module")
def epubs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive for tests, as an EPUB in each language."""
    copy = copy_example(tmp_path_factory.mktemp("epub"))
    result = publish(copy, "epub")
    assert result.returncode == 0, result.stdout + result.stderr
    return copy / "_build" / "epub"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_archive_is_an_epub_in_each_language(epubs: Path, language: str) -> None:
    path = epubs / language / f"seminars-{language}.epub"

    assert faults(path, language=language) == []
    package = Package(path)
    assert len(package.pages) > 20
    nav = package.trees["nav.xhtml"]
    links = {link.get("href", "") for link in nav.iter(f"{XHTML}a")}
    assert "events/2018-06-05-chisinau.xhtml" in links
    pages = package.pages.keys() - {"nav.xhtml", "translation.xhtml"}  # which is no part
    assert {link.partition("#")[0] for link in links} == pages, "every page is in the contents"
    sheets = {name for name in package.files if name.endswith(".css")}
    assert "_static/archive.css" not in sheets, "made for the theme of the website"
    assert "_static/ebook.css" in sheets


def test_what_is_said_of_the_contents_is_in_the_language(epubs: Path) -> None:
    titles = [
        Package(epubs / code / f"seminars-{code}.epub")
        .trees["nav.xhtml"]
        .findtext(f".//{XHTML}title")
        for code in LANGUAGES
    ]

    assert titles == ["Table des matières", "Table of Contents", "Cuprins", "Оглавление"]


def test_untranslated_and_marked_texts_are_xml(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    write(tmp_path / "source/locales/ru/LC_MESSAGES/index.po", PO)
    write(tmp_path / "source/locales/ru/LC_MESSAGES/events/2018-06-05-chisinau.po", PO)

    app = build(
        {"events/2018-06-05-chisinau.md": EVENT + RECOMMENDATION},
        builder="epub",
        conf='language = "ru"\nversion = "1"\nextensions.append("myst_gettext")\n'
        'source_suffix = {".md": "markdown"}\n',
    )

    assert warnings(app) == []
    path = app.outdir / "seminars-ru.epub"
    assert faults(path, language="ru") == []
    package = Package(path)
    page = package.pages["events/2018-06-05-chisinau.xhtml"]
    assert page.find(".//*[@lang='fr']") is not None, "French is marked as French"
    assert "Текст & об ONUDC" in text_of(page)
    title = "Архив «A & B» <1>"
    assert package.trees["content.opf"].findtext(f".//{DC}title") == title
    assert package.trees["toc.ncx"].findtext(f"{NCX}docTitle/{NCX}text") == title


def test_a_page_that_is_no_xml_is_named(build: Callable[..., SphinxTestApp]) -> None:
    app = build(
        {"index.md": "# Archives\n\n```{raw} html\n<p>Un<br>deux\n```\n"},
        builder="epub",
        conf="seminars_raw_html = True\n",
    )

    found = [line for line in warnings(app) if "seminars.epub" in line]
    assert len(found) == 1
    assert found[0].startswith("index.md:1: WARNING: the page is no XML, so an EPUB cannot hold it")


def test_the_same_pages_give_the_same_bytes_whenever_they_are_built(
    build: Callable[..., SphinxTestApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = []
    for moment in (1_000_000_000, 1_100_000_000):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(moment))
        app = build(builder="epub")
        contents.append((app.outdir / "seminars-fr.epub").read_bytes())
        shutil.rmtree(app.srcdir / "_out")
        for path in app.srcdir.rglob("*"):
            os.utime(path, (moment, moment))

    assert contents[0] == contents[1]


def test_a_page_that_is_gone_is_not_packed(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    first = build({"about.md": "---\norphan: true\n---\n# À propos\n"}, builder="epub")
    assert "about.xhtml" in Package(first.outdir / "seminars-fr.epub").files

    second = build({"about.md": None}, builder="epub")

    assert "about.xhtml" not in Package(second.outdir / "seminars-fr.epub").files
    opf = Package(second.outdir / "seminars-fr.epub").trees["content.opf"]
    assert "about.xhtml" not in {item.get("href") for item in opf.iter(f"{OPF}item")}


def test_an_archive_with_another_name_is_packed_at_once(
    build: Callable[..., SphinxTestApp],
) -> None:
    for name in ("Un nom", "Un autre nom"):
        app = build(builder="epub", conf=f'version = "1"\nproject = "{name}"\n')

    assert warnings(app) == []
    assert faults(app.outdir / "seminars-fr.epub", language="fr") == []
