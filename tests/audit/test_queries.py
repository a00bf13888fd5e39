"""What readers look for in the archive as it is today, and find: queries written before any tuning.

Editors may change any sentence, so this is no part of ``make test``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search_page import answers, queries

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIRST, AMONG_FIVE = 0.9, 0.97


@pytest.mark.parametrize("language", ["fr", "en", "ro", "ru"])
def test_readers_find_what_they_look_for(page: Page, archive_address: str, language: str) -> None:
    wanted = queries(language)
    given = dict(zip(wanted, answers(page, archive_address, language, [*wanted]), strict=True))
    first = [query for query, one in wanted.items() if given[query][:1] == [one]]
    five = [query for query, one in wanted.items() if one in given[query][:5]]

    assert len(wanted) >= 60
    assert len(first) >= FIRST * len(wanted), {*wanted} - {*first}
    assert len(five) >= AMONG_FIVE * len(wanted), {*wanted} - {*five}
