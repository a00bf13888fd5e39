"""What ``make check-po`` says of copies, and of messages written over: in the language itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

from support import publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """---
orphan: true
---

# À propos

Le séminaire a réuni des juges.

Ils ont parlé de la traite.

Ana de la Cruz
"""
MESSAGES = {
    "À propos": "Despre",
    "Le séminaire a réuni des juges.": "Seminarul a reunit judecători.",
    "Ils ont parlé de la traite.": "Ei au vorbit despre trafic.",
    "Ana de la Cruz": "Ana de la Cruz",
}
FIRST, SECOND = list(MESSAGES)[1:3]
ABOUT = "locales/{}/LC_MESSAGES/about.po"


def save(archive: Path, language: str, texts: dict[str, str]) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": language}
    catalogue.extend(polib.POEntry(msgid=text, msgstr=other) for text, other in texts.items())
    path = archive / ABOUT.format(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive with a page."""
    pages = {"index.md": "# Archives\n", "about.md": PAGE}
    return small_project(tmp_path_factory.mktemp("check"), pages)


@pytest.fixture
def whole(archive: Path) -> Path:
    """The archive with catalogues in which nothing is wrong."""
    write(archive / "about.md", PAGE)
    save(archive, "ro", MESSAGES)
    save(archive, "ru", dict.fromkeys(MESSAGES, ""))
    return archive


def said(archive: Path, rule: str, *, status: int) -> list[str]:
    result = publish(archive, "check-po", "ro")
    assert result.returncode == status, result.stdout + result.stderr
    return [line for line in result.stdout.splitlines() if line.endswith(f"[{rule}]")]


def test_a_copy_is_a_warning_and_a_name_is_none(whole: Path) -> None:
    assert said(whole, "copied", status=0) == []

    save(whole, "ro", MESSAGES | {FIRST: FIRST.replace("des juges", "des\u00a0juges")})
    lines = said(whole, "copied", status=0)

    assert len(lines) == 1
    assert lines[0].startswith(f"{ABOUT.format('ro')}:")
    assert "avertisment: traducerea este chiar textul-sursă: traduceți-l" in lines[0]


def over(texts: dict[str, str], message: str, translation: str) -> dict[str, str]:
    """Return *texts* with *translation* where *message* should be."""
    return {(translation if one == message else one): text for one, text in texts.items()}


@pytest.mark.parametrize("others", [{}, {SECOND: ""}])
def test_a_message_that_was_written_over_is_named(whole: Path, others: dict[str, str]) -> None:
    typed = MESSAGES[FIRST]
    save(whole, "ro", over(MESSAGES | {FIRST: ""} | others, FIRST, typed))

    lines = said(whole, "message", status=1)

    assert len(lines) == 1
    line = (whole / ABOUT.format("ro")).read_text("utf-8").split("\n").index(f'msgid "{typed}"')
    assert lines[0].startswith(
        f"{ABOUT.format('ro')}:{line + 1}: niciun text al paginii nu corespunde acestui mesaj:"
    )
    assert f"în msgid puneți înapoi `{FIRST}`" in lines[0]


def test_nothing_of_it_is_lost_when_the_catalogues_are_updated(whole: Path) -> None:
    typed = MESSAGES[FIRST]
    save(whole, "ro", over(MESSAGES | {FIRST: ""}, FIRST, typed))

    for _time in range(2):
        assert publish(whole, "update-po").returncode == 0

    found = {one.msgid: one for one in polib.pofile(str(whole / ABOUT.format("ro")))}
    assert found[typed].obsolete
    assert not found[FIRST].obsolete
    assert found[SECOND].msgstr == MESSAGES[SECOND]


def test_a_page_that_has_changed_is_no_message_written_over(whole: Path) -> None:
    save(whole, "ro", MESSAGES | {FIRST: ""})
    write(whole / "about.md", PAGE.replace("des juges", "vingt juges"))

    assert said(whole, "message", status=0) == []
