"""Pages that are no UTF-8, or whose names are none: named, so that a build can go on.

Sphinx reads a page strictly and without an event around it, and ends at the first one that fails
(``sphinx.builders.Builder.read_doc``; https://github.com/sphinx-doc/sphinx/issues/1524).
"""

from __future__ import annotations

import codecs
from encodings import utf_8_sig
from pathlib import Path
from typing import TYPE_CHECKING

from records.faults import quoted
from seminars.reports import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_LENIENT = "seminars-lenient-utf-8"


def leave_out_unnamable(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """On ``env-before-read-docs``: leave out pages whose names no page, address or list can hold.

    Such are names with control characters, and names that the file system has not in UTF-8.
    """
    for docname in [name for name in docnames if not name.isprintable()]:
        docnames.remove(docname)
        env.project.docnames.discard(docname)
        text = "the name of the file has characters that nobody sees: rename it"
        warn("encoding", text, location=f"{quoted(docname).strip('`')}.md:1")


def read_leniently(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """On ``env-before-read-docs``: let damaged pages be read, if there are some.

    What is wrong with them is said when they are (``record_pages.note_record``). A build without
    such pages reads as strictly as Sphinx does, whatever its pages include.
    """
    if any(_is_damaged(Path(env.doc2path(docname))) for docname in docnames):
        env.settings["input_encoding"] = _LENIENT


def _is_damaged(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return True
    except OSError:
        return False  # Sphinx says so
    return False


class _Decoder(utf_8_sig.IncrementalDecoder):
    """UTF-8 with or without a byte order mark; what is none becomes U+FFFD."""

    def __init__(self, errors: str = "replace") -> None:
        super().__init__("replace")


def _codec(name: str) -> codecs.CodecInfo | None:
    if name != _LENIENT.replace("-", "_"):
        return None
    utf_8 = codecs.lookup("utf-8-sig")
    return codecs.CodecInfo(utf_8.encode, utf_8.decode, incrementaldecoder=_Decoder, name=_LENIENT)


codecs.register(_codec)


def setup(app: Sphinx) -> None:
    """Register what lets damaged pages be read."""
    app.connect("env-before-read-docs", leave_out_unnamable, priority=400)
    app.connect("env-before-read-docs", read_leniently)
