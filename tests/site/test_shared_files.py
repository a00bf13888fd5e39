"""Fonts, scripts and styles that are the same in all languages are in one place for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from support import LANGUAGES, PAGES, files, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "events/2018-06-05-chisinau.html"


def static_files(page: Path) -> list[Path]:
    """Return the files of ``_static`` that *page* asks for."""
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser").head.parent
    addresses = [one.get("href") or one["src"] for one in found.select("link[href], script[src]")]
    paths = [urlsplit(address).path for address in addresses if "_static/" in address]
    return [(page.parent / path).resolve() for path in paths]


def test_all_that_pages_ask_for_is_beside_their_languages_and_there_once(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    asked = {path for page in pages for path in static_files(page)}

    assert len(asked) > 10
    assert [path for path in asked if not path.is_file()] == []
    assert {path.relative_to(site).parts[0] for path in asked} == {"_static"}
    shared = files(site / "_static")
    for language in LANGUAGES:
        own = files(site / language / "_static")
        assert not own.keys() & shared.keys()
        assert sum(map(len, own.values())) < 10_000, own.keys()  # of Sphinx, which no page loads


def test_what_asks_for_the_language_stays_with_it(tmp_path: Path) -> None:
    project = small_project(tmp_path / "archive", PAGES)
    conf = (project / "conf.py").read_text("utf-8")
    sheets = '["words.css", "same.css", "broken.css", '
    write(project / "conf.py", conf.replace("html_css_files = [", f"html_css_files = {sheets}"))
    write(project / "_static/words.css.jinja", "/* {{ language }} */\n")
    write(project / "_static/same.css.jinja", "/* {{ theme_light_css_variables }} */\n")
    write(project / "_static/broken.css_t", "{% include 'no-such.css' ignore missing %}\n")

    result = publish(project, "html", "fr", "ru")

    assert result.returncode == 0, result.stdout + result.stderr
    site = project / "_build/html"
    for language in ("fr", "ru"):
        places = {path.name: path for path in static_files(site / language / PAGE)}
        assert places["words.css"] == site / language / "_static/words.css"
        assert places["words.css"].read_text("utf-8") == f"/* {language} */"
        assert places["broken.css"] == site / language / "_static/broken.css"
        assert places["same.css"] == site / "_static/same.css"

    # a language that is not built again finds what its pages ask for
    (project / "_static/same.css.jinja").unlink()
    result = publish(project, "html", "ru")
    assert result.returncode == 0, result.stdout + result.stderr
    assert (site / "_static/same.css").is_file()
    write(project / "_templates/top-head.html", "<title>other head</title>")
    assert publish(project, "html", "fr", "ru").returncode == 0
    assert not (site / "_static/same.css").exists()
    assert "other head" in (site / "index.html").read_text("utf-8")


def test_old_addresses_ask_for_the_same_script(tmp_path: Path) -> None:
    project = small_project(tmp_path / "archive", PAGES)
    conf = (project / "conf.py").read_text("utf-8")
    moved = f'seminars_redirects = {{"events/old": "{PAGE.removesuffix(".html")}"}}'
    write(project / "conf.py", conf.replace("seminars_redirects = {}", moved))

    assert publish(project, "html", "fr").returncode == 0

    [script] = static_files(project / "_build/html/fr/events/old.html")
    assert script == project / "_build/html/_static/redirect.js"
    assert script.is_file()
