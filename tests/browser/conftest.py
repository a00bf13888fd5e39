"""The published site, served from a free port of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the archive for tests."""
    with served(site) as address:
        yield address


@pytest.fixture
def small_address(tmp_path: Path) -> Iterator[str]:
    """The address of what a test puts into its own folder."""
    with served(tmp_path) as address:
        yield address
