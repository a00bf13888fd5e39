"""Pictures that the website or the book cannot take are refused where they are written."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from support import EVENT, PAGES, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

PAGE = "events/2018-06-05-chisinau.md"
WAYS = {
    "photo": "```{{photo}} {}\n:alt: La salle\n:credit: Une personne\n\nLégende\n```\n",
    "figure": "```{{figure}} {}\n:alt: La salle\n\nLégende\n```\n",
    "image": "```{{image}} {}\n:alt: La salle\n```\n",
    "markdown": "![La salle]({})\n",
    "inline": "Voir ![La salle]({}) ici.\n",
    "item": "- Un point\n\n  ![La salle]({})\n",
}


def picture(form: str) -> bytes:
    file = io.BytesIO()
    Image.new("L", (6, 4)).save(file, form)
    return file.getvalue()


FILES = {
    "logo.webp": (picture("WEBP"), "this is a WebP picture; the book takes PNG, JPEG and PDF"),
    "logo.gif": (picture("GIF"), "this is a GIF picture; the book takes PNG, JPEG and PDF"),
    "logo.svg": (b"<svg/>", "this is an SVG picture; the book takes PNG, JPEG and PDF"),
    "empty.png": (b"", "the file is empty"),
    "cut.png": (picture("PNG")[:-9], "this PNG is damaged (it breaks off): copy it again"),
    "cut.jpg": (picture("JPEG")[:-9], "this JPEG is damaged (it breaks off): copy it again"),
    "other.jpg": (picture("PNG"), "this is a PNG: let its name end in .png"),
}


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "source" / "events"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("builder", ["html", "latex"])
def test_a_picture_is_refused_once_however_it_is_shown(
    build: Callable[..., SphinxTestApp], photos: Path, way: str, builder: str
) -> None:
    body = "\n".join(WAYS[way].format(name) for name in FILES)
    for name, (data, _fault) in FILES.items():
        (photos / name).write_bytes(data)
    app = build({PAGE: f"{EVENT}\n{body}"}, builder=builder)

    found = warnings(app)
    assert len(found) == len(FILES), found
    for line, (name, (_data, fault)) in zip(found, FILES.items(), strict=True):
        place, _colon, text = line.partition(": WARNING: ")
        assert text.startswith(f"events/{name}: {fault}")
        assert text.endswith("[seminars.photo]")
        number = int(place.removeprefix(f"{PAGE}:"))
        lines = f"{EVENT}\n{body}".splitlines()
        assert name in "".join(lines[number - 2 : number + 1]), line


@pytest.mark.parametrize("way", WAYS)
def test_a_good_picture_is_shown(
    build: Callable[..., SphinxTestApp], photos: Path, way: str
) -> None:
    for name, form in (("a.png", "PNG"), ("b.JPG", "JPEG")):
        (photos / name).write_bytes(picture(form))
    body = WAYS[way].format("a.png") + "\n" + WAYS[way].format("b.JPG")
    app = build({PAGE: f"{EVENT}\n{body}"})

    assert warnings(app) == []
    assert sorted(path.name for path in (app.outdir / "_images").iterdir()) == ["a.png", "b.JPG"]


def test_of_several_formats_one_that_the_book_takes_is_enough(
    build: Callable[..., SphinxTestApp], photos: Path
) -> None:
    (photos / "a.png").write_bytes(picture("PNG"))
    (photos / "a.svg").write_bytes(b"<svg/>")
    app = build({PAGE: f"{EVENT}\n![La salle](a.*)\n"}, builder="latex")

    assert warnings(app) == []


def test_a_picture_of_a_translation_is_looked_at_too(
    build: Callable[..., SphinxTestApp], photos: Path
) -> None:
    (photos / "a.png").write_bytes(picture("PNG"))
    (photos / "a.ru.png").write_bytes(picture("WEBP"))
    app = build(
        {PAGE: f"{EVENT}\n![La salle](a.png)\n", "index.md": PAGES["index.md"]},
        confoverrides={"language": "ru"},
    )

    assert [line.partition("WARNING: ")[2][:44] for line in warnings(app)] == [
        "events/a.ru.png: this is a WebP picture; the"
    ]


def test_a_picture_has_a_plain_name_in_the_book(
    build: Callable[..., SphinxTestApp], photos: Path
) -> None:
    names = ["a%b.PNG", "a#b{c}.png", "é~^.png"]
    for name in names:
        (photos / name).write_bytes(picture("PNG"))
    body = "\n".join(f"```{{image}} {name}\n:alt: La salle\n```\n" for name in names)
    app = build({PAGE: f"{EVENT}\n{body}"}, builder="latex")

    assert warnings(app) == []
    book = (app.outdir / "seminars-fr.tex").read_text("utf-8")
    for number in (1, 2, 3):
        assert f"{{{{picture-{number}}}.png}}" in book
        assert (app.outdir / f"picture-{number}.png").is_file()


BUILDERS = {"html": "_images", "latex": "", "epub": "_images"}
CHOICES = {
    "plain": "![Une affiche](affiche.png)\n",
    "photo": "```{photo} affiche.png\n:alt: Une affiche\n:credit: Une personne\n\nLégende\n```\n",
    "any format": "![Une affiche](affiche.*)\n",
}


def pictures_in(app: SphinxTestApp, builder: str) -> list[bytes]:
    """Return the content of the pictures that the outputs of a build show."""
    if builder == "latex":
        text = (app.outdir / "seminars-ru.tex").read_text("utf-8")
        names = [f"{name}.png" for name in re.findall(r"\{\{(.*?)\}\.png\}", text)]
    else:
        page = (app.outdir / PAGE).with_suffix(".xhtml" if builder == "epub" else ".html")
        names = re.findall(r'src="\.\./_images/(.*?)"', page.read_text("utf-8"))
    return [(app.outdir / BUILDERS[builder] / name).read_bytes() for name in names]


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize("way", CHOICES)
def test_a_picture_of_a_translation_may_come_change_and_go(
    build: Callable[..., SphinxTestApp], photos: Path, builder: str, way: str
) -> None:
    source, translated = picture("PNG"), photos / "affiche.ru.png"
    (photos / "affiche.png").write_bytes(source)
    after = []
    for number in (0, 1, 2, 0):
        if number:
            file = io.BytesIO()
            Image.new("L", (number, 9)).save(file, "PNG")
            translated.write_bytes(file.getvalue())
        else:
            translated.unlink(missing_ok=True)
        app = build(
            {PAGE: f"{EVENT}\n{CHOICES[way]}"}, builder=builder, confoverrides={"language": "ru"}
        )
        expected = translated.read_bytes() if number else source
        after.append(pictures_in(app, builder) == [expected])

    assert after == [True] * 4


def test_a_page_is_not_read_again_for_a_picture_that_stays(
    build: Callable[..., SphinxTestApp], photos: Path
) -> None:
    (photos / "affiche.png").write_bytes(picture("PNG"))
    (photos / "affiche.ru.png").write_bytes(picture("PNG"))
    pages = {PAGE: f"{EVENT}\n{CHOICES['plain']}"}
    for language in ("ru", "fr", "fr"):
        app = build(pages, confoverrides={"language": language})
    (photos / "affiche.en.png").write_bytes(picture("PNG"))  # of another language
    app = build(pages, confoverrides={"language": "fr"})

    assert "0 added, 0 changed, 0 removed" in app.status.getvalue()
    assert pictures_in(app, "html") == [picture("PNG")]


def test_an_ebook_has_pictures_whose_names_end_in_capitals(
    build: Callable[..., SphinxTestApp], photos: Path
) -> None:
    (photos / "A 1.PNG").write_bytes(picture("PNG"))
    (photos / "b.Jpg").write_bytes(picture("JPEG"))
    body = "![Une](<A 1.PNG>)\n\n![Deux](b.Jpg)\n"
    for text in (body, body + "\nEncore.\n"):  # anew, and once more
        app = build({PAGE: f"{EVENT}\n{text}"}, builder="epub", conf="version = '1'\n")
        listed = (app.outdir / "content.opf").read_text("utf-8")

        assert warnings(app) == []
        assert re.findall('href="_images/([^"]+)"', listed) == ["A%201.PNG", "b.Jpg"]
