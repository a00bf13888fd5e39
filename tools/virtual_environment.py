"""Install what a command needs in ``.venv``; usage: virtual_environment.py html|live|dev.

What was stopped half-way is made anew, for nobody knows what of it is there; and of two commands
that set up at once the second waits. This runs before anything is installed.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = {
    "html": "requirements.txt",
    "live": "requirements-live.txt",
    "dev": "requirements-dev.txt",
}
# This file is there while something is being installed; the one with the name of a command, when
# all is there that the command needs.
UNFINISHED = VENV / "unfinished"


def main(name: str) -> int:
    """Install what the command *name* needs, unless another one has done so meanwhile."""
    lock = os.open("tools", os.O_RDONLY)
    try:
        return _set_up(name, lock)
    finally:
        os.close(lock)


def _set_up(name: str, lock: int) -> int:
    """Do so with the folder *lock* locked."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("another command is setting up: waiting for its end", flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
    names = [name]
    if UNFINISHED.exists() or not _is_whole():
        names = [one for one in REQUIREMENTS if one == name or (VENV / one).exists()]
        _create(lock)
    return max(_install(one, lock) for one in names)


def _is_whole() -> bool:
    """Return whether Python and pip are there; an upgrade of the machine may have broken them."""
    command = [str(PYTHON), "-c", "import pip"]
    return PYTHON.exists() and subprocess.run(command, check=False).returncode == 0


def _create(lock: int) -> None:
    print(f"setting up Python in {VENV}", flush=True)
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    UNFINISHED.touch()
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True, pass_fds=[lock])
    UNFINISHED.unlink()


def _install(name: str, lock: int) -> int:
    """Install what *name* needs; *lock* is held until pip has ended, even if this is killed."""
    stamp, requirements = VENV / name, Path(REQUIREMENTS[name])
    if stamp.exists() and stamp.stat().st_mtime >= requirements.stat().st_mtime:
        return 0
    number = sum("==" in line for line in requirements.read_text("utf-8").splitlines())
    print(f"installing the {number} packages that {requirements} lists: up to a minute", flush=True)
    UNFINISHED.touch()
    options = [
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "--requirement",
        str(requirements),
    ]
    status = subprocess.run(
        [str(PYTHON), "-m", "pip", "install", *options], check=False, pass_fds=[lock]
    ).returncode
    if status == 0:
        stamp.touch()
    UNFINISHED.unlink()  # pip that fails has put back what was there
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
