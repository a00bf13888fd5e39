"""However an archive is built, it is the same, byte for byte."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from support import CITED, LANGUAGES, beside_languages, copy_example, files, publish

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """A copy of the built archive, to change and build again."""
    return Path(shutil.copytree(project, tmp_path / "archive"))


def clean_build(source: Path, target: Path) -> dict[str, bytes]:
    """Return the website that *source* gives when nothing has been built before."""
    copied = Path(shutil.copytree(source, target, ignore=shutil.ignore_patterns("_build")))
    result = publish(copied, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    return files(copied / "_build" / "html")


def assert_same(found: dict[str, bytes], expected: dict[str, bytes]) -> None:
    assert found.keys() == expected.keys()
    assert [name for name in expected if found[name] != expected[name]] == []


def test_twice_the_same_source_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    assert_same(clean_build(project, tmp_path / "again"), files(project / "_build" / "html"))


def test_a_language_by_itself_and_read_in_parallel_gives_the_same_bytes(
    project: Path, tmp_path: Path
) -> None:
    """But for where fonts, scripts and styles are: languages that are built together share them."""

    def built(jobs: str) -> dict[str, bytes]:
        output = tmp_path / jobs
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "-j", jobs]
        command += ["-D", "language=ro", "-d", str(tmp_path / f"doctrees-{jobs}")]
        subprocess.run([*command, str(project), str(output)], check=True)
        return {name: text for name, text in files(output).items() if name != ".buildinfo"}

    alone = built("2")
    assert_same(alone, built("1"))
    assert "_static/page.js" in alone  # so that the language needs nothing beside it
    published = files(project / "_build/html/ro")
    for name in (name for name in published if name.endswith((".html", ".xml", ".json"))):
        if not name.startswith("pagefind/"):
            assert published[name] == beside_languages(alone[name])


def rename(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n# ", "\n# Nouveau nom : ", 1), encoding="utf-8")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def remove(root: Path, page: str) -> None:
    """Remove a page and what refers to it."""
    (root / f"{page}.md").unlink()
    name = page.rpartition("/")[2]
    for path in root.rglob("*.md"):
        text = path.read_text("utf-8")
        if name in text:
            lines = [line for line in text.splitlines(keepends=True) if name not in line]
            path.write_text("".join(lines), encoding="utf-8")


def translate(root: Path) -> None:
    path = root / "locales/ru/LC_MESSAGES/glossary/organisations/osce.po"
    replace(path, "Организация по безопасности", "ИЗМЕНЕНО: Организация по безопасности")


def untranslate(root: Path) -> None:
    """Empty a translation: the other languages show less of this one."""
    path = root / "locales/ru/LC_MESSAGES/glossary/organisations/osce.po"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'(?<=\nmsgstr )"[^"]+"\n\Z', '""\n', text), encoding="utf-8")
    assert path.read_text("utf-8") != text


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda root: None,
    "a title of a seminar": lambda root: rename(root / "events/2018-05-31-sofia.md"),
    "a name in the glossary": lambda root: rename(root / "glossary/organisations/icmpd.md"),
    "a page added": lambda root: (root / "events/2019-01-01-a.md").write_text(
        CITED.replace("2018-06-05", "2019-01-01").replace("2018-06-07", "2019-01-02"), "utf-8"
    ),
    "a page removed": lambda root: remove(root, "events/2011-10-06-zagreb"),
    "a translation": translate,
    "a translation gone": untranslate,
    "an abbreviation": lambda root: replace(
        root / "glossary/organisations/unodc.md", "abbreviation: ONUDC", "abbreviation: ONUDC2"
    ),
    "the version": lambda root: replace(root / "conf.py", 'version = "1"', 'version = "2"'),
    "a mention": lambda root: replace(
        root / "about.md", "Ces archives présentent", "Avec l’{org}`osce`, ces archives présentent"
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_after_a_change_equals_a_clean_one(copy: Path, tmp_path: Path, change: str) -> None:
    CHANGES[change](copy)

    result = publish(copy, "html")
    assert result.returncode == 0, result.stdout + result.stderr

    assert_same(files(copy / "_build" / "html"), clean_build(copy, tmp_path / "clean"))


def test_a_language_is_built_for_its_own_words_and_for_what_others_have_translated(
    copy: Path,
) -> None:
    def unchanged() -> list[str]:
        printed = publish(copy, "html").stdout
        return re.findall(r"^\[(\w+)\] html: nothing has changed$", printed, re.MULTILINE)

    words = copy / "locales/ru/LC_MESSAGES/events/2011-10-06-zagreb.po"
    replace(words, 'msgstr "Ход работы"', 'msgstr "Обсуждения"')
    assert unchanged() == [code for code in LANGUAGES if code != "ru"]
    translate(copy)  # a name, which all languages show
    assert unchanged() == []
    assert unchanged() == [*LANGUAGES]

    untranslate(copy)
    assert unchanged() == []


def test_a_failed_build_leaves_the_last_good_site(copy: Path) -> None:
    page = "events/2018-05-31-sofia"
    replace(copy / f"{page}.md", "city: Sofia", "city: Sofia-Nord")
    publish(copy, "html")
    before = files(copy / "_build" / "html")
    names = [copy / f"_build/{folder}/fr/{page}.html" for folder in ("work/html", "html")]
    assert names[0].samefile(names[1])  # so that what is written into one is in the other
    replace(copy / "events/2018-05-31-sofia.md", "country: BG", "country: Bulgarie")

    result = publish(copy, "html")

    assert result.returncode == 1
    assert (
        "events/2018-05-31-sofia.md:7: WARNING: country: `Bulgarie` is no country" in result.stdout
    )
    assert files(copy / "_build" / "html") == before


def test_a_seminar_is_one_new_file(copy: Path) -> None:
    (copy / "events/2030-01-01-geneva.md").write_text(
        CITED.replace("2018-06-05", "2030-01-01").replace("2018-06-07", "2030-01-02"), "utf-8"
    )

    result = publish(copy, "html")

    assert result.returncode == 0, result.stdout
    home = BeautifulSoup((copy / "_build/html/fr/index.html").read_text("utf-8"), "html.parser")
    first = home.select_one(".event-list a")
    assert first is not None
    assert first["href"] == "events/2030-01-01-geneva.html"


def test_a_language_is_one_entry_and_a_folder(tmp_path: Path) -> None:
    copy = copy_example(tmp_path / "archive")
    replace(copy / "conf.py", '    "ru": "ru_RU",\n', '    "ru": "ru_RU",\n    "is": "is_IS",\n')
    shutil.copytree(copy / "locales/ru", copy / "locales/is")
    for catalogue in (copy / "locales/is").rglob("*.po"):
        replace(catalogue, '"Language: ru\\n"', '"Language: is\\n"')

    result = publish(copy, "html")

    assert result.returncode == 0, result.stdout
    page = copy / "_build/html/is/events/2018-06-05-chisinau.html"
    assert "júní 2018" in page.read_text("utf-8")
    french = BeautifulSoup((copy / "_build/html/fr/index.html").read_text("utf-8"), "html.parser")
    assert french.select_one("nav.languages a[hreflang=is]").text == "Íslenska"


@pytest.mark.parametrize("builder", ["epub", "text", "dirhtml"])
def test_any_sphinx_builder_works_by_its_name(copy: Path, builder: str) -> None:
    result = publish(copy, builder, "ru")

    assert result.returncode == 0, result.stdout
    names = {
        "epub": "seminars-ru.epub",
        "text": "events/2018-06-05-chisinau.txt",
        "dirhtml": "events/2018-06-05-chisinau/index.html",
    }
    assert (copy / "_build" / builder / "ru" / names[builder]).is_file()


def test_an_unknown_language_is_refused_by_name(project: Path) -> None:
    result = publish(project, "html", "xx")

    assert result.returncode == 2
    assert result.stderr == f"there is no language `xx`; there are {', '.join(LANGUAGES)}\n"
