"""The website offers the book that was printed of the pages as they are, and no other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import PAGES, publish, small_project

if TYPE_CHECKING:
    from pathlib import Path

NAME = "seminars-fr.pdf"


def made(project: Path, command: str) -> str:
    result = publish(project, command, "fr")
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def offers(project: Path) -> bool:
    """Return whether the site offers the book, which is then the one that was printed."""
    folder = project / "_build/html/fr"
    is_led_to = f'href="{NAME}"' in (folder / "index.html").read_text("utf-8")
    if is_led_to:
        assert (folder / NAME).read_bytes() == (project / "_build/pdf" / NAME).read_bytes()
    assert is_led_to == (folder / NAME).exists()
    return is_led_to


def test_the_site_offers_the_book_of_its_pages_alone(tmp_path: Path) -> None:
    project = small_project(tmp_path / "archive", PAGES)
    made(project, "latexpdf")
    assert not (project / "_build/html").exists(), "nobody asked for a site"

    assert "does not offer" not in made(project, "html")
    assert offers(project)

    page = project / "events/2018-06-05-chisinau.md"
    page.write_text(page.read_text("utf-8").replace("Un texte", "Un autre texte"), "utf-8")
    said = made(project, "html")
    assert f"_build/pdf/: {NAME}: not of the pages as they are" in said
    assert not offers(project)

    made(project, "latexpdf")
    assert offers(project)

    (project / "_build/pdf" / NAME).unlink()
    assert "does not offer" not in made(project, "html")
    assert not offers(project)
