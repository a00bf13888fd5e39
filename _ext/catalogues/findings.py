"""What is found in a catalogue, in words that a translator understands."""

from __future__ import annotations

from typing import NamedTuple

from texts.quotation import shown


class Fault(NamedTuple):
    """What is wrong with a translation by a rule (``catalogues.rules``), and how to mend it."""

    rule: str
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
