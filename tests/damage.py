"""What anybody may do to a file or a folder below ``_build``."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

GARBAGE = b"\x00garbage{["


def delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def garble(path: Path) -> None:
    for one in _files(path):
        one.write_bytes(GARBAGE)


def cut(path: Path) -> None:
    for one in _files(path):
        os.truncate(one, one.stat().st_size // 2)


def empty(path: Path) -> None:
    for one in _files(path):
        os.truncate(one, 0)


def to_folder(path: Path) -> None:
    delete(path)
    path.mkdir()
    (path / "file").write_bytes(GARBAGE)


def to_file(path: Path) -> None:
    delete(path)
    path.write_bytes(GARBAGE)


def to_fifo(path: Path) -> None:
    """Whoever reads it waits for ever."""
    delete(path)
    os.mkfifo(path)


def to_link(path: Path) -> None:
    """A link to a folder of somebody else, in which nothing may be touched."""
    delete(path)
    path.symlink_to(precious(path))


def to_nowhere(path: Path) -> None:
    delete(path)
    path.symlink_to("nowhere")


def add(path: Path) -> None:
    folder = path if path.is_dir() else path.parent
    (folder / "added.html").write_bytes(GARBAGE)


def lock_up(path: Path) -> None:
    path.chmod(0)


DAMAGES: tuple[Callable[[Path], None], ...] = (
    delete,
    garble,
    cut,
    empty,
    to_folder,
    to_file,
    to_fifo,
    to_link,
    to_nowhere,
    add,
    lock_up,
)


def _files(path: Path) -> list[Path]:
    found = path.rglob("*") if path.is_dir() else [path]
    return [one for one in found if one.is_file() and not one.is_symlink()]


def precious(path: Path) -> Path:
    """Return a folder beside the project of *path*, with a file in it and in some folders."""
    build = next(parent for parent in (path, *path.parents) if parent.name == "_build")
    folder = build.parent.with_name(f"{build.parent.name}-elsewhere")
    for name in (".", "fr", "html", "html/fr", "ru", "doctrees/html"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "precious").write_text("precious", "utf-8")
    return folder


def damage(root: Path, chance: random.Random) -> str:
    """Damage something below ``_build``; return how and what."""
    found = sorted((root / "_build").rglob("*"))
    near = [path for path in found if len(path.relative_to(root).parts) < 5]
    path = chance.choice(chance.choice([found, near]))
    how = chance.choice(DAMAGES)
    how(path)
    return f"{how.__name__} {path.relative_to(root)}"
