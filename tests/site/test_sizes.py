"""What a strict policy refuses stands in no page: no style and no script, whatever is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from seminars.sizes import MOST_PERCENT, MOST_REM
from support import EVENT, PAGES, ROOT, png, publish, small_project
from websites import refused

if TYPE_CHECKING:
    from pathlib import Path

ALONE = EVENT.replace("end: 2018-06-07\n", "") + "\n"
PICTURE = "2018-06-05-chisinau.png"
# each way in which a page may give a size, and what readers get of it
SIZES = {
    f'![a]({PICTURE}){{width="50%"}}': ("img", "width-50"),
    f'![a]({PICTURE}){{width="120px"}}': ("img", 'width="120"'),
    f"![a]({PICTURE}){{width=120}}": ("img", 'width="120"'),
    f"```{{photo}} {PICTURE}\n:alt: a\n:credit: b\n:width: 62.5%\n```": ("img", "width-62"),
    f"```{{photo}} {PICTURE}\n:alt: a\n:credit: b\n:width: 2in\n```": ("img", 'width="192"'),
    f"```{{image}} {PICTURE}\n:alt: a\n:width: 10em\n:scale: 50\n```": ("img", 'width="80"'),
    f"```{{image}} {PICTURE}\n:alt: a\n:height: 3cm\n```": ("img", "height-7-rem"),
    f"```{{image}} {PICTURE}\n:alt: a\n:width: 400%\n```": ("img", "width-100"),
    f"```{{image}} {PICTURE}\n:alt: a\n:loading: embed\n```": ("img", 'src="../_images/'),
    f"```{{figure}} {PICTURE}\n:alt: a\n:figwidth: 40%\n\nb\n```": ("figure", "width-40"),
    f"```{{figure}} {PICTURE}\n:alt: a\n:figwidth: 20em\n\nb\n```": ("figure", "width-20-rem"),
    "```{table} b\n:width: 30%\n\n| a |\n| --- |\n| c |\n```": ("table", "width-30"),
    "```{list-table} b\n:widths: 20 80\n:width: 12em\n\n* - a\n  - c\n```": ("col", "width-80"),
    "```{csv-table} b\n:widths: 1, 2\n\na, c\n```": ("col", "width-33"),
}


@pytest.fixture(scope="module")
def sized(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A website of a page to each way of giving a size."""
    pages = {
        f"events/2018-06-{day:02}-chisinau.md": ALONE.replace("05", f"{day:02}", 1)
        + text.replace(PICTURE, f"2018-06-{day:02}-chisinau.png")
        + "\n"
        for day, text in enumerate(SIZES, 1)
    }
    copy = small_project(tmp_path_factory.mktemp("sized") / "archive", PAGES | pages)
    for name in pages:
        (copy / name).with_suffix(".png").write_bytes(png())
    done = publish(copy, "html", "fr")
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "_build" / "html" / "fr"


@pytest.mark.parametrize(("text", "tag", "size"), [(k, *v) for k, v in SIZES.items()])
def test_a_size_is_no_style(sized: Path, text: str, tag: str, size: str) -> None:
    day = 1 + [*SIZES].index(text)
    page = (sized / f"events/2018-06-{day:02}-chisinau.html").read_text("utf-8")

    assert refused(page) == []
    found = re.findall(rf"<{tag}\b[^>]*>", page[page.index("<article") :])
    assert any(size in one for one in found), found
    assert ("sizes.css" in page) == ("width-" in size or "height-" in size)


def test_the_sheet_has_each_size(sized: Path) -> None:
    sheet = (sized.parent / "_static/sizes.css").read_text("utf-8")

    for name in (f"width-{MOST_PERCENT}", f"width-{MOST_REM}-rem", f"height-{MOST_REM}-rem"):
        assert f".{name} {{" in sheet
    assert "width-1 {" in sheet


def test_a_page_of_the_example_has_nothing_that_is_refused(site: Path) -> None:
    pages = [*site.rglob("*.html")]

    assert len(pages) > 40
    assert {str(path): found for path in pages if (found := refused(path.read_text("utf-8")))} == {}


def test_a_style_sheet_asks_for_files_alone() -> None:
    for path in [*(ROOT / "_static").rglob("*.css*"), *(ROOT / "_ext").rglob("*.css")]:
        addresses = re.findall(r"url\(([^)]*)\)|@import ([^;]*)", path.read_text("utf-8"))
        assert not [one for one in addresses if re.search(r"//|data:", "".join(one))], path
