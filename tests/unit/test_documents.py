"""What the documents for people name is there: commands, files, anchors, settings."""

from __future__ import annotations

import re

import pytest

from records.settings import CHECKED
from support import ROOT

DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{one.name}" for one in (ROOT / "docs").glob("*")),
]
TARGETS = set(re.findall(r"(?m)^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8")))
_BUILDERS = {"epub", "text", "gettext"}  # of Sphinx, which make hands on
_LINK = re.compile(r"\]\((?!https?:|<)([^)#\s]*)(?:#([^)\s]*))?\)")


def prose(name: str) -> str:
    """Return a document without its examples."""
    return re.sub(r"(?ms)^(`{3,})\w*\n.*?^\1$", "", (ROOT / name).read_text("utf-8"))


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub gives to headings."""
    headings = re.findall(r"(?m)^#+ (.+)$", text)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_make_is_there(name: str) -> None:
    commands = re.findall(r"`make ((?:[a-z-]+ ?)+)", prose(name))
    words = {word for command in commands for word in command.split()}

    assert sorted(words - TARGETS - _BUILDERS) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_to_a_file_and_a_heading(name: str) -> None:
    text = prose(name)
    for path, anchor in _LINK.findall(re.sub(r"(`+).+?\1", "", text)):
        page = (ROOT / name).parent / path if path else ROOT / name
        assert page.exists(), path
        if anchor:
            assert anchor in anchors(page.read_text("utf-8")), f"{path}#{anchor}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_setting_is_one(name: str) -> None:
    named = re.findall(r"`((?:seminars|html)_[a-z_]+)\b", (ROOT / name).read_text("utf-8"))

    assert sorted(set(named) - set(CHECKED)) == []
