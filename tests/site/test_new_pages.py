"""``make new-seminar`` and ``make new-record``: new pages lead an editor to what is missing."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from pydantic import Field, create_model

from records.blank_pages import blank_page
from records.fields import Text
from records.front_matter import split_front_matter
from records.front_matter_faults import check
from records.key_words import TO_FILL_IN, form, is_list
from records.keys import choices, keys_in
from records.kinds import KINDS, kind_named
from records.kinds.organisations import OrganisationFacts
from records.rows import Shape, Word
from records.rows import Text as TextRow
from records.sheet_rows import Row, within
from support import PAGES, ROOT, begin, files, publish, small_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pydantic.fields import FieldInfo
    from sphinx.testing.util import SphinxTestApp

    from records.kind import Kind

TODAY = date(2026, 11, 26)
NAME = "2026-05-01-riga"
SEMINAR = {"KIND": "event", "ID": NAME}
# What an editor may write where a new page waits, by the words that say how
VALUES = {
    "text in French": "Un texte",
    "text, the same in all languages": "As printed",
    "ISO 3166-1, as in MD or FR": "LV",
    "code of a language, as in fr": "fr",
    "address that begins with https://": "https://example.org/page",
    "day, as in 2018-06-05": "2026-05-01",
    "day, month or year, as in 2018-06-05, 2018-06 or 2018": "2026-05-01",
    "year, as in 2000": "2000",
    "small letters, digits and hyphens": "page",
    "true or false": "true",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("new"), PAGES)


def value_for(info: FieldInfo) -> str:
    """Return what an editor may write for a key."""
    words = form(info)
    plain = words.removeprefix("list: ")
    value = "unodc" if plain.startswith("id of a page") else VALUES.get(plain, "")
    value = value or next(iter(choices(info)), "a")
    return f"[{value}]" if is_list(info) else value


def filled(page: str, kind: Kind) -> str:
    """Return a new *page* with each of its keys filled in, those that may be left out as well."""
    keys, lines, above = dict(keys_in(kind.facts)), page.split("\n"), ""
    for number, line in enumerate(lines):
        found = re.fullmatch(r"([ -]*)(\w+):(?: \[?…\]?)?", line)
        if found:
            above = above if found[1] else found[2]
            path = f"{above}.{found[2]}" if found[1] else above
            path = path if path in keys else next(one for one in keys if one.endswith(found[2]))
            if line.endswith((TO_FILL_IN, "]")):
                lines[number] = f"{found[1]}{found[2]}: {value_for(keys[path])}"
    return "\n".join(lines).replace(f"# {TO_FILL_IN}", "# Le titre de la page")


def _showing(shape: Shape) -> Iterator[Shape]:
    """Yield what shows something in *shape* by itself: a word in it may choose its pattern."""
    return (one for one in within(shape) if one is shape or not isinstance(one, Word))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_page_has_every_key_with_its_words_and_says_what_is_missing(kind: Kind) -> None:
    page = blank_page(kind, NAME, today=TODAY)
    prose = " ".join(re.sub(r"(?m)^[# ]+", "", page).split())

    for path, info in keys_in(kind.facts):
        assert re.search(rf"(?m)^[# -]*{path.rpartition('.')[2]}:", page), path
        assert info.description is not None
        assert " ".join(info.description.split()) in prose, path
        assert all(f"{value} = {words}" in prose for value, words in choices(info).items())
    _facts, faults = check(kind, NAME, split_front_matter(page))
    lines = page.split("\n")
    assert [lines[fault.line - 1] for fault in faults] == [
        line for line in lines if TO_FILL_IN in line and not line.lstrip().startswith("#")
    ] + [f"# {TO_FILL_IN}"]
    assert all("is to be filled in: " in fault.message for fault in faults)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_page_that_is_filled_in_has_no_fault(kind: Kind) -> None:
    page = filled(blank_page(kind, NAME, today=TODAY), kind)

    facts, faults = check(kind, NAME, split_front_matter(page))

    assert [str(fault) for fault in faults] == []
    assert facts is not None


@pytest.mark.parametrize("kind", KINDS)
def test_the_sign_of_each_key_can_be_taken_away(kind: Kind) -> None:
    page = blank_page(kind, NAME, today=TODAY)
    signs = re.compile(r"(?m)^( *)#(?= +#| *(?:- )?\w+:(?: |$))")
    while (plain := signs.sub(r"\1", page)) != page:
        page = plain

    matter = split_front_matter(filled(page, kind))

    assert matter.faults == ()
    paths = {re.sub(r"\.\d+", "", path) for path in matter.lines}
    assert paths == {path for path, _info in keys_in(kind.facts)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (r"(?m)^updated: .*$", "updated: a: b", "there is a colon in the text"),
        (r"(?m)^updated: .*$", 'updated: "a', "a quotation mark that opens here is not closed"),
        (r"(?m)^updated: .*$", "updated: [a", "a bracket `[` that opens here is not closed"),
        (r"(?m)^updated: .*$", "updated:\t2026-11-26\n\t# x", "a tab"),
        (r"\A---\n", "", "the front matter has no beginning"),
        (r"\A---\n", "--\n", "begins with `---` alone"),
        (r"\n---\n", "\n", "the front matter is not closed"),
        (r"\n---\n", "\n--\n", "this line does not close the front matter"),
    ],
)
def test_a_slip_in_a_page_with_all_its_comments_is_said_by_itself(
    kind: Kind, right: str, wrong: str, said: str
) -> None:
    page = filled(blank_page(kind, NAME, today=TODAY), kind)
    broken = re.sub(right, lambda _found: wrong, page, count=1)

    _facts, faults = check(kind, NAME, split_front_matter(broken))

    assert broken != page
    assert len(faults) == 1, faults
    assert said in faults[0].message


def test_a_new_key_is_in_new_pages_by_itself() -> None:
    field: Any = (Text | None, Field(None, description="who founded it"))
    facts = create_model(
        "WithFounder",
        __base__=OrganisationFacts,
        __module__=OrganisationFacts.__module__,
        founder=field,
    )
    kind = kind_named("org")
    rows = (*kind.rows, Row("Founder", TextRow("founder"), note="fondateur"))

    page = blank_page(replace(kind, facts=facts, rows=rows), "x", today=TODAY)

    assert "# who founded it (text in French)\n#founder: …\n" in page


def test_a_seminar_is_begun_and_the_build_leads_to_what_is_missing(copy: Path) -> None:
    result = begin(copy, **SEMINAR)

    page = copy / f"events/{NAME}.md"
    assert result.returncode == 0, result.stderr
    assert result.stdout == (
        f"events/{NAME}.md is there: open it, replace each …, and run `make html`\n"
    )
    built = publish(copy, "html")
    said = (built.stdout + built.stderr).splitlines()
    missing = [line for line in said if "is to be filled in" in line]
    assert built.returncode != 0
    waiting = re.findall(r"(?m)^ *(?:- )?\w+: …$|^# …$", page.read_text("utf-8"))
    assert len(missing) == len(waiting) > 5  # each once, and not once in each language

    page.write_text(filled(page.read_text("utf-8"), kind_named("event")), encoding="utf-8")
    built = publish(copy, "html", "fr")
    assert built.returncode == 0, built.stdout + built.stderr


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"KIND": "event"}, "say which: ID= and an id of a seminar: its first day and its place"),
        ({"KIND": "seminar"}, "say which: ID= and an id of a seminar"),
        ({"KIND": "event", "ID": "2018-06-05-chisinau"}, "as in ID=2018-06-05-chisinau-2"),
        ({"KIND": "event", "ID": "2026-5-1 Rīga"}, "hundred at most): try ID=2026-05-01-riga"),
        ({"KIND": "event", "ID": "2026-02-30-riga"}, "calendar: 2026-02 has the days 01 to 28"),
        ({"KIND": "event", "ID": "2026-13-01-riga"}, "calendar: a year has the months 01 to 12"),
        ({"KIND": "event", "ID": "2026-05"}, "`2026-05` has no place behind its day"),
        ({"KIND": "event", "ID": "riga"}, "`riga` begins with no day: give an id of a seminar"),
        ({"KIND": "event", "ID": "2026-05-01"}, "`2026-05-01` has no place behind its day"),
        ({"KIND": "organisation", "ID": "../../x"}, "a hundred at most): try ID=x"),
        ({"KIND": "organisation", "ID": "Мин'истр $(id)"}, "hundred at most): try ID=min-istr-id"),
        ({"KIND": "organisation", "ID": "index"}, "`index` is no id"),
        ({"KIND": "organisation", "ID": "unodc"}, "unodc.md is there already: open it, or take"),
        ({"KIND": "organization", "ID": "x"}, "no such kind; did you mean `organisation`?"),
        ({"ID": "x"}, "say of which kind: KIND=event or KIND=organisation or "),
    ],
)
def test_a_name_that_is_none_is_refused_in_one_line_with_another(
    copy: Path, names: dict[str, str], said: str
) -> None:
    before = files(copy / "events") | files(copy / "glossary")

    result = begin(copy, **names)

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr
    assert files(copy / "events") | files(copy / "glossary") == before


def test_make_has_both(tmp_path: Path) -> None:
    result = subprocess.run(
        ["make", "--dry-run", "new-record", "KIND=organisation", "ID=lv-ministry"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "-m commands.new_page" in result.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_said_of_a_key_that_is_not_there(
    build: Callable[..., SphinxTestApp], kind: Kind
) -> None:
    page = f"{kind.folder}/{NAME}"
    app = build({f"{page}.md": filled(blank_page(kind, NAME, today=TODAY), kind)})

    given = {"url", *(key for key, info in kind.facts.model_fields.items() if info.is_required())}
    given |= kind.facts.usual_keys
    soup = BeautifulSoup((app.outdir / f"{page}.html").read_text("utf-8"), "html.parser")
    rows = [
        row
        for row in kind.rows
        if any(key in given for part in _showing(row.shows) for key in part.keys)
    ]
    assert [term.text.removesuffix(":") for term in soup.select(".fact-sheet dt")] == [
        row.one or row.label for row in rows if not row.heads
    ]
    assert len(soup.select(".fact-line > li")) == sum(row.heads for row in rows)
