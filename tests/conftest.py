"""Small sites made on the spot, two archives built once (one for tests, and today's), a browser."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from sphinx.testing.util import SphinxTestApp

from support import (
    CONF,
    CONTENT_FOLDERS,
    PAGES,
    ROOT,
    copy_archive,
    copy_example,
    publish,
    served,
)
from websites import Website

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from playwright.sync_api import Browser, Page

# Chromium calls home at every start, and nothing answers where tests run
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# minutes of one core that the folders take; those that take long come first, so that none is last
MINUTES = {"pdf": 3.0, "browser": 1.5, "site": 6.0, "catalogues": 2.0, "content": 0.6, "unit": 1.2}


def pytest_report_header(config: pytest.Config) -> str:
    """Say what is run and how long it takes, before anything else is said."""
    parts = [Path(one.partition("::")[0]).parts for one in config.args]
    folders = [one for one in MINUTES if any(one in part for part in parts)]
    if any("audit" in part for part in parts):
        return "running the long checks: an hour and more"
    cores = os.cpu_count() or 1
    minutes = max(1, round(sum(MINUTES[one] for one in folders) / cores))
    least = "" if all(len(part) <= 2 or part[-1] in MINUTES for part in parts) else "at most "
    return (
        f"running tests of {', '.join(folders)}: {least}{minutes} min "
        f"on {cores} idle core{'s' * (cores > 1)}"
    )


# no test depends on how fast the machine is
settings.register_profile("archive", deadline=None)
settings.load_profile("archive")


class NotAllowedError(Exception):
    """A test would fail when somebody changes the archive, or where only pip is to be had."""


_READERS = ("content", "audit", "test_archive.py")  # of tests/, and of the browser
_PROGRAMS = {Path(sys.executable).name, "make", "sleep"}  # which tests/unit may start
_OF_THE_ARCHIVE = re.compile(rf"(?:{'|'.join((*CONTENT_FOLDERS, 'locales'))})\b|[a-z]+\.md\Z")
_running: list[tuple[str, ...]] = []  # the path of the test that is being run, in its parts


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what the test that is being run may not do, before it happens."""
    folders = _running[-1] if _running else _READERS
    if event in {"open", "os.listdir", "os.scandir"} and isinstance(arguments[0], str):
        path = arguments[0].removeprefix(f"{ROOT}{os.sep}")
        is_changing = path != arguments[0] and _OF_THE_ARCHIVE.match(path)
        if is_changing and set(_READERS).isdisjoint(folders):
            raise NotAllowedError(f"{path} may change: there is an archive for tests")
    if event == "subprocess.Popen" and "unit" in folders:
        program = Path(os.fsdecode(arguments[0])).name
        if program not in _PROGRAMS:
            raise NotAllowedError(f"{program}: tests/unit needs pip alone")


sys.addaudithook(_watch)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    """Note which test is run, with all that is set up for it."""
    _running.append(item.path.relative_to(ROOT).parts)
    try:
        return (yield)
    finally:
        _running.pop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files that take long first."""
    order = [*MINUTES]
    items.sort(key=lambda item: next((order.index(x) for x in item.path.parts if x in order), 0))


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., SphinxTestApp]]:
    """Build a small site of PAGES and the pages given; a page of None is left out."""
    apps: list[SphinxTestApp] = []

    def build_site(
        pages: Mapping[str, str | None] | None = None,
        *,
        builder: str = "html",
        conf: str = "",
        **options: Any,
    ) -> SphinxTestApp:
        source = tmp_path / "source"
        for name, text in {**PAGES, **(pages or {}), "conf.py": CONF + conf}.items():
            path = source / name
            if text is None:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_text("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        while apps:  # two at once would register every node twice
            apps.pop().cleanup()
        app = SphinxTestApp(builder, srcdir=source, builddir=source / "_out", **options)
        apps.append(app)
        app.build()
        return app

    yield build_site
    for app in apps:
        app.cleanup()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive for tests, built in every language; copy it to change it."""
    return built_once(tmp_path_factory, "example", copy_example)


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The published website of the archive for tests."""
    return project / "_build" / "html"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive as it is today, built in every language; copy it to change it.

    What is wrong with a page is said by ``make html``: here all that was written is looked at.
    """
    return built_once(tmp_path_factory, "archive", copy_archive, may_have_faults=True)


@pytest.fixture(scope="session")
def archive_address(archive: Path) -> Iterator[str]:
    """The address at which the archive as it is today is served."""
    website = Website(archive)
    # when a site is published, and this one may not be, what languages share is put beside them
    shared = website.folder / website.languages()[0] / "_static"
    shutil.copytree(shared, website.folder / "_static", dirs_exist_ok=True)
    with served(website.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests: Playwright runs once in a process."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most folders need none

    with sync_playwright() as playwright:
        # Debian's, or else the one that Playwright has brought: tools/debian-packages
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own, wide as a screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    page = context.new_page()
    yield page
    context.close()


def built_once(
    factory: pytest.TempPathFactory,
    name: str,
    copy: Callable[[Path], Path],
    *,
    may_have_faults: bool = False,
) -> Path:
    """Build what *copy* makes, once for all the processes that run tests."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    target, built = shared / name, shared / f"{name}.built"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            shutil.rmtree(target, ignore_errors=True)
            result = publish(copy(target), "html")
            said = result.stdout + result.stderr
            assert result.returncode == 0 or (may_have_faults and "WARNING: " in said), said
            assert "Traceback" not in said, said
            built.touch()
    return target
