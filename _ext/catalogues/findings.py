"""What the gate finds, in words that a translator understands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from texts.harmless import in_terminal

Rule = Literal[
    "attribute",
    "block",
    "character",
    "code",
    "encoding",
    "file",
    "footnote",
    "header",
    "html",
    "image",
    "link",
    "markup",
    "number",
    "placeholder",
    "repeated",
    "role",
    "size",
    "space",
    "syntax",
    "term",
]

_LONGEST = 60


class Fault(NamedTuple):
    """What is wrong with a translation, and how to mend it."""

    rule: Rule
    wrong: str
    mend: str


class Finding(NamedTuple):
    """A fault at a line of a catalogue; ``text`` is one line of printable characters."""

    line: int
    text: str

    @classmethod
    def of(cls, fault: Fault, *, line: int, message: str = "") -> Finding:
        """Return the finding that *fault* is, in the translation of *message*."""
        place = f" (in “{shown(message)}”)" if message else ""
        return cls(line, f"{fault.wrong}: {fault.mend}{place} [{fault.rule}]")


def shown(text: str, *, longest: int = _LONGEST) -> str:
    """Return *text* short and on one line, without anything that a terminal would act upon."""
    start = " ".join(in_terminal(text[: 2 * longest]).split())
    return start if len(start) <= longest else f"{start[:longest]}…"
