"""Pages of the archive as it is today break no rule of WCAG; ``make audit`` looks at all.

Its colours are its own: whether they contrast enough is asked where all pages are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.test_accessibility import WCAG
from search_page import lost_names
from websites import SAMPLE, SEED, Website

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

WHOLE = SAMPLE == "all"
RULES = WCAG if WHOLE else {**WCAG, "rules": {"color-contrast": {"enabled": False}}}


@pytest.mark.parametrize("scheme", ["light", "dark"] if WHOLE else ["light"])
def test_pages_of_the_archive_break_no_rule_of_wcag(
    page: Page, archive: Path, archive_address: str, scheme: str
) -> None:
    website = Website(archive)
    languages = website.languages()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    reports = []
    for number, name in enumerate(website.sample() if WHOLE else website.sample()[::4]):
        for language in languages if WHOLE else [languages[number % len(languages)]]:
            page.goto(f"{archive_address}/{language}/{name}", wait_until="networkidle")
            results = Axe().run(page, options=RULES)
            if results.violations_count:
                reports.append(f"{language}/{name}: {results.generate_report()}")
    assert reports == []


def test_records_are_found_by_their_names_in_any_language_from_any_other(
    page: Page, archive: Path, archive_address: str
) -> None:
    at_most = 10_000 if WHOLE else 40
    for language in Website(archive).languages():
        lost = lost_names(page, archive_address, archive, language, at_most=at_most, seed=SEED)
        assert lost == [], language
