"""The fuzzer of the gate at length: AUDIT_SECONDS of it, 60 where nothing else is said."""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings

from fuzzing import CATALOGUES, FuzzedPage, passed
from myst_gettext.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from sphinx.testing.util import SphinxTestApp

_ROUND = settings(
    max_examples=200,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def test_no_translation_is_found_that_adds_a_node_to_its_page(
    build: Callable[..., SphinxTestApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read a page with random catalogues, past the gate and past the invariant in turn."""
    page = FuzzedPage.of(build, tmp_path / "source")
    start = int(os.environ.get("AUDIT_SEED", "0")) or random.randrange(1 << 30)  # noqa: S311
    until = time.monotonic() + float(os.environ.get("AUDIT_SECONDS", "60"))
    executions = let_through = stopped = 0

    def one_round(catalogue: dict[str, str]) -> None:
        nonlocal executions, let_through, stopped
        executions += len(catalogue)
        monkeypatch.setattr(Parser, "keeps_structure", True)
        assert page.differences(catalogue) == {}, "past the gate"
        good = passed(catalogue)
        let_through += len(good)
        assert page.differences(good) == {}, "past both"
        monkeypatch.setattr(Parser, "keeps_structure", False)
        stopped += bool(page.differences(good))

    rounds = 0
    while time.monotonic() < until:
        seed(start + rounds)(_ROUND(given(catalogue=CATALOGUES)(one_round)))()
        rounds += 1
    print(
        f"\nseed {start}: {executions} translations tried, {let_through} passed the gate, "
        f"{stopped} catalogues were stopped by the page alone"
    )
