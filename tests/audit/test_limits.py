"""What the limits of the gate promise: 4 MB of anything in at most 20 s."""

from __future__ import annotations

import time

import pytest

from catalogues.gate import check
from huge_catalogues import HUGE, MEGABYTE


@pytest.mark.parametrize("name", HUGE)
def test_four_megabytes_of_anything_are_judged_in_twenty_seconds(name: str) -> None:
    content = HUGE[name](4 * MEGABYTE)
    assert 3 * MEGABYTE < len(content) <= 4 * MEGABYTE

    start = time.process_time()
    checked = check(content, syntax=("attrs_block", "attrs_inline", "colon_fence"))

    assert time.process_time() - start < 20
    assert checked.findings
