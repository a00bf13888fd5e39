"""What a camera writes into a picture of persons: where it was taken, and by whom (EXIF 3.0)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}  # TIFF 6.0, section 2
_POSITION, _MORE = 0x8825, 0x8769  # lead to directories of their own
_LATITUDE, _LONGITUDE = 2, 4
_NAMES = {0x013B, 0x9C9D, 0xA430}  # Artist, XPAuthor, CameraOwnerName
_MOST = 1_000  # entries; a damaged count must cost nothing
_PLACE, _PERSON = "where it was taken", "who took it"


def personal_data(tiff: bytes) -> str:
    """Return in words which personal data there is in *tiff*, the body of an EXIF, or ""."""
    order = _ORDERS.get(tiff[:4])
    if order is None:
        return ""
    first = dict(_entries(tiff, order, _number(tiff, order, 4)))
    more = dict(_entries(tiff, order, first.get(_MORE, 0)))
    position = dict(_entries(tiff, order, first.get(_POSITION, 0)))
    found = [_PLACE] if position.keys() & {_LATITUDE, _LONGITUDE} else []
    found += [_PERSON] if (first.keys() | more.keys()) & _NAMES else []
    return " and ".join(found)


def _entries(tiff: bytes, order: str, place: int) -> Iterator[tuple[int, int]]:
    """Yield tag and value of each entry of the directory at *place*; none of one cut off."""
    if not place or place + 2 > len(tiff):
        return
    count: int = struct.unpack_from(f"{order}H", tiff, place)[0]
    for start in range(place + 2, place + 2 + 12 * min(count, _MOST), 12):
        if start + 12 > len(tiff):
            return
        tag: int = struct.unpack_from(f"{order}H", tiff, start)[0]
        yield tag, _number(tiff, order, start + 8)


def _number(tiff: bytes, order: str, place: int) -> int:
    if place + 4 > len(tiff):
        return 0
    number: int = struct.unpack_from(f"{order}I", tiff, place)[0]
    return number
