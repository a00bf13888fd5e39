"""The published site in Chromium, served from a free port of this machine."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support import served
from websites import Website

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Chromium calls home at every start, and nothing answers where tests run
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def archive_address(archive: Path) -> Iterator[str]:
    website = Website(archive)
    # when a site is published, and this one may not be, what languages share is put beside them
    shared = website.folder / website.languages()[0] / "_static"
    shutil.copytree(shared, website.folder / "_static", dirs_exist_ok=True)
    with served(website.folder) as address:
        yield address


@pytest.fixture
def small_address(tmp_path: Path) -> Iterator[str]:
    """The address of what a test puts into its own folder."""
    with served(tmp_path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Debian's, or else the one that Playwright has brought: tools/debian-packages
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    page = context.new_page()
    yield page
    context.close()
