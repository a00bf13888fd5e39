"""An old address in a browser: with an anchor, without one, and where scripts are switched off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from formats import redirects
from formats.content import Content
from records.wording import Wording
from support import ROOT, write

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

NEW = '<!doctype html><title>New</title><div style="height: 5000px"></div><p id="end">End</p>'


@pytest.fixture
def content() -> Content:
    some: Any = None
    content = Content("fr", {}, {"events/new": "events/new.html"}, some, some, "")
    return replace(
        content,
        redirects={"events/old.html": "events/new"},
        title=lambda _name: Wording('<b>"L\'été" & co</b>', "fr"),
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_readers_are_led_on(
    browser: Browser, small_address: str, tmp_path: Path, content: Content, *, scripts: bool
) -> None:
    for name, made in redirects.files(content).items():
        write(tmp_path / name, made.decode())
    write(tmp_path / "events/new.html", NEW)
    write(tmp_path / "_static/redirect.js", (ROOT / "_static/redirect.js").read_text("utf-8"))
    page = browser.new_context(java_script_enabled=scripts).new_page()

    for anchor in ("#end", ""):
        page.goto(f"{small_address}/events/old.html{anchor}", wait_until="commit")
        page.wait_for_url("**/events/new.html*")
        page.wait_for_timeout(300)  # a second leap, without the anchor, would come now
        kept = anchor if scripts else ""
        assert page.url == f"{small_address}/events/new.html{kept}"


def test_the_title_of_a_page_is_a_text(content: Content) -> None:
    (page,) = redirects.files(content).values()

    assert b"&lt;b&gt;&#34;L&#39;\xc3\xa9t\xc3\xa9&#34; &amp; co&lt;/b&gt;</a>" in page
