"""Words for readers stand in the code where the catalogues are made of them."""

from __future__ import annotations

import ast

from support import ROOT


def test_no_word_stands_in_an_f_string_where_babel_does_not_find_it() -> None:
    paths = sorted((ROOT / "_ext/seminars").rglob("*.py"))
    found = [
        f"{path.name}:{call.lineno}"
        for path in paths
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "_"
    ]

    assert len(paths) > 20
    assert found == []
