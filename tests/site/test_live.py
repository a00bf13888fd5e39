"""The preview of one language follows what is being written and translated."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from websockets.sync.client import connect

from support import copy_example, files, publish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "events/2018-06-05-chisinau"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "archive")


@pytest.fixture
def preview(copy: Path) -> Iterator[str]:
    """The address at which the Romanian pages of *copy* are served, on a free port."""
    with subprocess.Popen(
        [sys.executable, "-m", "commands", "livehtml", "--port", "0", "ro"],
        env=os.environ | {"PYTHONPATH": str(copy / "_ext"), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        assert server.stdout is not None
        shown = ""
        for line in server.stdout:
            shown += line
            if "Waiting to detect changes" in line:
                break
        found = re.search(r"Serving on http://(\S+?)(\x1b|\s)", shown)
        assert found, shown
        wait_for(found[1])
        yield found[1]
        server.terminate()
        server.stdout.read()


def wait_for(address: str) -> None:
    """Wait until the server, which says its address before it listens, answers."""
    host, _, port = address.partition(":")
    for _attempt in range(300):
        with contextlib.suppress(ConnectionRefusedError):
            socket.create_connection((host, int(port))).close()
            return
        time.sleep(0.1)
    raise AssertionError(address)


def text_of(address: str, page: str) -> str:
    with urllib.request.urlopen(f"http://{address}/{page}.html", timeout=10) as response:
        return str(response.read(), "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def sources(project: Path) -> dict[str, bytes]:
    return {
        name: content
        for name, content in files(project).items()
        if not name.startswith("_build/") and "__pycache__" not in name
    }


def test_a_saved_page_and_a_saved_catalogue_are_shown_at_once(copy: Path, preview: str) -> None:
    catalogue = copy / f"locales/ro/LC_MESSAGES/{PAGE}.po"
    with connect(f"ws://{preview}/websocket-reload", proxy=None) as browser:
        assert "Salvat acum" not in text_of(preview, PAGE)

        replace(catalogue, 'msgstr "Consolidarea', 'msgstr "Salvat acum: consolidarea')
        assert browser.recv(timeout=60) == "refresh"
        assert "Salvat acum: " in text_of(preview, PAGE)

        replace(copy / "about.md", "# À propos", "# Nou titlu: à propos")
        assert browser.recv(timeout=60) == "refresh"
        assert "Nou titlu: " in text_of(preview, "about")


def test_the_preview_says_what_is_missing_and_why(copy: Path, preview: str) -> None:
    catalogue = copy / f"locales/ro/LC_MESSAGES/{PAGE}.po"
    with connect(f"ws://{preview}/websocket-reload", proxy=None) as browser:
        assert preview_of(preview)[0] == [0, 0, 0, 0]

        replace(catalogue, 'msgstr "Consolidarea', 'msgstr "Consolidarea *')
        assert browser.recv(timeout=60) == "refresh"

        figures, findings = preview_of(preview)
        assert figures == [0, 0, 1, 0]
        assert len(findings) == 1
        assert f"locales/ro/LC_MESSAGES/{PAGE}.po:" in findings[0]
        assert "a rămas ca text un semn de evidențiere" in findings[0]
        assert "preview.css" in text_of(preview, PAGE)


def preview_of(address: str) -> tuple[list[int], list[str]]:
    """Return what is fuzzy, untranslated, refused and absent of the page, and the findings."""
    bar = BeautifulSoup(text_of(address, PAGE), "html.parser").select_one("aside.preview")
    figures = [int(figure.text) for figure in bar.select("dd")[2:]]
    return figures, [finding.text for finding in bar.select("li")]


def test_the_published_site_knows_nothing_of_the_preview(site: Path) -> None:
    assert not list(site.rglob("preview*"))
    assert "preview" not in (site / f"ro/{PAGE}.html").read_text("utf-8")


def test_the_preview_leaves_the_sources_and_the_published_site_alone(
    copy: Path, preview: str
) -> None:
    assert 'lang="ro"' in text_of(preview, "index")

    assert sources(copy) == sources(copy_example(copy.parent / "untouched"))
    assert not (copy / "_build/html").exists()


def test_the_preview_takes_one_language(copy: Path) -> None:
    result = publish(copy, "livehtml", "ro", "ru")

    assert result.returncode == 2
    assert result.stderr == "livehtml serves one language at a time\n"
