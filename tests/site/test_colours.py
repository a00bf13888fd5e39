"""The brand's colours stand in ``conf.py`` alone, and what is published takes them."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING

from support import EXAMPLE, PAGES, ROOT, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

# those that the archive began with: another brand may have a colour that a sheet has by itself
OPTIONS: dict[str, dict[str, str]] = runpy.run_path(
    str(EXAMPLE / "conf.py"), init_globals={"html_theme_options": {}}
)["html_theme_options"]
LIGHT, DARK = OPTIONS["light_css_variables"], OPTIONS["dark_css_variables"]
BRAND = {value for value in (*LIGHT.values(), *DARK.values()) if value.startswith("#")}
FILES = [
    path
    for folder in ("_ext", "_static", "_templates")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".css", ".jinja", ".html", ".js", ".tex", ".svg"}
]


def test_no_other_file_has_a_colour_of_the_brand() -> None:
    assert len(BRAND) > 10
    assert len(FILES) > 100

    found = {path: path.read_text("utf-8").lower() for path in FILES}
    assert [(path, one) for path, text in found.items() for one in BRAND if one in text] == []


def test_the_front_door_has_the_colours_of_the_pages(tmp_path: Path) -> None:
    copy = small_project(tmp_path / "archive", PAGES)
    own = {colour: f"#{number:06x}" for number, colour in enumerate(sorted(BRAND), 0xABC001)}
    text = (copy / "conf.py").read_text("utf-8")
    for colour, other in own.items():
        text = text.replace(colour, other)
    write(copy / "conf.py", text)

    result = publish(copy, "html", "fr")

    assert result.returncode == 0, result.stdout
    sheet = (copy / "_build/html/_static/front-door.css").read_text("utf-8")
    light, _, dark = sheet.partition("@media")
    for part, options in ((light, LIGHT), (dark, DARK)):
        assert f"--brand: {own[options['color-brand-primary']]};" in part
        assert f"--panel: {own[options['color-background-secondary']]};" in part
