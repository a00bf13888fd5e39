"""What is said of the translations is what msgfmt counts, and what the pages show."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polib
import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogues.po.reader import read
from support import copy_example, publish

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

STATUS = "translation-status.json"
FIGURES = ("translated", "fuzzy", "untranslated")


def msgfmt(path: Path) -> tuple[int, ...]:
    """Return what ``msgfmt --statistics`` says of a catalogue."""
    result = subprocess.run(
        ["msgfmt", "--statistics", "--output-file", os.devnull, str(path)],
        env=os.environ | {"LC_ALL": "C", "LANGUAGE": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", result.stderr)}
    return tuple(found.get(word, 0) for word in FIGURES)


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    made = polib.POFile(wrapwidth=0)
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    made.extend(entries)
    return made


# msgfmt refuses a line end at the start or at the end that the message lacks
TEXTS = st.text('abc é\n"\\%', max_size=12).map(lambda text: text.strip("\n"))


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(TEXTS, st.booleans(), st.booleans(), st.booleans()), max_size=12))
def test_the_figures_of_any_catalogue_are_those_of_msgfmt(
    tmp_path: Path, parts: list[tuple[str, bool, bool, bool]]
) -> None:
    entries = []
    for number, (text, fuzzy, obsolete, has_context) in enumerate(parts):
        entry = polib.POEntry(msgid=f"Texte {number}", msgstr=text, obsolete=obsolete)
        entry.flags = ["fuzzy"] if fuzzy else []
        if has_context:
            entry.msgctxt = "contexte"
        entries.append(entry)
    path = tmp_path / "page.po"
    catalogue(*entries).save(str(path))

    assert read(path.read_bytes()).counts == msgfmt(path)


def gut(path: Path) -> None:
    """Make a catalogue of every kind of entry out of one that is complete."""
    found = polib.pofile(str(path), wrapwidth=0)
    first, second, third, fourth, *_others = found
    first.flags.append("fuzzy")
    second.msgstr = ""
    third.msgstr += " *"
    found.remove(fourth)
    found.append(polib.POEntry(msgid="Ancien", msgstr="Vechi", obsolete=True))
    found.save(str(path))


PAGE = "events/2018-06-05-chisinau"


@pytest.fixture(scope="module")
def gutted(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive for tests with Romanian catalogues that lack something."""
    copy = tmp_path_factory.mktemp("gutted") / "archive"
    shutil.copytree(project, copy)
    for name in (PAGE, "glossary/organisations/unodc"):
        gut(copy / f"locales/ro/LC_MESSAGES/{name}.po")
    (copy / "locales/ro/LC_MESSAGES/glossary/concepts/exploitation.po").unlink()
    result = publish(copy, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    return copy


def status_of(archive: Path) -> Any:
    return json.loads((archive / "_build/html" / STATUS).read_text("utf-8"))


@pytest.mark.parametrize("language", ["fr", "en", "ro", "ru"])
def test_the_status_counts_what_msgfmt_counts(gutted: Path, language: str) -> None:
    status = status_of(gutted)["languages"][language]
    folder = gutted / f"locales/{language}/LC_MESSAGES"

    expected = {
        path.relative_to(folder).with_suffix("").as_posix(): msgfmt(path)
        for path in folder.rglob("*.po")
    }
    found = {
        name: tuple(entry[figure] for figure in FIGURES)
        for name, entry in status["catalogues"].items()
        if entry["catalogue"]
    }
    assert found == expected
    assert [status["total"][figure] for figure in FIGURES] == [
        sum(counts) for counts in zip(*expected.values(), strict=True)
    ]


def test_the_status_says_what_is_not_published_and_why(gutted: Path) -> None:
    entries = status_of(gutted)["languages"]["ro"]["catalogues"]

    page, absent, complete = (
        entries[name]
        for name in (PAGE, "glossary/concepts/exploitation", "events/2011-10-06-zagreb")
    )
    assert (page["fuzzy"], page["untranslated"], page["refused"], page["absent"]) == (1, 1, 1, 1)
    assert not page["listed"]
    assert page["percent"] < 100
    assert (absent["catalogue"], absent["percent"]) == (None, 0)
    assert absent["absent"] > 0
    assert (complete["percent"], complete["listed"]) == (100, True)


def test_the_page_shows_the_figures_with_links(gutted: Path) -> None:
    folder = gutted / "_build/html/ro"
    page = BeautifulSoup((folder / "translation.html").read_text("utf-8"), "html.parser")
    status = status_of(gutted)["languages"]["ro"]

    wide = page.select_one("#status-catalogues .table-wrapper")
    assert (wide["role"], wide["tabindex"]) == ("region", "0")  # it scrolls, by keyboard too
    assert wide["aria-label"]
    rows = page.select("#status-catalogues tbody tr")
    assert len(rows) == len(status["catalogues"])
    shares = [int(re.findall(r"\d+", row.select("td")[-1].text)[0]) for row in rows]
    assert shares == sorted(shares)
    row = next(row for row in rows if row.code and row.code.text.endswith(f"/{PAGE}.po"))
    cells = [cell.text.strip() for cell in row.select("td")]
    entry = status["catalogues"][PAGE]
    assert [int(cell) for cell in cells[1:5]] == [entry[x] for x in (*FIGURES, "refused")]
    assert (folder / row.a["href"]).is_file()
    languages = page.select("#status-languages tbody tr")
    assert [int(cell.text) for cell in languages[2].select("td")[3:6]] == [
        status["total"][figure] for figure in FIGURES
    ]
    assert (folder / languages[3].a["href"]).is_file()


def test_a_page_under_the_rule_is_in_no_menu_and_no_search_engine(gutted: Path) -> None:
    for language in ("fr", "en", "ru", "ro"):
        text = (gutted / f"_build/html/{language}/{PAGE}.html").read_text("utf-8")
        page = BeautifulSoup(text, "html.parser")
        menu = [link["hreflang"] for link in page.select("nav.languages a")]
        robots = [meta["content"] for meta in page.select("meta[name=robots]")]
        if language == "ro":
            assert (menu, robots) == (["fr", "en", "ru"], ["noindex"])
            assert page.select_one(".completeness a[hreflang=fr]")
        else:
            assert "ro" not in menu
            assert robots == []
    whole = (gutted / "_build/html/fr/events/2011-10-06-zagreb.html").read_text("utf-8")
    assert 'hreflang="ro"' in whole


def test_what_gutting_changed_is_what_a_clean_build_gives(gutted: Path, tmp_path: Path) -> None:
    alone = copy_example(tmp_path / "alone")
    shutil.rmtree(alone / "locales")
    shutil.copytree(gutted / "locales", alone / "locales")
    result = publish(alone, "html", "fr")
    assert result.returncode == 0, result.stdout

    pages = sorted((alone / "_build/html/fr").rglob("*.html"))
    other = gutted / "_build/html"
    assert [
        path
        for path in pages
        if path.read_bytes() != (other / path.relative_to(alone / "_build/html")).read_bytes()
    ] == []
    assert (alone / "_build/html" / STATUS).read_bytes() == (other / STATUS).read_bytes()


RULE = """
extensions.append("myst_gettext")
source_suffix = {".md": "markdown"}
templates_path = ["%s"]
seminars_listed_from = {"ro": %s}
"""
TEMPLATES = Path(__file__).resolve().parents[2] / "_templates"


@pytest.mark.parametrize(
    ("share", "listed"), [(100, False), (67, False), (66, True), (0, True), (None, False)]
)
def test_the_rule_is_a_share_of_the_page(
    build: Callable[..., SphinxTestApp], tmp_path: Path, share: object, *, listed: bool
) -> None:
    path = tmp_path / "source/locales/ro/LC_MESSAGES/page.po"
    path.parent.mkdir(parents=True)
    entries = [polib.POEntry(msgid=text, msgstr=f"{text}.") for text in ("Un", "Deux")]
    catalogue(*entries).save(str(path))
    page = "---\norphan: true\n---\n# Un\n\nDeux\n\nTrois\n"

    app = build({"page.md": page}, conf=RULE % (TEMPLATES, share))

    text = (app.outdir / "page.html").read_text("utf-8")
    assert ('hreflang="ro"' in text) is listed
    assert ('hreflang="en"' in text) is False


def test_a_language_of_which_nothing_is_listed_is_at_no_door(tmp_path: Path) -> None:
    copy = copy_example(tmp_path / "archive")
    conf = copy / "conf.py"
    text = conf.read_text("utf-8")
    assert '"ro": 100' in text
    conf.write_text(text.replace('"ro": 100', '"ro": None'), encoding="utf-8")

    result = publish(copy, "html", "fr")

    assert result.returncode == 0, result.stdout
    assert 'hreflang="ro"' not in (copy / "_build/html/index.html").read_text("utf-8")
    assert 'hreflang="ru"' in (copy / "_build/html/index.html").read_text("utf-8")
    assert 'hreflang="ro"' not in (copy / "_build/html/fr/index.html").read_text("utf-8")
