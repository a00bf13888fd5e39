"""Pages of the archive as it is today break no rule of WCAG; ``make audit`` looks at all.

Its colours are its own: whether they contrast enough is asked where all pages are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.test_filtered_list import LIST, shown
from search_page import lost_names
from wcag import LOOKS, broken, dealt
from websites import SAMPLE, SEED, Website

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

WHOLE = SAMPLE == "all"


def test_pages_of_the_archive_break_no_rule_of_wcag(
    page: Page, archive: Path, archive_address: str
) -> None:
    """Each page in each language, width and scheme; or some of each, by the seed."""
    website = Website(archive)
    languages = website.languages()
    names = website.sample() if WHOLE else website.sample()[::4]
    looks = dealt(names, 1)
    reports = []
    for number, name in enumerate(names):
        for language in languages if WHOLE else [languages[number % len(languages)]]:
            page.goto(f"{archive_address}/{language}/{name}")
            for look in LOOKS if WHOLE else looks[name]:
                reports += broken(page, look, contrast=WHOLE)
    assert reports == []


def test_records_are_found_by_their_names_in_any_language_from_any_other(
    page: Page, archive: Path, archive_address: str
) -> None:
    at_most = 10_000 if WHOLE else 40
    for language in Website(archive).languages():
        lost = lost_names(page, archive_address, archive, language, at_most=at_most, seed=SEED)
        assert lost == [], language


def test_one_of_many_values_is_selected(page: Page, archive_address: str) -> None:
    page.goto(f"{archive_address}/fr/{LIST}")
    everything = shown(page)["items"]
    chosen = page.locator("select").first
    key = chosen.get_attribute("name")
    value = everything[0][key].split()[0]
    expected = [one for one in everything if value in one[key].split()]
    option = chosen.locator(f"option[value='{value}']")
    assert option.inner_text().endswith(f"({len(expected)})")

    chosen.select_option(value)
    assert shown(page)["items"] == expected
    kind = expected[0]["kind"]
    page.locator(f"[name=kind][value={kind}]").check()
    both = [one for one in expected if one["kind"] == kind]
    assert shown(page)["items"] == both
    assert option.inner_text().endswith(f"({len(both)})")
    page.goto(f"{page.url}#footer")
    page.reload()
    assert shown(page)["items"] == both
