"""Setting up is whole or did not happen: what was stopped half-way is made anew."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from support import ROOT

# Within another make, and in a copy of the archive that has no environment of its own
DRY_RUN = ("make", "--dry-run", "--no-print-directory", f"VENV={sys.prefix}")


class Machine:
    """A folder with requirements, and programs that only note what they were told to do."""

    def __init__(self, folder: Path) -> None:
        (folder / "tools").mkdir()
        for name in ("requirements.txt", "requirements-live.txt", "requirements-dev.txt"):
            (folder / name).touch()
        self.venv = folder / ".venv"
        self.done: list[str] = []
        self.status = 0
        self.killed_at = ""
        place = spec_from_file_location("set_up", ROOT / "tools/virtual_environment.py")
        assert place is not None
        assert place.loader is not None
        self.module = module_from_spec(place)
        place.loader.exec_module(self.module)

    def run(self, command: list[str], **_options: Any) -> subprocess.CompletedProcess[str]:
        """Stand for the programs: venv makes Python and pip, pip notes what it installs."""
        pip = self.venv / "pip"
        if "venv" in command:
            self.done.append("venv")
            (self.venv / "bin").mkdir()
            (self.venv / "bin/python").touch()
            self.die_at("venv")
            pip.touch()
        elif "install" in command:
            self.done.append(command[-1])
            self.die_at(command[-1])
        elif "import pip" in command:
            return subprocess.CompletedProcess(command, 0 if pip.exists() else 1)
        return subprocess.CompletedProcess(command, self.status if "install" in command else 0)

    def die_at(self, where: str) -> None:
        if where == self.killed_at:
            raise SystemError("killed")

    def set_up(self, name: str) -> int:
        self.done.clear()
        status: int = self.module.main(name)
        return status


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    found = Machine(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(found.module.subprocess, "run", found.run)
    return found


def test_what_is_there_is_not_installed_again(machine: Machine) -> None:
    assert machine.set_up("html") == 0
    assert machine.done == ["venv", "requirements.txt"]
    assert machine.set_up("html") == 0
    assert machine.done == []
    assert machine.set_up("dev") == 0
    assert machine.done == ["requirements-dev.txt"]


def test_what_is_installed_and_how_long_it_takes_is_said(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("requirements.txt").write_text("a==1 \\\n    --hash=sha256:0\nb==2\n", encoding="utf-8")

    machine.set_up("html")

    assert capsys.readouterr().out.splitlines() == [
        "setting up Python in .venv",
        "installing the 2 packages that requirements.txt lists: up to a minute",
    ]


def test_other_requirements_are_installed(machine: Machine) -> None:
    machine.set_up("html")
    later = time.time() + 10
    os.utime("requirements.txt", (later, later))

    machine.set_up("html")
    assert machine.done == ["requirements.txt"]


@pytest.mark.parametrize("moment", ["venv", "requirements.txt"])
def test_a_set_up_that_was_killed_is_made_anew(machine: Machine, moment: str) -> None:
    machine.killed_at = moment
    with pytest.raises(SystemError, match="killed"):
        machine.set_up("html")
    machine.killed_at = ""

    assert machine.set_up("html") == 0
    assert machine.done == ["venv", "requirements.txt"]
    assert machine.set_up("html") == 0
    assert machine.done == []


def test_what_was_there_is_there_again_when_more_was_killed(machine: Machine) -> None:
    machine.set_up("html")
    machine.killed_at = "requirements-dev.txt"
    with pytest.raises(SystemError, match="killed"):
        machine.set_up("dev")
    machine.killed_at = ""

    assert machine.set_up("dev") == 0
    assert machine.done == ["venv", "requirements.txt", "requirements-dev.txt"]


@pytest.mark.parametrize("lost", ["pip", "bin/python"])
def test_a_python_that_was_lost_is_made_anew(machine: Machine, lost: str) -> None:
    machine.set_up("html")
    (machine.venv / lost).unlink()

    assert machine.set_up("html") == 0
    assert machine.done == ["venv", "requirements.txt"]


@pytest.mark.parametrize("kind", ["file", "link"])
def test_anything_may_stand_in_its_place(machine: Machine, kind: str) -> None:
    if kind == "file":
        machine.venv.touch()
    else:
        machine.venv.symlink_to("nowhere")

    assert machine.set_up("html") == 0
    assert machine.venv.is_dir()


def test_what_cannot_be_installed_is_tried_again_and_takes_nothing_away(machine: Machine) -> None:
    machine.set_up("html")
    machine.status = 1
    assert machine.set_up("dev") == 1
    machine.status = 0

    assert machine.set_up("dev") == 0
    assert machine.done == ["requirements-dev.txt"]


def test_of_two_at_once_the_second_waits(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    held = os.open(tmp_path / "tools", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    command = [sys.executable, str(ROOT / "tools/virtual_environment.py"), "nothing"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as second:
        assert second.stdout is not None
        line = second.stdout.readline()
        is_waiting = second.poll() is None
        second.kill()
    os.close(held)

    assert line == "another command is setting up: waiting for its end\n"
    assert is_waiting


@pytest.mark.parametrize(
    ("tests", "packages"),
    [
        ("", ["test"]),
        ("tests/unit", []),
        ("tests/unit/test_gate.py::test_a tests/content", []),
        ("tests/unit tests/site", ["update-po"]),
        ("tests/catalogues/test_update.py", ["update-po"]),
        ("tests/unit tests/browser", ["test"]),
        ("tests/pdf", ["test"]),
    ],
)
def test_packages_of_debian_are_asked_for_by_the_folders_that_use_them(
    tests: str, packages: list[str]
) -> None:
    command = [*DRY_RUN, "--what-if=tools/debian-packages", "test", f"TESTS={tests}"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    lines = [line for line in result.stdout.splitlines() if "debian-packages" in line]
    assert [line.split()[-1] for line in lines if line.startswith("tools/")] == packages


def test_the_long_checks_are_found_as_their_command_names_them(tmp_path: Path) -> None:
    planned = [*DRY_RUN, "audit"]
    lines = subprocess.run(planned, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    arguments = lines[lines.rindex("-m pytest") :].replace("\\\n", "").split()[2:]

    found = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", f"--basetemp={tmp_path}", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout
