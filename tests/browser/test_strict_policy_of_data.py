"""Data in the head of a page is no script: a strict policy lets it be, and browsers read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from websites import Website

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

POLICY = "default-src 'self'"


def test_a_block_of_data_is_allowed_under_a_strict_policy(
    page: Page, project: Path, address: str
) -> None:
    refused: list[str] = []

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": POLICY}
        route.fulfill(status=response.status, body=response.body(), headers=headers)

    page.route("**/*", answer)
    page.on("console", lambda message: refused.append(message.text))
    name = Website(project).names("ru")[3]
    for path in (f"ru/{name}", "404.html"):
        page.goto(f"{address}/{path}", wait_until="networkidle")
        data = page.locator('script[type="application/ld+json"]')
        if path != "404.html":
            assert json.loads(data.inner_text())["@type"] == "WebPage"
    assert [text for text in refused if "ld+json" in text or "script" in text] == []

    # that the policy is one: a script in the page is refused
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))"
    )
    assert any("script" in text for text in refused)
    page.unroute_all(behavior="ignoreErrors")
