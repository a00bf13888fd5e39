"""A build is whole or did not happen: a small sample of what ``make audit`` tries."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interruptions import Trials, assert_same, begin, build_twice, ended, fill_disk, output_of, stop
from support import files, publish, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = "events/2018-06-01-ville.md"


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Trials:
    return Trials(tmp_path_factory.mktemp("trials"))


@pytest.fixture
def copy(trials: Trials) -> Iterator[Path]:
    with trials.place() as place:
        yield place


def edit(root: Path, text: str = "Un été à Chișinău : « œuvre » → …") -> None:
    write(root / PAGE, f"{(root / PAGE).read_text('utf-8')}\n{text}\n")


@pytest.mark.parametrize(
    ("what", "seed"), [(stop, 9), (stop, 10), (fill_disk, 4), (build_twice, 2)]
)
def test_after_anything_that_happens_to_a_build_the_next_one_equals_a_clean_one(
    trials: Trials, what: Callable[..., str], seed: int
) -> None:
    assert f"seed {seed}" in trials.run(what, seed)


@pytest.mark.parametrize("seed", [2, 11, 15, 28])
def test_after_any_damage_the_next_build_equals_a_clean_one(trials: Trials, seed: int) -> None:
    assert f"seed {seed}" in trials.damage(seed)


def test_a_build_that_nothing_has_happened_to_is_not_made_again(copy: Path) -> None:
    result = publish(copy, "html")

    assert result.stdout.splitlines() == [
        "[fr] html: nothing has changed",
        "[ru] html: nothing has changed",
        "The website is in _build/html/",
    ]


def test_children_end_with_a_killed_parent_and_leave_the_lock(copy: Path) -> None:
    shutil.rmtree(copy / "_build")
    process = begin(copy, "html")
    children: list[int] = []
    while len(children) < 2 and process.poll() is None:
        found = subprocess.run(
            ["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False
        )
        children = [int(number) for number in found.stdout.split()]
        time.sleep(0.01)
    process.kill()
    process.wait()

    assert len(children) == 2
    ended = time.monotonic() + 5
    while any(is_running(child) for child in children):
        assert time.monotonic() < ended


def is_running(process: int) -> bool:
    """Return whether it is there; what has ended may wait for somebody to take note of it."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rsplit(") ", 1)[1][0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):  # also between opening and reading
        return False


def test_a_build_whose_folder_is_removed_ends_with_one_line(copy: Path) -> None:
    shutil.rmtree(copy / "_build")
    process = begin(copy, "html")
    while not list(copy.glob("_build/work/html/*/*")):
        time.sleep(0.01)
    (copy / "_build").rename(copy / "removed")  # all at once
    output = ended(copy, process)

    assert process.returncode == 1
    assert output.splitlines()[-1] == (
        "_build/ was removed while this was at work in it: run it again"
    )
    assert "Traceback" not in output


def test_an_interrupted_build_says_so_in_one_line(copy: Path) -> None:
    for number in range(5):  # where the machine is so busy that it had ended
        edit(copy, f"Une phrase {number}.")
        before = files(copy / "_build" / "html")
        process = begin(copy, "html")
        while not output_of(copy):
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        output = ended(copy, process)
        if process.returncode:
            break

    assert process.returncode == 130
    assert output.splitlines()[-1] == "stopped; the last good website is kept"
    assert "Traceback" not in output
    assert files(copy / "_build" / "html") == before


def test_a_page_that_got_older_with_other_content_is_read_again(copy: Path) -> None:
    path = copy / PAGE
    old = path.stat().st_mtime_ns - 10**12
    edit(copy, "Tiré d’une sauvegarde.")
    os.utime(path, ns=(old, old))

    assert publish(copy, "html").returncode == 0
    page = copy / "_build/html/fr" / PAGE.replace(".md", ".html")
    assert "Tiré d’une sauvegarde." in page.read_text("utf-8")


def test_a_page_edited_during_a_build_and_restored_after_it_is_read_again(copy: Path) -> None:
    site = files(copy / "_build" / "html")
    original = (copy / PAGE).read_bytes()
    (copy / "index.md").write_text((copy / "index.md").read_text("utf-8") + "\nX\n", "utf-8")
    process = begin(copy, "html")
    mark = copy / "_build/times"
    before = mark.stat().st_mtime_ns
    while mark.stat().st_mtime_ns == before:  # what there is has been looked at
        time.sleep(0.001)
    edit(copy, "Pour un instant.")
    ended(copy, process)
    assert process.returncode == 0
    text = (copy / "index.md").read_text("utf-8")
    (copy / "index.md").write_text(text.removesuffix("\nX\n"), "utf-8")
    (copy / PAGE).write_bytes(original)

    assert publish(copy, "html").returncode == 0
    assert_same(files(copy / "_build" / "html"), site, "edited and restored")


@pytest.mark.parametrize(
    ("machine", "shown"),
    [
        ({"LANG": "xx_YY", "HOME": "/nowhere", "TMPDIR": "/nowhere"}, "vìlle → é"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "vìlle → é"),
        ({"LC_ALL": "fr_FR.ISO-8859-1"}, "vìlle → é"),
        ({"PYTHONIOENCODING": "ascii"}, r"v\xeclle \u2192 \xe9"),
        ({"PYTHONIOENCODING": "utf-8"}, "vìlle → é"),
    ],
    ids=str,
)
def test_any_locale_and_any_terminal_will_do(
    copy: Path, trials: Trials, machine: dict[str, str], shown: str
) -> None:
    mistake = copy / "events/2018-06-02-ville.md"
    text = mistake.read_text("utf-8")
    write(mistake, text.replace("city: Chisinau", "city: Chisinau\nvìlle → é: 1"))
    run = subprocess.run(
        [sys.executable, "-m", "commands", "html", "fr"],
        cwd=copy,
        env={"PYTHONPATH": "_ext", "SOURCE_DATE_EPOCH": "0", "PATH": os.environ["PATH"]} | machine,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert any("WARNING" in line and shown in line for line in run.stdout.decode().splitlines())
    assert b"Traceback" not in run.stdout + run.stderr
    assert_same(files(copy / "_build/html"), trials.site, str(machine))


def test_the_site_can_be_read_by_all_whatever_the_umask(copy: Path) -> None:
    edit(copy)
    shutil.rmtree(copy / "_build/html/ru")
    (copy / "_build/html/fr/events").chmod(0o700)
    (copy / "_build/html/fr/index.html").chmod(0o600)
    subprocess.run(
        ["sh", "-c", f"umask 077; exec {sys.executable} -m commands html"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": "_ext"},
        capture_output=True,
        check=True,
    )

    site = copy / "_build/html"
    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in [site, *site.rglob("*")]
    }
    assert modes == {(True, 0o755), (False, 0o644)}


def test_a_preview_of_a_language_is_there_once(copy: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "commands", "livehtml", "--port", "0", "ru"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": "_ext", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline()
        second = publish(copy, "livehtml", "--port", "0", "ru")
        beside = publish(copy, "html")
        first.terminate()
        first.stdout.read()

    assert (second.returncode, second.stderr) == (
        1,
        "livehtml: there is one of `ru` already; end it first\n",
    )
    assert "waiting" not in beside.stderr
    assert beside.returncode == 0
