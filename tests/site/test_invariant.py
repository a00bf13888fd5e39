"""Whatever a translation holds, a page has the nodes of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from fuzzing import CATALOGUES, FuzzedPage, passed
from myst_gettext.parsing import Parser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

FEW = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def page(build: Callable[..., SphinxTestApp], tmp_path: Path) -> FuzzedPage:
    return FuzzedPage.of(build, tmp_path / "source")


@FEW
@given(catalogue=CATALOGUES)
def test_a_page_has_the_nodes_of_its_source_though_the_gate_let_everything_pass(
    page: FuzzedPage, catalogue: dict[str, str]
) -> None:
    assert page.differences(catalogue) == {}


@FEW
@given(catalogue=CATALOGUES)
def test_what_passes_the_gate_has_the_nodes_of_its_source(
    page: FuzzedPage, catalogue: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Parser, "keeps_structure", False)

    assert page.differences(passed(catalogue)) == {}
