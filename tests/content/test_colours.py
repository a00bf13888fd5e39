"""The brand's colours stand in ``conf.py`` alone, and what is published takes them."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING

from support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS: dict[str, dict[str, str]] = runpy.run_path(str(ROOT / "conf.py"))["html_theme_options"]
LIGHT, DARK = OPTIONS["light_css_variables"], OPTIONS["dark_css_variables"]
FILES = [
    path
    for folder in ("_ext", "_static", "_templates")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".css", ".jinja", ".html", ".js", ".tex", ".svg"}
]


def test_no_other_file_has_a_colour_of_the_brand() -> None:
    colours = {
        value.removeprefix("#").lower()
        for value in (*LIGHT.values(), *DARK.values())
        if value.startswith("#")
    }
    assert len(colours) > 10
    assert len(FILES) > 100

    found = {path: path.read_text("utf-8").lower() for path in FILES}
    assert [(path, one) for path, text in found.items() for one in colours if one in text] == []


def test_the_front_door_has_the_colours_of_the_pages(site: Path) -> None:
    light, _, dark = (site / "fr/_static/front-door.css").read_text("utf-8").partition("@media")

    for part, options in ((light, LIGHT), (dark, DARK)):
        assert f"--brand: {options['color-brand-primary']};" in part
        assert f"--panel: {options['color-background-secondary']};" in part
