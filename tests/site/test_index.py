"""The index of a folder of pages: its prose alone, the same bytes for the same pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from commands.search import NAMES, PARTS, index_folder
from commands.stamps import INDEX
from damage import cut, delete, garble, to_folder
from support import files, fragments

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<html lang="fr"><head><title>Non</title></head><body><nav>Non</nav><article>
<div class="page-tools">Non</div>
<h1>Titre d’{name}<a class="headerlink" href="#">#</a></h1>
<dl class="fact-sheet"><dt>Non</dt><dd><p>Non</p></dd></dl>
<p>Vienne. Avec l’<abbr title="Non">ONUDC</abbr>.</p>
<ul class="event-list"><li>Non</li></ul>
<section class="dossier"><h2>Non</h2></section>
</article><footer>Non</footer></body></html>"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "fr"
    (folder / "events").mkdir(parents=True)
    for number in range(40):
        page = PAGE.format(name=f"été{number}")
        (folder / "events" / f"{number}.html").write_text(page, encoding="utf-8")
    (folder / "search.html").write_text(PAGE.format(name="non"), encoding="utf-8")
    return folder


def test_the_prose_of_each_page_is_indexed_and_nothing_else(pages: Path) -> None:
    assert index_folder(pages, language="fr") == []

    found = fragments(pages)
    assert sorted(found) == sorted(f"/events/{number}.html" for number in range(40))
    assert found["/events/7.html"]["content"] == "Vienne. Avec l’^ONUDC. Titre d’été7."
    assert found["/events/7.html"]["meta"] == {"title": "Titre d’été7"}


def test_the_same_pages_give_the_same_index(pages: Path) -> None:
    index_folder(pages, language="fr")
    before = files(pages)
    page = pages / "events" / "0.html"
    text = page.read_text("utf-8")
    (pages / INDEX / "9").mkdir()  # a part that is not there any more

    page.write_text(text.replace("Vienne", "Genève"), encoding="utf-8")
    index_folder(pages, language="fr")
    assert files(pages) != before
    page.write_text(text, encoding="utf-8")
    index_folder(pages, language="fr")
    assert files(pages) == before


def test_the_index_does_not_depend_on_the_order_of_a_folder(pages: Path, tmp_path: Path) -> None:
    index_folder(pages, language="fr")
    other = tmp_path / "other" / "fr"
    for name, content in reversed(files(pages).items()):
        if not name.startswith(INDEX):
            (other / name).parent.mkdir(parents=True, exist_ok=True)
            (other / name).write_bytes(content)
    names = [path.name for path in (other / "events").iterdir()]
    assert names != sorted(names)

    index_folder(other, language="fr")
    assert files(other) == files(pages)


def test_an_index_that_was_altered_is_made_anew(pages: Path) -> None:
    index_folder(pages, language="fr")
    before = files(pages)
    for damage in (garble, cut, delete, to_folder):
        damage(next((pages / INDEX).rglob("*.pf_fragment")))
        damage(pages.with_name("fr.indexed"))

        assert index_folder(pages, language="fr") == []
        assert files(pages) == before


def test_an_index_is_made_again_only_for_other_pages(pages: Path) -> None:
    index_folder(pages, language="fr")
    entry = pages / INDEX / "1" / "pagefind-entry.json"
    made = entry.stat().st_mtime_ns

    assert index_folder(pages, language="fr") is None
    assert entry.stat().st_mtime_ns == made
    page = pages / "events" / "0.html"
    page.write_text(page.read_text("utf-8").replace("<nav>Non", "<nav>Oui"), encoding="utf-8")
    assert index_folder(pages, language="fr") is None  # its prose is the same
    assert entry.stat().st_mtime_ns == made
    page.unlink()
    assert index_folder(pages, language="fr") == []
    assert entry.stat().st_mtime_ns != made


def test_many_pages_are_indexed_in_parts_of_which_those_that_changed_are_made_again(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commands.search._PAGES_OF_A_PART", 15)
    index_folder(pages, language="fr")
    index = pages / INDEX
    entries = {path: path.stat().st_mtime_ns for path in index.glob("*/pagefind-entry.json")}

    assert json.loads((index / PARTS).read_text("utf-8"))["parts"] == ["1", "2", "3"]
    assert len(fragments(pages)) == 40
    assert [path.parent.name for path in index.glob("*/pagefind.js")] == ["1"]

    page = pages / "events" / "0.html"
    page.write_text(page.read_text("utf-8").replace("Vienne", "Genève"), encoding="utf-8")
    assert index_folder(pages, language="fr") == []
    assert sum(path.stat().st_mtime_ns != time for path, time in entries.items()) == 1
    assert "Genève" in fragments(pages)["/events/0.html"]["content"]

    monkeypatch.undo()
    assert index_folder(pages, language="fr") == []
    assert {path.name for path in index.iterdir()} == {"1", NAMES, PARTS}
    assert len(fragments(pages)) == 40


def test_an_index_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    assert index_folder(tmp_path, language="fr")


def test_an_index_that_could_not_be_made_is_tried_again(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_folder(pages, language="fr")
    page = pages / "events" / "0.html"
    page.write_text(page.read_text("utf-8").replace("Vienne", "Genève"), encoding="utf-8")

    with monkeypatch.context() as broken:
        broken.setattr("commands.search._IGNORED", ("<",))
        assert index_folder(pages, language="fr")
    assert index_folder(pages, language="fr") == []
    assert "Genève" in fragments(pages)["/events/0.html"]["content"]
