"""The fonts of the website: each letter is in one file of a style, and the files have no name."""

from __future__ import annotations

import re
from itertools import combinations

from support import ROOT

FONTS = ROOT / "_static" / "fonts"
FACE = re.compile(
    r'font-family: "(?P<family>[^"]+)";\s*font-style: (?P<style>\w+);\s*'
    r"font-weight: (?P<weight>[^;]+);\s*font-display: (?:optional|swap);\s*"
    r'src: url\("fonts/(?P<file>[^"]+)"\) format\("woff2"\);\s*unicode-range: (?P<range>[^;]+);'
)
FACES = list(FACE.finditer((ROOT / "_static/fonts.css").read_text("utf-8")))


def letters(ranges: str) -> set[int]:
    """Return the characters of a ``unicode-range`` (CSS Fonts 4, 4.5)."""
    found: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found |= {*range(int(first, 16), int(last or first, 16) + 1)}
    return found


def test_each_file_has_its_face() -> None:
    files = {path.name for path in FONTS.glob("*.woff2")}
    assert {face["file"] for face in FACES} == files
    names = [face["file"] for face in FACES if not face["family"].endswith(" Names")]
    assert sorted(names) == sorted(files)


def test_no_letter_is_in_two_files_of_a_style() -> None:
    """Browsers would load both; U+0301, a stress, is in all of them."""
    for one, other in combinations(FACES, 2):
        if (one["family"], one["style"]) == (other["family"], other["style"]):
            assert letters(one["range"]) & letters(other["range"]) == set(), other["file"]
            assert one["weight"] == other["weight"]


def test_a_changed_font_has_not_the_reserved_name() -> None:
    """The licence of the fonts says so (OFL 1.1, 3)."""
    text = (ROOT / "_static/NOTICES.txt").read_text("utf-8")
    fonts = [
        part for part in text.split("\n\n") if "License: OFL-1.1\n" in part and "Files" in part
    ]

    assert len(fonts) == 2
    assert all("whose name is taken out (tools/fonts)" in part for part in fonts)
