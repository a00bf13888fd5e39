"""What a build says while it is at work, whatever language the console speaks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support import EVENT, ORGANISATION, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("fr", "ru")
PAGES = {
    "index.md": "# Archives\n\n```{toctree}\n:glob:\n\nevents/*\nglossary/*/*\n```\n",
    "events/2018-06-05-chisinau.md": EVENT,
    "glossary/organisations/unodc.md": ORGANISATION,
}
# Sphinx takes its language from the locale, which this machine need not have
FRENCH = """
import os
import sphinx.locale
os.environ["LANGUAGE"] = "fr"
sphinx.locale.init_console()
"""
WRONG = (
    '\ndef setup(app):\n    app.connect("builder-inited", fail)\n\ndef fail(app):\n    raise {}\n'
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "archive", PAGES)


def build(project: Path, *, conf: str = "", **environment: str) -> tuple[int, list[str]]:
    """Build with *conf* added to the settings; return the status and the lines."""
    path = project / "conf.py"
    path.write_text(path.read_text("utf-8") + conf, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "commands", "html", *LANGUAGES],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project / "_ext")} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return result.returncode, result.stdout.splitlines()


def mistakes(lines: list[str]) -> list[str]:
    """Leave out that a language has failed, and which settings an archive has yet to be given."""
    others = ("FAILED", "seminars_site_url", "seminars_publisher")
    return [line for line in lines if not any(other in line for other in others)]


def test_progress_is_shown_on_a_french_console(project: Path) -> None:
    status, lines = build(project, conf=FRENCH)

    said = [line.partition("] ")[2] for line in lines]
    assert status == 0, lines
    assert said.count("lecture des sources: 100 %") == 1
    assert any(line.startswith("écriture") and line.endswith(": 100 %") for line in said)


def test_a_french_locale_changes_nothing(project: Path) -> None:
    status, lines = build(project, LANGUAGE="fr:en", LC_ALL="fr_FR.UTF-8")

    assert status == 0, lines
    assert "reading sources: 100 %" in {line.partition("] ")[2] for line in lines}


@pytest.mark.parametrize("conf", ["", FRENCH])
def test_a_warning_is_said_once_and_not_once_a_language(project: Path, conf: str) -> None:
    write(project / "events/2018-06-05-chisinau.md", EVENT.replace("{org}`unodc`", "{doc}`indx`"))
    status, lines = build(project, conf=conf)

    (warning,) = (line for line in lines if "WARNING" in line)
    assert status == 1
    assert "events/2018-06-05-chisinau.md:15: WARNING: {doc}`indx`: there is no such" in warning
    assert sum("html: FAILED in" in line for line in lines) == len(LANGUAGES)


@pytest.mark.parametrize("conf", ["", FRENCH])
def test_a_traceback_is_shown_whole_in_each_language(project: Path, conf: str) -> None:
    status, lines = build(project, conf=conf + WRONG.format("ZeroDivisionError('nothing')"))

    assert status == 1
    for language in LANGUAGES:
        own = [line.partition("] ")[2] for line in lines if line.startswith(f"[{language}] ")]
        assert "ZeroDivisionError: nothing" in own
        assert sum(line.startswith("Traceback") for line in own) == 2  # and that of Sphinx


def test_what_an_extension_asks_for_is_said_once_without_a_traceback(project: Path) -> None:
    conf = "\nfrom sphinx.errors import ConfigError\n" + WRONG.format("ConfigError('no')")
    status, lines = build(project, conf=conf)

    assert status == 1
    (line,) = mistakes(lines)
    assert line.endswith("] Configuration error: no")


def test_a_full_disk_is_one_line_wherever_sphinx_meets_it(project: Path) -> None:
    conf = WRONG.format(f"OSError({errno.ENOSPC}, 'No space left on device')")
    status, lines = build(project, conf=conf)

    assert status == 1
    assert sorted(mistakes(lines)) == [
        f"[{language}] the disk is full: make room on it and run this again"
        for language in LANGUAGES
    ]
