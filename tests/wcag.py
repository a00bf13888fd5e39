"""Whether a page can be read and operated by everybody: axe, at each width and in both schemes."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING, Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe

from websites import SEED

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANDMARKS = (  # and headings: not of WCAG's tags, but of what screen readers go by
    "empty-heading",
    "empty-table-header",
    "heading-order",
    "landmark-banner-is-top-level",
    "landmark-complementary-is-top-level",
    "landmark-contentinfo-is-top-level",
    "landmark-main-is-top-level",
    "landmark-no-duplicate-banner",
    "landmark-no-duplicate-contentinfo",
    "landmark-no-duplicate-main",
    "landmark-one-main",
    "landmark-unique",
    "page-has-heading-one",
    "region",
    "scope-attr-valid",
    "skip-link",
    "target-size",
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (320, 768, 1280, 1440, 1920)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


class Look(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]


LOOKS = [Look(*one) for one in product(WIDTHS, SCHEMES)]


def dealt(pages: list[str], number: int) -> dict[str, list[Look]]:
    """Return *number* looks for each page, such that all are used, by the seed of the sample."""
    order = random.Random(SEED).sample(LOOKS, len(LOOKS))  # noqa: S311 - no secret
    return {
        name: [order[(number * place + at) % len(order)] for at in range(number)]
        for place, name in enumerate(pages)
    }


def broken(page: Page, look: Look, *, contrast: bool = True) -> list[str]:
    """Return what is wrong with the page that is shown, in one look, with the report of axe."""
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme=look.scheme)
    rules = {name: {"enabled": True} for name in LANDMARKS}
    rules["color-contrast"] = {"enabled": contrast}
    results = Axe().run(page, options={"runOnly": TAGS, "rules": rules})
    found = [results.generate_report()] if results.violations_count else []
    if page.evaluate("document.documentElement.scrollWidth") > look.width:
        found.append("it scrolls in two directions (WCAG 2.2, 1.4.10)")
    return [f"{page.url} {look}: {one}" for one in found]
