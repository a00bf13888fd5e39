"""Languages built on machines of their own and then joined are the site, byte for byte."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

from support import LANGUAGES, ROOT, copy_example, files, publish

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"


@pytest.fixture(scope="module")
def languages(project: Path) -> list[str]:
    result = publish(project, "languages")
    assert result.returncode == 0, result.stderr
    found: list[str] = json.loads(result.stdout)
    return found


def test_the_languages_are_those_of_the_settings(languages: list[str]) -> None:
    assert languages == [*LANGUAGES]


def test_joined_languages_are_one_build_of_all(
    project: Path, languages: list[str], tmp_path: Path
) -> None:
    joined = tmp_path / "joined"
    for language in languages:
        machine = copy_example(tmp_path / language)
        result = publish(machine, "html", language)
        assert result.returncode == 0, result.stdout + result.stderr
        part = machine / "_build" / "html"
        common = {"index.html", "404.html", ".nojekyll", "robots.txt"}
        common |= {"translation-status.json", "glossary.ttl", "CITATION.cff", "_static"}
        assert {path.name for path in part.iterdir()} == {language, *common}
        shutil.copytree(part, joined, dirs_exist_ok=True)

    expected = files(project / "_build" / "html")
    found = files(joined)
    assert found.keys() == expected.keys()
    assert [name for name in expected if found[name] != expected[name]] == []


def test_the_workflow_lists_no_language_and_writes_only_where_it_publishes() -> None:
    text = WORKFLOW.read_text("utf-8")
    workflow = yaml.safe_load(text)
    jobs = workflow["jobs"]

    matrix = jobs["build"]["strategy"]["matrix"]
    assert matrix == {"language": "${{ fromJSON(needs.languages.outputs.languages) }}"}
    assert workflow["permissions"] == {}
    writing = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writing == ["deploy"]
    assert jobs["deploy"]["if"].startswith("github.ref == 'refs/heads/main' &&")


def test_the_workflow_names_each_action_by_commit_and_version() -> None:
    used = [line for line in WORKFLOW.read_text("utf-8").splitlines() if "uses:" in line]

    assert used
    assert [x for x in used if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", x)] == []
