"""Catalogues of a given size that would take minutes, were anything in the gate quadratic."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEGABYTE = 1_000_000
_HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _of(message: str, translation: str) -> Callable[[int], bytes]:
    """Return what makes a catalogue of entries; a number is added to each message."""

    def entries() -> Iterator[str]:
        for number in itertools.count():
            yield f'msgid "{number}{message}"\nmsgstr "{translation}"\n\n'

    def make(size: int) -> bytes:
        length = len(f'msgid "1{message}"\nmsgstr "{translation}"\n\n'.encode())
        text = "".join(itertools.islice(entries(), 1 + size // length))
        return (_HEADER + text.encode())[:size].rpartition(b"\n\n")[0] + b"\n"

    return make


def _lines(start: bytes, line: bytes, end: bytes = b"") -> Callable[[int], bytes]:
    """Return what makes a catalogue of one *line* over and over."""

    def make(size: int) -> bytes:
        number = (size - len(_HEADER + start + end)) // len(line)
        return _HEADER + start + line * number + end

    return make


def _one(message: str, translation: str) -> Callable[[int], bytes]:
    """Return what makes a catalogue of one entry, of two texts that are nothing else."""

    def make(size: int) -> bytes:
        number = size // 2 // max(len(message), len(translation)) - 50
        return _HEADER + f'msgid "{message * number}"\nmsgstr "x{translation * number}"\n'.encode()

    return make


_FAULT = b'\nmsgid "x"\nmsgid "y"\nmsgstr "z"\n'

HUGE: dict[str, Callable[[int], bytes]] = {
    "one text": _one("a ", "b "),
    "one text of signs": _one("a ", "[^"),
    "one message of signs": _one("[^", "[^"),
    "signs": _of("[^" * 90, "[^" * 91),
    "brackets": _of("[a][" * 60, "![" * 120),
    "markup": _of("", "*a* [b](c) `d` <b> " * 20),
    "spaces in roles": _of("", "{org}`" + " " * 3_000 + "`"),
    "tiny entries": _of("", "b"),
    "marks": _of("", "a\u0301" * 500),
    "addresses": _of("", "a.b-c.d" * 250),
    "numbers": _of("1 000 " * 300, "1 000 " * 299),
    "repeated": _lines(b"", b'msgid "Un [lien](x)"\nmsgstr "[^1] <b> [x](y) z"\n\n'),
    "faults at the end": _lines(b"", b'msgid "x"\nmsgstr "y"\n\n', _FAULT * 60),
    "faults everywhere": _lines(b"", _FAULT),
    "no form at all": _lines(b"", b"x\n"),
    "comments": _lines(b"", b"# a\n"),
    "one text in many lines": _lines(b'msgid "x"\nmsgstr ""\n', b'"ab"\n'),
    "empty lines": _lines(b"", b"\n", _FAULT),
    "invisible characters": _of("", "".join(map(chr, range(0xF0000, 0xF0780)))),
    "mail boxes": _of("", " ".join(f"a{number}@b.example" for number in range(120))),
}

HUGE_INTERFACE: dict[str, Callable[[int], bytes]] = {
    "zeros of a placeholder": _of("a" * 1_000, "%" + "0" * 19_000),
    "invisible characters": HUGE["invisible characters"],
    "tags": _of("", "".join(f"<a{number}>" for number in range(180))),
    "placeholders": _of("", " ".join(f"%(a{number})s" for number in range(180))),
}
