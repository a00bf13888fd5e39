"""What translators and their tools leave in catalogues: ``update-po`` loses none of it."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polib
import pytest

from catalogues.po import replacement
from catalogues.po.replacement import replace
from commands.update_po import merge_language
from support import EVENT, PAGES, files, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands.update_po import Obstruction

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TYPE = '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FIRST = "Les victimes de la traite sont protégées par la loi"
SECOND = "Les victimes de la traite sont protégées par une loi"


def po(message: str, translation: str, before: str = "") -> str:
    return f'{before}msgid "{message}"\nmsgstr "{translation}"\n\n'


def obsolete(text: str) -> str:
    return "".join(f"#~ {line}\n" if line else "\n" for line in text.splitlines())


def update(locales: Path, messages: list[str], name: str = "a") -> None:
    template = polib.POFile(wrapwidth=0)
    template.extend(polib.POEntry(msgid=message) for message in messages)
    broken: list[Obstruction] = []
    for catalogue in merge_language("ro", {name: template}, broken, locales=locales).values():
        catalogue.save()
    assert broken == []


class Situation(NamedTuple):
    """A catalogue, whether its text changes on the page, and what it must still say."""

    text: str
    kept: tuple[str, ...]
    changes: bool = False


E = po(FIRST, "Prima")
OLD = obsolete(po("x", "vechi"))
TAILS = {
    "a comment": ("# la sfârșit\n", "# la sfârșit"),
    "two comments": ("# unu\n\n# doi\n", "# unu\n\n# doi"),
    "an extracted comment": ("#. notă\n", "#. notă"),
    "flags": ("#, fuzzy, al-meu\n", "#, fuzzy, al-meu"),
    "an empty comment": ("#\n", "Prima"),
    "an empty extracted comment": ("#.\n", "Prima"),
    "empty flags": ("#,\n", "Prima"),
    "an empty place": ("#:\n", "Prima"),
    "a previous source": ('#| msgid "mai vechi"\n', "mai vechi"),
    "an obsolete comment": ("#~ # veche\n", "#~ # veche"),
    "a bare obsolete mark": ("#~\n", "Prima"),
    "two hashes": ("## doi\n", "## doi"),
    "a place": ("#: a.md:1\n", "#: a.md:1"),
}
SITUATIONS = {
    f"{what} at the end{where}{', and the text changes' if changes else ''}": Situation(
        HEADER + E + old + tail, ("Prima", kept, *(["vechi"] if old else [])), changes
    )
    for what, (tail, kept) in TAILS.items()
    for where, old in {"": "", ", after what is obsolete": OLD}.items()
    for changes in (False, True)
}
SITUATIONS |= {
    "only comments": Situation(HEADER + "# doar un comentariu\n", ("doar un comentariu",)),
    "comment paragraph between": Situation(
        HEADER + "# Secțiunea A\n\n# notă\n" + E,
        (
            "Secțiunea A",
            "notă",
            "Prima",
        ),
    ),
    "comment par between changed": Situation(
        HEADER + "# Secțiunea A\n\n# notă\n" + E,
        (
            "Secțiunea A",
            "notă",
            "Prima",
        ),
        changes=True,
    ),
    "comment of a removed untranslated": Situation(
        HEADER + "# notă\n" + po("x", "") + E, ("notă",)
    ),
    "comment within": Situation(
        HEADER + f'msgid "{FIRST}"\n# notă\nmsgstr "Prima"\n',
        (
            "notă",
            "Prima",
        ),
    ),
    "comment within changed": Situation(
        HEADER + f'msgid "{FIRST}"\n# notă\nmsgstr "Prima"\n',
        (
            "notă",
            "Prima",
        ),
        changes=True,
    ),
    "octal": Situation(HEADER + po(FIRST, r"Prim\303\243"), ("Primã",), changes=True),
    "hex": Situation(HEADER + po(FIRST, r"Prim\xc3\xa3"), ("Primã",), changes=True),
    "octal kept": Situation(HEADER + po(FIRST, r"Prim\303\243"), (r"Prim\303\243",)),
    "escape a": Situation(HEADER + po(FIRST, r"Pri\ama"), (r"Pri\ama",), changes=True),
    "tab escape": Situation(HEADER + po(FIRST, r"Pri\tma"), (r"Pri\tma",), changes=True),
    "backslash": Situation(HEADER + po(FIRST, r"C:\\303\\x"), (r"C:\\303\\x",), changes=True),
    "crlf escape": Situation(HEADER + po(FIRST, r"Pri\r\nma"), (r"Pri\r",), changes=True),
    "no space comment": Situation(
        HEADER + "#notă\n" + E,
        (
            "notă",
            "Prima",
        ),
    ),
    "flags": Situation(
        HEADER + po(FIRST, "Prima", "#, my-flag, fuzzy,c-format\n"),
        (
            "my-flag",
            "fuzzy",
            "c-format",
        ),
    ),
    "flags changed": Situation(
        HEADER + po(FIRST, "Prima", "#, my-flag,c-format\n"),
        (
            "my-flag",
            "Prima",
        ),
        changes=True,
    ),
    "flags two lines": Situation(
        HEADER + po(FIRST, "Prima", "#, my-flag\n#, no-wrap\n"),
        (
            "my-flag",
            "no-wrap",
        ),
    ),
    "obsolete flags": Situation(
        HEADER + E + "#, fuzzy, my-flag\n" + obsolete(po("x", "vechi")),
        (
            "my-flag",
            "vechi",
        ),
    ),
    "obsolete prev": Situation(
        HEADER + E + '#, fuzzy\n#~| msgid "mai vechi"\n' + obsolete(po("x", "vechi")),
        (
            "mai vechi",
            "vechi",
        ),
    ),
    "obsolete prev ctxt": Situation(
        HEADER
        + E
        + '#, fuzzy\n#~| msgctxt "c"\n#~| msgid "mai vechi"\n'
        + obsolete('msgctxt "c"\n' + po("x", "vechi")),
        (
            "mai vechi",
            "vechi",
            'msgctxt "c"',
        ),
    ),
    "obsolete no space": Situation(HEADER + E + '#~msgid "x"\n#~msgstr "vechi"\n', ("vechi",)),
    "obsolete comments": Situation(
        HEADER + E + '# notă veche\n#~ msgid "x"\n#~ msgstr "vechi"\n',
        (
            "notă veche",
            "vechi",
        ),
    ),
    "obsolete dup": Situation(
        HEADER + E + obsolete(po("x", "vechi")) + obsolete(po("x", "mai vechi")),
        (
            "vechi",
            "mai vechi",
        ),
    ),
    "obsolete multi": Situation(
        HEADER + E + '#~ msgid ""\n#~ "x"\n#~ "y"\n#~ msgstr ""\n#~ "ve"\n#~ "chi"\n', ('#~ "ve"',)
    ),
    "obsolete place": Situation(
        HEADER + E + '#: a.md:3\n#~ msgid "x"\n#~ msgstr "vechi"\n', ("vechi",)
    ),
    "header dup": Situation(
        'msgid ""\nmsgstr ""\n"X-A: unu\\n"\n"X-A: doi\\n"\n' + TYPE + E,
        (
            "unu",
            "doi",
        ),
    ),
    "header malformed": Situation(
        'msgid ""\nmsgstr ""\n"fără două puncte\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"a doua\\n"\n\n' + E,
        ("fără două", "a doua"),
    ),
    "header comments dot": Situation(
        '# Eu, 2026\n#. extras\n#: loc.md:1\n#, fuzzy, x\nmsgid ""\nmsgstr ""\n' + TYPE + E,
        (
            "Eu, 2026",
            "extras",
            "loc.md",
            ", x",
        ),
    ),
    "header not first": Situation(
        E + '# antet\nmsgid ""\nmsgstr ""\n"X-A: unu\\n"\n' + TYPE,
        (
            "antet",
            "unu",
            "Prima",
        ),
    ),
    "no header": Situation(
        "# notă\n" + E,
        (
            "notă",
            "Prima",
        ),
    ),
    "two headers": Situation(
        HEADER
        + '# antet doi\nmsgid ""\nmsgstr ""\n"X-A: unu\\n"\n"Last-Translator: Ana\\n"\n\n'
        + E,
        (
            "antet doi",
            "unu",
            "Ana",
        ),
    ),
    "header one line": Situation(
        'msgid ""\nmsgstr "X-A: unu\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n' + E, ("unu",)
    ),
    "header wrapped": Situation(
        'msgid ""\nmsgstr ""\n"X-A: unu "\n"doi\\n"\n' + TYPE + E,
        ("unu doi",),
    ),
    "header with prev": Situation(
        '#| msgid "z"\nmsgid ""\nmsgstr ""\n"X-A: unu\\n"\n' + TYPE + E,
        ("unu",),
    ),
    "header ctx empty": Situation(HEADER + 'msgctxt "c"\nmsgid ""\nmsgstr "gol"\n\n' + E, ("gol",)),
    "bom": Situation(
        "\ufeff" + HEADER + E,
        (
            "\ufeff",
            "Prima",
        ),
    ),
    "bom changed": Situation(
        "\ufeff" + HEADER + E,
        (
            "\ufeff",
            "Prima",
        ),
        changes=True,
    ),
    "crlf": Situation(
        (HEADER + E).replace("\n", "\r\n"),
        (
            "\r\n",
            "Prima",
        ),
        changes=True,
    ),
    "cr": Situation((HEADER + E).replace("\n", "\r"), ("Prima",)),
    "mixed": Situation((HEADER + E).replace("\n", "\r\n", 3), ("Prima",), changes=True),
    "no final newline": Situation((HEADER + E).rstrip("\n"), ("Prima",), changes=True),
    "spaces": Situation(
        "   \n" + HEADER + "\n\n   \n" + E + "\n\n\n" + po("x", "vechi"),
        (
            "Prima",
            "vechi",
        ),
    ),
    "indented": Situation(HEADER + f'  msgid "{FIRST}"\n  msgstr "Prima"\n', ("Prima",)),
    "tabs": Situation(HEADER + f'msgid\t"{FIRST}"\nmsgstr\t"Prima"\n', ("Prima",)),
    "no blank lines": Situation(
        HEADER.rstrip("\n") + "\n" + E.rstrip("\n") + "\n" + po("x", "vechi"),
        (
            "Prima",
            "vechi",
        ),
    ),
    "wrapped": Situation(
        HEADER + f'msgid ""\n"{FIRST[:10]}"\n"{FIRST[10:]}"\nmsgstr ""\n"Pri"\n"ma"\n',
        ('"Pri"\n"ma"',),
    ),
    "wrapped without empty": Situation(
        HEADER + f'msgid "{FIRST[:10]}"\n"{FIRST[10:]}"\nmsgstr "Pri"\n"ma"\n', ('"Pri"\n"ma"',)
    ),
    "wrapped with comment para": Situation(
        HEADER + f'# A\n\n#. b\nmsgid ""\n"{FIRST[:10]}"\n"{FIRST[10:]}"\nmsgstr ""\n"Pri"\n"ma"\n',
        ('"Pri"\n"ma"', "# A"),
    ),
    "plural": Situation(
        HEADER
        + 'msgid "un juge"\nmsgid_plural "des juges"\n'
        + 'msgstr[0] "unu"\nmsgstr[1] "doi"\nmsgstr[2] "trei"\n',
        (
            "unu",
            "doi",
            "trei",
        ),
    ),
    "prev": Situation(HEADER + po(FIRST, "Prima", f'#, fuzzy\n#| msgid "{SECOND}"\n'), (SECOND,)),
    "prev wrapped": Situation(
        HEADER + po(FIRST, "Prima", '#, fuzzy\n#| msgid ""\n#| "vechi "\n#| "text"\n'),
        ('#| "vechi "',),
    ),
    "prev not fuzzy": Situation(HEADER + po(FIRST, "Prima", '#| msgid "vechi text"\n'), ("Prima",)),
    "dup conflict": Situation(
        HEADER + po(FIRST, "Prima") + po(FIRST, "A doua", "# notă doi\n"),
        (
            "A doua",
            "notă doi",
        ),
    ),
    "dup fuzzy": Situation(
        HEADER + po(FIRST, "Prima", "#, fuzzy\n") + po(FIRST, "A doua"),
        (
            "Prima",
            "A doua",
        ),
    ),
    "same as source": Situation(HEADER + po(FIRST, FIRST), (f'msgstr "{FIRST}"',)),
    "quotes": Situation(HEADER + po(FIRST, r"\"Prima\""), (r"\"Prima\"",), changes=True),
    "unicode line": Situation(HEADER + po(FIRST, "Pri\u2028ma"), ("Pri\u2028",), changes=True),
    "nel": Situation(HEADER + po(FIRST, "Pri\x85ma"), ("Pri\x85ma",)),
    "ff": Situation(HEADER + po(FIRST, "Pri\x0cma"), ("Pri\x0cma",)),
    "nfd": Situation(HEADER + po(FIRST, "Prima\u0306"), ("Prima\u0306",), changes=True),
    "ctx": Situation(HEADER + 'msgctxt "c"\n' + E, ('msgctxt "c"',)),
    "hash in string": Situation(HEADER + po(FIRST, "# Prima"), ("# Prima",)),
    "msgstr in string": Situation(
        HEADER + po(FIRST, r"msgstr \"x\""), (r"msgstr \"x\"",), changes=True
    ),
    "tilde in comment": Situation(HEADER + "# ~ notă\n" + E, ("~ notă",), changes=True),
    "comment pipe": Situation(HEADER + "# | notă\n" + E, ("| notă",)),
    "double hash comment": Situation(HEADER + "## notă\n" + E, ("notă",), changes=True),
    "comment trailing spaces": Situation(HEADER + "# notă   \n" + E, ("notă",)),
    "equal flags": Situation(
        HEADER + "#= x\n" + E,
        (
            "Prima",
            "#= x",
        ),
    ),
    "long line": Situation(HEADER + po(FIRST, "P" * 100000), ("P" * 100000,), changes=True),
    "many comments": Situation(
        HEADER + "".join(f"# n{i}\n" for i in range(300)) + E,
        (*[f"n{i}" for i in range(300)],),
        changes=True,
    ),
}


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    return tmp_path / "locales"


@pytest.fixture
def path(locales: Path) -> Path:
    (locales / "ro/LC_MESSAGES").mkdir(parents=True)
    return locales / "ro/LC_MESSAGES/a.po"


@pytest.mark.parametrize("name", SITUATIONS)
def test_nothing_that_a_translator_wrote_is_lost(locales: Path, path: Path, name: str) -> None:
    situation = SITUATIONS[name]
    path.write_bytes(situation.text.encode())
    for _twice in range(2):
        update(locales, [SECOND if situation.changes else FIRST])
        text = path.read_bytes().decode()
        assert [kept for kept in situation.kept if kept not in text] == []
    written = path.stat().st_mtime_ns
    update(locales, [SECOND if situation.changes else FIRST])
    assert path.stat().st_mtime_ns == written


# -- catalogues that come back ----------------------------------------------------------------

ASIDE = (
    "# Traducători: Ana Pop, 2026.\n#, al-meu\n"
    'msgid ""\nmsgstr ""\n"X-Poedit: 1\\n"\n"X-Dublu: unu\\n"\n"X-Dublu: doi\\n"\n'
    '"Last-Translator: Ana Pop <ana@example.org>\\n"\n"Language: ro\\n"\n'
    f"{TYPE}{E}# la sfârșit\n"
)
HEIR = (
    '# Traducători: Ion Rusu.\nmsgid ""\nmsgstr ""\n"X-Poedit: 2\\n"\n"Language: ro\\n"\n'
    f"{TYPE}{po(FIRST, 'A doua')}# la alt sfârșit\n"
)
WORDS = ("Ana Pop, 2026", "al-meu", "X-Poedit: 1", "unu", "doi", "ana@example.org", "la sfârșit")


@pytest.mark.parametrize("heir", ["", HEIR])
def test_a_catalogue_that_comes_back_keeps_its_header_and_its_end(
    locales: Path, path: Path, heir: str
) -> None:
    write(locales / "ro/removed/a.po", ASIDE)
    if heir:
        write(path, heir)
    update(locales, [FIRST])

    text = path.read_text("utf-8")
    assert [word for word in WORDS if word not in text] == []
    if heir:
        for word in ("Ion Rusu", '"X-Poedit: 2\\n"', "la alt sfârșit", "A doua"):
            assert word in text
    assert set(files(locales)) == {"ro/LC_MESSAGES/a.po"}
    update(locales, [FIRST])
    assert path.read_text("utf-8") == text


def test_a_page_that_goes_and_comes_back_leaves_its_catalogue_as_it_was(
    locales: Path, path: Path
) -> None:
    write(path, ASIDE)
    update(locales, [FIRST])
    before = path.read_bytes()
    update(locales, ["Alt text"], name="other")
    update(locales, [FIRST])
    assert path.read_bytes() == before


# -- what the file is -------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o666, 0o444, 0o755])
def test_the_mode_of_a_catalogue_stays(locales: Path, path: Path, mode: int) -> None:
    write(path, HEADER + E)
    path.chmod(mode)
    update(locales, [SECOND])

    assert SECOND in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_catalogue_has_the_mode_that_the_machine_gives(locales: Path, path: Path) -> None:
    before = os.umask(0o027)
    try:
        update(locales, [FIRST])
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_owner_of_a_catalogue_stays(locales: Path, path: Path) -> None:
    write(path, HEADER + E)
    if os.getuid() == 0:  # nobody else may give a file away
        os.chown(path, 1234, 5678)
    owner = path.stat().st_uid, path.stat().st_gid
    update(locales, [SECOND])
    assert (path.stat().st_uid, path.stat().st_gid) == owner


@pytest.mark.parametrize(
    "target", ["../../shared/a.po", "b.txt", "{locales}/shared/a.po", "../../../beside.po"]
)
def test_a_link_stays_one_and_its_file_is_written(locales: Path, path: Path, target: str) -> None:
    path.symlink_to(target.format(locales=locales))
    real = Path(os.path.realpath(path))
    write(real, HEADER + E)
    real.chmod(0o640)
    update(locales, [SECOND])

    assert path.is_symlink()
    assert SECOND in real.read_text("utf-8")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_link_that_moves_leads_to_its_file(locales: Path, path: Path) -> None:
    write(locales / "shared/a.po", HEADER + E)
    path.symlink_to("../../shared/a.po")
    update(locales, [FIRST], name="deep/er/b")
    moved = path.parent / "deep/er/b.po"

    assert moved.is_symlink()
    assert moved.resolve() == locales / "shared/a.po"
    assert not os.path.lexists(path)
    assert "Prima" in moved.read_text("utf-8")


def test_a_file_of_several_names_keeps_them(locales: Path, path: Path) -> None:
    write(path, HEADER + E)
    other = locales / "other name"
    other.hardlink_to(path)
    for message in (SECOND, FIRST, "x"):  # longer and shorter
        update(locales, [message])
        assert path.samefile(other)
        assert f'msgid "{message}"' in other.read_text("utf-8")
        assert "Prima" in other.read_text("utf-8")
    assert set(files(locales)) == {"ro/LC_MESSAGES/a.po", "other name"}


def test_what_a_killed_run_was_writing_into_a_file_is_finished(locales: Path, path: Path) -> None:
    write(path, (HEADER + E)[:70])
    (locales / "other name").hardlink_to(path)
    write(path.with_name(".a.po.whole"), HEADER + E)
    write(path.with_name(".b.po.whole"), HEADER + po(SECOND, "A doua"))
    update(locales, [FIRST])

    assert "Prima" in (locales / "other name").read_text("utf-8")
    assert "A doua" in (locales / "ro/removed/b.po").read_text("utf-8")
    assert not list(locales.rglob(".*"))


@pytest.mark.parametrize("names", [1, 2])
@pytest.mark.parametrize("size", [0, 1, 100, 5000])
def test_a_full_disk_leaves_the_old_catalogue(tmp_path: Path, names: int, size: int) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old" * 1000)
    if names == 2:
        (tmp_path / "b.po").hardlink_to(path)
    status = in_a_child(lambda: replace_in(path, b"new" * 10_000, size))

    assert status == 7
    assert path.read_bytes() == b"old" * 1000
    assert {one.name for one in tmp_path.iterdir()} == {"a.po", "b.po"} if names == 2 else {"a.po"}


def test_a_disk_that_fills_amid_a_file_of_several_names_leaves_the_old_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old" * 1000)
    (tmp_path / "b.po").hardlink_to(path)
    overwrite, calls = replacement._overwrite, []

    def fail_first(target: Path, content: bytes) -> None:
        calls.append(content)
        overwrite(target, content if len(calls) > 1 else content[:100])
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(replacement, "_overwrite", fail_first)
    with pytest.raises(OSError, match="No space left"):
        replace(path, b"new" * 10_000)

    assert (tmp_path / "b.po").read_bytes() == b"old" * 1000
    assert {one.name for one in tmp_path.iterdir()} == {"a.po", "b.po"}


def replace_in(path: Path, content: bytes, size: int) -> int:
    """Replace *path* where no file may grow beyond *size*; return 7 where that is said."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        replace(path, content)
    except OSError:
        return 7
    return 0


