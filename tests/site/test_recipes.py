"""What an addition costs: each is made as docs/code.md says, in a copy, and nothing else is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from support import EVENT, INDEX, PAGES, ROOT, files, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

CASE = '''"""Cases: what courts have decided."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from records import rows
from records.facts import Facts
from records.fields import Day, Id, Refers, Text
from records.kind import Dates, Kind, Names
from records.sheet_rows import Row


class CaseFacts(Facts):
    """Front matter of a page under ``cases/``."""

    short_name: Text = Field(description="how it is cited")
    court: Annotated[Id, Refers("org")] = Field(description="who decided it")
    decided: Day = Field(description="the day of the decision")


CASE = Kind(
    "case",
    CaseFacts,
    rows=(
        Row("Short name", rows.Text("short_name"), note="short name"),
        Row("Decided by", rows.Reference("court")),
        Row("Date", rows.Days("decided")),
        Row("Official text", rows.Website("url")),
    ),
    heading="name of the case",
    names=Names(short="short_name"),
    dates=Dates("decided", "of a case: its day and its name, as in 2010-01-07-rantsev"),
    sidebar="short_name",
)
'''
RANTSEV = """---
short_name: Rantsev
court: unodc
decided: 2010-01-07
url: https://example.org/rantsev
updated: 2026-01-01
---

# Rantsev c. Chypre et Russie

Un arrêt.
"""
CASES = """# Affaires

```{record-list} case
```

```{record-toctree}
```
"""
EVENTS = "records/kinds/events.py"
VENUE = (
    "    venue: Text | None = "
    'Field(None, description="the building or room, where the source names it")'
)


def changed(copy: Path) -> dict[str, int]:
    """Return the files of the code that differ from the archive's, with the lines added to each."""
    before, after = files(ROOT / "_ext"), files(copy / "_ext")
    return {
        name: content.count(b"\n") - before.get(name, b"").count(b"\n")
        for name, content in after.items()
        if name.endswith(".py") and before.get(name) != content
    }


def add_line(path: Path, *, after: str, line: str) -> None:
    """Add *line* below the one that is *after*."""
    text = path.read_text("utf-8")
    assert text.count(f"{after}\n") == 1
    path.write_text(text.replace(f"{after}\n", f"{after}\n{line}\n"), encoding="utf-8")


def run(copy: Path, *arguments: str) -> None:
    result = publish(copy, *arguments)
    assert result.returncode == 0, result.stdout + result.stderr


def comments(copy: Path, name: str) -> dict[str, str]:
    """Return what translators are told of each message of a Romanian catalogue."""
    catalogue = polib.pofile(str(copy / f"locales/ro/LC_MESSAGES/{name}.po"))
    return {entry.msgid: entry.comment for entry in catalogue}


def test_a_kind_is_a_file_a_line_and_an_index_page(tmp_path: Path) -> None:
    event = EVENT + "\nSelon {case}`2010-01-07-rantsev`.\n"
    pages = {
        "index.md": INDEX.replace("events/*", "events/*\ncases/index"),
        "events/2018-06-05-chisinau.md": event,
        "cases/index.md": CASES,
        "cases/2010-01-07-rantsev.md": RANTSEV,
    }
    copy = small_project(tmp_path, PAGES | pages)
    write(copy / "_ext/records/kinds/cases.py", CASE)
    folders = copy / "_ext/records/folders.py"
    add_line(folders, after='    "concepts": "glossary/concepts",', line='    "cases": "cases",')

    run(copy, "html", "fr")
    write(copy / "cases/2010-01-07-rantsev.md", RANTSEV.replace("Un arrêt.", "Un arrêt de 2010."))
    run(copy, "html", "fr")  # builds what was edited
    run(copy, "update-po")
    run(copy, "termbase")

    assert changed(copy) == {"records/kinds/cases.py": 37, "records/folders.py": 1}
    site = copy / "_build/html/fr"
    page = (site / "cases/2010-01-07-rantsev.html").read_text("utf-8")
    assert "Un arrêt de 2010." in page
    assert "7 janvier 2010" in page.replace("\xa0", " ")
    text = BeautifulSoup(page, "html.parser").select_one(".fact-sheet").get_text()
    assert "Office des Nations Unies contre la drogue et le crime (ONUDC)" in text
    assert "Rantsev, 7 janvier 2010" in page.replace("\xa0", " ")  # in the sidebar
    assert ">Rantsev</a>" in (site / "events/2018-06-05-chisinau.html").read_text("utf-8")
    assert "— Rantsev" in (site / "cases/index.html").read_text("utf-8")
    schema = json.loads((site / "schemas/case.schema.json").read_text("utf-8"))
    assert schema["title"] == "CaseFacts"
    told = comments(copy, "cases/2010-01-07-rantsev")
    assert told["Rantsev c. Chypre et Russie"] == "Title of the page: name of the case"
    assert told["Rantsev"] == "Fișă: denumire scurtă"
    assert comments(copy, "_interface")["Decided by"] == "Interfață: rând al fișei"
    table = (copy / "_build/termbase/seminars.csv").read_text("utf-8").splitlines()
    assert "2010-01-07-rantsev,Affaires,Rantsev c. Chypre et Russie; Rantsev,,," in table


def test_a_key_is_two_lines_of_one_file(tmp_path: Path) -> None:
    event = EVENT.replace("city:", "interpreters: Deux interprètes\ncity:")
    copy = small_project(tmp_path, PAGES | {"events/2018-06-05-chisinau.md": event})
    code = copy / "_ext" / EVENTS
    key = VENUE
    row = '        Row("Venue", rows.Text("venue"), note="venue"),'
    add_line(code, after=key, line=key.replace("venue", "interpreters"))
    add_line(
        code,
        after=row,
        line='        Row("Interpreting", rows.Text("interpreters"), note="interpreters"),',
    )

    run(copy, "html", "fr")
    run(copy, "update-po")
    run(copy, "termbase")

    assert changed(copy) == {EVENTS: 2}
    site = copy / "_build/html/fr"
    page = (site / "events/2018-06-05-chisinau.html").read_text("utf-8")
    assert "Deux interprètes" in page
    schema = json.loads((site / "schemas/event.schema.json").read_text("utf-8"))
    assert "interpreters" in schema["properties"]
    told = comments(copy, "events/2018-06-05-chisinau")
    assert told["Deux interprètes"] == "Fact sheet: interpreters"
    assert comments(copy, "_interface")["Interpreting"] == "Interfață: rând al fișei"


def test_a_key_without_a_row_ends_the_build_and_is_named(tmp_path: Path) -> None:
    copy = small_project(tmp_path, PAGES)
    key = VENUE
    add_line(copy / "_ext" / EVENTS, after=key, line=key.replace("venue", "interpreters"))

    result = publish(copy, "html", "fr")

    assert result.returncode != 0
    assert "records/kinds/events.py: the key `interpreters` of EventFacts is in no row" in (
        result.stdout + result.stderr
    )


@pytest.mark.parametrize("pattern", ["notes/**", "notes/*.md", "no*s/*.md"])
def test_a_folder_that_the_settings_include_is_built_and_rebuilt(
    tmp_path: Path, pattern: str
) -> None:
    pages = {
        "index.md": INDEX.replace("events/*", "events/*\nnotes/index"),
        "notes/index.md": "# Notes\n\nAvant.\n",
    }
    copy = small_project(tmp_path, PAGES | pages)
    conf = copy / "conf.py"
    text = conf.read_text("utf-8")
    conf.write_text(text.replace('["*.md", ', f'["*.md", "{pattern}", '), encoding="utf-8")
    run(copy, "html", "fr")

    write(copy / "notes/index.md", "# Notes\n\nAprès.\n")
    run(copy, "html", "fr")

    assert "Après." in (copy / "_build/html/fr/notes/index.html").read_text("utf-8")
