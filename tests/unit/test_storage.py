"""What is under ``_build`` is written at one stroke, and trusted only while nobody touched it."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

import storage
from damage import DAMAGES, add, lock_up, to_fifo, to_link, to_nowhere
from storage import (
    READABLE,
    Stamp,
    digest,
    discard,
    drop_links,
    kept,
    make_folder,
    read,
    state,
    write,
    write_if_changed,
)
from support import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "_build" / "folder"
    (path / "inner").mkdir(parents=True)
    (path / "file").write_bytes(b"0123456789")
    (path / "inner" / "file").write_bytes(b"0123456789")
    return path


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("place", ["file", "inner"])
def test_a_file_is_written_whatever_stands_in_its_place(
    folder: Path, place: str, damage: Callable[[Path], None]
) -> None:
    damage(folder / place)
    write(folder / place, b"new")

    assert (folder / place).read_bytes() == b"new"
    assert stat.S_IMODE((folder / place).lstat().st_mode) == READABLE
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_is_written_whatever_stands_in_the_place_of_its_folder(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    if damage in {to_link, lock_up}:
        drop_links(folder, depth=1)
    damage(folder / "inner")
    drop_links(folder, depth=1)
    write(folder / "inner" / "new", b"new")

    assert (folder / "inner" / "new").read_bytes() == b"new"


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("place", ["file", "inner", "inner/file"])
def test_a_state_changes_with_anything_that_is_done_to_a_file(
    folder: Path, place: str, damage: Callable[[Path], None]
) -> None:
    before = state(folder)
    damage(folder / place)

    changes_no_file = damage is lock_up and place == "inner"  # root may still look into it
    assert (state(folder) == before) == (changes_no_file and os.geteuid() == 0)


def test_a_state_is_that_of_the_same_files_and_of_no_other(folder: Path) -> None:
    whole, without = state(folder), state(folder, without=["inner"])
    assert whole != without
    add(folder / "inner")
    assert state(folder) != whole
    assert state(folder, without=["inner"]) == without
    (folder / "inner" / "added.html").unlink()
    assert state(folder) == whole


@pytest.mark.parametrize("damage", [to_fifo, to_link, to_nowhere])
def test_what_is_no_file_is_not_read(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(folder / "file")

    assert read(folder / "file") is None
    assert read(folder / "inner") is None
    assert read(folder / "missing" / "file") is None
    assert state(folder / "file") == ""


def test_what_a_link_leads_to_is_left_alone(folder: Path) -> None:
    to_link(folder / "inner")
    elsewhere = (folder / "inner").resolve()
    before = sorted(elsewhere.rglob("*"))
    discard(folder / "inner")
    assert not (folder / "inner").exists()
    to_link(folder / "file")
    drop_links(folder.parent, depth=2)

    assert not (folder / "file").exists()
    assert sorted(elsewhere.rglob("*")) == before


def test_a_file_keeps_its_content_when_there_is_no_room(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        path.write_bytes(content[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "_write", full)
    with pytest.raises(OSError, match="No space left"):
        write(folder / "file", b"other")

    assert (folder / "file").read_bytes() == b"0123456789"
    assert sorted(path.name for path in folder.iterdir()) == ["file", "inner"]


def test_a_file_with_the_same_content_keeps_its_time(folder: Path) -> None:
    before = (folder / "file").stat().st_mtime_ns
    assert not write_if_changed(folder / "file", b"0123456789")
    assert (folder / "file").stat().st_mtime_ns == before
    assert write_if_changed(folder / "file", b"other")


def test_a_name_may_be_as_long_as_the_file_system_allows(folder: Path) -> None:
    write(folder / ("é" * 127), b"long")

    assert read(folder / ("é" * 127)) == b"long"


def test_what_was_made_is_kept_for_its_key_while_nobody_touched_it(folder: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"it")
        return b"it"

    def get(key: str) -> bytes:
        return kept(folder / "kept", key, make)

    assert [get("a"), get("a"), get("b"), get("b")] == [b"it"] * 4
    assert len(made) == 2
    path = folder / "kept"
    path.write_bytes(path.read_bytes()[:-1])
    assert get("b") == b"it"
    assert len(made) == 3


def test_digests_tell_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("é") == digest("é".encode())


def test_folders_can_be_entered_by_all_whatever_the_umask(folder: Path) -> None:
    old = os.umask(0o077)
    try:
        make_folder(folder / "a" / "b")
    finally:
        os.umask(old)

    assert stat.S_IMODE((folder / "a").stat().st_mode) == 0o755
    assert stat.S_IMODE((folder / "a" / "b").stat().st_mode) == 0o755


@pytest.mark.parametrize("damage", sorted({*DAMAGES} - {add, lock_up}, key=str))  # of a folder
def test_a_note_is_trusted_only_while_nobody_touched_it(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    stamp = Stamp(folder / "stamp")
    assert stamp.read() is None

    stamp.note({"pages": ["é", 1, None]})
    assert Stamp(folder / "stamp").read() == {"pages": ["é", 1, None]}
    damage(folder / "stamp")
    assert stamp.read() is None

    stamp.note(["anew"])
    assert stamp.read() == ["anew"]
    stamp.forget()
    assert stamp.read() is None


def test_a_note_of_another_version_of_the_code_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = Stamp(folder / "stamp")
    stamp.note("old")
    monkeypatch.setattr(Stamp, "_FORM", "another")

    assert stamp.read() is None


def test_no_other_module_makes_digests_of_its_own() -> None:
    code = {path: path.read_text("utf-8") for path in (ROOT / "_ext").rglob("*.py")}

    assert [path for path, text in code.items() if "hashlib" in text] == [
        ROOT / "_ext/storage/__init__.py"
    ]
