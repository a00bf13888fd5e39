"""What a build says: sent by the process that builds, shown by the one that began it.

Warnings and progress are sent as a sequence of JSON texts (https://www.rfc-editor.org/rfc/rfc7464),
for a mistake of a page is one in every language and is said once. Whatever else arrives, nobody
foresaw: tracebacks, and what libraries write as they fail. Of these every line matters.
"""

from __future__ import annotations

import io
import json
import logging
import os
from typing import TYPE_CHECKING

from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

_START = b"\x1e"  # of a JSON text, which ends with a line
_PROGRESS = "sphinx.sphinx.util.display"  # the logger of Sphinx's status_iterator
_ARCHIVE = ("sphinx.seminars", "sphinx.myst_gettext")  # those of what only this archive says


def _send(output: int, text: str) -> None:
    os.write(output, _START + json.dumps(text).encode() + b"\n")


class Warnings(io.TextIOBase):
    """The stream that Sphinx is given for its warnings; it writes each of them at one stroke."""

    encoding = "utf-8"

    def __init__(self, output: int) -> None:
        self._output = output

    def write(self, text: str) -> int:
        """Send the warning *text*."""
        if text.strip():
            _send(self._output, text.rstrip())
        return len(text)


class Progress(logging.Handler):
    """Sends how far a step has come, by quarters, whatever language Sphinx speaks."""

    def __init__(self, output: int) -> None:
        super().__init__(logging.INFO)
        self._output = output
        self._last = ""

    @classmethod
    def begin(cls, output: int) -> None:
        """Send the progress of all that Sphinx does in this process."""
        logging.getLogger(_PROGRESS).addHandler(cls(output))

    def emit(self, record: logging.LogRecord) -> None:
        """Send what *record* says of a share that is done: ``reading sources... [ 25%]``."""
        step, _, rest = record.getMessage().partition("[")
        share, is_share, _ = rest.partition("%]")
        if not (is_share and share.strip().isdecimal()):
            return
        quarter = f"{step.strip(' .')}: {int(share) // 25 * 25} %"
        if quarter != self._last:
            self._last = quarter
            _send(self._output, quarter)


class Notices(logging.Handler):
    """Sends what the archive's own extensions say and do not warn of: what is not published."""

    def __init__(self, output: int) -> None:
        super().__init__(logging.INFO)
        self._output = output

    @classmethod
    def begin(cls, output: int) -> None:
        """Send what is said in this process."""
        for name in _ARCHIVE:
            logging.getLogger(name).addHandler(cls(output))

    def emit(self, record: logging.LogRecord) -> None:
        """Send *record*, if it is no warning, for which there is a stream."""
        if record.levelno == logging.INFO:
            _send(self._output, record.getMessage())


class Console:
    """Shows what the build of *language* sends; *said* is what any language has said before."""

    def __init__(self, language: str, said: set[str]) -> None:
        self._language, self._said = language, said
        self._rest = b""
        self._others: list[str] = []

    def take(self, data: bytes) -> None:
        """Show what is new in *data*, and keep what nobody foresaw until the end."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if not line.startswith(_START):
                self._others.append(line.decode("utf-8", "replace").rstrip())
            elif (text := json.loads(line[1:])) not in self._said:
                self._said.add(text)
                self.show(text.splitlines())

    def end(self) -> None:
        """Show what was kept."""
        self.take(b"\n" if self._rest else b"")
        self.show(self._others)

    def show(self, lines: Iterable[str]) -> None:
        """Print *lines*, each with the name of the language."""
        for line in lines:
            print(f"[{self._language}] {in_terminal(line)}", flush=True)
