"""Texts of nothing but words, which most are: what they are made of is told without a parser.

*Bare words* have roles and no other markup; parsing them would take ten times as long. *Mere words*
have none and no digit either: two of three messages are such texts, translation and all, so a rule
may leave them aside (``catalogues.rule``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogues.role_syntax import ROLES_OF_WORDS, parts_of, role_pattern
from catalogues.structure import Notes

if TYPE_CHECKING:
    from catalogues.structure import Structure

# Roles of one line, with nothing in them or behind them that would have to be parsed
_ROLE = re.compile(role_pattern("[a-z]+", r"[^`\\{}\r\n]+") + "(?!`)")
# One line that starts with a letter and has no sign of Markdown but roles: a paragraph of text
# (https://spec.commonmark.org/0.31.2/#paragraphs, and the syntax extensions of MyST)
_BARE_WORDS = re.compile(
    r"(?=[^\W\d_])(?>[^\W_]+|[ \xa0\u202f.,;:?()/%+«»“”„’‘…–—-]+"
    rf"|{_ROLE.pattern})*(?<![ \xa0\u202f])"
)
BARE_SYNTAX = frozenset({"attrs_block", "attrs_inline", "colon_fence"})

# Letters that stand alone and are seen by all, in the scripts that the archive has today
_LETTER = "[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0400-\u0481\u048a-\u052f]"
_END = "[.!?…)»”]{0,2}"
_WORDS = re.compile(
    rf"(?>{_LETTER}+(?>[’'-](?={_LETTER})|[,;.)»”]{{0,2}} [(«„“]?(?={_LETTER})|(?={_END}\Z)))+"
    rf"{_END}"
)
_LONGEST = 400  # characters; so its signs are too few for any limit


def of_bare_words(text: str, blocks: tuple[str, ...]) -> Structure | None:
    """Return the structure of a *text* without other markup than roles; None if it has some.

    That is what most messages are, and parsing them would take ten times as long.
    """
    if not _BARE_WORDS.fullmatch(text):
        return None
    notes = Notes()
    notes.blocks.extend(blocks)
    words = _ROLE.split(text)  # text, name, content, text, name, content, … text
    notes.note_text(words[0])
    for name, content, after in zip(words[1::3], words[2::3], words[3::3], strict=True):
        notes.note_role(name, content)
        notes.note_text(after)
    return notes.structure(text)


def roles_of_bare_words(text: str) -> list[tuple[str, str]] | None:
    """Return the roles of a *text* without other markup, sorted; None if it has some."""
    if not _BARE_WORDS.fullmatch(text):
        return None
    if "{" not in text:
        return []
    return sorted(
        (name, "" if name in ROLES_OF_WORDS else parts_of(name, content)[1])
        for name, content in _ROLE.findall(text)
    )


def are_mere_words(source: str, translation: str) -> bool:
    """Return whether both are one line of words, and neither is much longer than the other.

    No word stands against another without a space, so there is no address; there is no digit, no
    colon and no bracket of markup.
    """
    return (
        len(translation) <= min(_LONGEST, 5 * len(source))
        and _WORDS.fullmatch(translation) is not None
        and _WORDS.fullmatch(source) is not None
    )
