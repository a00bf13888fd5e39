"""A page that was renamed: its old address leads to the new one, in every language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from commands.search import index_folder
from records.old_addresses import SETTING, faults_of_old, final
from records.settings import Source, faults_in
from support import (
    CONF,
    EVENT,
    ORGANISATION,
    PAGES,
    ROOT,
    begin,
    fragments,
    publish,
    small_project,
    warnings,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

OLD, NEW = "events/2018-06-05-kichinev", "events/2018-06-05-chisinau"
REDIRECTS = f'\nseminars_redirects = {{\n    "{OLD}": "{NEW}",\n}}\n'
ADDRESS = '\nseminars_site_url = "https://www.example.org/archive/"\n'


def redirect(app: SphinxTestApp, name: str = f"{OLD}.html") -> BeautifulSoup:
    return BeautifulSoup((app.outdir / name).read_text("utf-8"), "html.parser")


def refresh(page: BeautifulSoup) -> str:
    (found,) = page.select('meta[http-equiv="refresh"]')
    return str(found["content"])


def test_the_old_address_leads_to_the_new_one(build: Build) -> None:
    app = build(conf=REDIRECTS + ADDRESS)

    page = redirect(app)
    assert refresh(page) == f"0; url=../{NEW}.html"
    (link,) = page.select("a")
    assert (link["href"], link.text) == (f"../{NEW}.html", "Un séminaire")
    (canonical,) = page.select('link[rel="canonical"]')
    assert canonical["href"] == f"https://www.example.org/archive/fr/{NEW}.html"
    assert page.select('meta[name="robots"][content="noindex"]')
    assert page.select("script")[0]["src"] == "../_static/redirect.js"
    assert (ROOT / "_static/redirect.js").is_file()
    sitemap = next(Path(app.outdir).rglob("sitemap.xml")).read_text("utf-8")
    assert f"{NEW}.html" in sitemap
    assert OLD not in sitemap


def test_without_an_address_of_the_site_the_canonical_one_is_relative(build: Build) -> None:
    (canonical,) = redirect(build(conf=REDIRECTS)).select('link[rel="canonical"]')

    assert canonical["href"] == f"../{NEW}.html"


def test_folders_for_pages_have_them_too(build: Build) -> None:
    page = redirect(build(conf=REDIRECTS, builder="dirhtml"), f"{OLD}/index.html")

    assert refresh(page) == f"0; url=../../{NEW}/"


@pytest.mark.parametrize("builder", ["text", "epub", "latex"])
def test_only_a_website_has_them(build: Build, builder: str) -> None:
    app = build(conf=REDIRECTS, builder=builder)

    assert [path for path in Path(app.outdir).rglob("*kichinev*") if path.is_file()] == []


def test_what_searches_knows_nothing_of_them(build: Build) -> None:
    app = build(conf=REDIRECTS)

    assert index_folder(Path(app.outdir), language="fr") == []
    assert f"/{NEW}.html" in fragments(Path(app.outdir))
    assert [url for url in fragments(Path(app.outdir)) if "kichinev" in url] == []


def test_a_page_is_renamed_and_renamed_back(build: Build) -> None:
    pages: dict[str, str | None] = {f"{OLD}.md": EVENT, f"{NEW}.md": None}
    build(pages)
    renamed = build({f"{OLD}.md": None, f"{NEW}.md": EVENT}, conf=REDIRECTS)
    assert refresh(redirect(renamed)) == f"0; url=../{NEW}.html"

    back = build(pages)

    assert redirect(back).select("article")
    assert not (back.outdir / f"{NEW}.html").exists()


def test_a_redirect_that_is_taken_out_goes(build: Build) -> None:
    build(conf=REDIRECTS)

    assert not (build().outdir / f"{OLD}.html").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (OLD, "events/2018-06-05-x", "there is no page `events/2018-06-05-x`: name the one to wh"),
        (OLD, "years/2018", "there is no page `years/2018`"),
        ("glossary/organisations/unodc", NEW, "`glossary/organisations/unodc` is a page again: "),
        ("years/2018", NEW, "`years/2018` is a page again"),
    ],
)
def test_what_leads_from_a_page_or_to_none_is_refused_with_its_line(
    build: Build, old: str, new: str, said: str
) -> None:
    (warning,) = warnings(build(conf=f'\nseminars_redirects = {{\n    "{old}": "{new}",\n}}\n'))

    line = CONF.count("\n") + 3
    assert warning.startswith(f"conf.py:{line}: WARNING: ")
    assert said in warning


@pytest.mark.parametrize(
    ("redirects", "said"),
    [
        ({"a": "a"}, "this leads round and round: a, a: take one out"),
        ({"a": "b", "b": "c", "c": "a"}, "this leads round and round: a, b, c, a: take one out"),
        ({"a.md": "b"}, "`'a.md'` is no page: its path without .md, as in events/"),
        ({"a": "https://example.org/"}, "`'https://example.org/'` is no page: its path without"),
        ({"a": "../b"}, "`'../b'` is no page"),
        ({"a": 1}, "`1` is no page"),
        ({"A b": "b"}, "`'A b'` is no page"),
    ],
)
def test_what_is_no_page_or_a_loop_is_refused(redirects: dict[str, str], said: str) -> None:
    fault = next(iter(faults_of_old({SETTING: redirects})))

    assert said in fault.message


def test_who_refers_to_the_old_name_is_told_the_new_one(build: Build) -> None:
    text = EVENT + "\nVoir {event}`2018-06-05-kichinev`.\n"

    (warning,) = warnings(build({f"{NEW}.md": text}, conf=REDIRECTS))

    assert f"there is no page {OLD}.md; it was renamed: write `2018-06-05-chisinau`" in warning


def test_a_page_that_was_renamed_twice_has_two_old_addresses() -> None:
    assert final({"a": "b", "b": "c"}) == {"a": "c", "b": "c"}
    assert faults_in({SETTING: {"a": "b", "b": "c"}}, Source(), required=()) == []


def test_an_id_that_was_given_up_is_not_given_again(tmp_path: Path) -> None:
    project = small_project(tmp_path, PAGES | {"glossary/organisations/onudc.md": ORGANISATION})
    conf = project / "conf.py"
    old = ("glossary/organisations/onudc", "glossary/organisations/onudc-2")
    entry = str(dict.fromkeys(old, "glossary/organisations/unodc"))
    text = conf.read_text("utf-8")
    conf.write_text(text.replace(f"{SETTING} = {{}}", f"{SETTING} = {entry}"), encoding="utf-8")
    again = begin(project, KIND="org", ID="onudc-2")
    result = publish(project, "html", "fr", "ro")

    number = text.partition(f"{SETTING} = ")[0].count("\n") + 1
    said = [one for one in (result.stdout + result.stderr).splitlines() if "is a page again" in one]
    assert again.returncode == 2
    assert again.stderr.startswith("ID=`onudc-2` was given up: by seminars_redirects in conf.py")
    assert result.returncode != 0
    assert len(said) == 1
    assert f"conf.py:{number}: " in said[0]
