"""Nothing is left of a page that is gone; what others have written stays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from commands.search import index_folder
from support import EVENT, files, fragments, png

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

GONE = "events/2018-05-31-sofia.md"
STAYS = "events/2018-06-05-chisinau.md"
FILES = """
```{photo} NAME.png
:alt: Une salle
:credit: ONUDC
```

Voir {download}`le programme <NAME.txt>` et la salle.
"""
OTHERS = """
def setup(app):
    app.connect("html-collect-pages", lambda app: [("others/page", {}, "page.html")])
"""


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    """Two pages, each with a photograph, a file to download and one that both offer."""
    folder = tmp_path / "source/events"
    folder.mkdir(parents=True)
    for number, name in enumerate(("a", "b", "ab")):
        (folder / f"{name}.png").write_bytes(png() + bytes(number))
        (folder / f"{name}.txt").write_text(name, encoding="utf-8")
    a, b, both = (FILES.replace("NAME", name) for name in ("a", "b", "ab"))
    return {GONE: EVENT.replace("2018-06-0", "2018-05-0") + a + both, STAYS: EVENT + b + both}


def output(app: SphinxTestApp) -> set[str]:
    return {
        Path(name).name
        for name in files(Path(app.outdir))
        if name.endswith((".html", ".png", ".txt")) and not name.startswith("_static")
    }


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_page_goes_with_its_photographs_downloads_and_citations(
    build: Build, pages: dict[str, str], builder: str
) -> None:
    app = build(pages, builder=builder)
    page = GONE.replace(".md", ".html" if builder == "html" else "/index.html")
    assert (app.outdir / page).exists()
    before = {*files(Path(app.outdir))}
    assert {"a.png", "a.txt", "b.png", "b.txt", "ab.png", "ab.txt"} <= output(app)

    app = build({**pages, GONE: None}, builder=builder)

    gone = before - {*files(Path(app.outdir))}
    cited = {f"{Path(GONE).stem}.{kind}" for kind in ("bib", "csl.json", "ris")}
    assert {Path(name).name for name in gone} == {Path(page).name, "a.png", "a.txt", *cited}
    assert [
        path for path in app.outdir.rglob("*") if path.is_dir() and not any(path.iterdir())
    ] == []


def test_a_photograph_goes_when_its_page_shows_another(build: Build, pages: dict[str, str]) -> None:
    build(pages)

    app = build({**pages, GONE: pages[GONE].replace("a.png", "b.png", 1)})

    assert {"b.png", "ab.png", "a.txt"} <= output(app)
    assert "a.png" not in output(app)


def test_what_others_have_written_stays(build: Build, pages: dict[str, str]) -> None:
    app = build(pages, conf=OTHERS)
    others = [app.outdir / name for name in ("of-hand.html", "_images/chart.png", "feed.html")]
    for path in others:
        path.write_bytes(b"of others")

    for without in ({**pages, GONE: None}, {**pages, GONE: None, "autre.md": "# Autre\n"}):
        app = build(without, conf=OTHERS)
        assert (app.outdir / "others/page.html").exists()
        assert [path.read_bytes() for path in others] == [b"of others"] * 3


def test_nobody_finds_a_page_that_is_gone(build: Build, pages: dict[str, str]) -> None:
    def found(app: SphinxTestApp) -> str:
        folder = Path(app.outdir)
        assert index_folder(folder, language="fr") == []
        return str(fragments(folder))

    assert "2018-05-31-sofia" in found(build(pages))
    assert "2018-05-31-sofia" not in found(build({**pages, GONE: None}))


def test_an_additional_page_goes_with_its_setting(build: Build) -> None:
    app = build(conf='html_additional_pages = {"plus": "page.html"}\n')
    assert (app.outdir / "plus.html").exists()

    assert not (build().outdir / "plus.html").exists()


def test_a_book_for_readers_has_no_photograph_of_a_page_that_is_gone(
    build: Build, pages: dict[str, str]
) -> None:
    def packed(app: SphinxTestApp) -> set[str]:
        with ZipFile(next(app.outdir.glob("*.epub"))) as package:
            return {Path(name).name for name in package.namelist()}

    assert {"2018-05-31-sofia.xhtml", "a.png"} <= packed(build(pages, builder="epub"))
    found = packed(build({**pages, GONE: None}, builder="epub"))
    assert {"2018-06-05-chisinau.xhtml", "b.png", "ab.png"} <= found
    assert not {"2018-05-31-sofia.xhtml", "a.png"} & found
