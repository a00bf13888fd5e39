"""What a reader does on the search page, and what it answers to many queries."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, NamedTuple

from support import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Page

_FIRST_PAGE = 10
_ASK = """async ([base, queries, number]) => {
    const from = (name) => import(`${base}../_static/${name}.js`);
    const { INDEX, load, pageOf } = await from("search-results");
    const { NameIndex } = await from("search-names");
    const { rank } = await from("search-ranking");
    const names = await new NameIndex(`${INDEX}names/`).open();
    const index = { ...(await load()), names };
    const found = [];
    for (const query of queries) {
        const results = (await rank(query, index)).slice(0, number);
        const pages = await Promise.all(results.map(pageOf));
        found.push(pages.map(({ url }) => url));
    }
    return found;
}"""


class Name(NamedTuple):
    """A name of the record of *page* in some *language*."""

    page: str
    language: str
    text: str


def look_for(page: Page, address: str, language: str, words: str) -> list[str]:
    """Look for *words* and return all pages that are found, the best first."""
    page.goto(f"{address}/{language}/search.html")
    page.locator("#search-words").fill(words)
    page.locator("#search-words").press("Enter")
    return found(page, f"{address}/{language}/")


def found(page: Page, base: str) -> list[str]:
    """Wait for the answer, have all of it shown, and return the pages in it."""
    page.wait_for_function(
        """() => {
            const status = document.querySelector(".search-status");
            return status && ![undefined, "", status.dataset.busy].includes(status.textContent);
        }"""
    )
    more = page.locator(".search-more")
    while more.is_visible():
        shown = page.locator(".results > li").count()
        more.click()
        page.locator(".results > li").nth(shown).wait_for()
    links = page.locator(".results .title a").evaluate_all("all => all.map(link => link.href)")
    return [link.removeprefix(base) for link in links]


def answers(page: Page, address: str, language: str, queries: Sequence[str]) -> list[list[str]]:
    """Return the first ten pages that each of *queries* finds, the best first."""
    page.goto(f"{address}/{language}/search.html")
    base = f"{address}/{language}/"
    found = page.evaluate(_ASK, [base, list(queries), _FIRST_PAGE])
    return [[url.removeprefix(f"/{language}/") for url in urls] for urls in found]


def names(project: Path, language: str) -> list[Name]:
    """Return every name of every record of *project* in each language, as its search knows it."""
    path = project / "_build" / "work" / "html" / language / "names-sought.json"
    return [
        Name(page, code, text)
        for page, of in json.loads(path.read_bytes()).items()
        for code, texts in of["names"].items()
        for text in texts
    ]


def lost_names(
    page: Page, address: str, project: Path, language: str, *, at_most: int, seed: int
) -> list[Name]:
    """Return the names that do not find their page among the first ten, of so many or of all."""
    every = names(project, language)
    rng = random.Random(seed)  # noqa: S311 - names, not secrets
    asked = rng.sample(every, min(at_most, len(every)))
    given = answers(page, address, language, [name.text for name in asked])
    return [name for name, pages in zip(asked, given, strict=True) if name.page not in pages]


def queries(language: str) -> dict[str, str]:
    """Return what readers of the archive look for in *language*, each with the page wanted."""
    lines = (ROOT / "tests" / "queries" / f"{language}.txt").read_text("utf-8").splitlines()
    pairs = (line.rpartition(" = ") for line in lines if not line.startswith("#"))
    return {query: f"{page}.html" for query, _, page in pairs}
