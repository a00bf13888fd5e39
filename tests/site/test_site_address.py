"""Whole addresses: canonical ones, those of other languages, the sitemap; or none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from formats import sitemap
from formats.content import Content
from records.wording import Wording
from support import PAGES, publish, small_project

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LISTED = ("en", "fr", "ru")  # nothing is translated, and of Romanian something is to be
DOSSIERS = ("countries/md", "kinds/seminar", "years/2018")
NAMED = (*PAGES, *DOSSIERS, "countries/index", "kinds/index", "years/index")
SITES = {
    "a domain of its own": 'seminars_site_url = "https://archive.example.org"',
    "a folder of another site": 'seminars_site_url = "https://example.org/a/b/"',
    "Sphinx's own setting": 'html_baseurl = "https://example.org/a/b/"',
}


def built(root: Path, setting: str) -> tuple[Path, str]:
    """Build a small archive with *setting*; return the folder of the site, and what was said."""
    copy = small_project(root / "archive", PAGES)
    conf = (copy / "conf.py").read_text("utf-8").replace('seminars_site_url = ""', setting)
    conf = conf.replace('"ro": 100', '"ro": 1').replace(": 100", ": 0")
    (copy / "conf.py").write_text(conf, encoding="utf-8")
    result = publish(copy, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    return copy / "_build/html", result.stdout


@pytest.fixture(scope="module", params=list(SITES.values()), ids=list(SITES))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    setting: str = request.param
    address = setting.split('"')[1].rstrip("/") + "/"
    return Site(built(tmp_path_factory.mktemp("site"), setting)[0], address)


class Site:
    """A built site, and what it says of its addresses."""

    def __init__(self, root: Path, url: str) -> None:
        self.root, self.url = root, url
        self.missing = BeautifulSoup((root / "404.html").read_text("utf-8"), "html.parser")
        self.pages = {
            self.url + path.relative_to(root).as_posix().removesuffix("index.html")
            if path.parent == root
            else self.url + path.relative_to(root).as_posix(): BeautifulSoup(
                path.read_text("utf-8"), "html.parser"
            )
            for path in sorted(root.rglob("*.html"))
            if path.name != "404.html"  # which has no address of its own
        }

    def group(self, url: str) -> dict[str, str]:
        links = self.pages[url].select("link[rel=alternate][hreflang]")
        return {link["hreflang"]: link["href"] for link in links}

    def is_listed(self, url: str) -> bool:
        return not self.pages[url].select("meta[name=robots][content=noindex]")


def test_each_page_says_where_it_is(site: Site) -> None:
    assert len(site.pages) == 1 + 4 * (len(NAMED) + 1)  # the front door, and the search pages
    for url, page in site.pages.items():
        assert [link["href"] for link in page.select("link[rel=canonical]")] == [url]


def test_the_pages_of_a_group_all_name_the_whole_of_it(site: Site) -> None:
    groups = {url: site.group(url) for url in site.pages if site.is_listed(url)}

    assert len(groups) == 1 + len(LISTED) * len(NAMED)
    for url, group in groups.items():
        assert sorted(group) == [*LISTED, "x-default"]
        assert url in group.values()
        assert all(groups[other] == group for other in group.values())


def test_readers_of_another_language_choose_at_the_front_door_or_get_the_source(site: Site) -> None:
    assert site.group(f"{site.url}ru/index.html")["x-default"] == site.url
    page = "events/2018-06-05-chisinau.html"
    assert site.group(f"{site.url}ru/{page}")["x-default"] == f"{site.url}fr/{page}"


def test_what_is_not_listed_is_in_no_group(site: Site) -> None:
    hidden = {url for url in site.pages if not site.is_listed(url)}

    assert f"{site.url}ro/index.html" in hidden
    assert f"{site.url}fr/search.html" in hidden
    assert [url for url in hidden if site.group(url)] == []


def test_the_sitemap_has_what_the_pages_say(site: Site) -> None:
    root = ET.parse(site.root / "sitemap.xml").getroot()  # noqa: S314 - our own
    found = {
        entry.findtext("loc", namespaces=NAMES): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", NAMES)
        }
        for entry in root.findall("url", NAMES)
    }

    assert found == {url: site.group(url) for url in site.pages if site.is_listed(url)}
    for url, page in site.pages.items():
        if url != site.url:
            link = page.select_one("link[rel=sitemap]")
            folder = (site.root / url.removeprefix(site.url)).parent
            assert (folder / link["href"]).resolve() == site.root / "sitemap.xml"


def test_robots_are_told_of_the_sitemap(site: Site) -> None:
    lines = (site.root / "robots.txt").read_text("utf-8").splitlines()

    assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {site.url}sitemap.xml"]


def test_a_wrong_address_leads_to_the_home_and_the_search_of_each_language(site: Site) -> None:
    page, wrong = site.missing, f"{site.url}ru/events/no/such/page.html"

    assert page.select("meta[name=robots][content=noindex]")
    assert [one["lang"] for one in page.select("section")] == ["fr", "en", "ro", "ru"]
    for one in page.select("section"):
        for element, name in (("a", "index"), ("form", "search")):
            place = one.select_one(element)
            address = urljoin(wrong, place.get("href") or place.get("action"))
            assert address == f"{site.url}{one['lang']}/{name}.html"
            assert address in site.pages
        assert one.select_one("input")["name"] == "q"
    for sheet in page.select("link[rel=stylesheet]"):
        path = urljoin(wrong, sheet["href"]).removeprefix(site.url)
        assert (site.root / path).is_file(), path
    assert len(page.select("h1")) == 1


def test_without_an_address_there_is_none_and_the_build_says_so_once(tmp_path: Path) -> None:
    root, said = built(tmp_path, 'seminars_site_url = ""')

    lines = [line for line in said.splitlines() if "seminars_site_url is not set" in line]
    assert len(lines) == 1, said
    assert "there is no sitemap" in lines[0]
    assert "nothing to do until the site is published: docs/maintenance.md" in lines[0]
    assert not (root / "sitemap.xml").exists()
    for path in root.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert not page.select("link[rel=canonical], link[hreflang], link[rel=sitemap]")


def test_a_large_archive_has_an_index_of_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    class Listed:
        source = "fr"

        def listed(self, name: str) -> list[str]:
            return ["fr", "en"]

    content = Content(
        language="fr",
        records={},
        addresses={name: f"{name}.html" for name in ("a", "b", "index")},
        title=lambda name: Wording(name, "fr"),
        publication=Listed(),  # type: ignore[arg-type] # it has what is asked for
        site_url="https://a.org/",
    )
    monkeypatch.setattr(sitemap, "_MOST", 3)

    files = {name: ET.fromstring(data) for name, data in sitemap.files(content).items()}  # noqa: S314

    places = {
        name: [entry.findtext("loc", namespaces=NAMES) for entry in root]
        for name, root in files.items()
    }
    assert places == {
        "": [f"https://a.org/sitemap-{number}.xml" for number in (1, 2, 3)],
        "-1": [f"https://a.org/{page}" for page in ("", "en/index.html", "fr/index.html")],
        "-2": [f"https://a.org/{page}" for page in ("en/a.html", "fr/a.html", "en/b.html")],
        "-3": ["https://a.org/fr/b.html"],
    }
