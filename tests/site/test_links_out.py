"""Links out of the archive: which are broken, where they stand, and who keeps a copy."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from commands.linkcheck import nobody_answers
from support import EVENT, ORGANISATION, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "events/2018-06-05-chisinau.md"
STATUS = {"/gone": 404, "/closed": 403, "/taken": 410, "/fault": 500}


class Website(BaseHTTPRequestHandler):
    """Answers as the name of the page says."""

    def do_GET(self) -> None:
        """Answer."""
        if self.path == "/slow":
            time.sleep(3)
        moved = {"/moved": 301, "/elsewhere": 302}.get(self.path)
        self.send_response(moved or STATUS.get(self.path, 200))
        if moved:
            self.send_header("Location", "/here")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"<html><body><p id='there'>x</p></body></html>")

    def do_HEAD(self) -> None:
        """Answer without a page."""
        self.do_GET()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A website of its own, at a port that was free."""
    website = ThreadingHTTPServer(("127.0.0.1", 0), Website)
    thread = threading.Thread(target=website.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{website.server_port}"
    website.shutdown()
    website.server_close()
    thread.join()


def source(name: str, url: str, rest: str = "") -> str:
    """Return an entry of a front matter."""
    return f'  - id: {name}\n    kind: news\n    url: "{url}"\n    title: T\n    lang: fr\n{rest}'


@pytest.fixture(scope="module")
def said(server: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    copy = f'    archived: {{url: "{server}/copy", date: 2026-11-20}}\n'
    sources = [
        source("gone", f"{server}/gone", copy),
        source("closed", f"{server}/closed", "    archived: {none_found: 2026-11-21}\n"),
        source("fine", f"{server}/fine"),
        source("russian", f"{server}/стр"),
    ]
    start, _, _ = EVENT.partition("sources:")
    body = f"""---

# Un séminaire

Un texte.
Le [lien]({server}/taken), puis un [autre]({server}/moved).

- Une [page]({server}/here#there) et sa [suite]({server}/here#lost).
- Une [page]({server}/elsewhere), une [lente]({server}/slow), [en russe]({server}/страница).
- Encore la [page]({server}/gone) et ({server}/goner).
"""
    pages = {
        "index.md": "# Archives\n\n```{toctree}\n:glob:\n\nevents/*\nglossary/*/*\n```\n",
        PAGE: start + "sources:\n" + "".join(sources) + body,
        "glossary/organisations/unodc.md": ORGANISATION.replace(
            "https://www.unodc.org/", f"{server}/fault"
        ),
    }
    project = small_project(tmp_path_factory.mktemp("links") / "archive", pages)
    conf = (project / "conf.py").read_text("utf-8")
    write(project / "conf.py", f"{conf}linkcheck_timeout = 1\n")
    result = publish(project, "linkcheck", "fr")
    assert result.returncode == 1, result.stdout + result.stderr
    return [line.replace(server, "") for line in result.stdout.splitlines()]


def test_each_broken_link_is_named_at_each_place_with_its_reason(said: list[str]) -> None:
    lines = [line for line in said if line.startswith(("events/", "glossary/"))]

    assert sorted(lines) == sorted(
        [
            f"{PAGE}:12: /gone: there is no such page (404); copy of 2026-11-20: /copy",
            f"{PAGE}:18: /closed: the site refuses programs (403): look with a browser whether it "
            "is there; no copy was found on 2026-11-21",
            f"{PAGE}:37: /taken: the page was taken away (410)",
            f"{PAGE}:37: /moved: moved for good: write /here",
            f"{PAGE}:39: /here#lost: the page has no place `#lost`",
            f"{PAGE}:40: /slow: no answer in time: try again later",
            f"{PAGE}:41: /gone: there is no such page (404)",
            "glossary/organisations/unodc.md:4: /fault: the site has a fault of its own (500): try "
            "again later",
        ]
    )


def test_the_last_line_counts(said: list[str]) -> None:
    assert said[-1] == "linkcheck: 13 addresses tried, 6 broken, 1 moved for good"


def test_links_that_work_are_no_failure(server: str, tmp_path: Path) -> None:
    page = f"# Archives\n\nUne [page]({server}/fine), une [autre]({server}/страница).\n"
    result = publish(small_project(tmp_path / "archive", {"index.md": page}), "linkcheck", "fr")

    assert result.returncode == 0, result.stdout + result.stderr
    last = result.stdout.splitlines()[-1]
    assert last == "linkcheck: 2 addresses tried, 0 broken, 0 moved for good"


def test_a_broken_link_of_letters_that_are_not_ascii_is_found_at_its_line(
    server: str, tmp_path: Path
) -> None:
    page = f"# Archives\n\nUn texte.\nUne [page]({server}/here#стр).\n"
    project = small_project(tmp_path / "archive", {"index.md": page})
    result = publish(project, "linkcheck", "fr")

    assert result.returncode == 1
    lines = [line for line in result.stdout.splitlines() if line.startswith("index.md:4: ")]
    assert len(lines) == 1
    assert "the page has no place `#" in lines[0]


def test_sources_without_a_copy_are_listed(tmp_path: Path) -> None:
    start, _, rest = EVENT.partition("sources:")
    sources = [
        source("a", "https://example.org/a"),
        source("b", "https://example.org/b", "    archived: {none_found: 2026-11-21}\n"),
        source(
            "c",
            "https://example.org/c",
            '    archived: {url: "https://example.org/copy", date: 2026-11-20}\n',
        ),
    ]
    text = start + "sources:\n" + "".join(sources) + rest[rest.index("---") :]
    project = small_project(tmp_path / "archive", {"index.md": "# A\n", PAGE: text})
    result = publish(project, "sources")

    assert result.returncode == 0, result.stderr
    first = start.count("\n") + 4
    assert result.stdout.splitlines() == [
        f"{PAGE}:{first}: https://example.org/a: nobody has looked for a copy",
        f"{PAGE}:{first + 5}: https://example.org/b: no copy was found on 2026-11-21",
        "sources: 3 in all, 2 without a copy",
        "to look for a copy, give the address to https://web.archive.org; then write "
        "`archived: {url: …, date: …}` below the source, or `archived: {none_found: …}` with the "
        "day",
    ]


NO_NAME = "HTTPSConnectionPool: Max retries exceeded (Caused by NameResolutionError: no name)"


@pytest.mark.parametrize(
    ("results", "are_silent"),
    [
        ([("a.org", "broken", NO_NAME), ("b.org", "timeout", "Read timed out")], True),
        ([("a.org", "broken", NO_NAME), ("b.org", "ignored", "")], False),
        ([("a.org", "broken", NO_NAME), ("b.org", "working", "")], False),
        ([("a.org", "broken", NO_NAME), ("b.org", "broken", "404 Client Error")], False),
        ([("a.org", "broken", NO_NAME), ("a.org", "broken", NO_NAME)], False),
        ([], False),
    ],
)
def test_where_no_site_answers_the_network_is_asked_about(
    results: list[tuple[str, str, str]], *, are_silent: bool
) -> None:
    found = [
        {"uri": f"https://{site}/{number}", "status": status, "info": info, "code": 0}
        for number, (site, status, info) in enumerate(results)
    ]

    assert nobody_answers(found) is are_silent
