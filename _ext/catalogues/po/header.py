"""What the header of a catalogue has to say for gettext's own check (``msgfmt --check-header``).

Nobody is invented: a translator or a team that no tool has named is empty.
https://www.gnu.org/software/gettext/manual/html_node/Header-Entry.html
"""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING

import polib
from babel.messages.plurals import get_plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What ``update-po`` writes into each header; the rest is its tool's
OWN_FIELDS = (
    "Project-Id-Version",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
_STRING = re.compile(r'^(?:msgstr\s+)?"(.*)"\s*$', re.MULTILINE)
# What templates leave to be filled in, and Babel, which sphinx-intl writes with, leaves so
_PLACEHOLDER = re.compile(
    r"YEAR-MO-DA HO:MI\+ZONE|FULL NAME <EMAIL@ADDRESS>|\S* ?<LL@li\.org>|PACKAGE VERSION"
)


def own_header(title: str, language: str) -> dict[str, str]:
    """Return what the archive *title* says in each header of *language*; the rest is its tool's."""
    plural = get_plural(language)
    return {
        "Project-Id-Version": title,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }


def completed(metadata: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return the header *metadata* with the fields *own*, and with those that gettext asks for.

    One that had no date has been revised now. UTF-8 may be written in small letters, as Babel does.
    """
    said = {name: text for name, text in metadata.items() if not _PLACEHOLDER.fullmatch(text)}
    asked = {
        "Project-Id-Version": "",
        "PO-Revision-Date": said.get("PO-Revision-Date") or now(),
        "Last-Translator": "",
        "Language-Team": "",
    }
    header = dict.fromkeys(metadata or asked, "") | asked | said | dict(own)
    charset = said.get("Content-Type", "")
    if charset.lower() == own.get("Content-Type", "").lower():
        header["Content-Type"] = charset
    return header


def now() -> str:
    """Return the time as a header has it; ``SOURCE_DATE_EPOCH`` sets it, as for Sphinx."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = time.localtime() if epoch is None else time.gmtime(float(epoch))
    return time.strftime("%Y-%m-%d %H:%M%z", moment)


def lines_of_header(block: str) -> list[str]:
    """Return the fields of the header that stands in *block*, each a line, as they stand there."""
    text: str = polib.unescape("".join(_STRING.findall(block[block.find("msgstr") :])))
    return [line for line in text.split("\n") if line.strip()]


def is_lost(line: str, metadata: dict[str, str]) -> bool:
    """Return whether polib has lost a *line* of a header: of one name it keeps the last."""
    name, colon, value = line.partition(":")
    kept = "\n".join(f"{key}: {text}" for key, text in metadata.items()).split("\n")
    return (
        name not in OWN_FIELDS
        and (f"{name}: {value.strip()}" if colon else line.strip()) not in kept
    )


def flags_of_header(lines: list[str], *, is_fuzzy: bool) -> Iterator[str]:
    """Yield the line of flags of a header whose *lines* of comments were these."""
    flags = [
        flag.strip() for line in lines if line.startswith("#,") for flag in line[2:].split(",")
    ]
    kept = [flag for flag in dict.fromkeys(flags) if flag and flag != "fuzzy"]
    if is_fuzzy:
        kept.insert(0, "fuzzy")
    if kept:
        yield f"#, {', '.join(kept)}"
