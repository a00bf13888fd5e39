"""The map of docs/code.md leads to what is there, and to every folder of the code."""

from __future__ import annotations

import re

from support import ROOT

CODE = (ROOT / "docs" / "code.md").read_text("utf-8")


def test_every_path_of_the_map_is_there() -> None:
    paths = set(re.findall(r"`((?:_ext|_static|_templates|tests|tools)/[^`<*]*)`", CODE))
    assert len(paths) > 30
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_the_map_has_every_folder_of_the_code_in_the_order_of_imports() -> None:
    table = re.findall(r"(?m)^\| `_ext/(\w+)/` \|", CODE)
    layers = (ROOT / "pyproject.toml").read_text("utf-8").partition("layers = [")[2]
    assert table == re.findall(r'"(\w+)"', layers.partition("]")[0])
