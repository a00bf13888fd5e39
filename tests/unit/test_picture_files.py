"""Pictures: those that the website and the book take, and why another is refused."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from PIL import Image

from records.exif import personal_data
from records.pictures import PictureError, check

if TYPE_CHECKING:
    from pathlib import Path


def picture(form: str, mode: str = "RGB", size: tuple[int, int] = (60, 40), **how: object) -> bytes:
    file = io.BytesIO()
    Image.effect_noise(size, 40).convert(mode).save(file, form, **how)
    return file.getvalue()


def pdf(**how: Any) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(90, 60))
        document.save(file, **how)
    return file.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


HEAD = b"\x89PNG\r\n\x1a\n"
PNG, JPEG, PDF = picture("PNG"), picture("JPEG"), pdf()
END = chunk(b"IEND", b"")
TAKEN = "; the book takes PNG, JPEG and PDF"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", PNG),
        ("A.PNG", PNG),
        ("été 1.png", picture("PNG", "RGBA")),
        ("a.png", picture("PNG", "P")),
        ("a.png", picture("PNG", "1")),
        ("a.png", PNG + b"what a camera puts behind it"),
        ("a.jpg", JPEG),
        ("a.jpeg", JPEG),
        ("a.JPG", picture("JPEG", "CMYK")),
        ("a.jpg", picture("JPEG", progressive=True)),
        ("a.jpg", picture("JPEG", "L", restart_marker_blocks=1)),
        ("a.jpg", picture("JPEG", exif=b"Exif\0\0" + b"\xff\xd9" * 9)),
        ("a.jpg", JPEG.replace(b"\xff\xdb", b"\xff\xff\xff\xdb", 1)),
        ("a.jpg", JPEG + b"\0" * 99),
        ("a.pdf", PDF),
        ("a.PDF", b"\n" * 9 + PDF),
        ("a.pdf", pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate)),
    ],
)
def test_a_whole_picture_is_taken(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    check(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", b"", "the file is empty: copy it again" + TAKEN),
        ("a.webp", picture("WEBP"), "this is a WebP picture" + TAKEN + ": save it as one of these"),
        ("a.png", picture("WEBP"), "this is a WebP picture"),
        ("a.gif", picture("GIF", "P"), "this is a GIF picture"),
        ("a.bmp", picture("BMP"), "this is a BMP picture"),
        ("a.tiff", picture("TIFF"), "this is a TIFF picture"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "this is a HEIC picture"),
        ("a.avif", b"\0\0\0\x18ftypavif\0\0\0\0", "this is an AVIF picture"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "this is an SVG picture"),
        (
            "a.svg",
            b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<svg/>",
            "this is an SVG picture",
        ),
        (
            "a.svg",
            b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'><svg/>",
            "this is an SVG picture",
        ),
        ("a.svgz", b"\x1f\x8b\x08\0", "this is a compressed file"),
        ("a.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n", "this is a PostScript file"),
        ("a.png", b"<!DOCTYPE html><title>404</title>", "this is a page of HTML"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\n", "this is a pointer of Git LFS"),
        ("a.png", b"words", "this is no picture" + TAKEN),
        ("a.png", b"\0", "this is no picture"),
        ("a.png", JPEG, "this is a JPEG: let its name end in .jpg"),
        ("a.jpg", PNG, "this is a PNG: let its name end in .png"),
        ("a", PNG, "this is a PNG: let its name end in .png"),
        ("a.png", PNG[:-1], "this PNG is damaged (it breaks off): copy it again" + TAKEN),
        ("a.png", PNG[:-12], "this PNG is damaged (it breaks off)"),
        ("a.png", PNG[: len(PNG) // 2], "this PNG is damaged (it breaks off)"),
        ("a.png", HEAD, "this PNG is damaged (it breaks off)"),
        ("a.png", PNG.replace(b"IDAT", b"IDAX"), "this PNG is damaged (some of its bytes"),
        ("a.png", PNG[:60] + b"\0\1\2" + PNG[63:], "this PNG is damaged (some of its bytes"),
        ("a.png", HEAD + END, "this PNG is damaged (it has no picture in it)"),
        (
            "a.png",
            HEAD + chunk(b"IHDR", struct.pack(">II", 0, 5) + b"\x08\2\0\0\0") + END,
            "this picture is 0 × 5 pixels large",
        ),
        ("a.png", picture("PNG", "1", (17_000, 1)), "this picture is 17000 × 1 pixels large: make"),
        (
            "a.jpg",
            picture("JPEG", "L", (1, 17_000)),
            "this picture is 1 × 17000 pixels large: make",
        ),
        ("a.jpg", JPEG[:-2], "this JPEG is damaged (it breaks off)"),
        ("a.jpg", JPEG[: len(JPEG) // 2], "this JPEG is damaged (it breaks off)"),
        ("a.jpg", JPEG[:30], "this JPEG is damaged (it breaks off)"),
        ("a.jpg", JPEG[:4], "this JPEG is damaged (it breaks off)"),
        ("a.jpg", JPEG[:20] + b"\0" * 400, "this JPEG is damaged (it breaks off)"),
        (
            "a.jpg",
            b"\xff\xd8\xff\xfe\0\x0bcomment..\xff\xd9",
            "this JPEG is damaged (it has no picture in it)",
        ),
        ("a.jpg", JPEG.replace(b"\xff\xc0", b"\xff\xc3"), "this JPEG is of a kind that browsers"),
        ("a.pdf", PDF[: len(PDF) // 2], "this PDF is damaged (it breaks off)"),
        ("a.pdf", PDF[:100] + PDF[150:], "this PDF is damaged (its table of contents"),
        (
            "a.pdf",
            pdf(encryption=pikepdf.Encryption(owner="x", user="y")),
            "this PDF is locked by a password",
        ),
    ],
)
def test_what_is_no_whole_picture_is_refused(
    tmp_path: Path, name: str, data: bytes, expected: str
) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(PictureError) as refused:
        check(tmp_path / name)
    assert str(refused.value).startswith(expected)


@pytest.mark.parametrize("data", [PNG, JPEG, PDF])
def test_a_picture_that_is_cut_anywhere_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.png"
    for length in range(0, len(data) - 8, 97):
        path.write_bytes(data[:length])
        with pytest.raises(PictureError):
            check(path)


def exif(**tags: Any) -> Image.Exif:
    """Return an EXIF with *tags*: of the picture, `more` of the camera, `gps` of the place."""
    found = Image.Exif()
    found[0x0112] = 1  # which way up it is
    for tag, value in tags.get("first", {}).items():
        found[tag] = value
    for directory, name in ((0x8769, "more"), (0x8825, "gps")):
        if name in tags:
            found.get_ifd(directory).update(tags[name])
    return found


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize(
    ("tags", "what"),
    [
        ({"first": {0x013B: "Moro"}}, "who took it"),
        ({"more": {0xA430: "Moro"}}, "who took it"),
        ({"gps": {1: "N", 2: (46.0, 2.0, 3.0)}}, "where it was taken"),
        ({"first": {0x013B: "M"}, "gps": {4: (46.0, 2.0, 3.0)}}, "where it was taken and who took"),
    ],
)
def test_what_a_camera_says_of_persons_is_refused(
    tmp_path: Path, form: str, tags: dict[str, Any], what: str
) -> None:
    path = tmp_path / ("a.jpg" if form == "JPEG" else "a.png")
    path.write_bytes(picture(form, exif=exif(**tags)))

    with pytest.raises(PictureError, match=rf"hidden data \(EXIF\) {what}"):
        check(path)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_it_says_of_the_picture_is_let_through(tmp_path: Path, form: str) -> None:
    path = tmp_path / ("a.jpg" if form == "JPEG" else "a.png")
    path.write_bytes(picture(form, exif=exif(first={0x010F: "Camera"}, more={0x9003: "2018"})))

    check(path)


@pytest.mark.parametrize("cut", range(8, 60, 3))
def test_damaged_data_of_a_camera_harm_nothing(cut: int) -> None:
    whole = exif(first={0x013B: "Moro"}, gps={2: (46.0, 2.0, 3.0)}).tobytes()[6:]

    assert personal_data(whole[:cut]) in {"", "who took it"}
    assert personal_data(whole) == "where it was taken and who took it"
