"""Whether a file is a picture that every output can show: its format, and that it is whole."""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

from records.exif import personal_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAKEN = "the book takes PNG, JPEG and PDF"

# TeX measures no length over 16383 pt, and takes a pixel for one where no resolution is given
_LONGEST_SIDE = 16_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PDF = b"%PDF-"
_SUFFIXES = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "PDF": (".pdf",)}

# What else is found under the name of a picture, by how it begins
_OTHERS = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a WebP picture"),
    (re.compile(rb"GIF8[79]a"), "a GIF picture"),
    (re.compile(rb"BM"), "a BMP picture"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF picture"),
    (re.compile(rb"....ftyp(?:avif|avis)", re.DOTALL), "an AVIF picture"),
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "a HEIC picture"),
    (re.compile(rb"%!PS"), "a PostScript file"),
    (re.compile(rb"\s*version https://git-lfs"), "a pointer of Git LFS and no picture"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)", re.IGNORECASE), "a page of HTML"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<svg", re.IGNORECASE), "an SVG picture"),
    (re.compile(rb"\x1f\x8b"), "a compressed file (an SVG picture?)"),
)

# Markers of JPEG (ITU-T T.81, table B.1): frames that browsers and PDF show, and those they do not
_FRAMES = {0xC0, 0xC1, 0xC2}
_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_APP1, _EXIF = 0xE1, b"Exif\0\0"
_SCAN, _END = 0xDA, b"\xff\xd9"
_BEHIND_A_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


class PictureError(ValueError):
    """A picture that cannot be taken, and why."""


def check(path: Path) -> None:
    """Raise PictureError, in an editor's words, unless the file *path* is a whole picture."""
    data = path.read_bytes()
    if not data:
        raise PictureError(f"the file is empty: copy it again; {TAKEN}")
    if data.startswith(_PNG):
        form = "PNG"
        _check_png(data)
    elif data.startswith(_JPEG):
        form = "JPEG"
        _check_jpeg(data)
    elif _PDF in data[:1024]:
        form = "PDF"
        _check_pdf(data)
    else:
        found = next((name for begin, name in _OTHERS if begin.match(data)), "no picture")
        raise PictureError(f"this is {found}; {TAKEN}: save it as one of these")
    if path.suffix.lower() not in _SUFFIXES[form]:
        raise PictureError(f"this is a {form}: let its name end in {_SUFFIXES[form][0]}")


def _damaged(form: str, fault: str) -> PictureError:
    return PictureError(f"this {form} is damaged ({fault}): copy it again; {TAKEN}")


def _check_png(data: bytes) -> None:
    """Go through the chunks of a PNG (https://www.w3.org/TR/png-3/#5Chunk-layout)."""
    place, kinds = len(_PNG), list[bytes]()
    while kinds[-1:] != [b"IEND"]:
        if place + 12 > len(data):
            raise _damaged("PNG", "it breaks off")
        length, kind = struct.unpack_from(">I4s", data, place)
        behind = place + 8 + length
        if behind + 4 > len(data):
            raise _damaged("PNG", "it breaks off")
        if zlib.crc32(memoryview(data)[place + 4 : behind]) != _number(">I", data, behind):
            raise _damaged("PNG", "some of its bytes were altered")
        if kind == b"IHDR" and length >= 8:
            _check_size(*struct.unpack_from(">II", data, place + 8))
        if kind == b"eXIf":
            _check_exif(data[place + 8 : behind])
        kinds.append(kind)
        place = behind + 4
    if kinds[0] != b"IHDR" or b"IDAT" not in kinds:
        raise _damaged("PNG", "it has no picture in it")


def _check_jpeg(data: bytes) -> None:
    """Go through the segments of a JPEG (ITU-T T.81, annex B)."""
    markers = set()
    for marker, place in _segments(data):
        markers.add(marker)
        if marker == _APP1 and data.startswith(_EXIF, place + 4):
            _check_exif(data[place + 4 + len(_EXIF) : place + 2 + _number(">H", data, place + 2)])
        if marker in _OTHER_FRAMES:
            raise PictureError(f"this JPEG is of a kind that browsers do not show; {TAKEN}")
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            _check_size(width, height)
    if not markers & _FRAMES or _SCAN not in markers:
        raise _damaged("JPEG", "it has no picture in it")


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the marker of each segment of a JPEG, and the place of it, until the end is reached."""
    place = 2
    while data[place : place + 2] != _END:
        if data[place : place + 2] == b"\xff\xff":  # a marker may be filled up
            place += 1
            continue
        if place + 9 > len(data) or data[place] != 0xFF:
            raise _damaged("JPEG", "it breaks off")
        marker = data[place + 1]
        yield marker, place
        place += 2 + _number(">H", data, place + 2)
        if marker == _SCAN:
            behind = _BEHIND_A_SCAN.search(data, place)
            if behind is None:
                raise _damaged("JPEG", "it breaks off")
            place = behind.end() - 2


def _check_exif(tiff: bytes) -> None:
    """Refuse what a camera noted of persons: what is published is read by programs too."""
    found = personal_data(tiff)
    if found:
        raise PictureError(
            f"this picture says in hidden data (EXIF) {found}: take that out, as with "
            "`exiftool -all= -tagsfromfile @ -orientation FILE`; `:credit:` names the author"
        )


def _check_pdf(data: bytes) -> None:
    """Look at the ends of a PDF (ISO 32000-2, 7.5)."""
    tail = data[-2048:]
    found = re.findall(rb"startxref\s+(\d+)", tail)
    if b"%%EOF" not in tail or not found:
        raise _damaged("PDF", "it breaks off")
    table = data[data.find(_PDF) + int(found[-1]) :][:4096]
    if not re.match(rb"\s*(?:xref|\d+\s+\d+\s+obj)", table):
        raise _damaged("PDF", "its table of contents is not where it should be")
    if b"/Encrypt" in table or b"/Encrypt" in tail:
        raise PictureError("this PDF is locked by a password: save it without one")


def _number(form: str, data: bytes, place: int) -> int:
    number: int = struct.unpack_from(form, data, place)[0]
    return number


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise PictureError(f"this picture is {width} × {height} pixels large; {TAKEN}")
    if max(width, height) > _LONGEST_SIDE:
        text = f"this picture is {width} × {height} pixels large: make it smaller than"
        raise PictureError(f"{text} {_LONGEST_SIDE} on each side")
