"""The whole site under the policy that is shipped: nothing is refused, nobody else is asked."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from host_headers import served_by
from search_page import look_for
from support import EVENT, PAGES, png, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page

# a page of each template, with what scripts do there
TEMPLATES = [
    "index.html",
    "404.html",
    "fr/index.html",
    "ru/events/2018-06-05-chisinau.html",
    "ro/glossary/organisations/unodc.html",
    "fr/glossary/instruments/cets-197.html",
    "en/events/index.html",
    "en/glossary/concepts/index.html",
    "ru/recommendations.html",
    "ro/series/index.html",
    "fr/years/index.html",
    "ru/years/2018.html",
    "en/translation.html",
    "fr/about.html",
]
# sizes in pictures and tables, a page that was renamed, what translators see
SIZED = f"""{EVENT}
```{{photo}} 2018-06-05-chisinau.png
:alt: a
:credit: b
:width: 50%
```

```{{list-table}} c
:widths: 20 80
:width: 30em

* - a
  - c
```

```{{code-block}} python
print(1)
```
"""
CONF = """
seminars_preview = True
seminars_redirects = {"events/2018-06-05-kichinev": "events/2018-06-05-chisinau"}
"""
_LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`refused: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""


def _is_fault(said: ConsoleMessage) -> bool:
    """Return whether it is an error; a browser looks for an icon wherever a page names none."""
    return said.type == "error" and not said.location["url"].endswith("/favicon.ico")


@contextmanager
def watched(browser: Browser) -> Iterator[tuple[Page, list[str], list[str]]]:
    """Give a page, what its console says of errors, and what it asks for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ro-RO")
    context.add_init_script(_LISTEN)
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if _is_fault(said) else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page, errors, asked
    assert context.cookies() == []
    context.close()


def use(page: Page) -> None:
    """Use what a page has for it: colours, the menu."""
    if page.locator(".theme-toggle").is_visible():
        page.locator(".theme-toggle").click()
    page.set_viewport_size({"width": 390, "height": 800})
    if page.locator(".menu-button").is_visible():
        page.locator(".menu-button").click()
        page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_page_of_each_template_keeps_to_the_policy(browser: Browser, site: Path) -> None:
    with served_by("cloudflare", site) as address, watched(browser) as (page, errors, asked):
        for path in TEMPLATES:
            answer = page.goto(f"{address}/{path}", wait_until="networkidle")
            assert answer
            assert "script-src" not in answer.headers["content-security-policy"], path
            use(page)
            assert errors == [], path

        assert [url for url in asked if not url.startswith(f"{address}/")] == []
        assert len(asked) > 3 * len(TEMPLATES)


@pytest.mark.parametrize("host", ["cloudflare", "netlify"])
def test_the_search_runs_under_the_policy(browser: Browser, site: Path, host: str) -> None:
    with served_by(host, site) as address, watched(browser) as (page, errors, asked):
        found = look_for(page, address, "fr", "onudc")

        assert "glossary/organisations/unodc.html" in found
        assert any("/pagefind/" in url for url in asked)
        assert [url for url in asked if not url.startswith(f"{address}/")] == []
        assert errors == []


def test_sizes_redirects_and_previews_keep_to_the_policy(browser: Browser, tmp_path: Path) -> None:
    copy = small_project(tmp_path / "archive", {**PAGES, "events/2018-06-05-chisinau.md": SIZED})
    (copy / "events/2018-06-05-chisinau.png").write_bytes(png())
    conf = (copy / "conf.py").read_text("utf-8").replace("seminars_redirects = {}\n", "")
    write(copy / "conf.py", conf + CONF)
    done = publish(copy, "html", "ro")
    assert done.returncode == 0, done.stdout + done.stderr
    folder = copy / "_build" / "html"

    with served_by("netlify", folder) as address, watched(browser) as (page, errors, asked):
        page.goto(f"{address}/ro/events/2018-06-05-kichinev.html#sources")
        page.wait_for_url("**/events/2018-06-05-chisinau.html#sources")
        page.wait_for_load_state("networkidle")

        assert page.locator(".preview").count() == 1
        box = page.locator("figure img").evaluate("one => one.getBoundingClientRect().width")
        text = page.locator("figure").evaluate("one => one.getBoundingClientRect().width")
        assert abs(box - text / 2) < 2
        assert page.locator("table").last.evaluate("one => one.offsetWidth") == 30 * 16
        assert errors == []
        assert [url for url in asked if not url.startswith(f"{address}/")] == []


def test_a_style_in_a_page_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path / "a.html", '<!doctype html><p style="color: red">a<script>b()</script>')

    with served_by("netlify", tmp_path) as address, watched(browser) as (page, errors, _asked):
        page.goto(f"{address}/a.html", wait_until="networkidle")
        assert any("style-src" in one for one in errors)
        assert any("script-src" in one for one in errors)
