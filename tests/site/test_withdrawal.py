"""The right to object: one command takes a name out of everything, in every language."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import polib
import pytest

from commands.withdraw import RefusedError, without_name
from records.persons import NAMELESS
from support import EVENT, PAGES, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

NAME = "2018-06-05-chisinau"
BLOCK = """  - id: moro
    name: Christine Moro
    function: ambassadrice de France
    country: FR
    role: opening
"""
ROWS = {
    "block": (BLOCK, "  - function: ambassadrice de France\n    country: FR\n    role: opening\n"),
    "flow": (
        "  - {id: moro, name: Christine Moro, function: ambassadrice de France, country: FR}\n",
        "  - {function: ambassadrice de France, country: FR}\n",
    ),
    "name last": (
        "  - function: ambassadrice de France\n    id: moro\n    name: Christine Moro\n",
        "  - function: ambassadrice de France\n",
    ),
    "no function": (
        "  - {id: moro, name: Christine Moro, role: opening}\n",
        '  - {function: "(x)", role: opening}\n',
    ),
}
OTHERS = "  - {id: pop, name: Ion Pop, function: juge, country: MD}\n"
PROSE = "{person}`moro` a ouvert la réunion, et {person}`Mme Moro <moro>` l’a close."
OLD = f"{{person}}`Мадам Моро <{NAME}/moro>`"


def page(row: str) -> str:
    text = EVENT.replace(
        "updated:", f"speakers:\n{OTHERS}{row}{OTHERS.replace('pop', 'rus')}updated:", 1
    )
    return f"{text}\n{PROSE}\n"


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_keeps_the_function_alone_and_all_else_stays(kind: str) -> None:
    row, left = ROWS[kind]

    who, changed = without_name(page(row), NAME, "moro", words="(x)")

    assert (who.name, who.is_nameless) == ("Christine Moro", kind == "no function")
    assert changed == page(left)


def test_who_is_not_there_is_named_with_who_was_probably_meant() -> None:
    with pytest.raises(RefusedError, match=r"no speaker has the id `morro`; did you mean `moro`\?"):
        without_name(page(BLOCK), NAME, "morro", words="(x)")


def catalogue(path: Path, entries: dict[str, str], *, obsolete: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    found = polib.POFile(wrapwidth=0)
    language = path.parts[path.parts.index("locales") + 1]
    found.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": language}
    found.extend(polib.POEntry(msgid=k, msgstr=v, obsolete=obsolete) for k, v in entries.items())
    found.save(str(path))


def project(root: Path) -> Path:
    """Make an archive that names a speaker in all the ways in which a page may."""
    other = EVENT.replace("2018-06-05", "2019-06-05").replace("2018-06-07", "2019-06-07")
    copy = small_project(
        root / "archive",
        {
            **PAGES,
            f"events/{NAME}.md": page(BLOCK),
            "events/2019-06-05-sofia.md": f"{other}\nVoir {{person}}`{NAME}/moro`.\n",
        },
    )
    locales = copy / "locales" / "ru"
    catalogue(
        locales / f"LC_MESSAGES/events/{NAME}.po",
        {
            "Christine Moro": "Кристин Моро",
            "ambassadrice de France": "посол Франции",
            PROSE: "Встречу открыла {person}`moro`, а {person}`г-жа Моро <moro>` ее закрыла.",
        },
    )
    with (locales / f"LC_MESSAGES/events/{NAME}.po").open("a", encoding="utf-8") as file:
        file.write('\n#~ msgid "Selon Christine Moro."\n#~ msgstr "По словам Кристин Моро."\n')
    catalogue(locales / "LC_MESSAGES/_interface.po", {NAMELESS: "(имя удалено)"})
    catalogue(copy / "locales/fr/LC_MESSAGES/_interface.po", {NAMELESS: "(nom retiré)"})
    catalogue(
        locales / "removed/events/2017-01-01-nis.po",  # of a page that is gone
        {"Christine Moro": "Кристин Моро", f"Vu : {OLD}": f"Видели: {OLD}"},
        obsolete=True,
    )
    return copy


def run(copy: Path, person: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "commands.withdraw"],
        env=os.environ | {"PYTHONPATH": str(copy / "_ext"), "PERSON": person},
        capture_output=True,
        text=True,
        check=False,
    )


def named_in(folder: Path) -> list[str]:
    """Return the files below *folder* that name the person, what is packed included."""
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        data = path.read_bytes()
        text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode(
            "utf-8", "replace"
        )
        if any(name in text.lower() for name in ("moro", "моро")):
            found.append(path.relative_to(folder).as_posix())
    return [
        one for one in found if not one.startswith(("_ext/", "_build/doctrees", "locales/.git"))
    ]


def test_one_command_takes_the_name_out_of_everything(tmp_path: Path) -> None:
    copy = project(tmp_path)
    publish(copy, "html", "fr", "ru")
    before = named_in(copy)
    assert any(one.startswith("_build/html/ru/pagefind/") for one in before)
    assert f"_build/html/ru/events/{NAME}.html" in before
    assert "locales/ru/removed/events/2017-01-01-nis.po" in before

    done = run(copy, f"{NAME}/moro")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout

    for command in ("update-po", "html", "latex", "termbase", "gettext"):
        said = publish(
            copy, command, *(() if command in {"update-po", "gettext"} else ("fr", "ru"))
        )
        assert said.returncode == 0, said.stdout + said.stderr
    assert named_in(copy) == []
    assert [*copy.rglob("*.tex")] != []
    text = (copy / f"_build/html/ru/events/{NAME}.html").read_text("utf-8")
    assert "Встречу открыла (имя удалено), а (имя удалено) ее закрыла." in text.replace("\xa0", " ")
    assert "посол Франции" in text
    assert "(nom retiré)" in (copy / "_build/html/fr/events/2019-06-05-sofia.html").read_text(
        "utf-8"
    )


def test_what_names_the_person_as_a_word_is_named_with_its_line(tmp_path: Path) -> None:
    copy = project(tmp_path)
    place = copy / "events/2019-06-05-sofia.md"
    write(place, f"{place.read_text('utf-8')}\nSelon la source, Mme Moro était là.\n")

    done = run(copy, f"{NAME}/moro")

    assert done.returncode == 1
    assert "events/2019-06-05-sofia.md:19: look at this line" in done.stdout


@pytest.mark.parametrize("person", ["", "moro", "2018-06-05-chisinaux/moro"])
def test_who_is_not_said_rightly_is_refused_in_one_line(tmp_path: Path, person: str) -> None:
    copy = project(tmp_path)

    done = run(copy, person)

    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "PERSON=2018-06-05-chisinau/moro" in line
