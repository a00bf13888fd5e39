#!/usr/bin/env python3
"""Run a library's own tests with and without what this archive puts in its place.

usage: tools/peers.py FOLDER [PYTEST ARGUMENT ...]

Says which tests differ when `_ext/speedups/` and `_ext/myst_gettext/` are in place. FOLDER is an
unpacked source distribution of docutils or Sphinx, or the repository of MyST-Parser, whose source
distribution has no tests, of the version that is installed:

    pip download --no-deps --no-binary :all: sphinx==9.0.4 && tar xf sphinx-9.0.4.tar.gz

The Python that runs this needs what the archive needs and what those tests need. What they print is
in the files FOLDER-with.log and FOLDER-without.log, here. Sphinx's take some minutes; arguments
choose some of them: tools/peers.py sphinx-9.0.4 tests/test_builders
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

ROOT = Path(__file__).resolve().parents[1]
TESTS = {"docutils": "test", "sphinx": "tests", "myst_parser": "tests"}


def main(folder: Path, arguments: list[str]) -> int:
    """Run the tests in *folder* both ways; return 1 if any differ."""
    library = next(name for name in TESTS if (folder / name / "__init__.py").is_file())
    chosen = arguments or [TESTS[library]]
    without, with_them = (run(folder, library, chosen, on=on) for on in (False, True))
    for name, found in (("without", without), ("with", with_them)):
        counts = ", ".join(f"{number} {what}" for what, number in Counter(found.values()).items())
        print(f"{library}, {name}: {len(found)} run: {counts}")
    differing = [test for test in without | with_them if without.get(test) != with_them.get(test)]
    print(f"{library}: {len(differing)} differ")
    for test in differing:
        print(f"  {test}: {without.get(test)} without, {with_them.get(test)} with")
    return 1 if differing else 0


def run(folder: Path, library: str, chosen: list[str], *, on: bool) -> dict[str, str]:
    """Return the outcome of each test."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch, "report.xml")
        command = [sys.executable, "-m", "pytest", "-q", "--tb=short", f"--junitxml={report}"]
        command += ["-p", "peers", "-p", "no:cacheprovider", "--basetemp", f"{scratch}/tests"]
        paths = [str(folder), str(ROOT / "_ext"), str(ROOT / "tools")]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
        environment |= {"PEER": library, "REPLACED": "1" if on else ""}
        log = Path(f"{folder.name}-{'with' if on else 'without'}.log")
        with log.open("wb") as output:
            subprocess.run(
                [*command, *chosen],
                cwd=folder,
                env=environment,
                stdout=output,
                stderr=output,
                check=False,
            )
        return outcomes(report)


def outcomes(report: Path) -> dict[str, str]:
    """Return the outcome of each test in a *report* in the form of JUnit."""
    found = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest has just written it
        bad = {child.tag for child in case} - {"system-out", "system-err", "properties"}
        found[f"{case.get('classname')}::{case.get('name')}"] = " ".join(sorted(bad)) or "passed"
    return found


# -- the plugin of pytest --------------------------------------------------------------------------


def pytest_configure() -> None:
    """Put the replacements in place, for all tests and for each application of Sphinx."""
    if not os.environ.get("REPLACED"):
        return
    from sphinx import application  # noqa: PLC0415 - without replacements nothing is imported

    from speedups.table import SPEEDUPS  # noqa: PLC0415

    for place, function in SPEEDUPS:
        place.replace(function)
    extensions = ["speedups"]
    if os.environ["PEER"] == "myst_parser":
        extensions += ["peers", "myst_gettext"]
    application.builtin_extensions += tuple(extensions)


def setup(app: Sphinx) -> dict[str, Any]:
    """Let ``myst_gettext`` translate, which leaves projects that may have other pages alone."""
    app.connect("config-inited", only_markdown, priority=800)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def only_markdown(app: Sphinx, config: Config) -> None:
    """On ``config-inited``: say that all pages are MyST where they are."""
    if not any(Path(app.srcdir).rglob("*.rst")):
        suffixes = {name: kind for name, kind in config.source_suffix.items() if name != ".rst"}
        config.source_suffix = suffixes


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2:]))
