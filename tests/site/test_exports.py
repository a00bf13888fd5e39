"""What other programs read: made with each build, written where it differs, gone with its line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from formats import json_schemas
from seminars import exports
from support import PAGES, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

    Build = Callable[..., SphinxTestApp]

SCHEMA = "schemas/event.schema.json"
STATUS = "_site/translation-status.json"
FORMAT = '''"""The days of all seminars, one line each."""


def files(content):
    """Return the one file."""
    events = [name for name, one in content.records.items() if one.kind.name == "event"]
    lines = [f"{content.records[name].facts.start} {content.title(name).text}" for name in events]
    return {"": "\\n".join(lines).encode()}
'''
LINE = 'EXPORTS = (\n    Export("days.txt", days.files, link=Link("alternate", "text/plain")),\n'


def test_a_schema_follows_the_code(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    path = build().outdir / SCHEMA
    assert json.loads(path.read_text("utf-8"))["title"] == "EventFacts"

    monkeypatch.setattr(json_schemas, "schemas", lambda: {"event": b"{}"})
    build()

    assert path.read_bytes() == b"{}"
    assert [one.name for one in path.parent.iterdir()] == [path.name]  # other kinds are no more


def test_an_export_that_was_damaged_is_made_again_and_another_left_alone(build: Build) -> None:
    app = build()
    before = {path: path.read_bytes() for path in (app.outdir / SCHEMA, app.outdir / STATUS)}
    times = {path: path.stat().st_mtime_ns for path in before}
    (app.outdir / SCHEMA).write_bytes(b"")

    build()

    assert {path: path.read_bytes() for path in before} == before
    assert (app.outdir / STATUS).stat().st_mtime_ns == times[app.outdir / STATUS]


def test_what_is_no_longer_exported_is_deleted(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = build()
    (app.outdir / "schemas/of-others.json").write_bytes(b"{}")

    monkeypatch.setattr(exports, "EXPORTS", exports.EXPORTS[1:])
    app = build()

    assert [path.name for path in (app.outdir / "schemas").iterdir()] == ["of-others.json"]
    assert (app.outdir / STATUS).exists()


@pytest.mark.parametrize("builder", ["dirhtml", "text", "epub", "gettext"])
def test_what_stands_at_the_front_door_is_made_for_the_website_alone(
    build: Build, builder: str
) -> None:
    app = build(builder=builder)

    assert not (app.outdir / STATUS).exists()
    assert (app.outdir / SCHEMA).exists() is (builder == "dirhtml")


def test_a_format_costs_a_module_and_a_line(tmp_path: Path) -> None:
    copy = small_project(tmp_path / "archive", PAGES)
    write(copy / "_ext/formats/days.py", FORMAT)
    listed = copy / "_ext/seminars/exports.py"
    text = listed.read_text("utf-8")
    assert "EXPORTS = (\n" in text
    text = text.replace("EXPORTS = (\n", LINE).replace("    TOP,\n", "    TOP,\n    days,\n")
    listed.write_text(text, encoding="utf-8")

    for command in (("html", "fr"), ("update-po",), ("termbase",)):
        result = publish(copy, *command)
        assert result.returncode == 0, result.stdout + result.stderr

    site = copy / "_build/html/fr"
    assert (site / "days.txt").read_text("utf-8") == "2018-06-05 Un séminaire"
    for path in (site / "index.html", site / "events/2018-06-05-chisinau.html"):
        head = BeautifulSoup(path.read_text("utf-8"), "html.parser").head
        link = head.select_one("link[rel=alternate][type='text/plain']")
        assert (path.parent / link["href"]).resolve() == site / "days.txt"

    listed.write_text(text.replace(LINE, "EXPORTS = (\n"), encoding="utf-8")
    assert publish(copy, "html", "fr").returncode == 0
    assert not (site / "days.txt").exists()
