"""What was built comes to readers as it is, all of it or nothing."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

import storage
from commands.mirror import Publication, publish_all
from damage import DAMAGES, lock_up, precious, to_link
from storage import drop_links
from support import files, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "_build" / "work"
    for name in ("index.html", "events/a.html", "events/b.html", "_static/deep/look.css"):
        write(folder / name, f"this is {name}")
    write(folder / ".buildinfo", "of Sphinx")
    (folder / "empty").mkdir()
    return folder


@pytest.fixture
def target(source: Path) -> Path:
    folder = source.with_name("html")
    publish_all([Publication(source, folder)])
    return folder


def expected(source: Path) -> dict[str, bytes]:
    return {name: text for name, text in files(source).items() if name != ".buildinfo"}


def test_what_was_built_is_published_and_nothing_else(source: Path, target: Path) -> None:
    assert files(target) == expected(source)
    assert not (target / "empty").exists()
    assert len(expected(source)) == 4


@pytest.mark.parametrize("damage", [one for one in DAMAGES if one is not lock_up])
@pytest.mark.parametrize("place", ["index.html", "events", "events/a.html", "_static/deep"])
def test_whatever_stands_there_what_was_built_takes_its_place(
    source: Path, target: Path, place: str, damage: Callable[[Path], None]
) -> None:
    elsewhere = precious(target)
    before = files(elsewhere)
    damage(target / place)
    publish_all([Publication(source, target)])

    assert files(target) == expected(source)
    assert not [path for path in target.rglob("*") if path.is_symlink()]
    assert files(elsewhere) == before


def test_pages_that_are_gone_go_with_their_folders(source: Path, target: Path) -> None:
    shutil.rmtree(source / "events")
    publish_all([Publication(source, target)])

    assert files(target) == expected(source)
    assert not (target / "events").exists()


def test_what_is_kept_stays_and_what_is_left_out_is_not_published(
    source: Path, target: Path
) -> None:
    write(target / "pagefind/entry.json", "old index")
    write(source / "pagefind/entry.json", "new index")
    publish_all([Publication(source, target, without=["pagefind"], kept=["pagefind"])])

    assert (target / "pagefind/entry.json").read_text("utf-8") == "old index"


def test_single_files_are_left_out_and_kept_and_those_beside_them_go(
    source: Path, target: Path
) -> None:
    for name in ("kept.css", "gone.css", "look.css"):
        write(target / "_static/deep" / name, f"an old {name}")
    without, kept = ["_static/deep/look.css", "events/a.html"], ["_static/deep/kept.css"]
    publish_all([Publication(source, target, without=without, kept=kept)])

    left = {name: text for name, text in expected(source).items() if name not in without}
    assert files(target) == left | {"_static/deep/kept.css": b"an old kept.css"}


def test_a_file_that_is_written_anew_with_the_same_content_keeps_its_time(
    source: Path, target: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*.html")}
    for path in source.rglob("*.html"):
        os.utime(path)
    publish_all([Publication(source, target)])

    assert {path: path.stat().st_mtime_ns for path in target.rglob("*.html")} == before


def test_a_full_disk_leaves_the_last_good_site_of_every_language(
    source: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(target)
    write(source / "index.html", "new")
    write(source / "events/c.html", "new")
    other = source.with_name("other")
    write(other / "big.html", "big")
    copyfile = shutil.copyfile

    def full(source: Path, target: Path) -> None:
        if source.name == "big.html":
            raise OSError(errno.ENOSPC, "No space left on device")
        copyfile(source, target)

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(OSError, match="No space left"):
        publish_all([Publication(source, target), Publication(other, target.with_name("o"))])

    assert files(target) == before


def test_all_may_read_what_is_published(source: Path) -> None:
    (source / "index.html").chmod(0o600)
    (source / "events").chmod(0o700)
    target = source.with_name("html")
    old = os.umask(0o077)
    try:
        publish_all([Publication(source, target)])
        (target / "events/a.html").chmod(0o640)
        (target / "events").chmod(0o750)
        publish_all([Publication(source, target)])
    finally:
        os.umask(old)

    assert {stat.S_IMODE(path.stat().st_mode) for path in target.rglob("*.*")} == {0o644}
    assert {
        stat.S_IMODE(path.stat().st_mode) for path in [target, *target.rglob("*")] if path.is_dir()
    } == {0o755}


def no_links(_path: Path, _target: Path) -> None:
    raise OSError(errno.EPERM, "no hard links on this file system")


@pytest.mark.parametrize("can_link", [True, False])
def test_what_is_only_replaced_is_published_under_a_second_name(
    source: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool
) -> None:
    """A copy stands in for the second name where a file system has one name a file."""
    if not can_link:
        monkeypatch.setattr("pathlib.Path.hardlink_to", no_links)
    target = source.with_name("html")
    publish_all([Publication(source, target, linked=("",))])
    before = files(target)
    storage.write(source / "index.html", b"this is new")

    assert before == expected(source) | {"index.html": b"this is index.html"} == files(target)
    same = [(source / name).samefile(target / name) for name in sorted(before)]
    assert same == [can_link, can_link, can_link, False]  # the last is index.html
    publish_all([Publication(source, target, linked=("",))])
    assert files(target) == expected(source)


def test_links_of_our_own_folders_are_removed_and_not_followed(source: Path) -> None:
    build = source.parent
    elsewhere = precious(build)
    before = files(elsewhere)
    (build / "html").mkdir()
    (build / "html/fr").mkdir()
    to_link(build / "html/fr")
    drop_links(build, depth=3)
    publish_all([Publication(source, build / "html/fr")])

    assert files(build / "html/fr") == expected(source)
    assert files(elsewhere) == before