def in_a_child(work: Callable[[], int]) -> int:
    process = os.fork()
    if not process:
        status = 1
        try:
            status = work()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def test_what_cannot_be_written_is_named_and_the_others_are(tmp_path: Path) -> None:
    root = small_project(tmp_path / "archive", PAGES)
    assert publish(root, "update-po").returncode == 0
    write(root / "events/2018-06-05-chisinau.md", EVENT + "\nUne phrase.\n")
    (root / "locales/ro/LC_MESSAGES/events/.2018-06-05-chisinau.po.new").mkdir()
    result = publish(root, "update-po")

    assert result.returncode == 1
    assert [line for line in result.stderr.splitlines() if line.startswith("locales")] == [
        "locales/ro/LC_MESSAGES/events/2018-06-05-chisinau.po: this cannot be written (Is a "
        "directory): make room, or give yourself the right to write here, and try again [file]"
    ]
    assert "Traceback" not in result.stderr
    path = "LC_MESSAGES/events/2018-06-05-chisinau.po"
    assert "Une phrase." not in (root / "locales/ro" / path).read_text("utf-8")
    assert "Une phrase." in (root / "locales/ru" / path).read_text("utf-8")


# -- two runs at once ---------------------------------------------------------------------------


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    root = small_project(tmp_path / "archive", PAGES)
    command = [sys.executable, "-m", "commands", "update-po"]
    environment = os.environ | {"PYTHONPATH": str(root / "_ext")}
    runs = [
        subprocess.Popen(
            command,
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _twice in range(2)
    ]
    outputs = [run.communicate() for run in runs]

    assert [run.returncode for run in runs] == [0, 0], outputs
    said = [
        errors for _output, errors in outputs if "another command is at work in _build/" in errors
    ]
    assert len(said) == 1
    first, second = sorted(output.count(", 0 changed") for output, _errors in outputs)
    assert (first, second) == (0, 4)  # the second one found everything done
    assert not list((root / "locales").rglob(".*"))
