"""The glossary as a termbase: files that tools take, and a warning where its terms are not used."""

from __future__ import annotations

import csv
import re
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import polib
import pytest
from translate.storage.csvl10n import csvfile
from translate.storage.tbx import tbxfile

from support import copy_example, files, publish

if TYPE_CHECKING:
    from pathlib import Path

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGES = ["fr", "en", "ro", "ru"]
UNODC = "locales/ru/LC_MESSAGES/glossary/organisations/unodc.po"

# What ISO 30042:2008 and the dialect TBX-Basic let stand in each element, of what is written here
CHILDREN = {
    "martif": {"martifHeader", "text"},
    "martifHeader": {"fileDesc", "encodingDesc"},
    "fileDesc": {"titleStmt", "sourceDesc"},
    "titleStmt": {"title"},
    "sourceDesc": {"p"},
    "encodingDesc": {"p"},
    "text": {"body"},
    "body": {"termEntry"},
    "termEntry": {"descrip", "xref", "langSet"},
    "langSet": {"descripGrp", "tig"},
    "descripGrp": {"descrip", "admin"},
    "tig": {"term", "termNote", "note"},
}
VALUES = {
    "administrativeStatus": {"preferredTerm-admn-sts", "admittedTerm-admn-sts"},
    "termType": {"fullForm", "abbreviation", "shortForm", "variant"},
}
TYPES = {
    ("encodingDesc", "p"): {"XCSURI"},
    ("termEntry", "descrip"): {"subjectField"},
    ("termEntry", "xref"): {"externalCrossReference"},
    ("descripGrp", "descrip"): {"definition"},
    ("descripGrp", "admin"): {"source"},
    ("tig", "termNote"): {"administrativeStatus", "termType"},
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the archive, with its termbase."""
    copy = copy_example(tmp_path_factory.mktemp("terms"))
    result = publish(copy, "termbase")
    assert result.returncode == 0, result.stdout + result.stderr
    return copy


@pytest.fixture(scope="module")
def concepts(archive: Path) -> dict[str, ET.Element]:
    root = ET.parse(archive / "_build/termbase/seminars.tbx").getroot()  # noqa: S314 - our own
    return {entry.attrib["id"]: entry for entry in root.iter("termEntry")}


def terms(entry: ET.Element, language: str) -> dict[str, dict[str, str | None]]:
    """Return what is said of each term of a concept in *language*."""
    found = {}
    for section in entry.findall("langSet"):
        if section.attrib[LANG] == language:
            for term in section.findall("tig"):
                notes = {n.attrib["type"]: n.text for n in term.findall("termNote")}
                notes["note"] = term.findtext("note")
                found[term.findtext("term", "")] = notes
    return found


def test_the_tbx_is_of_the_dialect_that_it_names(archive: Path) -> None:
    root = ET.parse(archive / "_build/termbase/seminars.tbx").getroot()  # noqa: S314 - our own

    assert root.tag == "martif"
    assert root.attrib == {"type": "TBX-Basic", LANG: "fr"}
    for parent in root.iter():
        name = parent.tag
        for child in parent:
            own = child.tag
            assert own in CHILDREN[name]
            if "type" in child.attrib:
                assert child.attrib["type"] in TYPES[name, own]
                assert child.text in VALUES.get(child.attrib["type"], {child.text})
        if name not in CHILDREN:
            assert parent.text
    ids = [entry.attrib["id"] for entry in root.iter("termEntry")]
    assert len(set(ids)) == len(ids) > 15
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in ids)  # NCName


def test_the_translate_toolkit_reads_the_tbx(archive: Path) -> None:
    content = (archive / "_build/termbase/seminars.tbx").read_bytes()
    found = {}
    for language in LANGUAGES[1:]:
        store = tbxfile(sourcelanguage="fr", targetlanguage=language)
        store.parse(content)
        found[language] = {unit.source: unit.gettarget(language) for unit in store.units}

    name = "Office des Nations Unies contre la drogue et le crime"
    assert found["en"][name] == "United Nations Office on Drugs and Crime"
    assert found["ru"][name].startswith("Управление Организации Объединенных Наций")
    assert len(found["ro"]) > 15


def test_every_record_has_its_names_in_every_language(
    archive: Path, concepts: dict[str, ET.Element]
) -> None:
    pages = {path.stem for path in (archive / "glossary").glob("*/*.md")} - {"index"}

    assert set(concepts) == pages
    for entry in concepts.values():
        sections = {s.attrib[LANG]: s for s in entry.findall("langSet")}
        assert list(sections)[: len(LANGUAGES)] == LANGUAGES
        for language in LANGUAGES:
            assert sections[language].findtext(".//descrip[@type='definition']")
    assert list(terms(concepts["unodc"], "ru")) == [
        "Управление Организации Объединенных Наций по наркотикам и преступности",
        "УНП ООН",
    ]
    text = "".join(text for entry in concepts.values() for text in entry.itertext())
    assert not re.search(r"\{\w+\}`|`|\]\(|\{\.", text)


def test_a_name_that_is_not_official_is_marked_as_such(concepts: dict[str, ET.Element]) -> None:
    english = terms(concepts["bg-ncct"], "en")
    romanian = terms(concepts["bg-ncct"], "ro")

    assert {term["administrativeStatus"] for term in english.values()} == {"preferredTerm-admn-sts"}
    assert {term["note"] for term in english.values()} == {None}
    assert {term["administrativeStatus"] for term in romanian.values()} == {"admittedTerm-admn-sts"}
    assert {term["note"] for term in romanian.values()} == {"traducere a arhivei"}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_weblate_reads_the_csv(archive: Path, language: str) -> None:
    path = archive / f"_build/termbase/seminars-fr-{language}.csv"
    read = csvfile.parsefile(str(path))  # type: ignore[no-untyped-call]
    pairs = {unit.source: unit for unit in read.units}

    wanted = {"en": "UNODC", "ro": "UNODC", "ru": "УНП ООН"}[language]
    assert pairs["ONUDC"].target == wanted
    assert pairs["ONUDC"].context == "unodc"
    assert wanted in pairs["ONUDC"].getnotes("developer")
    assert len(pairs) > 20
    assert all(unit.target and unit.isheader() is False for unit in read.units)


def test_poedit_reads_the_same_pairs_as_a_catalogue(archive: Path) -> None:
    folder = archive / "_build/termbase"
    catalogue = polib.pofile(str(folder / "seminars-fr-ru.po"), check_for_duplicates=True)
    with (folder / "seminars-fr-ru.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))

    assert [(entry.msgid, entry.msgstr) for entry in catalogue] == [
        (row["source"], row["target"]) for row in rows
    ]
    assert catalogue.metadata["Language"] == "ru"


def test_gettext_has_nothing_to_say_of_the_catalogues(archive: Path) -> None:
    catalogues = sorted((archive / "_build/termbase").glob("*.po"))
    assert len(catalogues) == 3
    for path in catalogues:
        command = ["msgfmt", "--check", "--output-file=/dev/null", str(path)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stdout + result.stderr) == (0, ""), path.name


def test_the_same_glossary_gives_the_same_bytes(archive: Path) -> None:
    before = files(archive / "_build/termbase")

    assert publish(archive, "termbase").returncode == 0
    assert files(archive / "_build/termbase") == before


def test_a_term_that_is_not_used_is_a_warning_and_what_is_fuzzy_is_no_term(archive: Path) -> None:
    path = archive / UNODC
    before = path.read_text("utf-8")
    try:
        path.write_text(before.replace("УНП ООН — подразделение", "ONUDC — подразделение"), "utf-8")
        result = publish(archive, "check-po", "ru")

        assert result.returncode == 0
        line = before[: before.index("УНП ООН — подразделение")].count("\n")  # of the msgid
        assert f"{UNODC}:{line}: предупреждение: в переводе не назван термин «" in result.stdout
        assert "0 findings, 1 warnings" in result.stdout

        path.write_text(before.replace('\nmsgid "ONUDC"', '\n#, fuzzy\nmsgid "ONUDC"'), "utf-8")
        assert publish(archive, "termbase", "ru").returncode == 0
        table = (archive / "_build/termbase/seminars.csv").read_text("utf-8")
        assert "УНП ООН" not in table
    finally:
        path.write_text(before, "utf-8")


def test_the_terms_of_the_archive_are_used_throughout(archive: Path) -> None:
    result = publish(archive, "check-po")

    assert result.returncode == 0
    assert "warning" not in result.stdout.replace("0 warnings", ""), result.stdout
