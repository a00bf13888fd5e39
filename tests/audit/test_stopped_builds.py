"""The long checks of ``make audit``: whatever happens to a build, the next one is right."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import pytest

from interruptions import Trials, build_twice, fill_disk, stop

if TYPE_CHECKING:
    from collections.abc import Callable

# another one is tried by AUDIT_SEED=1 make audit; the workflow takes the number of its run
SEED = int(os.environ.get("AUDIT_SEED", "20260101"))


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Trials:
    return Trials(tmp_path_factory.mktemp("audit"), places=os.cpu_count() or 1)


@pytest.mark.parametrize(
    ("what", "number"), [(stop, 100), (fill_disk, 20), (build_twice, 20)], ids=str
)
def test_after_anything_that_happens_to_a_build_the_next_one_equals_a_clean_one(
    trials: Trials, what: Callable[..., str], number: int
) -> None:
    start = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        happened = list(pool.map(partial(trials.run, what), range(SEED, SEED + number)))

    print(*happened, f"{number} in {time.monotonic() - start:.0f} s, seed {SEED}", sep="\n")
    assert len(happened) == number


def test_after_any_damage_the_next_build_equals_a_clean_one(trials: Trials) -> None:
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        happened = list(pool.map(trials.damage, range(SEED, SEED + 60)))

    print(*happened, sep="\n")
    assert len(happened) == 60
