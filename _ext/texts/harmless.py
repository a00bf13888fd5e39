"""Text made harmless for where it is going: a name, a terminal, XML.

Sinks escape what is a sign of theirs; this is about the characters that none of them can hold.
"""

from __future__ import annotations

import json
import re
import unicodedata

# What ends a line for any program, as for str.splitlines; other spaces stay as they are
_BREAK = re.compile("[ ]*[\t-\r\x1c-\x1e\x85\u2028\u2029][ \t-\r\x1c-\x1e\x85\u2028\u2029]*")
# What XML 1.0 excludes (section 2.2), and the controls and half characters that no text has
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Embeddings, overrides and isolates: without their end they turn what follows, too (UAX 9)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSAFE_IN_SCRIPTS = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
# What spreadsheets take for a formula: https://owasp.org/www-community/attacks/CSV_Injection. Where
# the decimal sign is a comma, as in French, they part the cells of a file at its semicolons
_FORMULA = re.compile(r"(?:^|[;\t\r\n])\s*[=+\-@＝＋－＠]")
_UNSEEN = "�"


def one_line(text: str) -> str:
    """Return *text* on one line; what ends a line is a space."""
    return _BREAK.sub(" ", text)


def in_xml(text: str) -> str:
    """Return *text* with a sign in the place of each character that XML cannot hold."""
    return _FORBIDDEN.sub(_UNSEEN, text)


def as_name(text: str) -> str:
    """Return *text* as it can stand among other texts: on one line, in their direction."""
    return _TURNING.sub("", in_xml(one_line(text)))


def in_terminal(text: str) -> str:
    """Return *text* on one line, without anything that a terminal would act upon."""
    line = one_line(text)
    if line.isprintable():
        return line
    return "".join(char if _is_seen(char) else _UNSEEN for char in line)


def is_formula(cell: str) -> bool:
    """Return whether a spreadsheet would take *cell* of a CSV file, or a part of it, for one."""
    return _FORMULA.search(cell) is not None


def as_json(value: object, *, indent: int | None = None, sort_keys: bool = False) -> str:
    """Return *value* as JSON that may stand in a script, too: without tags and half characters."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=sort_keys)
    return _UNSAFE_IN_SCRIPTS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def _is_seen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char)[0] != "C"
