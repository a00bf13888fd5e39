"""The archive as it is today: what holds of its pages whatever they say and how far they are.

``make test`` looks at some of them, ``make audit`` at all. What is not translated yet is no fault:
``make status`` reports it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from support import ROOT, pages_of_archive
from websites import Website, anchors, asked_of_others, refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def website(archive: Path) -> Website:
    return Website(archive)


def test_each_language_has_the_same_pages_and_anchors(website: Website) -> None:
    source, *others = website.languages()

    assert "index.html" in website.names(source)
    for language in others:
        assert website.names(language) == website.names(source)
        for name in website.sample():
            found = anchors(website.page(language, name))
            assert found == anchors(website.page(source, name)), (language, name)


def test_every_page_is_in_its_language_and_leads_to_itself_in_others(website: Website) -> None:
    languages = website.languages()
    for language in languages:
        for name in website.sample():
            page = website.page(language, name)
            path = website.folder / language / name
            assert page.html["lang"] == language, path
            menu = page.select("nav.languages a")
            assert {link["hreflang"] for link in menu} <= {*languages} - {language}, path
            for link in menu:
                target = (path.parent / link["href"]).resolve()
                assert target == (website.folder / link["hreflang"] / name).resolve(), path
                assert link["lang"] == link["hreflang"], path


def test_each_page_leads_to_what_the_law_wants(website: Website) -> None:
    wanted = {"legal.html", "personal-data.html", "accessibility.html", "corrections.html"}
    for language in website.languages():
        for name in [*website.sample(), "search.html"]:
            path = website.folder / language / name
            links = website.page(language, name).select(".site-footer a[href]")
            found = {(path.parent / str(link["href"])).resolve() for link in links}
            here = {path.name} if str(path.parent) == str(website.folder / language) else set()
            assert {(website.folder / language / one).resolve() for one in wanted - here} <= found


def test_no_page_has_what_a_strict_policy_refuses(website: Website) -> None:
    for language in website.languages():
        for name in website.sample():
            text = (website.folder / language / name).read_text("utf-8")
            assert refused(text) == [], (language, name)


def test_no_page_asks_anything_of_another_server(website: Website) -> None:
    for language in website.languages():
        for name in website.sample():
            assert [*asked_of_others(website.page(language, name))] == [], (language, name)
    for path in website.folder.rglob("*.css"):
        assert not re.search(r"url\([\"']?(https?:)?//", path.read_text("utf-8")), path


def test_no_catalogue_claims_a_revision_without_its_person() -> None:
    for path in (ROOT / "locales").rglob("*.po"):
        content = path.read_bytes()
        assert (b'"X-Revision-Digest:' in content) == (b'"X-Revised-By:' in content), path


def test_no_two_pages_share_a_paragraph() -> None:
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for name in pages_of_archive():
        for paragraph in paragraphs((ROOT / f"{name}.md").read_text("utf-8")):
            pages[paragraph].add(name)

    assert len(pages) > 100
    assert {text: sorted(names) for text, names in pages.items() if len(names) > 1} == {}


def paragraphs(page: str) -> set[str]:
    """Return the paragraphs of the body of a page, in words alone; what is shorter is a heading."""
    body = page.partition("\n---\n")[2] if page.startswith("---\n") else page
    without_marks = re.sub(r"\{\w+\}`|<[^<>`]*>`|[^\w\s]", " ", body)
    blocks = re.split(r"\n\s*\n", without_marks)
    return {" ".join(block.split()) for block in blocks if len(block.split()) >= 8}
