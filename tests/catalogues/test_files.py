"""What may stand below ``locales/``: each odd thing is named on one line, and all else is built."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from catalogues.checked_copy import CheckedCatalogues
from catalogues.left_out import LeftOut
from catalogues.locales import is_page_of, survey
from catalogues.po.document import BrokenCatalogue
from commands.update_po import merge_language
from support import PAGES, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands.update_po import Obstruction

import polib

LANGUAGES = ("fr", "en", "ro", "ru")
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = HEADER + 'msgid "Archives"\nmsgstr "Arhiva"\n'
WORDS = HEADER + 'msgid "Home"\nmsgstr "Accueil"\n'
PAGE = "events/2018-06-05-chisinau"
HERE = "locales/ro/LC_MESSAGES"

# What is said, by the end of its line
CASE = "the name does not end in “.po”: write the ending in small letters [file]"
NAME = "the name has characters that cannot be shown: name it as its page is named [file]"
LONG = "the name is too long: name it as its page is named [file]"
FOLDER = "this is a folder and no catalogue: rename or delete it [file]"
NO_FOLDER = "there should be a folder here: rename or delete what stands here [file]"
LINKED = "this is a link to a folder, and none is followed: put the folder itself here [file]"
NOWHERE = "this link leads nowhere: put the catalogue itself here [file]"
OUT = "this link leads out of the project: put the catalogue itself here [file]"
SPECIAL = "this is no regular file: put a catalogue here, or delete it [file]"
UNREADABLE = "this cannot be read: give yourself the right to read it [file]"
SOURCE = (
    "pages are written in this language, so it has no catalogue but that of the interface: "
    "move or delete this one [file]"
)
NO_PAGE = (
    "there is no page of this name: name it as its page is named; `make update-po` sets aside "
    "those whose page is gone [file]"
)
NOT_READ = "catalogues are not read here: move it to LC_MESSAGES/ [file]"
NO_LANGUAGE = (
    "conf.py has no such language: fr, en, ro, ru: add it there, or delete the folder [file]"
)
SIZE = "the catalogue has more than 4000000 bytes: take out what does not belong to it [size]"

Make: TypeAlias = "Callable[[Path], None]"


def catalogue(name: str | bytes, content: str = GOOD) -> Make:
    """Return what writes a catalogue at *name*."""

    def make(root: Path) -> None:
        path = os.path.join(os.fsencode(root), os.fsencode(name))  # noqa: PTH118 - bytes
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(content.encode())

    return make


def folder(name: str) -> Make:
    return lambda root: (root / name).mkdir(parents=True)


def link(name: str, target: str) -> Make:
    def make(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target.format(root=root))

    return make


def fifo(name: str) -> Make:
    def make(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / name)

    return make


def listening(name: str) -> Make:
    def make(root: Path) -> None:
        here = Path.cwd()
        os.chdir(root / Path(name).parent)  # the path of a socket is at most 108 bytes long
        try:
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(Path(name).name)
        finally:
            os.chdir(here)

    return make


def both(*makes: Make) -> Make:
    def make(root: Path) -> None:
        for one in makes:
            one(root)

    return make


def replaced(name: str, make: Make) -> Make:
    """Return what puts *make* in the place of a folder that is there."""

    def put(root: Path) -> None:
        (root / name).rename(root / "moved")
        make(root)

    return put


def nested(name: str, *folders: str) -> Make:
    """Return what nests folders, maybe so deep that no path leads to the last."""

    def make(root: Path) -> None:
        here = Path.cwd()
        os.chdir(root / name)
        try:
            for one in folders:
                Path(one).mkdir()
                os.chdir(one)
            Path("x.po").write_text(GOOD, "utf-8")
        finally:
            os.chdir(here)

    return make


def large(name: str) -> Make:
    """Return what makes a catalogue of a terabyte that takes no room."""
    return both(catalogue(name), lambda root: os.truncate(root / name, 1 << 40))


# name: (what is made, what is named and why); everything else is as it was
ABOUT = f"{HERE}/about.po"
SITUATIONS: dict[str, tuple[Make, dict[str, str]]] = {
    # names
    "no UTF-8": (catalogue(f"{HERE}/".encode() + b"\xe9t\xe9.po"), {f"{HERE}/�t�.po": NAME}),
    "no UTF-8, as the page": (
        both(catalogue(f"{HERE}/".encode() + b"\xff.po"), catalogue(b"\xff.md")),
        {f"{HERE}/�.po": NAME},
    ),
    "a folder that is no UTF-8": (
        catalogue(f"{HERE}/".encode() + b"\xe9/a.po"),
        {f"{HERE}/�": NAME},
    ),
    "a newline": (catalogue(f"{HERE}/a\nb.po"), {f"{HERE}/a b.po": NAME}),
    "a newline that says something": (
        catalogue(f"{HERE}/a\ncheck-po: 0 findings.po"),
        {f"{HERE}/a check-po: 0 findings.po": NAME},
    ),
    "a carriage return": (catalogue(f"{HERE}/a\rb.po"), {f"{HERE}/a b.po": NAME}),
    "ESC": (catalogue(f"{HERE}/\x1b[31ma.po"), {f"{HERE}/�[31ma.po": NAME}),
    "a title of the terminal": (
        catalogue(f"{HERE}/\x1b]0;x\x07.po"),
        {f"{HERE}/�]0;x�.po": NAME},
    ),
    "CSI of eight bits": (catalogue(f"{HERE}/\x9b31m.po"), {f"{HERE}/�31m.po": NAME}),
    "a backspace": (catalogue(f"{HERE}/ab\x08.po"), {f"{HERE}/ab�.po": NAME}),
    "a direction": (catalogue(f"{HERE}/a\u202eop.po"), {f"{HERE}/a�op.po": NAME}),
    "a zero width": (catalogue(f"{HERE}/about\u200b.po"), {f"{HERE}/about�.po": NAME}),
    "a line of Unicode": (catalogue(f"{HERE}/a\u2028b.po"), {f"{HERE}/a b.po": NAME}),
    "a folder with ESC": (catalogue(f"{HERE}/\x1b[2J/a.po"), {f"{HERE}/�[2J": NAME}),
    "a folder with a newline": (catalogue(f"{HERE}/a\nb/a.po"), {f"{HERE}/a b": NAME}),
    "a page with ESC": (
        both(catalogue(f"{HERE}/\x1bx.po"), catalogue("\x1bx.md")),
        {f"{HERE}/�x.po": NAME},
    ),
    "long": (catalogue(f"{HERE}/{'x' * 252}.po"), {f"{HERE}/{'x' * 177}…": LONG}),
    "long, as the page": (
        both(catalogue(f"{HERE}/{'x' * 198}.po"), catalogue(f"{'x' * 198}.md")),
        {f"{HERE}/{'x' * 177}…": LONG},
    ),
    "a long folder": (catalogue(f"{HERE}/{'x' * 255}/a.po"), {f"{HERE}/{'x' * 177}…": LONG}),
    "long in Cyrillic": (catalogue(f"{HERE}/{'я' * 120}.po"), {f"{HERE}/{'я' * 120}.po": LONG}),
    "folders without end": (
        nested(HERE, *["d" * 150] * 30),
        {f"{HERE}/{'d' * 150}/{'d' * 26}…": UNREADABLE},
    ),
    "folders upon folders": (nested(HERE, *["d"] * 300), {f"{HERE}/{'d/' * 88}d…": NO_PAGE}),
    "a small folder more": (catalogue(f"{HERE}/a/b/c/d.po"), {f"{HERE}/a/b/c/d.po": NO_PAGE}),
    # letters
    "capitals": (catalogue(f"{HERE}/about.PO"), {f"{HERE}/about.PO": CASE}),
    "one capital": (catalogue(f"{HERE}/about.Po"), {f"{HERE}/about.Po": CASE}),
    "a capital page": (catalogue(f"{HERE}/About.po"), {f"{HERE}/About.po": NO_PAGE}),
    "a capital index": (catalogue(f"{HERE}/Index.po"), {f"{HERE}/Index.po": NO_PAGE}),
    "a capital folder": (
        catalogue(f"{HERE}/Events/2018-06-05-chisinau.po"),
        {f"{HERE}/Events/2018-06-05-chisinau.po": NO_PAGE},
    ),
    "a small LC_MESSAGES": (
        catalogue("locales/ro/lc_messages/about.po"),
        {"locales/ro/lc_messages": NOT_READ},
    ),
    "a capital language": (
        catalogue("locales/RO/LC_MESSAGES/about.po"),
        {"locales/RO": NO_LANGUAGE},
    ),
    "the interface in capitals": (catalogue(f"{HERE}/Sphinx.po"), {f"{HERE}/Sphinx.po": NO_PAGE}),
    # links
    "a loop": (link(ABOUT, "about.po"), {ABOUT: NOWHERE}),
    "a loop of two": (
        both(link(f"{HERE}/a.po", "b.po"), link(f"{HERE}/b.po", "a.po")),
        {f"{HERE}/a.po": NOWHERE, f"{HERE}/b.po": NOWHERE},
    ),
    "a folder in a loop": (link(f"{HERE}/loop", "."), {f"{HERE}/loop": LINKED}),
    "a folder in a loop to the top": (link(f"{HERE}/loop", "{root}"), {f"{HERE}/loop": LINKED}),
    "a loop that is no folder": (link(f"{HERE}/loop", "loop"), {f"{HERE}/loop": NOWHERE}),
    "a link to nothing": (link(ABOUT, "nothing"), {ABOUT: NOWHERE}),
    "a link out": (link(ABOUT, "/etc/passwd"), {ABOUT: OUT}),
    "a relative link out": (link(ABOUT, "../../../../outside.po"), {ABOUT: OUT}),
    "two links out": (
        both(link(f"{HERE}/a.po", "b.po"), link(f"{HERE}/b.po", "/etc/passwd")),
        {f"{HERE}/a.po": OUT, f"{HERE}/b.po": OUT},
    ),
    "a link to a secret of a process": (link(ABOUT, "/proc/self/environ"), {ABOUT: OUT}),
    "a folder linked from outside": (link(f"{HERE}/other", "/etc"), {f"{HERE}/other": LINKED}),
    "a folder linked from within": (
        link(f"{HERE}/glossary2", "events"),
        {f"{HERE}/glossary2": LINKED},
    ),
    "a folder linked as a catalogue": (link(ABOUT, "events"), {ABOUT: LINKED}),
    "a linked language": (link("locales/xx", "ro"), {"locales/xx": NO_LANGUAGE}),
    "a link to itself for a language": (link("locales/xx", "xx"), {}),
    # no files
    "a folder": (folder(ABOUT), {ABOUT: FOLDER}),
    "a folder with a catalogue": (catalogue(f"{ABOUT}/index.po"), {ABOUT: FOLDER}),
    "a folder in capitals": (folder(f"{HERE}/X.PO"), {f"{HERE}/X.PO": FOLDER}),
    "a pipe": (fifo(ABOUT), {ABOUT: SPECIAL}),
    "a pipe of no page": (fifo(f"{HERE}/x.po"), {f"{HERE}/x.po": SPECIAL}),
    "a pipe through a link": (
        both(fifo("pipe"), link(ABOUT, "{root}/pipe")),
        {ABOUT: SPECIAL},
    ),
    "a socket": (listening(ABOUT), {ABOUT: SPECIAL}),
    "a device": (link(ABOUT, "/dev/zero"), {ABOUT: OUT}),
    "a terminal": (link(ABOUT, "/dev/stdin"), {ABOUT: OUT}),
    "a terabyte": (large(ABOUT), {ABOUT: SIZE}),
    "a pipe for a language": (fifo("locales/xx"), {}),
    "a pipe among the languages": (fifo("locales/x.po"), {"locales/x.po": NOT_READ}),
    # places
    "no page": (catalogue(f"{HERE}/events/x.po"), {f"{HERE}/events/x.po": NO_PAGE}),
    "a page that is none": (
        both(catalogue(f"{HERE}/README.po"), catalogue("README.md")),
        {f"{HERE}/README.po": NO_PAGE},
    ),
    "a page of the tests": (
        both(catalogue(f"{HERE}/tests/x.po"), catalogue("tests/x.md")),
        {f"{HERE}/tests/x.po": NO_PAGE},
    ),
    "beside LC_MESSAGES": (
        catalogue("locales/ro/about.po"),
        {"locales/ro/about.po": NOT_READ},
    ),
    "beside the languages": (catalogue("locales/about.po"), {"locales/about.po": NOT_READ}),
    "another category": (
        catalogue("locales/ro/LC_TIME/about.po"),
        {"locales/ro/LC_TIME": NOT_READ},
    ),
    "one folder too many": (
        catalogue(f"{HERE}/LC_MESSAGES/index.po"),
        {f"{HERE}/LC_MESSAGES/index.po": NO_PAGE},
    ),
    "a page of another folder": (
        catalogue(f"{HERE}/glossary/2018-06-05-chisinau.po"),
        {f"{HERE}/glossary/2018-06-05-chisinau.po": NO_PAGE},
    ),
    "another language": (
        catalogue("locales/xx/LC_MESSAGES/index.po"),
        {"locales/xx": NO_LANGUAGE},
    ),
    "another language with ESC": (
        catalogue("locales/\x1b[2J/LC_MESSAGES/index.po"),
        {"locales/�[2J": NO_LANGUAGE},
    ),
    "another language that is no UTF-8": (
        catalogue(b"locales/\xe9/LC_MESSAGES/index.po"),
        {"locales/�": NO_LANGUAGE},
    ),
    "a regional language": (
        catalogue("locales/ro_MD/LC_MESSAGES/index.po"),
        {"locales/ro_MD": NO_LANGUAGE},
    ),
    "a page in the source": (
        catalogue("locales/fr/LC_MESSAGES/index.po"),
        {"locales/fr/LC_MESSAGES/index.po": SOURCE},
    ),
    "a page of a folder in the source": (
        catalogue(f"locales/fr/LC_MESSAGES/{PAGE}.po"),
        {f"locales/fr/LC_MESSAGES/{PAGE}.po": SOURCE},
    ),
    "what is set aside in the source": (
        catalogue("locales/fr/removed/index.po"),
        {"locales/fr/removed": NOT_READ},
    ),
    "a file for a folder": (
        both(replaced("locales/ru/LC_MESSAGES", catalogue("locales/ru/LC_MESSAGES"))),
        {"locales/ru/LC_MESSAGES": NO_FOLDER},
    ),
    "a file for a language": (
        replaced("locales/ru", catalogue("locales/ru")),
        {"locales/ru": NO_FOLDER},
    ),
    "a link for a language": (
        replaced("locales/ru", link("locales/ru", "../moved")),
        {"locales/ru": LINKED},
    ),
    "a link for LC_MESSAGES": (
        replaced("locales/ru/LC_MESSAGES", link("locales/ru/LC_MESSAGES", "../../moved")),
        {"locales/ru/LC_MESSAGES": LINKED},
    ),
    # what is nobody's concern
    "what editors leave": (
        both(
            *(
                catalogue(f"{HERE}/{name}")
                for name in (
                    "about.po~",
                    ".about.po.swp",
                    "#about.po#",
                    "about.po.orig",
                    "about.mo",
                )
            ),
            link(f"{HERE}/.#about.po", "me@host.1"),
            catalogue("locales/README.md"),
            catalogue("locales/ro/notes.txt"),
        ),
        {},
    ),
    "a link within": (
        both(catalogue("locales/shared.txt"), link(ABOUT, "../../shared.txt")),
        {},
    ),
    "what is set aside": (catalogue("locales/ro/removed/events/gone.po"), {}),
}
WHOLE = {
    "a link": replaced("locales", link("locales", "moved")),
    "a link out": replaced("locales", link("locales", "/etc")),
    "a file": replaced("locales", catalogue("locales")),
    "a pipe": replaced("locales", fifo("locales")),
    "a link that leads nowhere": replaced("locales", link("locales", "locales")),
}


def prepare(root: Path) -> Path:
    """Fill *root* with pages and one good catalogue in each language."""
    for page in (*PAGES, "about.md"):
        write(root / page, PAGES.get(page, "# À propos\n"))
    for language in ("en", "ro", "ru"):
        write(root / f"locales/{language}/LC_MESSAGES/index.po", GOOD)
        write(root / f"locales/{language}/LC_MESSAGES/{PAGE}.po", GOOD)
    write(root / "locales/fr/LC_MESSAGES/_interface.po", WORDS)
    return root


def expected(named: dict[str, str]) -> list[str]:
    return sorted(f"{place}: {why}" for place, why in named.items())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outside.po").write_text(GOOD, "utf-8")
    return prepare(tmp_path / "archive")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_is_no_catalogue_is_named_and_the_others_are_read(root: Path, situation: str) -> None:
    make, named = SITUATIONS[situation]
    make(root)
    is_page = is_page_of(root, ["[_.]*", "tests", "README.md"])
    found = survey(root / "locales", LANGUAGES, is_page=is_page)

    assert sorted(found.lines(root)) == expected(named)
    assert all(line.isprintable() for line in found.lines(root))
    checked = CheckedCatalogues(root / "_build")
    checked.check_out(found.languages, top=root, syntax=())
    assert checked.translation("index", "Archives", language="ro") == "Arhiva"
    assert checked.translation("index", "Archives", language="en") == "Arhiva"
    assert checked.translation("_interface", "Home", language="fr") == "Accueil"


@pytest.mark.parametrize("situation", SITUATIONS)
def test_update_po_leaves_what_is_no_catalogue_and_updates_the_others(
    root: Path, situation: str
) -> None:
    make, named = SITUATIONS[situation]
    make(root)
    locales = root / "locales"
    before = state(locales)
    broken: list[Obstruction] = list(survey(locales, LANGUAGES).left_out)
    concerned = {"fr", "ro", *(place.split("/")[1] for place in named)} & set(LANGUAGES)
    for language in sorted(concerned):
        names = ["_interface"] if language == "fr" else ["index", "about", PAGE]
        templates = {name: polib.POFile(wrapwidth=0) for name in names}
        for template in templates.values():
            template.append(polib.POEntry(msgid="Home" if language == "fr" else "Archives"))
            template.append(polib.POEntry(msgid="Nouveau"))
        merged = merge_language(
            language, templates, broken, locales=locales, is_source=language == "fr"
        )
        for one in merged.values():
            one.save()

    said = sorted(one.line(root) for one in broken if isinstance(one, LeftOut))
    # the catalogue of a page that is gone is set aside, and no fault
    assert said == expected({place: why for place, why in named.items() if why != NO_PAGE})
    assert "Nouveau" in (root / HERE / "index.po").read_text("utf-8")
    assert "Nouveau" in (locales / "fr/LC_MESSAGES/_interface.po").read_text("utf-8")
    after = state(locales)
    for path, what in before.items():
        if any(shown_of(path).startswith(place.removesuffix("…")) for place in named) and not any(
            why == NO_PAGE for why in named.values()
        ):
            assert after[path] == what, path


def state(folder: Path) -> dict[bytes, object]:
    """Return what is at each path below *folder*, without opening what is no regular file."""
    found: dict[bytes, object] = {}
    for parent, folders, files in os.walk(os.fsencode(folder)):
        for name in (*folders, *files):
            path = os.path.join(parent, name)  # noqa: PTH118
            if len(path) > 4000:
                continue
            is_small = os.path.isfile(path) and os.path.getsize(path) < 1e6  # noqa: PTH113, PTH202
            content = Path(os.fsdecode(path)).read_bytes() if is_small else None
            found[path] = (os.path.islink(path), os.lstat(path).st_mode, content)  # noqa: PTH114
    return found


def shown_of(path: bytes) -> str:
    """Return *path* from ``locales`` on, as a line shows it."""
    text = os.fsdecode(path[path.rindex(b"/locales/") + 1 :])
    return " ".join(
        re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u202e\udc80-\udcff]", "�", text).split()
    )


@pytest.mark.parametrize("situation", WHOLE)
def test_without_a_folder_of_catalogues_nothing_is_read(root: Path, situation: str) -> None:
    WHOLE[situation](root)
    found = survey(root / "locales", LANGUAGES)
    why = LINKED if (root / "locales").is_symlink() else NO_FOLDER

    assert found.lines(root) == [f"locales: {why}"]
    assert found.paths() == []
    assert list(found.languages) == list(LANGUAGES)


def test_what_may_not_be_read_is_named(root: Path) -> None:
    """As somebody without rights, for root may read everything."""
    write(root / f"{HERE}/about.po", GOOD)
    (root / f"{HERE}/about.po").chmod(0)
    (root / "locales/ru/LC_MESSAGES/events").chmod(0)
    (root / "locales/en").chmod(0)
    program = (
        "import os, sys; from pathlib import Path; from catalogues.locales import survey\n"
        "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        f"print('\\n'.join(survey(Path('locales'), {LANGUAGES}).lines(Path())))"
    )
    for parent in root.parents[:3]:
        parent.chmod(0o755)
    path = os.pathsep.join(filter(None, sys.path))
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        f"{place}: {UNREADABLE}"
        for place in ("locales/en", f"{HERE}/about.po", "locales/ru/LC_MESSAGES/events")
    ]
    (root / "locales/en").chmod(0o755)
    (root / "locales/ru/LC_MESSAGES/events").chmod(0o755)


def test_a_catalogue_of_another_language_is_named_and_left_out(root: Path) -> None:
    text = GOOD.replace('"Content', '"Language: ru\\n"\n"Content')
    write(root / f"{HERE}/index.po", text)
    write(root / "locales/ru/LC_MESSAGES/index.po", text)
    found = survey(root / "locales", LANGUAGES)
    checked = CheckedCatalogues(root / "_build")
    checked.check_out(found.languages, top=root, syntax=())
    broken: list[Obstruction] = []
    templates = {"index": polib.POFile(wrapwidth=0)}
    merged = merge_language("ro", templates, broken, locales=root / "locales")

    line = (
        "the header says that this catalogue is one of the language `ru`: "
        "move it to the folder of that language, or mend the header [file]"
    )
    assert [tuple(one) for one in checked.known("ro")["index"].findings] == [(3, line)]
    assert checked.known("ru")["index"].findings == ()
    assert checked.translation("index", "Archives", language="ro") == "Archives"
    assert checked.translation("index", "Archives", language="ru") == "Arhiva"
    assert [one.findings[0].text for one in broken if isinstance(one, BrokenCatalogue)] == [line]
    assert merged == {}
    assert (root / f"{HERE}/index.po").read_text("utf-8") == text


# Each kind at once, in places of their own; of no two does one hide the other
TOGETHER = [
    name
    for name, (_make, named) in SITUATIONS.items()
    if ABOUT not in named
    and name
    not in {
        "a loop of two",
        "two links out",
        "a capital folder",
        "a link within",
        "a file for a folder",
        "a file for a language",
        "a link for a language",
        "a link for LC_MESSAGES",
        "another category",
        "folders without end",
        "a linked language",
        "a link to itself for a language",
        "a pipe for a language",
    }
]


def test_every_command_names_what_is_no_catalogue_and_builds_the_rest(tmp_path: Path) -> None:
    pages = {**PAGES, "about.md": "---\norphan: true\n---\n\n# À propos\n"}
    root = small_project(tmp_path / "archive", pages)
    prepare(root)
    write(root / "about.md", pages["about.md"])
    (root / HERE / "x.po").unlink(missing_ok=True)
    named: dict[str, str] = {}
    for name in TOGETHER:
        make, why = SITUATIONS[name]
        if any(page in name for page in ("as the page", "a page with ESC")):
            continue  # such a page is none
        if named.keys().isdisjoint(why):
            make(root)
            named |= why
    fifo(ABOUT)(root)
    named[ABOUT] = SPECIAL
    lines = expected(named)
    assert len(lines) >= 30

    checked = publish(root, "check-po")
    assert checked.returncode == 1
    assert sorted(left_out(checked.stdout)) == lines
    assert "Traceback" not in checked.stderr

    for command in ("text", "termbase"):
        result = publish(root, command, "ro")
        assert result.returncode == 0, result.stdout + result.stderr
        assert sorted(left_out(result.stdout)) == [
            line for line in lines if command == "text" or not line.startswith("locales/fr/")
        ]
    assert "Arhiva" in (root / "_build/text/ro/index.txt").read_text("utf-8")

    plain = subprocess.run(
        [sys.executable, "-m", "sphinx", "-b", "text", "-D", "language=ro", ".", "_build/plain"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert plain.returncode == 0, plain.stderr
    assert sorted(left_out(plain.stdout)) == lines
    assert "Arhiva" in (root / "_build/plain/index.txt").read_text("utf-8")

    updated = publish(root, "update-po")
    assert updated.returncode == 1
    assert sorted(left_out(updated.stderr)) == [line for line in lines if NO_PAGE not in line]
    assert "Un séminaire" in (root / f"{HERE}/{PAGE}.po").read_text("utf-8")


def left_out(output: str) -> list[str]:
    return [line for line in output.splitlines() if re.match(r"locales.*\[(?:file|size)\]$", line)]


@pytest.mark.parametrize(
    ("situation", "command", "status"),
    [
        ("a link", "check-po", 1),
        ("a file", "update-po", 1),
        ("a pipe", "termbase", 0),
        ("a link out", "text", 0),
    ],
)
def test_a_command_without_a_folder_of_catalogues_says_so(
    tmp_path: Path, situation: str, command: str, status: int
) -> None:
    root = prepare(small_project(tmp_path / "archive", PAGES))
    (root / "about.md").unlink()
    WHOLE[situation](root)
    result = publish(root, command, "ro")

    assert result.returncode == status, result.stderr
    assert "Traceback" not in result.stderr
    why = LINKED if (root / "locales").is_symlink() else NO_FOLDER
    assert left_out(result.stdout + result.stderr) == [f"locales: {why}"]
