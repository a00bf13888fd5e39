"""``python -m benchmarks``: build the same corpus with each side and print the ratios."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.corpus import make
from benchmarks.measuring import Cost, measure
from benchmarks.sides import SIDES, WORK, Side
from commands.project import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Costs = dict[str, dict[int, dict[str, Cost]]]  # by side, seminars and step

STEPS: dict[str, Callable[[Side], None]] = {
    "cold build": lambda side: None,
    "nothing changed": lambda side: None,
    "one page": lambda side: side.change_page(),
    "one translation": lambda side: side.change_translation(),
    "one glossary name": lambda side: side.change_name(),
}


def main() -> None:
    """Measure what the command line asks for, and print tables in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--seminars", type=int, nargs="+", default=[100, 200])
    parser.add_argument("--languages", nargs="+", default=list(languages()))
    parser.add_argument("--sides", nargs="+", choices=SIDES, default=list(SIDES))
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    costs: Costs = {side: {} for side in options.sides}
    for seminars in options.seminars:
        folder = WORK / f"{seminars}-{'-'.join(options.languages)}"
        corpus = make(
            folder / "corpus", seminars=seminars, languages=options.languages, seed=options.seed
        )
        for name in options.sides:
            side = SIDES[name](corpus, folder / name, options.languages)
            costs[name][seminars] = _measure_steps(name, side, options.steps)
    _report(costs)


def _measure_steps(name: str, side: Side, steps: Sequence[str]) -> dict[str, Cost]:
    """Take *side* through *steps*, each on top of the one before."""
    found = {}
    for step in steps:
        STEPS[step](side)
        log = side.folder.parent / f"{name}.log"
        cost = found[step] = measure(side.commands(), folder=side.folder, log=log)
        print(f"{side.folder.parent.name} {name}, {step}: {asdict(cost)}", file=sys.stderr)
    return found


def _report(costs: Costs) -> None:
    """Print the ratios, and write the measurements beside the corpora."""
    measured = {
        side: {
            seminars: {step: asdict(cost) for step, cost in steps.items()}
            for seminars, steps in found.items()
        }
        for side, found in costs.items()
    }
    text = json.dumps(measured, indent=1)
    (WORK / "measurements.json").write_text(f"{text}\n", encoding="utf-8")
    first = next(iter(costs))
    for seminars, steps in costs[first].items():
        print(f"\n{seminars} seminars; time of processors (elapsed time), × {first}\n")
        _row("", *costs)
        _row(*["---"] * (len(costs) + 1))
        for step, base in steps.items():
            others = [found[seminars][step] for found in costs.values()]
            cells = [f"{c.cpu / base.cpu:.2f} ({c.wall / base.wall:.2f})" for c in others]
            _row(f"{step} (1 = {base.cpu:.1f} s, {base.wall:.1f} s)", *cells)
        base = next(iter(steps.values()))
        peaks = [next(iter(found[seminars].values())).peak for found in costs.values()]
        _row(f"memory (1 = {base.peak / 2**20:.0f} MB)", *[f"{p / base.peak:.2f}" for p in peaks])
    _report_growth(costs)


def _report_growth(costs: Costs) -> None:
    """Print what each further seminar costs of a first build, between two sizes of the corpus."""
    sizes = sorted(next(iter(costs.values())))
    for small, large in pairwise(sizes):
        print(f"\nprocessor time of each further seminar, {small} to {large}\n")
        _row("side", "milliseconds", f"× the mean of the first {small}")
        _row("---", "---", "---")
        for side, found in costs.items():
            before, after = (next(iter(found[size].values())).cpu for size in (small, large))
            each = (after - before) / (large - small)
            _row(side, f"{each * 1000:.0f}", f"{each / (before / small):.2f}")


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
