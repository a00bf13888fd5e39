"""What of others the site ships: each file is named in the notices, and the notices are there."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import pytest

from commands.sbom import notices
from support import LANGUAGES, ROOT, files

if TYPE_CHECKING:
    from pathlib import Path

OWN = {
    path.relative_to(folder).as_posix().removesuffix(".jinja")
    for folder in (ROOT / "_static", ROOT / "_ext/seminars/site/static")
    for path in folder.rglob("*")
    if path.suffix in {".css", ".jinja", ".js", ".txt"}
}
INDEX = ("parts.json", "pagefind-entry.json", "*.pf_*")  # made of the pages


def patterns() -> list[str]:
    return [part.strip() for fields in notices() for part in fields["Files"].split(",")]


def test_every_file_that_is_shipped_is_named(site: Path) -> None:
    shipped = {
        f"{place.name}/{name}"
        for place in (site / "_static", site / "fr/_static", site / "fr/pagefind")
        for name in files(place)
        if name not in OWN and not any(fnmatchcase(name, f"*{end}") for end in INDEX)
    }
    named = [name for name in shipped if any(fnmatchcase(name, one) for one in patterns())]
    assert sorted(shipped - set(named)) == []
    assert len(shipped) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notices_are_led_to_in_every_language(site: Path, language: str) -> None:
    text = (site / language / "about.html").read_text("utf-8")
    link = text.partition('href="_downloads/')[2].partition('"')[0]
    assert (site / language / "_downloads" / link).read_bytes() == (
        ROOT / "_static/NOTICES.txt"
    ).read_bytes()
